#include "tests/support/story.h"

#include "diffcore/compare/classifier.h"
#include "diffcore/merge/rekey.h"
#include "diffcore/merge/suggestion.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace Rejoin::Testing {

using namespace Qt::StringLiterals;

namespace {

struct Told
{
    Catalog catalog;
    AlignmentOptions options;
};

void tellReference(Told &told, Table &table, const QString &column, QString target, bool declared)
{
    const QStringList parts = target.split(u'.');
    const QString parent = parts.first();
    QString parentColumn = parts.value(1);
    if (parentColumn.isEmpty()) {
        const Table *known = parent == table.name.name ? &table : told.catalog.table({{}, parent});
        parentColumn = known->columns.first().name;
    }
    if (declared)
        table.foreignKeys.append({column + u" → "_s + parent, {column}, {{}, parent}, {parentColumn}, true});
    else
        told.options.relations.append({table.name, column, {{}, parent}, parentColumn});
}

void tellColumn(Told &told, Table &table, const QString &word)
{
    static const QRegularExpression pattern(u"^(\\w+)([#*!?]*)(?:(~?)>([\\w.]+))?$"_s);
    const QRegularExpressionMatch match = pattern.match(word);
    QVERIFY2(match.hasMatch(), qPrintable(word));
    Column column;
    column.name = match.captured(1);
    const QString marks = match.captured(2);
    column.nullable = marks.contains(u'?');
    if (marks.contains(u'#'))
        column.source = ValueSource::Generated;
    table.columns.append(column);
    if (marks.contains(u'#') || marks.contains(u'*')) {
        if (!table.primaryKey)
            table.primaryKey = Key{u"primary key"_s, {}, false};
        table.primaryKey->columns.append(column.name);
    }
    if (marks.contains(u'!'))
        table.uniqueKeys.append({column.name + u" unique"_s, {column.name}, false});
    if (!match.captured(4).isEmpty())
        tellReference(told, table, column.name, match.captured(4), match.captured(3).isEmpty());
}

Told tell(const QString &text)
{
    Told told;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList words = line.simplified().split(u' ', Qt::SkipEmptyParts);
        if (words.isEmpty())
            continue;
        Table table;
        table.name = {{}, words.first()};
        for (const QString &word : words.mid(1))
            tellColumn(told, table, word);
        told.catalog.tables.append(table);
    }
    std::ranges::sort(told.catalog.tables, {}, [](const Table &table) { return table.name.name; });
    return told;
}

Value parseValue(const QString &word)
{
    bool number = false;
    const qint64 integer = word.toLongLong(&number);
    return word == u"-"_s ? Value::null() : number ? Value::integer(integer) : Value::text(word);
}

} // namespace

Story::Story(const QString &tables)
{
    const Told told = tell(tables);
    Result<Alignment> alignment = align(told.catalog, told.catalog, &told.catalog, told.options);
    if (!alignment)
        qFatal("%s", qPrintable(describe(alignment.error())));
    m_alignment = *alignment;
}

Row Story::parseRow(int table, const QString &text) const
{
    Row row;
    for (const QString &word : text.simplified().split(u' '))
        row.append(parseValue(word));
    if (row.size() != m_alignment.tables[table].columns.size())
        qFatal("%s has another number of columns: %s", qPrintable(m_alignment.tables[table].name.name),
               qPrintable(text));
    return row;
}

RowKey Story::keyFor(int table, const Row &row, const State &state) const
{
    const AlignedTable &aligned = m_alignment.tables[table];
    qint64 ordinal = 1;
    while (aligned.isKeyless() && state.value(aligned.name.name).contains(aligned.keyOf(row, ordinal)))
        ++ordinal;
    return aligned.keyOf(row, ordinal);
}

void Story::put(Version version, const QString &rows)
{
    for (const QString &line : rows.split(u'\n', Qt::SkipEmptyParts)) {
        const QString name = line.section(u':', 0, 0).trimmed();
        const int table = m_alignment.tableIndex(name);
        for (const QString &text : line.section(u':', 1).split(u';', Qt::SkipEmptyParts)) {
            if (text.trimmed().isEmpty())
                continue;
            const Row row = parseRow(table, text);
            m_states[version][name][keyFor(table, row, m_states[version])] = row;
        }
    }
}

void Story::putEverywhere(const QString &rows)
{
    for (const Version version : allVersions)
        put(version, rows);
}

void Story::drop(Version version, const QString &keys)
{
    const QString name = keys.section(u':', 0, 0).trimmed();
    for (const QString &text : keys.section(u':', 1).split(u';', Qt::SkipEmptyParts)) {
        RowKey key;
        for (const QString &word : text.simplified().split(u' '))
            key.values.append(parseValue(word));
        if (m_states[version][name].remove(key) != 1)
            qFatal("nothing to drop: %s", qPrintable(keys));
    }
}

