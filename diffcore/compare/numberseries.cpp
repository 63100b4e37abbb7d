#include "diffcore/compare/numberseries.h"

#include "diffcore/compare/rowfetcher.h"
#include "diffcore/merge/numbertemplate.h"
#include "diffcore/merge/renumber.h"

namespace Rejoin {

namespace {

constexpr int pageRows = 5000;

template <typename Work> void eachColumn(const Alignment &alignment, const QList<Rule> &rules, Work work)
{
    for (const Rule &rule : rules) {
        if (rule.kind != Rule::Kind::Renumber)
            continue;
        for (int table = 0; table < alignment.tables.size(); ++table) {
            const int column = alignment.tables[table].columnIndex(rule.column);
            if (column >= 0 && matchesGlob(rule.table, alignment.tables[table].name))
                work(rule, table, column);
        }
    }
}

void count(QList<NumberSeries> &series, const Value &value)
{
    if (!value.isPresent())
        return;
    const QString number = value.toText();
    for (NumberSeries &each : series) {
        if (const auto counter = NumberTemplate::counterIn(each.series, number))
            each.highest = std::max(each.highest, *counter);
    }
}

/// Every row of one server, in pages by its key.
Result<void> readAll(RowFetcher &fetcher, const AlignedTable &table, int column, QList<NumberSeries> &series)
{
    if (table.isKeyless())
        return fetcher.each([&](const Row &row) -> Result<void> {
            count(series, row.at(column));
            return {};
        });
    KeyRange range;
    for (;;) {
        REJOIN_TRY_VALUE(rows, fetcher.page(range, pageRows));
        if (rows.isEmpty())
            return {};
        for (const Row &row : std::as_const(rows))
            count(series, row.at(column));
        range.after = table.keyOf(rows.constLast()).values;
    }
}

} // namespace

Result<void> readNumberSeries(Servers &servers, Session &session, const QList<Rule> &rules, const CancelToken &cancel)
{
    struct Wanted
    {
        Rule rule;
        int table;
        int column;
    };
    QList<Wanted> wanted;
    eachColumn(session.alignment(), rules,
               [&](const Rule &rule, int table, int column) { wanted.append({rule, table, column}); });
    if (wanted.isEmpty())
        return {};
    REJOIN_TRY_VALUE(input, session.mergeInput());
    QList<NumberSeries> found;
    for (const Wanted &each : std::as_const(wanted)) {
        const AlignedTable &table = input.alignment.tables[each.table];
        REJOIN_TRY_VALUE(names, seriesNeeded(each.rule, input, each.table));
        QList<NumberSeries> series;
        for (const QString &name : std::as_const(names))
            series.append({table.name.display(), table.columns[each.column].name, name, 0});
        if (series.isEmpty())
            continue;
        for (const Side side : bothSides) {
            RowFetcher fetcher(servers[side], table, versionOf(side), cancel);
            REJOIN_TRY(readAll(fetcher, table, each.column, series));
        }
        found += series;
    }
    return session.setNumberSeries(found);
}

void markHandedOut(Alignment &alignment, const QList<Rule> &rules)
{
    eachColumn(alignment, rules, [&](const Rule &, int table, int column) {
        if (alignment.tables[table].keyColumns.contains(column))
            alignment.tables[table].columns[column].handedOut = true;
    });
}

} // namespace Rejoin
