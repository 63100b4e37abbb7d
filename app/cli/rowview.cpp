#include "app/cli/rowview.h"

#include "diffcore/merge/masking.h"
#include "diffcore/merge/suggestion.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

QString cellText(const AlignedTable &table, const std::optional<Row> &row, int column)
{
    constexpr int width = 36;
    if (!row)
        return u"–"_s;
    const Value value = shownValue(table.columns[column], row->at(column));
    if (value.isAbsent())
        return u"(no column)"_s;
    return value.isNull() ? u"NULL"_s : shortened(value.toText(), width);
}

/// True where two versions that have the row do not agree, or only one has it.
bool worthShowing(const Difference &difference, int column)
{
    QList<Value> values;
    for (const Version version : allVersions) {
        if (const auto &row = difference.rows[version]; row && !row->at(column).isAbsent())
            values += row->at(column);
    }
    if (values.isEmpty())
        return false;
    return values.size() == 1 || std::ranges::any_of(values, [&](const Value &value) { return value != values[0]; });
}

TextTable cellTable(const AlignedTable &table, const Difference &difference)
{
    using Align = TextTable::Align;
    TextTable cells({Align::Left, Align::Left, Align::Left, Align::Left}, 4);
    cells.add({u"column"_s, u"baseline"_s, u"A"_s, u"B"_s});
    for (int column = 0; column < table.columns.size(); ++column) {
        if (worthShowing(difference, column))
            cells.add({table.columns[column].name,
                       difference.baselineKnown ? cellText(table, difference.rows.baseline, column) : u"unknown"_s,
                       cellText(table, difference.rows.a, column), cellText(table, difference.rows.b, column)});
    }
    return cells;
}

QString because(const AlignedTable &table, const Decision &decision)
{
    QString text = kindText(shownKind(table, decision.kind)) + u" ("_s + originText(decision);
    if (!decision.by.isEmpty())
        text += u" "_s + decision.by;
    text += u')';
    return decision.reason.isEmpty() ? text : text + u": "_s + decision.reason;
}

QJsonValue valueJson(const Value &value)
{
    return value.isPresent() ? QJsonValue(value.toText()) : QJsonValue();
}

QJsonValue rowValues(const AlignedTable &table, const std::optional<Row> &row)
{
    if (!row)
        return {};
    QJsonObject json;
    for (int i = 0; i < table.columns.size(); ++i) {
        if (!row->at(i).isAbsent())
            json.insert(table.columns[i].name, valueJson(shownValue(table.columns[i], row->at(i))));
    }
    return json;
}

QJsonObject keyJson(const AlignedTable &table, const RowKey &key)
{
    QStringList names;
    for (const int column : table.keyColumns)
        names += table.columns[column].name;
    if (table.isKeyless()) {
        for (const AlignedColumn &column : table.columns) {
            if (column.compared)
                names += column.name;
        }
        names += u"no"_s; // which of several equal rows
    }
    QJsonObject json;
    for (qsizetype i = 0; i < qMin(names.size(), key.values.size()); ++i)
        json.insert(names[i], valueJson(key.values[i]));
    return json;
}

QJsonValue decisionJson(const AlignedTable &table, const Decision &decision)
{
    if (decision.isUnresolved())
        return {};
    return QJsonObject{
        {u"kind"_s, kindText(shownKind(table, decision.kind))},
        {u"origin"_s, originText(decision)},
        {u"reason"_s, decision.reason},
        {u"by"_s, decision.by},
        {u"at"_s, decision.at.isValid() ? QJsonValue(decision.at.toUTC().toString(Qt::ISODate)) : QJsonValue()},
    };
}

/// With what opened the row again.
QString undecided(const Difference &difference)
{
    const QString &why = difference.decision.reason;
    return why.isEmpty() ? u"undecided"_s : u"undecided: "_s + printable(why);
}

} // namespace

void printRow(const AlignedTable &table, const Difference &difference, Side moves, Output &output)
{
    QString title = u"#%1 %2 · %3"_s.arg(QString::number(difference.id), printable(table.describeKey(difference.key)),
                                         outcomeName(difference.outcome));
    if (difference.entangled && difference.rows.a == difference.rows.b)
        title += u" · equal in every digit, yet the keys may name two things"_s;
    else if (difference.entangled)
        title += u" · refers to a key that names two rows, so equal digits may mean two things"_s;
    output.line(title);
    cellTable(table, difference).print(output);
    const std::optional<Decision> suggested = difference.resolved ? std::nullopt : suggestion(table, difference, moves);
    output.line(u"    decision: "_s +
                (difference.resolved ? printable(because(table, difference.decision)) : undecided(difference)));
    if (suggested)
        output.line(u"    suggested: %1: %2"_s.arg(kindText(suggested->kind), printable(suggested->reason)));
    output.line();
}

QJsonObject rowJson(const AlignedTable &table, const Difference &difference)
{
    return {
        {u"table"_s, table.name.display()},
        {u"key"_s, keyJson(table, difference.key)},
        {u"outcome"_s, outcomeName(difference.outcome)},
        {u"baseline"_s, rowValues(table, difference.rows.baseline)},
        {u"a"_s, rowValues(table, difference.rows.a)},
        {u"b"_s, rowValues(table, difference.rows.b)},
        {u"decision"_s, decisionJson(table, difference.decision)},
        {u"id"_s, difference.id},
        {u"resolved"_s, difference.resolved},
        {u"entangled"_s, difference.entangled},
    };
}

void printConflict(const ConstraintConflict &conflict, Output &output)
{
    output.line(u"%1 conflict: %2"_s.arg(kindName(conflict.kind), printable(conflict.message)));
    for (const QString &choice : conflict.choices)
        output.line(u"    - "_s + printable(choice));
    output.line();
}

} // namespace Rejoin