void Story::addDifference(MergeInput &input, int table, const RowKey &key, bool entangled) const
{
    const AlignedTable &aligned = m_alignment.tables[table];
    Difference difference;
    difference.table = table;
    difference.key = key;
    for (const Version version : allVersions) {
        const QMap<RowKey, Row> rows = m_states[version].value(aligned.name.name);
        if (rows.contains(key))
            difference.rows[version] = rows[key];
    }
    const Knowledge knowledge{true, difference.rows.baseline, {}};
    const bool handedOut =
        std::ranges::any_of(aligned.keyColumns, [&](int column) { return isHandedOut(m_alignment, table, column); });
    const KeyNature nature = handedOut ? KeyNature::HandedOut : KeyNature::Natural;
    const Classification found = classify(aligned, knowledge, {difference.rows.a, difference.rows.b}, nature);
    difference.outcome = found.outcome;
    difference.changes = found.changes;
    difference.entangled = entangled;
    if (entangled)
        difference.outcome = !difference.rows.baseline && (nature == KeyNature::HandedOut || aligned.isKeyless())
                                 ? Outcome::KeyCollision
                                 : Outcome::CellConflict;
    difference.decision = automaticDecision(aligned, difference);
    difference.resolved = settles(aligned, difference, difference.decision.kind);
    input.differences.append(difference);
}

void Story::addEntangled(MergeInput &input) const
{
    QSet<std::pair<int, RowKey>> known;
    for (const Difference &difference : std::as_const(input.differences))
        known.insert({difference.table, difference.key});
    for (qsizetype i = 0; i < input.differences.size(); ++i) {
        const Difference parent = input.differences[i];
        if (parent.outcome != Outcome::KeyCollision)
            continue;
        for (const Relation &relation : m_alignment.relations) {
            if (relation.parent != parent.table)
                continue;
            const QString child = m_alignment.tables[relation.child].name.name;
            const QMap<RowKey, Row> b = m_states.b.value(child);
            const QMap<RowKey, Row> a = m_states.a.value(child);
            for (auto row = a.begin(); row != a.end(); ++row) {
                const bool refers =
                    valuesAt(row.value(), relation.childColumns) == valuesAt(*parent.rows.a, relation.parentColumns);
                if (refers && b.value(row.key()) == row.value() && !known.contains({relation.child, row.key()})) {
                    known.insert({relation.child, row.key()});
                    addDifference(input, relation.child, row.key(), true);
                }
            }
        }
    }
}

MergeInput Story::input() const
{
    MergeInput input;
    input.alignment = m_alignment;
    input.generators.resize(m_alignment.tables.size());
    for (int table = 0; table < m_alignment.tables.size(); ++table) {
        const AlignedTable &aligned = m_alignment.tables[table];
        QSet<RowKey> keys;
        for (const Version version : allVersions) {
            const QMap<RowKey, Row> rows = m_states[version].value(aligned.name.name);
            keys.unite({rows.keyBegin(), rows.keyEnd()});
            if (const int column = aligned.generatedKeyColumn(); column >= 0) {
                std::optional<qint64> highest;
                for (const Row &row : rows)
                    highest = std::max(highest.value_or(0), row[column].toInteger().value_or(0));
                input.generators[table][version] = {highest.value_or(0), highest};
            }
        }
        for (const RowKey &key : std::as_const(keys)) {
            const QMap<RowKey, Row> a = m_states.a.value(aligned.name.name);
            const QMap<RowKey, Row> b = m_states.b.value(aligned.name.name);
            if (a.contains(key) != b.contains(key) || a.value(key) != b.value(key))
                addDifference(input, table, key, false);
        }
    }
    addEntangled(input);
    std::ranges::sort(input.differences, [](const Difference &left, const Difference &right) {
        return std::tie(left.table, left.key) < std::tie(right.table, right.key);
    });
    for (qsizetype i = 0; i < input.differences.size(); ++i)
        input.differences[i].id = i + 1;
    return input;
}

Difference *Story::find(MergeInput &input, const QString &row) const
{
    const int table = m_alignment.tableIndex(row.section(u' ', 0, 0));
    RowKey key;
    for (const QString &word : row.section(u' ', 1).simplified().split(u' '))
        key.values.append(parseValue(word));
    for (Difference &difference : input.differences) {
        if (difference.table == table && difference.key == key)
            return &difference;
    }
    qFatal("no difference %s", qPrintable(row));
    return nullptr;
}

