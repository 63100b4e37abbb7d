#include "app/cli/statusview.h"

#include "app/cli/reservations.h"
#include "app/cli/work.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// A column of the table for people: some outcomes stand together.
struct CountColumn
{
    QString heading;
    QList<Outcome> outcomes;
};

QList<CountColumn> countColumns()
{
    return {
        {u"only A"_s, {Outcome::OnlyA}},
        {u"only B"_s, {Outcome::OnlyB}},
        {u"collisions"_s, {Outcome::KeyCollision}},
        {u"merged"_s, {Outcome::CellMerge}},
        {u"conflicts"_s, {Outcome::CellConflict, Outcome::DeleteUpdate, Outcome::UpdateDelete}},
        {u"unknown"_s, {Outcome::MissingUnknown, Outcome::DriftedBefore}},
    };
}

QString figure(qint64 number)
{
    return number == 0 ? u"·"_s : QString::number(number);
}

qint64 differencesOf(const TableCounts &counts)
{
    qint64 sum = 0;
    for (const Outcome outcome : allOutcomes) {
        if (outcome != Outcome::Unchanged && outcome != Outcome::Convergent)
            sum += counts.outcomes.value(outcome);
    }
    return sum;
}

qint64 missingOf(const TableCounts &counts)
{
    return counts.unresolved + counts.constraintConflicts;
}

bool notCompared(const TableStatus &status)
{
    return status.state != TableStatus::State::Compared;
}

QString stateText(const TableStatus &status, const TableCounts &counts)
{
    if (notCompared(status))
        return stateName(status.state);
    if (missingOf(counts) > 0)
        return u"undecided"_s;
    if (differencesOf(counts) > 0)
        return u"decided"_s;
    return status.extent == TableStatus::Extent::Changes ? u"no changes"_s : u"identical"_s;
}

QStringList heading()
{
    QStringList cells{u"table"_s};
    for (const CountColumn &column : countColumns())
        cells += column.heading;
    return cells + QStringList{u"constraints"_s, u"undecided"_s, u"state"_s};
}

QStringList figures(const QString &name, const TableCounts &counts, const QString &state)
{
    QStringList cells{name};
    for (const CountColumn &column : countColumns()) {
        qint64 sum = 0;
        for (const Outcome outcome : column.outcomes)
            sum += counts.outcomes.value(outcome);
        cells += figure(sum);
    }
    return cells + QStringList{figure(counts.constraintConflicts), figure(missingOf(counts)), state};
}

TableCounts totalOf(const QList<TableCounts> &all)
{
    TableCounts total;
    for (const TableCounts &counts : all) {
        for (const auto [outcome, number] : counts.outcomes.asKeyValueRange())
            total.outcomes[outcome] += number;
        total.unresolved += counts.unresolved;
        total.constraintConflicts += counts.constraintConflicts;
    }
    return total;
}

QJsonValue numberJson(std::optional<qint64> number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonObject outcomesJson(const TableCounts &counts)
{
    QJsonObject json;
    for (const Outcome outcome : allOutcomes) {
        if (outcome != Outcome::Unchanged)
            json.insert(outcomeName(outcome), counts.outcomes.value(outcome));
    }
    // rows that changed alike on both sides are not among the differences, so they are counted only where they were met
    if (!counts.outcomes.contains(Outcome::Convergent))
        json.insert(outcomeName(Outcome::Convergent), QJsonValue());
    json.insert(u"ConstraintConflict"_s, counts.constraintConflicts);
    return json;
}

/// The conditions on rows; null where all are compared.
QJsonValue whereJson(const AlignedTable &table)
{
    if (!table.isFiltered())
        return {};
    return QJsonObject{{u"a"_s, table.filters.a}, {u"b"_s, table.filters.b}};
}

QJsonObject tableJson(const AlignedTable &table, const TableStatus &status, const TableCounts &counts)
{
    QJsonArray key;
    for (const int column : table.keyColumns)
        key.append(table.columns.at(column).name);
    return {
        {u"table"_s, table.name.display()},
        {u"key"_s, key},
        {u"state"_s, stateName(status.state)},
        {u"extent"_s, status.extent == TableStatus::Extent::Changes ? u"changes"_s : u"whole"_s},
        {u"evidence"_s, status.evidence},
        {u"rows"_s, QJsonObject{{u"a"_s, numberJson(status.rows.a)}, {u"b"_s, numberJson(status.rows.b)}}},
        {u"outcomes"_s, outcomesJson(counts)},
        {u"unresolved"_s, missingOf(counts)},
        {u"reason"_s, status.reason},
        {u"limits"_s, status.limits},
        {u"findings"_s, QJsonArray::fromStringList(status.findings)},
        {u"columnsNotCompared"_s, QJsonArray::fromStringList(table.columnsNotCompared())},
        {u"columnsNotWritten"_s, QJsonArray::fromStringList(table.columnsNotWritten())},
        {u"where"_s, whereJson(table)},
    };
}

} // namespace

