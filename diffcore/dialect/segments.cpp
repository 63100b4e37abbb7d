#include "diffcore/dialect/segments.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Rejoin {

NumberSpan Segmenting::numbersOf(qint64 segment) const
{
    const qint64 lowest = origin + segment * width;
    const qint64 lastStart = std::numeric_limits<qint64>::max() - (width - 1);
    return {lowest, lowest > lastStart ? std::numeric_limits<qint64>::max() : lowest + (width - 1)};
}

QString spanCondition(const QString &column, const NumberSpan &span)
{
    return column + u" BETWEEN "_s + QString::number(span.lowest) + u" AND "_s + QString::number(span.highest);
}

QString numbersCondition(const QString &column, const Segmenting &segmenting, QList<qint64> segments)
{
    std::ranges::sort(segments);
    QStringList pieces;
    for (qsizetype first = 0; first < segments.size();) {
        qsizetype last = first;
        while (last + 1 < segments.size() && segments[last + 1] == segments[last] + 1)
            ++last;
        pieces += spanCondition(
            column, {segmenting.numbersOf(segments[first]).lowest, segmenting.numbersOf(segments[last]).highest});
        first = last + 1;
    }
    return pieces.isEmpty() ? u"1 = 0"_s : pieces.join(u" OR "_s);
}

QString numberList(const QList<qint64> &numbers)
{
    QStringList texts;
    texts.reserve(numbers.size());
    for (const qint64 number : numbers)
        texts += QString::number(number);
    return texts.join(u", "_s);
}

} // namespace Rejoin
