#include "diffcore/evidence/baselinedatabase.h"

#include <QHash>

namespace Rejoin {

BaselineDatabase::BaselineDatabase(Connection &baseline, const AlignedTable &table, const CancelToken &cancel)
    : m_table(table)
{
    if (table.in.baseline)
        m_fetcher.emplace(baseline, table, Version::Baseline, cancel);
}

QString BaselineDatabase::name() const
{
    return QStringLiteral("baseline database");
}

QString BaselineDatabase::limits() const
{
    return m_fetcher
               ? QString()
               : QStringLiteral("The baseline has no such table, so every row counts as inserted since the split.");
}

Result<QList<Knowledge>> BaselineDatabase::ask(const QList<RowKey> &keys, const QList<PerSide<std::optional<Row>>> &)
{
    QHash<RowKey, Row> found;
    if (m_fetcher && !keys.isEmpty()) {
        REJOIN_TRY_VALUE(rows, m_fetcher->withKeys(keys));
        for (const Row &row : std::as_const(rows))
            found.insert(m_table.keyOf(row), row);
    }
    QList<Knowledge> answers;
    answers.reserve(keys.size());
    for (const RowKey &key : keys) {
        const auto row = found.constFind(key);
        answers.append({.baselineKnown = true, .row = row == found.constEnd() ? std::nullopt : std::optional(*row)});
    }
    return answers;
}

Result<QList<std::optional<qint64>>> BaselineDatabase::askCounts(const QList<Row> &rows)
{
    QList<std::optional<qint64>> counts;
    for (const Row &row : rows) {
        if (!m_fetcher) {
            counts.append(0);
            continue;
        }
        REJOIN_TRY_VALUE(count, m_fetcher->countEqual(row));
        counts.append(count);
    }
    return counts;
}

} // namespace Rejoin