QStringList scopeRemarks(const AlignedTable &table)
{
    QStringList remarks;
    if (const QStringList columns = table.columnsNotWritten(); !columns.isEmpty())
        remarks += u"not written: %1"_s.arg(columns.join(u", "_s));
    if (table.isFiltered())
        remarks += table.filterText();
    return remarks;
}

Exit Overview::exit() const
{
    if (missingDecisions() > 0)
        return Exit::Undecided;
    if (differences > 0)
        return Exit::Differences;
    return notCompared > 0 ? Exit::Unsupported : Exit::Done;
}

Result<Overview> overviewOf(const Session &session)
{
    Overview overview;
    REJOIN_TRY_VALUE(statuses, session.statuses());
    REJOIN_TRY_VALUE(counts, session.counts());
    REJOIN_TRY_VALUE(conflicts, session.constraintConflicts());
    overview.statuses = std::move(statuses);
    overview.counts = std::move(counts);
    overview.conflicts = std::move(conflicts);
    for (const TableCounts &table : overview.counts) {
        overview.differences += differencesOf(table);
        overview.unresolvedRows += table.unresolved;
    }
    // what is suggested is to keep both of two rows that were given one key
    DifferenceFilter suggested{.outcomes = {Outcome::KeyCollision}, .unresolvedOnly = true};
    REJOIN_TRY_VALUE(first, session.page(suggested, 0, 1));
    overview.suggestions = !first.isEmpty();
    overview.canBeMerged = session.alignment().canBeMerged();
    overview.notCompared = int(std::ranges::count_if(overview.statuses, notCompared));
    overview.filtered = int(std::ranges::count_if(session.alignment().tables, &AlignedTable::isFiltered));
    overview.changesOnly =
        int(std::ranges::count(overview.statuses, TableStatus::Extent::Changes, &TableStatus::extent));
    return overview;
}

void printOverview(const Session &session, const Overview &overview, Output &output)
{
    using Align = TextTable::Align;
    const ComparisonHeader &header = session.header();
    output.line(u"%1  ⇄  %2   since %3"_s.arg(header.titles.a, header.titles.b, timeText(header.since)));
    output.line();

    QList<Align> columns(heading().size(), Align::Right);
    columns.first() = columns.last() = Align::Left;
    TextTable table(columns);
    table.add(heading());
    const QList<AlignedTable> &tables = session.alignment().tables;
    for (qsizetype i = 0; i < tables.size(); ++i)
        table.add(
            figures(tables[i].name.display(), overview.counts[i], stateText(overview.statuses[i], overview.counts[i])));
    table.add(figures(u"all"_s, totalOf(overview.counts), {}));
    table.print(output);

    QStringList remarks;
    for (qsizetype i = 0; i < tables.size(); ++i) {
        const QString name = tables[i].name.display();
        const TableStatus &status = overview.statuses[i];
        if (!status.reason.isEmpty())
            remarks += u"%1: %2"_s.arg(name, status.reason);
        const QStringList leftOut = status.reason.isEmpty() ? tables[i].columnsNotCompared() : QStringList();
        if (!leftOut.isEmpty())
            remarks += u"%1: not compared: %2"_s.arg(name, leftOut.join(u", "_s));
        for (const QString &remark : status.reason.isEmpty() ? scopeRemarks(tables[i]) : QStringList())
            remarks += u"%1: %2"_s.arg(name, remark);
        for (const QString &finding : status.findings)
            remarks += u"%1: %2"_s.arg(name, finding);
    }
    for (const ConstraintConflict &conflict : overview.conflicts)
        remarks += u"%1 conflict: %2"_s.arg(kindName(conflict.kind), conflict.message);
    remarks += reservationTexts(session).value_or(QStringList());
    remarks += warningsOf(session.relationProposals().value_or(QList<RelationProposal>()));
    if (!remarks.isEmpty())
        output.line();
    for (const QString &remark : remarks)
        output.line(u"  "_s + printable(remark));
    output.line();
}

