#include "diffcore/dialect/sqliterows.h"

#include "diffcore/dialect/rowtext.h"
#include "diffcore/dialect/sqlitevalues.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// Conditions on the rows of an SQLite table. Exactly: storage class and bytes.
class SqliteRowText final : public RowText
{
public:
    using RowText::RowText;

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

QString precondition(const SqliteDialect &dialect, const RowChange &change)
{
    const SqliteRowText text(dialect, *change.table);
    switch (change.kind) {
    case RowChange::Kind::Insert: return u"NOT "_s + text.exists(text.sameKey(change.key));
    case RowChange::Kind::Update: return text.exists(text.keyedExactly(change.key, change.before));
    case RowChange::Kind::Delete:
        return text.exists(text.keyedExactly(change.key, change.before) + text.noDependents());
    }
    Q_UNREACHABLE_RETURN({});
}

QString carriedOut(const SqliteDialect &dialect, const RowChange &change)
{
    return SqliteRowText(dialect, *change.table).carriedOut(change);
}

} // namespace Rejoin
