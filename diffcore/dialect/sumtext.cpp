#include "diffcore/dialect/sumtext.h"

#include <bit>

using namespace Qt::StringLiterals;

namespace Rejoin {

static quint64 remainderOf(quint64 sum)
{
    const qint64 number = std::bit_cast<qint64>(sum) % primeOfSums;
    return static_cast<quint64>(number < 0 ? number + primeOfSums : number);
}

quint64 addedModuloPrime(quint64 left, quint64 right)
{
    return (remainderOf(left) + remainderOf(right)) % static_cast<quint64>(primeOfSums); // two of 63 bits fit
}

SumText::SumText(const Dialect &dialect, const Summing &what)
    : m_dialect(dialect)
    , m_what(what)
{
}

QString SumText::segments() const
{
    const QString segment = this->segment();
    return u"SELECT "_s + segment + u" AS segment, count(*), "_s + sum(hash()) + from({}) + u" GROUP BY "_s + segment;
}

QString SumText::rows(const QList<qint64> &segments) const
{
    QStringList cells;
    for (const QString &key : m_what.keyColumns)
        cells += cell(columnOf(key));
    const QString chosen = m_what.segmenting.by == Segmenting::By::Runs
                               ? numbersCondition(number(), m_what.segmenting, segments)
                               : segment() + u" IN ("_s + numberList(segments) + u')';
    return u"SELECT "_s + cells.join(u", "_s) + u", "_s + hash() + from(chosen);
}

Column SumText::columnOf(const QString &name) const
{
    const Column *column = m_what.table->column(name);
    Column unknown;
    unknown.name = name;
    return column ? *column : unknown;
}

QString SumText::named(const QString &column) const
{
    return u"t."_s + m_dialect.name(column);
}

QString SumText::segment() const
{
    switch (m_what.segmenting.by) {
    case Segmenting::By::Runs: return run(number());
    case Segmenting::By::Hash: return bucket();
    }
    Q_UNREACHABLE_RETURN({});
}

QString SumText::from(const QString &more) const
{
    QStringList conditions;
    if (m_what.within)
        conditions += spanCondition(number(), *m_what.within);
    const Selection keys{.table = m_what.table, .columns = m_what.keyColumns, .keyColumns = m_what.keyColumns};
    if (m_what.range.after || m_what.range.through)
        conditions += m_dialect.withinRange(keys, m_what.range);
    if (!m_what.condition.isEmpty())
        conditions += u'(' + m_what.condition + u')';
    if (!more.isEmpty())
        conditions += u'(' + more + u')';
    return u" FROM "_s + m_dialect.name(m_what.table->name) + u" AS t"_s +
           (conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u" AND "_s));
}

} // namespace Rejoin
