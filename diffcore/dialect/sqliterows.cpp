#include "diffcore/dialect/sqliterows.h"

#include "diffcore/dialect/rowlist.h"
#include "diffcore/dialect/sqlitevalues.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// Conditions on the rows of an SQLite table. Exactly: storage class and bytes.
class SqliteRowText final : public ListText
{
public:
    using ListText::ListText;

    [[nodiscard]] QString tableName() const override { return dialect().name(table().name.name); }

    /// A name of the hidden row number that no column of the table hides.
    [[nodiscard]] QString rowNumber() const
    {
        for (const QString &alias : {u"rowid"_s, u"_rowid_"_s, u"oid"_s}) {
            if (table().columnIndex(alias) < 0)
                return alias;
        }
        return u"rowid"_s;
    }

    [[nodiscard]] QString listedName(const QString &row) const override
    {
        return dialect().literal(Value::text(row), {});
    }

    [[nodiscard]] ListedWriter listedWriter(const Column &column) const override
    {
        return [careful = ListText::listedWriter(column)](QByteArray &text, const Value &value) {
            if (!appendPlainValue(text, value))
                careful(text, value);
        };
    }

    [[nodiscard]] QString nullOf(const Column &) const override { return {}; } // values have types, columns do not

    /// A value of a list has no affinity, as a literal has none.
    [[nodiscard]] QString isExactlyAs(const Column &column, const QString &other, bool present) const override
    {
        const QString name = ownColumn(column);
        QString condition = name + (present ? u" = "_s : u" IS "_s) + other;
        if (!isBinaryCollated(column))
            condition += u" COLLATE BINARY"_s;
        if (keepsNumberClasses(column))
            condition += u" AND typeof(%1) = typeof(%2)"_s.arg(name, other);
        return condition;
    }

protected:
    [[nodiscard]] QString isSame(const Column &column, const Value &value) const override
    {
        return dialect().name(column.name) + u" = "_s + dialect().literal(value, column);
    }

    [[nodiscard]] QString isExactly(const Column &column, const Value &value) const override
    {
        QStringList conditions{isSame(column, value)};
        const bool isText = value.family() == TypeFamily::Text;
        if (isText && !isBinaryCollated(column))
            conditions += isSame(column, value) + u" COLLATE BINARY"_s;
        if (value.family() == TypeFamily::Integer && keepsNumberClasses(column))
            conditions += u"typeof(%1) = 'integer'"_s.arg(dialect().name(column.name));
        if (value.family() == TypeFamily::Float && keepsNumberClasses(column))
            conditions += u"typeof(%1) = 'real'"_s.arg(dialect().name(column.name));
        return conditions.join(u" AND "_s);
    }
};

QString insertStatement(const SqliteRowText &text, const RowChange &change)
{
    const QString free = change.key.isEmpty()
                             ? text.count(text.exactly(change.before)) + u" = "_s + QString::number(change.copies)
                             : u"NOT "_s + text.exists(text.sameKey(change.key));
    return u"INSERT OR ABORT INTO "_s + text.tableName() + u" ("_s + text.names(change.after) + u")\nSELECT "_s +
           text.literals(change.after) + u"\nWHERE "_s + free + u";"_s;
}

QString updateStatement(const SqliteRowText &text, const RowChange &change)
{
    return u"UPDATE OR ABORT "_s + text.tableName() + u" SET "_s + text.assignments(change.after) + u"\nWHERE "_s +
           text.keyedExactly(change.key, change.before) + u";"_s;
}

QString deleteStatement(const SqliteRowText &text, const RowChange &change)
{
    if (!change.key.isEmpty())
        return u"DELETE FROM "_s + text.tableName() + u"\nWHERE "_s + text.keyedExactly(change.key, change.before) +
               u";"_s;
    const QString row = text.rowNumber();
    return u"DELETE FROM "_s + text.tableName() + u"\nWHERE "_s + row + u" = (SELECT max("_s + row + u") FROM "_s +
           text.tableName() + u" WHERE "_s + text.exactly(change.before) + u")\n  AND "_s +
           text.count(text.exactly(change.before)) + u" = "_s + QString::number(change.copies) + u";"_s;
}

} // namespace

