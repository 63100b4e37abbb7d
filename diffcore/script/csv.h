#pragma once

#include <QByteArray>
#include <QStringList>

namespace Rejoin {

/// A field as RFC 4180 has it: quoted where it must be.
[[nodiscard]] QString csvField(const QString &text);
/// One record as RFC 4180 has it: fields quoted where they must be, ended by CR LF, in UTF-8. A field that a
/// spreadsheet would take for a formula gets an apostrophe before it.
[[nodiscard]] QByteArray csvLine(const QStringList &fields);

} // namespace Rejoin
