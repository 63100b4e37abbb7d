#include "diffcore/dialect/sqlitedialect.h"

#include "diffcore/dialect/sqlitepast.h"
#include "diffcore/dialect/sqlitevalues.h"
#include "diffcore/dialect/sqltext.h"
#include "diffcore/dialect/writtensince.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// Writes the pieces of the queries that read one table.
class ReadText
{
public:
    ReadText(const SqliteDialect &dialect, const Table &table, const QString &alias = u"t"_s)
        : m_dialect(dialect)
        , m_table(table)
        , m_alias(alias)
    {
    }

    QString select(const QStringList &columns) const
    {
        return u"SELECT "_s + cells(columns) + u" FROM "_s + m_dialect.name(m_table.name) + u" AS "_s + m_alias;
    }

    QString cells(const QStringList &columns) const
    {
        QStringList parts;
        for (const QString &column : columns)
            parts += taggedCell(named(column), columnOf(column));
        return parts.join(u", "_s);
    }

    QString named(const QString &column) const { return m_alias + u'.' + m_dialect.name(column); }

    /// The column as keys are compared: by bytes, whatever the column's collation, so that every server has one order.
    QString term(const QString &column) const
    {
        return named(column) + (isBinaryCollated(columnOf(column)) ? QString() : u" COLLATE BINARY"_s);
    }

    QStringList terms(const QStringList &columns) const
    {
        QStringList all;
        for (const QString &column : columns)
            all += term(column);
        return all;
    }

    QString literals(const QStringList &columns, const QList<Value> &values) const
    {
        QStringList all;
        for (qsizetype i = 0; i < columns.size(); ++i)
            all += literal(columns[i], values[i]);
        return all.join(u", "_s);
    }

    QString literal(const QString &column, const Value &value) const
    {
        return m_dialect.literal(value, columnOf(column));
    }

    QString after(const QStringList &key, const QList<Value> &values) const
    {
        if (isPlain(key, values))
            return rowValue(terms(key)) + u" > "_s + bound(key, values);
        return ordered(key, values, [this](const QString &column, const Value &value) {
            return value.isNull() ? term(column) + u" IS NOT NULL"_s : term(column) + u" > "_s + literal(column, value);
        });
    }

    QString through(const QStringList &key, const QList<Value> &values) const
    {
        if (isPlain(key, values))
            return rowValue(terms(key)) + u" <= "_s + bound(key, values);
        const QString less = ordered(key, values, [this](const QString &column, const Value &value) {
            return value.isNull() ? u"0"_s : u"(%1 < %2 OR %1 IS NULL)"_s.arg(term(column), literal(column, value));
        });
        return u'(' + less + u" OR "_s + same(key, values).join(u" AND "_s) + u')';
    }

    /// SQLite keeps no commit times, and times as text or numbers whatever the column's type says.
    QString written(const WrittenSince &since) const
    {
        if (since.column.isEmpty())
            return u"true"_s;
        Column column = columnOf(since.column);
        if (column.family != TypeFamily::Integer)
            column.family = TypeFamily::Text;
        return writtenSinceText(named(since.column), column, since,
                                [](const QString &text) { return doubledQuotes(text, u'\''); });
    }

    /// Null-safe, by storage class and bytes.
    QString exactly(const QString &column, const Value &value) const
    {
        if (!value.isPresent())
            return named(column) + u" IS NULL"_s;
        QString condition = term(column) + u" IS "_s + literal(column, value);
        if (value.family() == TypeFamily::Integer)
            condition += u" AND typeof(%1) = 'integer'"_s.arg(named(column));
        else if (value.family() == TypeFamily::Float)
            condition += u" AND typeof(%1) = 'real'"_s.arg(named(column));
        return condition;
    }

    QString within(const QStringList &key, const KeyRange &range) const
    {
        QStringList conditions;
        if (range.after)
            conditions += after(key, *range.after);
        if (range.through)
            conditions += through(key, *range.through);
        return conditions.join(u" AND "_s);
    }

    QString sameKey(const QStringList &key, const ReadText &other, const QStringList &otherKey) const
    {
        QStringList same;
        for (qsizetype i = 0; i < key.size(); ++i)
            same += named(key[i]) + u" = "_s + other.named(otherKey[i]);
        return same.join(u" AND "_s);
    }