QString quoted(const SqliteDialect &dialect, const QString &text)
{
    return dialect.literal(Value::text(text), {});
}

QString rowStatement(const SqliteDialect &dialect, const RowChange &change)
{
    const SqliteRowText text(dialect, *change.table);
    switch (change.kind) {
    case RowChange::Kind::Insert: return insertStatement(text, change);
    case RowChange::Kind::Update: return updateStatement(text, change);
    case RowChange::Kind::Delete: return deleteStatement(text, change);
    }
    Q_UNREACHABLE_RETURN({});
}

std::function<bool(const RowChange &)> standsAlone(const SqliteDialect &dialect)
{
    return StandsAlone<SqliteRowText, SqliteDialect>(dialect);
}

QString selectUnexpected(const SqliteDialect &dialect, const QList<RowChange> &changes)
{
    const SqliteRowText text(dialect, *changes.first().table);
    const RowChange::Kind kind = changes.first().kind;
    RowList list(text);
    for (const RowChange &change : changes)
        list.add(change.row, change.key, change.before);
    const QString rows = u"FROM "_s + text.tableName() + u"\n  WHERE "_s;
    QString condition;
    switch (kind) {
    case RowChange::Kind::Insert: condition = u"EXISTS (SELECT 1 "_s + rows + list.sameKey() + u')'; break;
    case RowChange::Kind::Update: condition = u"(SELECT count(*) "_s + rows + list.exactly() + u") <> 1"_s; break;
    case RowChange::Kind::Delete:
        condition = u"(SELECT count(*) "_s + rows + list.exactly() + text.noDependents() + u") <> 1"_s;
        break;
    }
    return u"WITH "_s + list.definition() + u"\nSELECT rejoin_row FROM rejoin_list WHERE "_s + condition;
}

QString listStatement(const SqliteDialect &dialect, const QList<RowChange> &changes)
{
    const RowChange &first = changes.first();
    const SqliteRowText text(dialect, *first.table);
    const bool deletes = first.kind == RowChange::Kind::Delete;
    RowList list(text);
    for (const RowChange &change : changes)
        list.addUnnamed(change.key, deletes ? RowText::Cells() : change.after);
    const QString with = u"WITH "_s + list.definition() + u'\n';
    const auto whereAllAsExpected = u"NOT EXISTS (SELECT 1 FROM temp.rejoin_unlike)"_s;
    switch (first.kind) {
    case RowChange::Kind::Insert:
        return with + u"INSERT OR ABORT INTO "_s + text.tableName() + u" ("_s + text.names(first.after) +
               u")\nSELECT "_s + text.names(first.after) + u" FROM rejoin_list WHERE "_s + whereAllAsExpected + u';';
    case RowChange::Kind::Update:
        return with + u"UPDATE OR ABORT "_s + text.tableName() + u" SET "_s + list.assignments(first.after) +
               u" FROM rejoin_list\nWHERE "_s + list.exactKey() + u" AND "_s + whereAllAsExpected + u';';
    case RowChange::Kind::Delete:
        return with + u"DELETE FROM "_s + text.tableName() + u" WHERE ("_s + text.names(first.key) +
               u") IN (SELECT "_s + list.names() + u" FROM rejoin_list)\n  AND "_s + whereAllAsExpected + u';';
    }
    Q_UNREACHABLE_RETURN({});
}

QString selectNotCarriedOut(const SqliteDialect &dialect, const QList<RowChange> &changes)
{
    const SqliteRowText text(dialect, *changes.first().table);
    const bool deleted = changes.first().kind == RowChange::Kind::Delete;
    RowList list(text);
    for (const RowChange &change : changes)
        list.add(change.row, change.key, deleted ? RowText::Cells() : change.after);
    return u"WITH "_s + list.definition() + u"\nSELECT rejoin_row FROM rejoin_list WHERE "_s +
           (deleted ? QString() : u"NOT "_s) + u"EXISTS (SELECT 1 FROM "_s + text.tableName() + u"\n  WHERE "_s +
           list.exactly() + u')';
}

QString carriedOut(const SqliteDialect &dialect, const RowChange &change)
{
    return SqliteRowText(dialect, *change.table).carriedOut(change);
}

} // namespace Rejoin
