#include "diffcore/evidence/sharedkeys.h"

#include "diffcore/compare/rowfetcher.h"
#include "diffcore/evidence/timestampcolumn.h"
#include "diffcore/value/valuetime.h"

#include <QRegularExpression>
#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr qint64 keysAtOnce = 500;
constexpr qint64 mostKeys = 20 * keysAtOnce; ///< looked at from the highest down

/// The column in which a row notes when it was entered, or else when it was last written; -1 where there is none.
int timeColumn(const AlignedTable &table, const Row &row)
{
    static const QRegularExpression entered(
        u"(creat|insert|enter|order|plac|add|book|regist|receiv)\\w*?_?(at|on|time|ts|date|utc)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    for (int column = 0; column < table.columns.size(); ++column) {
        if (entered.match(table.columns[column].name).hasMatch() && timeOf(row.at(column)))
            return column;
    }
    for (const int column : TimestampColumn::proposed(table)) {
        if (timeOf(row.at(column)))
            return column;
    }
    return -1;
}

Result<QSet<qint64>> unlikeKeys(const Session &session, int table)
{
    constexpr int pageRows = 1000;
    QSet<qint64> keys;
    for (qint64 after = 0;;) {
        REJOIN_TRY_VALUE(page, session.page({.table = table}, after, pageRows));
        for (const Difference &difference : std::as_const(page)) {
            if (const auto number = difference.key.values.first().toInteger())
                keys.insert(*number);
        }
        if (page.size() < pageRows)
            return keys;
        after = page.last().id;
    }
}

/// The row with the highest key that is no difference; nothing where there is none among those that are looked at.
Result<std::optional<Row>> highestAlike(Connection &a, const AlignedTable &table, const QSet<qint64> &unlike,
                                        qint64 highest, const CancelToken &cancel)
{
    RowFetcher fetcher(a, table, Version::A, cancel);
    for (qint64 from = highest; from > 0 && from > highest - mostKeys; from -= keysAtOnce) {
        QList<RowKey> keys;
        for (qint64 key = from; key > 0 && key > from - keysAtOnce; --key) {
            if (!unlike.contains(key))
                keys.append({{Value::integer(key)}});
        }
        REJOIN_TRY_VALUE(rows, fetcher.withKeys(keys));
        const auto best = std::ranges::max_element(
            rows, {}, [&](const Row &row) { return table.keyOf(row).values.first().toInteger().value_or(0); });
        if (best != rows.end())
            return std::optional(*best);
    }
    return std::optional<Row>();
}

} // namespace

Result<QList<SplitProposal>> lastSharedRows(Connection &a, const Session &session, const CancelToken &cancel)
{
    QList<SplitProposal> proposals;
    REJOIN_TRY_VALUE(statuses, session.statuses());
    for (int i = 0; i < statuses.size(); ++i) {
        const AlignedTable &table = session.alignment().tables[i];
        const TableStatus &status = statuses[i];
        const bool isWhole =
            status.state == TableStatus::State::Compared && status.extent == TableStatus::Extent::Whole;
        if (!isWhole || table.keyColumns.size() != 1 || table.generatedKeyColumn() < 0 || !status.generators.a.highest)
            continue;
        REJOIN_TRY_VALUE(unlike, unlikeKeys(session, i));
        REJOIN_TRY_VALUE(row, highestAlike(a, table, unlike, *status.generators.a.highest, cancel));
        const int column = row ? timeColumn(table, *row) : -1;
        if (column < 0)
            continue;
        proposals.append({*timeOf(row->at(column)),
                          u"the row with the highest key that A and B share: %1 of %2; the servers parted after"_s.arg(
                              table.columns[column].name, table.describeKey(table.keyOf(*row)))});
    }
    return proposals;
}

} // namespace Rejoin
