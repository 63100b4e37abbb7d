#include "diffcore/evidence/highestkey.h"

#include "diffcore/evidence/means.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

HighestKey::HighestKey(const AlignedTable &table, qint64 highest)
    : m_table(table)
    , m_highest(highest)
    , m_keyPart(table.keyColumns.indexOf(table.generatedKeyColumn()))
{
    Q_ASSERT(m_keyPart >= 0);
}

QString HighestKey::name() const
{
    return meansName(Means::HighestKey);
}

QString HighestKey::limits() const
{
    return u"Rows above %1 %2 were inserted since the split; of rows up to it nothing tells who updated or deleted them."_s
        .arg(m_table.columns[m_table.generatedKeyColumn()].name)
        .arg(m_highest);
}

Result<QList<Knowledge>> HighestKey::ask(const QList<RowKey> &keys, const QList<PerSide<std::optional<Row>>> &)
{
    QList<Knowledge> answers;
    answers.reserve(keys.size());
    for (const RowKey &key : keys) {
        const std::optional<qint64> number = key.values[m_keyPart].toInteger();
        answers.append({.baselineKnown = number && *number > m_highest, .row = {}});
    }
    return answers;
}

GeneratorState HighestKey::generatorAtSplit() const
{
    return {.lastGiven = {}, .highest = m_highest};
}

} // namespace Rejoin