QJsonObject overviewJson(const Session &session, const Overview &overview)
{
    const ComparisonHeader &header = session.header();
    QJsonArray tables;
    for (qsizetype i = 0; i < session.alignment().tables.size(); ++i)
        tables.append(tableJson(session.alignment().tables[i], overview.statuses[i], overview.counts[i]));
    const Result<QJsonArray> conflicts = conflictsJson(session, overview.conflicts);
    return {
        {u"rejoin"_s, 1},
        {u"a"_s, header.titles.a},
        {u"b"_s, header.titles.b},
        {u"since"_s, timeJson(header.since)},
        {u"converged"_s, overview.converged()},
        {u"unresolved"_s, overview.missingDecisions()},
        {u"tables"_s, tables},
        {u"constraintConflicts"_s, conflicts.value_or(QJsonArray())},
        {u"reserved"_s, reservationsJson(session).value_or(QJsonArray())},
    };
}

void printNextStep(const QString &projectPath, const Overview &overview, Output &output)
{
    const QString file = shellWord(projectPath);
    if (overview.missingDecisions() > 0 && overview.canBeMerged) {
        output.line(u"%1 missing. Next: rejoin %2"_s.arg(
            counted(overview.missingDecisions(), u"decision is"_s, u"decisions are"_s),
            overview.suggestions ? u"resolve %1 --accept-suggestions"_s.arg(file)
                                 : u"show %1 --unresolved"_s.arg(file)));
    } else if (overview.differences > 0 && !overview.canBeMerged) {
        output.line(
            u"The engines are not alike, so nothing can be merged. Next: rejoin report %1 --out FILE.html"_s.arg(file));
    } else if (overview.differences > 0) {
        output.line(u"All %1 decided. Next: rejoin script %2 --target both --out DIR"_s.arg(
            counted(overview.differences, u"difference is"_s, u"differences are"_s), file));
    } else if (overview.notCompared > 0) {
        output.line(u"No differences in what was compared; %1 not compared."_s.arg(
            counted(overview.notCompared, u"table was"_s, u"tables were"_s)));
    } else if (overview.changesOnly > 0) {
        output.line(u"No differences among the rows that were written since the split. For deleted rows: "
                    "rejoin compare %1 --full"_s.arg(file));
    } else {
        output.line(overview.filtered > 0 ? u"Converged: no differences among the rows that were asked for."_s
                                          : u"Converged: no differences."_s);
    }
}

Result<QStringList> conflictRows(const Session &session, const ConstraintConflict &conflict)
{
    QStringList rows;
    for (const qint64 id : conflict.differences) {
        REJOIN_TRY_VALUE(difference, session.difference(id));
        rows += session.alignment().tables.at(difference.table).describeKey(difference.key);
    }
    return rows;
}

Result<QJsonArray> conflictsJson(const Session &session, const QList<ConstraintConflict> &conflicts)
{
    QJsonArray array;
    for (const ConstraintConflict &conflict : conflicts) {
        REJOIN_TRY_VALUE(rows, conflictRows(session, conflict));
        array.append(QJsonObject{
            {u"kind"_s, kindName(conflict.kind)},
            {u"table"_s, session.alignment().tables.at(conflict.table).name.display()},
            {u"constraint"_s, conflict.constraint},
            {u"message"_s, conflict.message},
            {u"rows"_s, QJsonArray::fromStringList(rows)},
            {u"choices"_s, QJsonArray::fromStringList(conflict.choices)},
        });
    }
    return array;
}

} // namespace Rejoin
