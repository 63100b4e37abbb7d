#pragma once

#include <QByteArray>
#include <QStringList>

namespace Rejoin::Testing {

/// Texts that break what is quoted, cut, converted or replaced wrongly. None holds a NUL.
[[nodiscard]] QStringList hostileTexts();
/// Names of tables and columns that do the same; none is longer than 63 bytes.
[[nodiscard]] QStringList hostileNames();
/// Characters of every plane, more than `length` of them.
[[nodiscard]] QString longText(qsizetype length);
[[nodiscard]] QByteArray everyByte();

} // namespace Rejoin::Testing
