#include "tests/bench/figure.h"

#include <QJsonArray>
#include <QLocale>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Rejoin::Bench {

namespace {

QString number(double figure, Unit unit)
{
    switch (unit) {
    case Unit::Ratio: return QString::number(figure, 'f', 2);
    case Unit::Seconds: return QString::number(figure, 'f', 2) + u" s"_s;
    case Unit::Milliseconds: return QString::number(figure, 'f', 0) + u" ms"_s;
    case Unit::Megabytes: return QString::number(figure, 'f', 0) + u" MB"_s;
    case Unit::Rows: return QString::number(figure, 'f', 0);
    }
    return {};
}

/// As it stands in the table, bounds such as 1.3 without more digits than they have.
QString boundText(const Figure &figure)
{
    if (!figure.bound)
        return u"–"_s;
    const auto sign = [&] {
        switch (figure.bound->kind) {
        case Bound::Kind::AtMost: return u"≤ "_s;
        case Bound::Kind::AtLeast: return u"≥ "_s;
        case Bound::Kind::Exactly: return u"= "_s;
        }
        return QString();
    }();
    const double value = figure.bound->value;
    return sign + (figure.unit == Unit::Ratio && qFuzzyCompare(std::round(value * 10), value * 10)
                       ? QString::number(value, 'f', 1)
                       : number(value, figure.unit));
}

QString verdict(const Figure &figure)
{
    if (!figure.reached)
        return figure.failed ? u"FAILED"_s : QString();
    if (!figure.isSound())
        return u"UNSOUND"_s;
    if (!figure.bound)
        return {};
    return figure.meets() ? u"yes"_s : u"no"_s;
}

QString samplesText(const Figure &figure)
{
    QStringList texts;
    for (const Samples &samples : figure.samples)
        texts += sampleText(samples.middle(), samples.unit);
    return texts.join(u" ÷ "_s);
}

QString remark(const Figure &figure)
{
    if (!figure.reached)
        return figure.reason;
    QStringList parts;
    if (!figure.of.isEmpty())
        parts += figure.of;
    if (figure.unit == Unit::Ratio && !figure.samples.isEmpty())
        parts += samplesText(figure);
    for (const Count &count : figure.counts) {
        if (count.found != count.expected)
            parts += u"%1: %2 instead of %3"_s.arg(count.what).arg(count.found).arg(count.expected);
    }
    return parts.join(u": "_s);
}

QStringList cellsOf(const Figure &figure)
{
    return {figure.measure, figure.reached ? number(*figure.reached, figure.unit) : u"–"_s, boundText(figure),
            verdict(figure), remark(figure)};
}

QString line(const QStringList &cells, const QList<qsizetype> &widths)
{
    QString text;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const bool last = i + 1 == cells.size();
        text += last ? cells.at(i) : cells.at(i).leftJustified(widths.at(i) + 2);
    }
    while (text.endsWith(u' '))
        text.chop(1);
    return text + u'\n';
}

QString word(Unit unit)
{
    switch (unit) {
    case Unit::Ratio: return u"ratio"_s;
    case Unit::Milliseconds: return u"ms"_s;
    case Unit::Seconds: return u"s"_s;
    case Unit::Megabytes: return u"MB"_s;
    case Unit::Rows: return u"rows"_s;
    }
    return {};
}

QString word(Bound::Kind kind)
{
    switch (kind) {
    case Bound::Kind::AtMost: return u"atMost"_s;
    case Bound::Kind::AtLeast: return u"atLeast"_s;
    case Bound::Kind::Exactly: return u"exactly"_s;
    }
    return {};
}

} // namespace

bool Bound::holds(double figure) const
{
    switch (kind) {
    case Kind::AtMost: return figure <= value;
    case Kind::AtLeast: return figure >= value;
    case Kind::Exactly: return figure == value;
    }
    return false;
}

bool Figure::isSound() const
{
    return reached && std::ranges::all_of(counts, [](const Count &count) { return count.found == count.expected; });
}

bool Figure::meets() const
{
    return isSound() && (!bound || bound->holds(*reached));
}

QString sampleText(double figure, Samples::Unit unit)
{
    switch (unit) {
    case Samples::Unit::Seconds: return QString::number(figure, 'f', figure < 1 ? 3 : 2) + u" s"_s;
    case Samples::Unit::Bytes: return QString::number(figure / 1e6, 'f', 0) + u" MB"_s;
    case Samples::Unit::RowsPerSecond: return QLocale(QLocale::English).toString(qRound64(figure)) + u" rows/s"_s;
    }
    return {};
}

Figure ratioOf(const Samples &over, const Samples &under)
{
    Figure figure;
    figure.reached = over.middle() / under.middle();
    figure.of = u"÷ "_s + under.what;
    figure.samples = {over, under};
    return figure;
}

QString tableOf(const QList<Figure> &figures)
{
    QList<QStringList> lines{{u"measure"_s, u"reached"_s, u"must reach"_s, QString(), u"ratio of what"_s}};
    for (const Figure &figure : figures)
        lines += cellsOf(figure);
    QList<qsizetype> widths(lines.first().size(), 0);
    for (const QStringList &cells : std::as_const(lines)) {
        for (qsizetype i = 0; i < cells.size(); ++i)
            widths[i] = qMax(widths.at(i), cells.at(i).size());
    }
    QString text;
    for (const QStringList &cells : std::as_const(lines))
        text += line(cells, widths);
    return text;
}

QJsonObject jsonOf(const Figure &figure)
{
    QJsonArray samples;
    for (const Samples &one : figure.samples) {
        QJsonArray figures;
        for (const double value : one.figures)
            figures.append(value);
        samples.append(QJsonObject{{u"what"_s, one.what}, {u"figures"_s, figures}});
    }
    QJsonArray counts;
    for (const Count &count : figure.counts)
        counts.append(QJsonObject{{u"what"_s, count.what}, {u"found"_s, count.found}, {u"expected"_s, count.expected}});
    QJsonObject json{{u"row"_s, figure.row},         {u"measure"_s, figure.measure}, {u"of"_s, figure.of},
                     {u"unit"_s, word(figure.unit)}, {u"reached"_s, QJsonValue()},   {u"bound"_s, QJsonValue()},
                     {u"meets"_s, QJsonValue()},     {u"sound"_s, figure.isSound()}, {u"samples"_s, samples},
                     {u"counts"_s, counts},          {u"reason"_s, figure.reason},   {u"failed"_s, figure.failed}};
    if (figure.reached)
        json.insert(u"reached"_s, *figure.reached);
    if (figure.bound) {
        json.insert(u"bound"_s, QJsonObject{{u"kind"_s, word(figure.bound->kind)}, {u"value"_s, figure.bound->value}});
        if (figure.reached)
            json.insert(u"meets"_s, figure.meets());
    }
    return json;
}

} // namespace Rejoin::Bench
