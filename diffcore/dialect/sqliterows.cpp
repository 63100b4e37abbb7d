#include "diffcore/dialect/sqliterows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

const Column &columnOf(const Table &table, const QString &name)
{
    static const Column unknown;
    const Column *column = table.column(name);
    return column ? *column : unknown;
}

/// Whether the column can hold 1 beside 1.0, which compare as equal. See "Determination of column affinity".
bool keepsNumberClasses(const Column &column)
{
    const QString type = column.declaredType.toUpper();
    if (type.contains(u"INT"_s))
        return false;
    if (type.isEmpty() || type == u"ANY"_s)
        return true;
    return type.contains(u"CHAR"_s) || type.contains(u"CLOB"_s) || type.contains(u"TEXT"_s) || type.contains(u"BLOB"_s);
}

bool comparesBytes(const Column &column)
{
    return column.collation.isEmpty() || column.collation.compare(u"BINARY"_s, Qt::CaseInsensitive) == 0;
}

/// Writes the conditions, values and statements about the rows of one table.
class RowText
{
public:
    RowText(const SqliteDialect &dialect, const Table &table)
        : m_dialect(dialect)
        , m_table(table)
    {
    }

    QString tableName() const { return m_dialect.name(m_table.name.name); }

    /// The row with this key, as the table's own unique index understands it.
    QString sameKey(const QList<QPair<QString, Value>> &key) const
    {
        QStringList conditions;
        for (const auto &[column, value] : key)
            conditions += compared(column, value);
        return conditions.join(u" AND "_s);
    }

    /// The row that has exactly these values: storage class and bytes, NULL where NULL is.
    QString exactly(const QList<QPair<QString, Value>> &values) const
    {
        QStringList conditions;
        for (const auto &[column, value] : values)
            addExact(conditions, column, value);
        return conditions.join(u" AND "_s);
    }

    /// The key first, for the index, then the other values.
    QString keyedExactly(const QList<QPair<QString, Value>> &key, const QList<QPair<QString, Value>> &values) const
    {
        QList<QPair<QString, Value>> all = key;
        for (const auto &pair : values) {
            const bool isKey = std::ranges::any_of(key, [&](const auto &part) { return part.first == pair.first; });
            if (!isKey)
                all += pair;
        }
        return exactly(all);
    }

    QString assignments(const QList<QPair<QString, Value>> &values) const
    {
        QStringList parts;
        for (const auto &[column, value] : values)
            parts += m_dialect.name(column) + u" = "_s + literal(column, value);
        return parts.join(u", "_s);
    }

    QString names(const QList<QPair<QString, Value>> &values) const
    {
        QStringList parts;
        for (const auto &pair : values)
            parts += m_dialect.name(pair.first);
        return parts.join(u", "_s);
    }

    QString literals(const QList<QPair<QString, Value>> &values) const
    {
        QStringList parts;
        for (const auto &[column, value] : values)
            parts += literal(column, value);
        return parts.join(u", "_s);
    }

    QString count(const QList<QPair<QString, Value>> &values) const
    {
        return u"(SELECT count(*) FROM %1 WHERE %2)"_s.arg(tableName(), exactly(values));
    }

    QString exists(const QString &condition) const
    {
        return u"EXISTS (SELECT 1 FROM %1 WHERE %2)"_s.arg(tableName(), condition);
    }

    /// A name of the hidden row number that no column of the table hides.
    QString rowNumber() const
    {
        for (const QString &alias : {u"rowid"_s, u"_rowid_"_s, u"oid"_s}) {
            if (m_table.columnIndex(alias) < 0)
                return alias;
        }
        return u"rowid"_s;
    }

private:
    QString literal(const QString &column, const Value &value) const
    {
        return m_dialect.literal(value, columnOf(m_table, column));
    }

    QString compared(const QString &column, const Value &value) const
    {
        const QString name = m_dialect.name(column);
        return value.isPresent() ? name + u" = "_s + literal(column, value) : name + u" IS NULL"_s;
    }

    void addExact(QStringList &conditions, const QString &name, const Value &value) const
    {
        conditions += compared(name, value);
        if (!value.isPresent())
            return;
        const Column &column = columnOf(m_table, name);
        const bool isText = value.family() == TypeFamily::Text;
        if (isText && !comparesBytes(column))
            conditions += compared(name, value) + u" COLLATE BINARY"_s;
        if (value.family() == TypeFamily::Integer && keepsNumberClasses(column))
            conditions += u"typeof(%1) = 'integer'"_s.arg(m_dialect.name(name));
        if (value.family() == TypeFamily::Float && keepsNumberClasses(column))
            conditions += u"typeof(%1) = 'real'"_s.arg(m_dialect.name(name));
    }

    const SqliteDialect &m_dialect;
    const Table &m_table;
};

QString insertStatement(const RowText &text, const RowChange &change)
{
    const QString free = change.key.isEmpty() ? text.count(change.before) + u" = "_s + QString::number(change.copies)
                                              : u"NOT "_s + text.exists(text.sameKey(change.key));
    return u"INSERT OR ABORT INTO "_s + text.tableName() + u" ("_s + text.names(change.after) + u")\nSELECT "_s +
           text.literals(change.after) + u"\nWHERE "_s + free + u";"_s;
}

QString updateStatement(const RowText &text, const RowChange &change)
{
    return u"UPDATE OR ABORT "_s + text.tableName() + u" SET "_s + text.assignments(change.after) + u"\nWHERE "_s +
           text.keyedExactly(change.key, change.before) + u";"_s;
}

QString deleteStatement(const RowText &text, const RowChange &change)
{
    if (!change.key.isEmpty())
        return u"DELETE FROM "_s + text.tableName() + u"\nWHERE "_s + text.keyedExactly(change.key, change.before) +
               u";"_s;
    const QString row = text.rowNumber();
    return u"DELETE FROM "_s + text.tableName() + u"\nWHERE "_s + row + u" = (SELECT max("_s + row + u") FROM "_s +
           text.tableName() + u" WHERE "_s + text.exactly(change.before) + u")\n  AND "_s + text.count(change.before) +
           u" = "_s + QString::number(change.copies) + u";"_s;
}

} // namespace

QString oneLine(const QString &text)
{
    QString line = text;
    for (QChar &character : line) {
        const QChar::Category category = character.category();
        if (category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Separator_Line ||
            category == QChar::Separator_Paragraph)
            character = u' ';
    }
    return line;
}

QString quoted(const SqliteDialect &dialect, const QString &text)
{
    return dialect.literal(Value::text(text), {});
}

QString rowStatement(const SqliteDialect &dialect, const RowChange &change)
{
    const RowText text(dialect, *change.table);
    switch (change.kind) {
    case RowChange::Kind::Insert: return insertStatement(text, change);
    case RowChange::Kind::Update: return updateStatement(text, change);
    case RowChange::Kind::Delete: return deleteStatement(text, change);
    }
    Q_UNREACHABLE_RETURN({});
}

QString carriedOut(const SqliteDialect &dialect, const RowChange &change)
{
    const RowText text(dialect, *change.table);
    const bool deleted = change.kind == RowChange::Kind::Delete;
    if (change.key.isEmpty())
        return text.count(change.before) + u" = "_s + QString::number(change.copies + (deleted ? -1 : 1));
    if (deleted)
        return u"NOT "_s + text.exists(text.exactly(change.key));
    return text.exists(text.keyedExactly(change.key, change.after));
}

} // namespace Rejoin
