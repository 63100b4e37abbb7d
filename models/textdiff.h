#pragma once

#include <QList>
#include <QString>

namespace Rejoin {

/// Some characters of a text.
struct TextRange
{
    qsizetype start = 0;
    qsizetype length = 0;

    friend bool operator==(const TextRange &, const TextRange &) = default;
};

/// What of `text` is not in `before`, in order: first what lies between their common start and end, by characters; in
/// it by words, unless the texts are too long for that.
[[nodiscard]] QList<TextRange> changedRanges(const QString &before, const QString &text);

} // namespace Rejoin
