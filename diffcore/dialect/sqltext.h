#pragma once

#include <QString>

namespace Rejoin {

/// Text for one line of a comment or message: nothing in it can end the line or hide a part of it.
[[nodiscard]] QString oneLine(const QString &text);

/// `text` between `quote`s, those in it doubled.
[[nodiscard]] QString doubledQuotes(const QString &text, QChar quote);

} // namespace Rejoin
