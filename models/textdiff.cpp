#include "models/textdiff.h"

#include <algorithm>
#include <vector>

namespace Rejoin {

namespace {

/// Cells of the table that finds the longest common part; more are not made.
constexpr qsizetype largestTable = 4'000'000;

using Tokens = QList<QStringView>;

Tokens words(QStringView text)
{
    Tokens tokens;
    qsizetype start = 0;
    while (start < text.size()) {
        qsizetype end = start + 1;
        if (text[start].isLetterOrNumber()) {
            while (end < text.size() && text[end].isLetterOrNumber())
                ++end;
        }
        tokens.append(text.sliced(start, end - start));
        start = end;
    }
    return tokens;
}

/// By token of `after`: whether it is in a longest common subsequence.
std::vector<bool> common(const Tokens &before, const Tokens &after)
{
    const auto columns = size_t(after.size()) + 1;
    std::vector<quint32> longest((size_t(before.size()) + 1) * columns, 0);
    const auto at = [&](qsizetype i, qsizetype j) -> quint32 & { return longest[size_t(i) * columns + size_t(j)]; };
    for (qsizetype i = before.size() - 1; i >= 0; --i) {
        for (qsizetype j = after.size() - 1; j >= 0; --j)
            at(i, j) = before[i] == after[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
    }
    std::vector<bool> kept(size_t(after.size()), false);
    for (qsizetype i = 0, j = 0; i < before.size() && j < after.size();) {
        if (before[i] == after[j]) {
            kept[size_t(j)] = true;
            ++i;
            ++j;
        } else if (at(i + 1, j) >= at(i, j + 1)) {
            ++i;
        } else {
            ++j;
        }
    }
    return kept;
}

void add(QList<TextRange> &ranges, qsizetype start, qsizetype length)
{
    if (length == 0)
        return;
    if (!ranges.isEmpty() && ranges.last().start + ranges.last().length == start)
        ranges.last().length += length;
    else
        ranges.append({start, length});
}

} // namespace

QList<TextRange> changedRanges(const QString &before, const QString &text)
{
    qsizetype prefix = 0;
    const qsizetype shorter = std::min(before.size(), text.size());
    while (prefix < shorter && before[prefix] == text[prefix])
        ++prefix;
    qsizetype suffix = 0;
    while (suffix < shorter - prefix && before[before.size() - 1 - suffix] == text[text.size() - 1 - suffix])
        ++suffix;
    const QStringView was = QStringView(before).sliced(prefix, before.size() - prefix - suffix);
    const QStringView is = QStringView(text).sliced(prefix, text.size() - prefix - suffix);
    QList<TextRange> ranges;
    const Tokens old = words(was);
    const Tokens now = words(is);
    if (was.isEmpty() || is.isEmpty() || old.size() * now.size() > largestTable) {
        add(ranges, prefix, is.size());
        return ranges;
    }
    const std::vector<bool> kept = common(old, now);
    qsizetype start = prefix;
    for (qsizetype token = 0; token < now.size(); ++token) {
        if (!kept[size_t(token)])
            add(ranges, start, now[token].size());
        start += now[token].size();
    }
    return ranges;
}

} // namespace Rejoin
