#include "diffcore/evidence/baselinedatabase.h"

#include "diffcore/evidence/means.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace Rejoin {

QString BaselineDatabase::whyNot(const AlignedTable &table)
{
    const std::optional<Table> &baseline = table.in.baseline;
    if (!baseline)
        return {};
    if (!baseline->whyNotComparable.isEmpty())
        return u"the baseline's table cannot be read: %1"_s.arg(baseline->whyNotComparable);
    for (int i = 0; i < table.columns.size(); ++i) {
        const AlignedColumn &column = table.columns[i];
        const bool identifies = table.isKeyless() ? column.compared : table.keyColumns.contains(i);
        if (identifies && !column.in.baseline)
            return u"the baseline's table has no column %1, so its rows cannot be told apart"_s.arg(column.name);
        if (identifies && !table.isKeyless() && column.in.baseline->family != column.definition().family)
            return u"key column %1 has another type in the baseline"_s.arg(column.name);
    }
    return {};
}

BaselineDatabase::BaselineDatabase(Connection &baseline, const AlignedTable &table, const CancelToken &cancel)
    : m_table(table)
{
    if (table.in.baseline)
        m_fetcher.emplace(baseline, table, Version::Baseline, cancel);
}

QString BaselineDatabase::name() const
{
    return meansName(Means::BaselineDatabase);
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