    /// By bytes and, where the columns can hold both, storage class of numbers.
    QString isUnlike(const QString &column, const ReadText &other, const QString &otherColumn) const
    {
        const QString here = named(column);
        const QString there = other.named(otherColumn);
        const bool bytes = isBinaryCollated(columnOf(column)) && isBinaryCollated(other.columnOf(otherColumn));
        const QString unlike = here + u" IS NOT "_s + there + (bytes ? QString() : u" COLLATE BINARY"_s);
        const bool classes = keepsNumberClasses(columnOf(column)) || keepsNumberClasses(other.columnOf(otherColumn));
        return classes ? unlike + u" OR typeof("_s + here + u") <> typeof("_s + there + u')' : unlike;
    }

    QString oneOf(const QStringList &key, const QList<QList<Value>> &tuples) const
    {
        QStringList rows;
        for (const QList<Value> &tuple : tuples)
            rows += key.size() == 1 ? literals(key, tuple) : u'(' + literals(key, tuple) + u')';
        const QString list = (key.size() == 1 ? u"("_s : u"(VALUES "_s) + rows.join(u", "_s) + u')';
        QStringList own;
        for (const QString &column : key)
            own += named(column);
        const QString condition = rowValue(own) + u" IN "_s + list;
        // the column's own collation for the index, then the bytes
        return own == terms(key) ? condition : condition + u" AND "_s + rowValue(terms(key)) + u" IN "_s + list;
    }

private:
    static QString rowValue(const QStringList &parts)
    {
        return parts.size() == 1 ? parts[0] : u'(' + parts.join(u", "_s) + u')';
    }

    QString bound(const QStringList &key, const QList<Value> &values) const
    {
        return key.size() == 1 ? literals(key, values) : u'(' + literals(key, values) + u')';
    }

    /// A row value that holds NULL compares as unknown, so that such keys need the long way.
    bool isPlain(const QStringList &key, const QList<Value> &values) const
    {
        return std::ranges::none_of(key, [this](const QString &column) { return columnOf(column).nullable; }) &&
               std::ranges::all_of(values, &Value::isPresent);
    }

    QStringList same(const QStringList &key, const QList<Value> &values) const
    {
        QStringList conditions;
        for (qsizetype i = 0; i < key.size(); ++i)
            conditions += term(key[i]) + u" IS "_s + literal(key[i], values[i]);
        return conditions;
    }

    template <typename Compared>
    QString ordered(const QStringList &key, const QList<Value> &values, Compared compared) const
    {
        QStringList conditions;
        for (qsizetype i = 0; i < key.size(); ++i)
            conditions += compared(key[i], values[i]);
        return lexicographic(same(key, values), conditions);
    }

    const Column &columnOf(const QString &name) const
    {
        static const Column unknown;
        const Column *column = m_table.column(name);
        return column ? *column : unknown;
    }

    const SqliteDialect &m_dialect;
    const Table &m_table;
    QString m_alias;
};

} // namespace

SqliteDialect::SqliteDialect(const ServerInfo &server)
    : m_server(server)
{
}

Engine SqliteDialect::engine() const
{
    return Engine::Sqlite;
}

QString SqliteDialect::name(const QString &identifier) const
{
    return doubledQuotes(identifier, u'"');
}

QString SqliteDialect::literal(const Value &value, const Column &) const
{
    return sqliteLiteral(value);
}

QStringList SqliteDialect::beginSession(Access access) const
{
    // A file's own triggers, views and CHECKs may not call what the driver adds: it writes files, and loads libraries.
    // Before 3.46 (measured: 3.40) that would shut out SQLite's JSON functions and FTS5 tables as well.
    QStringList statements;
    if (m_server.version >= QVersionNumber(3, 46))
        statements += u"PRAGMA trusted_schema = OFF"_s;
    if (access == Access::ReadOnly)
        statements += u"PRAGMA query_only = ON"_s;
    return statements += u"SELECT count(*) FROM sqlite_schema"_s;
}

QString SqliteDialect::selectPage(const Selection &what, const KeyRange &range, int limit) const
{
    const ReadText text(*this, *what.table);
    QStringList conditions;
    if (range.after || range.through)
        conditions += text.within(what.keyColumns, range);
    if (what.writtenSince)
        conditions += text.written(*what.writtenSince);
    if (!what.condition.isEmpty())
        conditions += u'(' + what.condition + u')';
    const QString where = conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u" AND "_s);
    // the plus keeps SQLite from walking along the key where few rows were written since
    const QString order = u" ORDER BY "_s + (what.writtenSince ? u"+"_s : QString());
    const QString comma = what.writtenSince ? u", +"_s : u", "_s;
    return text.select(what.columns) + where + order + text.terms(what.keyColumns).join(comma) + u" LIMIT "_s +
           QString::number(limit);
}