QString Story::text(const State &state, const QString &table) const
{
    QStringList rows;
    const QMap<RowKey, Row> stateRows = state.value(table);
    for (const Row &row : stateRows) {
        QStringList cells;
        for (const Value &value : row)
            cells.append(value.isPresent() ? value.toText() : u"-"_s);
        rows.append(cells.join(u' '));
    }
    return rows.join(u"; "_s);
}

void decide(const MergeInput &input, Difference &difference, const DecisionKind &kind)
{
    difference.decision = {};
    difference.decision.kind = kind;
    difference.decision.origin = Decision::Origin::Person;
    difference.resolved = settles(input.alignment.tables[difference.table], difference, kind);
}

namespace {

QString brokenUnique(const Alignment &alignment, const State &state)
{
    for (const UniqueConstraint &unique : alignment.uniques) {
        QSet<QList<Value>> seen;
        const QMap<RowKey, Row> rows = state.value(alignment.tables[unique.table].name.name);
        for (const Row &row : rows) {
            const QList<Value> values = valuesAt(row, unique.columns);
            if (!hasGap(values) && seen.contains(values))
                return unique.name + u" of "_s + alignment.tables[unique.table].name.name;
            seen.insert(values);
        }
    }
    return {};
}

QString brokenReference(const Alignment &alignment, const State &state)
{
    for (const Relation &relation : alignment.relations) {
        if (!relation.declared)
            continue;
        QSet<QList<Value>> parents;
        const QMap<RowKey, Row> parentRows = state.value(alignment.tables[relation.parent].name.name);
        for (const Row &row : parentRows)
            parents.insert(valuesAt(row, relation.parentColumns));
        const QMap<RowKey, Row> childRows = state.value(alignment.tables[relation.child].name.name);
        for (const Row &row : childRows) {
            const QList<Value> reference = valuesAt(row, relation.childColumns);
            if (!hasGap(reference) && !parents.contains(reference))
                return relation.name;
        }
    }
    return {};
}

QString step(const RowOperation &operation, const AlignedTable &table, QMap<RowKey, Row> &rows)
{
    const std::optional<Row> now = rows.contains(operation.key) ? std::optional(rows[operation.key]) : std::nullopt;
    if (now != operation.before)
        return u"guard: "_s + table.describeKey(operation.key);
    if (operation.kind == RowOperation::Kind::Delete) {
        rows.remove(operation.key);
        return {};
    }
    Row row = operation.kind == RowOperation::Kind::Insert ? *operation.after : *now;
    for (const int column : operation.columns)
        row[column] = operation.after->at(column);
    rows[operation.key] = row;
    return row == *operation.after ? QString() : u"columns: "_s + table.describeKey(operation.key);
}

} // namespace

QString brokenConstraint(const Alignment &alignment, const State &state)
{
    const QString unique = brokenUnique(alignment, state);
    return unique.isEmpty() ? brokenReference(alignment, state) : unique;
}

/// As a server sees it that looks at foreign keys with each row: what a row refers to must not leave it, be it itself.
static QString leftByItself(const RowOperation &operation, const Alignment &alignment)
{
    for (const Relation &relation : alignment.relations) {
        if (!relation.declared || relation.child != operation.table || relation.parent != operation.table ||
            !operation.before)
            continue;
        const QList<Value> reference = valuesAt(*operation.before, relation.childColumns);
        const QList<Value> before = valuesAt(*operation.before, relation.parentColumns);
        if (!hasGap(reference) && reference == before &&
            (!operation.after || valuesAt(*operation.after, relation.parentColumns) != before))
            return relation.name + u" of a row to itself"_s;
    }
    return {};
}

QString carryOut(const Plan &plan, const Alignment &alignment, State &state, ForeignKeyTiming timing)
{
    for (qsizetype index = 0; index < plan.operations.size(); ++index) {
        const RowOperation &operation = plan.operations[index];
        const bool goesOn = operation.atOnce != 0 && index + 1 < plan.operations.size() &&
                            plan.operations[index + 1].atOnce == operation.atOnce;
        const AlignedTable &table = alignment.tables[operation.table];
        if (const QString wrong = step(operation, table, state[table.name.name]); !wrong.isEmpty())
            return wrong;
        const QString at = u" broken at "_s + table.describeKey(operation.key);
        if (const QString left = leftByItself(operation, alignment);
            timing == ForeignKeyTiming::Immediate && !left.isEmpty())
            return left + at;
        if (const QString unique = brokenUnique(alignment, state); !unique.isEmpty())
            return unique + at;
        if (const QString reference = brokenReference(alignment, state);
            timing != ForeignKeyTiming::Deferred && !goesOn && !reference.isEmpty())
            return reference + at;
    }
    return brokenReference(alignment, state);
}

} // namespace Rejoin::Testing