QString SqliteDialect::selectMatching(const Selection &what, const QList<QList<Value>> &tuples) const
{
    const ReadText text(*this, *what.table);
    return text.select(what.columns) + u" WHERE "_s + text.oneOf(what.keyColumns, tuples) +
           conditionAfter(u"AND"_s, what.condition) + u" ORDER BY "_s + text.terms(what.keyColumns).join(u", "_s);
}

QString SqliteDialect::selectAll(const Selection &what) const
{
    return ReadText(*this, *what.table).select(what.columns) + conditionAfter(u"WHERE"_s, what.condition);
}

QString SqliteDialect::countEqual(const Table &table, const QList<QPair<QString, Value>> &values) const
{
    const ReadText text(*this, table);
    QStringList conditions;
    for (const auto &[column, value] : values)
        conditions += text.exactly(column, value);
    return u"SELECT count(*) FROM "_s + name(table.name) + u" AS t WHERE "_s + conditions.join(u" AND "_s);
}

QString SqliteDialect::countRows(const Table &table, const QString &condition) const
{
    return u"SELECT count(*) FROM "_s + name(table.name) + u" AS t"_s + conditionAfter(u"WHERE"_s, condition);
}

Value SqliteDialect::decode(const Column &, std::optional<QByteArrayView> cell) const
{
    return valueOfTagged(cell);
}

/// A database of another text encoding is refused by the server.
std::optional<Neighbour> SqliteDialect::neighbour(const ServerInfo &, const ServerInfo &there) const
{
    const auto database = u"rejoin_other"_s;
    return Neighbour{
        .begin = {u"ATTACH DATABASE "_s + doubledQuotes(there.database, u'\'') + u" AS "_s + name(database)},
        .database = database};
}

bool SqliteDialect::joinsBy(const Column &here, const Column &there) const
{
    return here.declaredType.compare(there.declaredType, Qt::CaseInsensitive) == 0 && isBinaryCollated(here) &&
           isBinaryCollated(there) && (here.family == TypeFamily::Integer || here.family == TypeFamily::Text);
}

QString SqliteDialect::withinRange(const Selection &what, const KeyRange &range) const
{
    return ReadText(*this, *what.table).within(what.keyColumns, range);
}

QString SqliteDialect::selectUnlike(const Joining &what) const
{
    const ReadText here(*this, *what.here.table, u"a"_s);
    const ReadText there(*this, *what.there.table, u"b"_s);
    const QString own = u"main."_s + name(what.here.table->name) + u" AS a"_s;
    const QString neighbour = name(what.database) + u'.' + name(what.there.table->name) + u" AS b"_s;
    const QString joined = u" ON "_s + here.sameKey(what.here.keyColumns, there, what.there.keyColumns) + u" WHERE "_s;
    const auto ended = [&](const ReadText &text, const QStringList &key) {
        const QString within = text.within(key, what.range);
        return (within.isEmpty() ? QString() : u" AND "_s + within) + u" ORDER BY "_s + text.terms(key).join(u", "_s) +
               u" LIMIT "_s + QString::number(what.limit);
    };
    switch (what.looking) {
    case Joining::Looking::Unlike: {
        QStringList unlike{there.named(what.there.keyColumns.first()) + u" IS NULL"_s};
        for (qsizetype i = 0; i < what.here.columns.size(); ++i)
            unlike += here.isUnlike(what.here.columns[i], there, what.there.columns[i]);
        return u"SELECT "_s + here.cells(what.here.keyColumns) + u" FROM "_s + own + u" LEFT JOIN "_s + neighbour +
               joined + u'(' + unlike.join(u" OR "_s) + u')' + ended(here, what.here.keyColumns);
    }
    case Joining::Looking::Missing:
        return u"SELECT "_s + there.cells(what.there.keyColumns) + u" FROM "_s + neighbour + u" LEFT JOIN "_s + own +
               joined + here.named(what.here.keyColumns.first()) + u" IS NULL"_s + ended(there, what.there.keyColumns);
    }
    Q_UNREACHABLE_RETURN({});
}

QStringList SqliteDialect::beginRead() const
{
    // the transaction begins with its first read
    return {u"BEGIN"_s, u"SELECT count(*) FROM sqlite_schema"_s};
}

QStringList SqliteDialect::endRead() const
{
    return {u"COMMIT"_s};
}

QString SqliteDialect::selectClock() const
{
    return u"SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"_s;
}

const Past &SqliteDialect::past() const
{
    static const SqlitePast past;
    return past;
}

} // namespace Rejoin
