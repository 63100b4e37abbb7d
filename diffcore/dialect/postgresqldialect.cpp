#include "diffcore/dialect/postgresqldialect.h"

#include "diffcore/dialect/oneschema.h"
#include "diffcore/dialect/postgresqlidentity.h"
#include "diffcore/dialect/postgresqlpast.h"
#include "diffcore/dialect/postgresqlrowtext.h"
#include "diffcore/dialect/postgresqlsums.h"
#include "diffcore/dialect/postgresqltypes.h"
#include "diffcore/dialect/sqltext.h"
#include "diffcore/dialect/writtensince.h"

#include <atomic>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

QString quotedValue(const Value &value)
{
    const std::optional<QString> plain = plainLiteral(value.bytes());
    return plain ? *plain : doubledQuotes(QString::fromUtf8(value.bytes()), u'\'');
}

QString booleanLiteral(const Value &value)
{
    const QByteArray text = value.bytes().toLower();
    return text == "true" || text == "t" || text == "1" ? u"true"_s : u"false"_s;
}

QString castLiteral(const Value &value, const Column &column)
{
    const QString cast = postgresCast(column.declaredType);
    if (cast == "money"_L1) // a number has no currency sign to misread
        return quotedValue(value) + u"::numeric::money"_s;
    return cast.isEmpty() ? quotedValue(value) : quotedValue(value) + u"::"_s + cast;
}

/// Writes the queries that read one selection.
class Reading
{
public:
    Reading(const PostgreSqlDialect &dialect, const Selection &what, const QString &alias = u"t"_s)
        : m_dialect(dialect)
        , m_what(what)
        , m_alias(alias)
    {
        for (const QString &name : what.keyColumns)
            m_key += columnOf(name);
    }

    QString selectFrom(const QString &more = {}) const
    {
        QString cells = this->cells(m_what.columns);
        if (!more.isEmpty())
            cells += u", "_s + more;
        return u"SELECT "_s + cells + from();
    }

    QString keyCells() const { return cells(m_what.keyColumns); }
    QString source() const { return m_dialect.name(m_what.table->name) + u" AS "_s + m_alias; }
    QString from() const { return u" FROM "_s + source(); }

    QString orderBy() const { return u" ORDER BY "_s + sortedColumns().join(u", "_s); }

    QString where(const KeyRange &range) const
    {
        QStringList bounds = this->bounds(range);
        if (m_what.writtenSince)
            bounds += written(*m_what.writtenSince);
        if (!m_what.condition.isEmpty())
            bounds += u'(' + m_what.condition + u')';
        return bounds.isEmpty() ? QString() : u" WHERE "_s + bounds.join(u" AND "_s);
    }

    QStringList bounds(const KeyRange &range) const
    {
        QStringList bounds;
        if (range.after)
            bounds += bound(u">"_s, *range.after);
        if (range.through)
            bounds += bound(u"<="_s, *range.through);
        return bounds;
    }

    QString whereOneOf(const QList<QList<Value>> &tuples) const
    {
        QStringList columns;
        for (const Column &column : m_key)
            columns += matched(column);
        QStringList rows;
        for (const QList<Value> &tuple : tuples)
            rows += row(tuple, &Reading::matchedValue);
        if (tuples.isEmpty())
            return u" WHERE false"_s;
        if (m_key.size() == 1)
            return u" WHERE "_s + columns.first() + u" IN ("_s + rows.join(u", "_s) + u')' + andCondition();
        return u" WHERE ("_s + columns.join(u", "_s) + u") IN (VALUES ("_s + rows.join(u"), ("_s) + u"))"_s +
               andCondition();
    }

    /// Keys of one row in two tables.
    QString sameKey(const Reading &there) const
    {
        QStringList pairs;
        for (qsizetype index = 0; index < m_key.size(); ++index)
            pairs += compared(m_key[index], u" = "_s, there, there.m_key[index]);
        return pairs.join(u" AND "_s);
    }

    /// NULL is as NULL.
    QString sameCells(const Reading &there) const
    {
        QStringList pairs;
        for (qsizetype index = 0; index < m_what.columns.size(); ++index)
            pairs += compared(columnOf(m_what.columns[index]), u" IS NOT DISTINCT FROM "_s, there,
                              there.columnOf(there.m_what.columns[index]));
        return pairs.isEmpty() ? u"true"_s : pairs.join(u" AND "_s);
    }

    QString lacksRow() const { return named(m_key.first()) + u" IS NULL"_s; }

private:
    QString cells(const QStringList &names) const
    {
        QStringList cells;
        for (const QString &name : names)
            cells += postgresPrinted(named(columnOf(name)), columnOf(name));
        return cells.join(u", "_s);
    }

    /// Values of one type as it compares them, where no collation has a say; others as both are printed.
    QString compared(const Column &own, const QString &comparison, const Reading &there, const Column &other) const
    {
        const QString left = named(own);
        const QString right = there.named(other);
        const bool isOneType = postgresCast(own.declaredType) == postgresCast(other.declaredType);
        if (isOneType && sortsAlike(own))
            return left + comparison + right;
        const QString inBytes = u" COLLATE \"C\""_s;
        if (!isOneType || !isPlainText(own))
            return postgresPrinted(left, own) + inBytes + comparison + postgresPrinted(right, other) + inBytes;
        const bool isOneCollation = own.collation == other.collation && !own.collation.contains("nondeterministic"_L1);
        return isOneCollation ? left + comparison + right : left + inBytes + comparison + right + inBytes;
    }

    QString andCondition() const { return conditionAfter(u"AND"_s, m_what.condition); }

    Column columnOf(const QString &name) const
    {
        const Column *column = m_what.table->column(name);
        Column unknown;
        unknown.name = name;
        return column ? *column : unknown;
    }

    QString written(const WrittenSince &since) const
    {
        if (since.column.isEmpty())
            return postgresCommittedSince(since.since);
        const Column column = columnOf(since.column);
        return writtenSinceText(named(column), column, since, [&](const QString &text) {
            return m_dialect.literal(Value::of(column.family, text.toUtf8()), column);
        });
    }

    /// ORDER BY takes a bare name for the column of the result, which is text.
    QString named(const Column &column) const { return m_alias + u'.' + m_dialect.name(column.name); }

    /// The column as every server sorts it alike.
    QString sorted(const Column &column) const
    {
        const QString name = named(column);
        if (sortsAlike(column) || (isPlainText(column) && comparesBytes(column)))
            return name;
        return name + (isPlainText(column) ? u" COLLATE \"C\""_s : u"::text COLLATE \"C\""_s);
    }

    QString sortedValue(const Column &column, const Value &value) const
    {
        const QString literal = m_dialect.literal(value, column);
        return comparesExactly(column) ? literal : u'(' + literal + u")::text"_s;
    }

    QString matched(const Column &column) const
    {
        const QString name = named(column);
        return comparesExactly(column) ? name : name + u"::text"_s;
    }

    QString matchedValue(const Column &column, const Value &value) const { return sortedValue(column, value); }

    QStringList sortedColumns() const
    {
        QStringList columns;
        for (const Column &column : m_key)
            columns += sorted(column);
        return columns;
    }

    QString row(const QList<Value> &tuple, QString (Reading::*text)(const Column &, const Value &) const) const
    {
        QStringList values;
        for (qsizetype index = 0; index < m_key.size(); ++index)
            values += (this->*text)(m_key[index], tuple[index]);
        return values.join(u", "_s);
    }

    QString bound(const QString &comparison, const QList<Value> &tuple) const
    {
        return u"(%1) %2 (%3)"_s.arg(sortedColumns().join(u", "_s), comparison, row(tuple, &Reading::sortedValue));
    }

    const PostgreSqlDialect &m_dialect;
    const Selection &m_what;
    QString m_alias;
    QList<Column> m_key;
};

} // namespace

PostgreSqlDialect::PostgreSqlDialect(const ServerInfo &server)
    : m_version(server.version)
{
}

Engine PostgreSqlDialect::engine() const
{
    return Engine::PostgreSql;
}

QString PostgreSqlDialect::name(const QString &identifier) const
{
    return doubledQuotes(identifier, u'"');
}

QString PostgreSqlDialect::literal(const Value &value, const Column &column) const
{
    if (!value.isPresent())
        return u"NULL"_s;
    const TypeFamily family = column.declaredType.isEmpty() ? value.family() : column.family;
    switch (family) {
    case TypeFamily::Boolean: return booleanLiteral(value);
    case TypeFamily::Integer:
    case TypeFamily::Decimal:
        return isPlainPostgresNumber(value.bytes()) && column.declaredType != "money"_L1
                   ? QString::fromLatin1(value.bytes())
                   : castLiteral(value, column);
    case TypeFamily::Binary: return u"'\\x"_s + QString::fromLatin1(value.bytes().toHex()) + u"'::bytea"_s;
    case TypeFamily::Float:
    case TypeFamily::Text:
    case TypeFamily::Date:
    case TypeFamily::Time:
    case TypeFamily::Timestamp:
    case TypeFamily::TimestampTz:
    case TypeFamily::Interval:
    case TypeFamily::Uuid:
    case TypeFamily::Json:
    case TypeFamily::Xml:
    case TypeFamily::Array:
    case TypeFamily::Spatial:
    case TypeFamily::RowVersion:
    case TypeFamily::Other: return castLiteral(value, column);
    }
    Q_UNREACHABLE_RETURN({});
}

QStringList PostgreSqlDialect::beginSession(Access access) const
{
    QStringList statements{
        u"SET datestyle = 'ISO, YMD'"_s,
        u"SET intervalstyle = 'iso_8601'"_s,
        u"SET timezone = 'UTC'"_s,
        u"SET extra_float_digits = 1"_s,
        u"SET bytea_output = 'hex'"_s,
        u"SET lc_monetary = 'C'"_s,
        u"SET xmloption = 'content'"_s,
        u"SET synchronize_seqscans = off"_s, // a query that is run again gives the same order
        u"SET statement_timeout = 0"_s,
        u"SET idle_in_transaction_session_timeout = 0"_s,
        u"SET cursor_tuple_fraction = 1"_s, // all rows are read: the fastest way to the last one is wanted
        u"SET jit = off"_s,                 // compiling takes longer than it saves
    };
    if (access == Access::ReadOnly) {
        statements += u"SET row_security = off"_s; // an error instead of rows that are left out
        statements += u"SET default_transaction_read_only = on"_s;
    }
    return statements;
}

QString PostgreSqlDialect::selectIdentity() const
{
    return u"SELECT "_s + postgresSessionIdentity();
}

QString PostgreSqlDialect::selectPage(const Selection &what, const KeyRange &range, int limit) const
{
    const Reading reading(*this, what);
    return reading.selectFrom() + reading.where(range) + reading.orderBy() + u" LIMIT "_s + QString::number(limit);
}

QString PostgreSqlDialect::selectMatching(const Selection &what, const QList<QList<Value>> &tuples) const
{
    const Reading reading(*this, what);
    return reading.selectFrom() + reading.whereOneOf(tuples) + reading.orderBy();
}

QString PostgreSqlDialect::selectAll(const Selection &what) const
{
    return Reading(*this, what).selectFrom() + conditionAfter(u"WHERE"_s, what.condition);
}

QString PostgreSqlDialect::countEqual(const Table &table, const QList<QPair<QString, Value>> &values) const
{
    return u"SELECT count(*) FROM "_s + name(table.name) + u" WHERE "_s +
           PostgreSqlRowText(*this, table).exactly(values);
}

QString PostgreSqlDialect::countRows(const Table &table, const QString &condition) const
{
    return u"SELECT count(*) FROM "_s + name(table.name) + u" AS t"_s + conditionAfter(u"WHERE"_s, condition);
}

Value PostgreSqlDialect::decode(const Column &column, std::optional<QByteArrayView> cell) const
{
    if (!cell)
        return Value::null();
    return Value::of(column.family, cell->toByteArray());
}

QString PostgreSqlDialect::summingMeans() const
{
    return PostgreSqlSums::means(m_version);
}

QString PostgreSqlDialect::selectSums(const Summing &what) const
{
    return PostgreSqlSums(*this, m_version, what).segments();
}

QString PostgreSqlDialect::selectRowSums(const Summing &what, const QList<qint64> &segments) const
{
    return PostgreSqlSums(*this, m_version, what).rows(segments);
}

quint64 PostgreSqlDialect::addedSums(quint64 left, quint64 right) const
{
    return PostgreSqlSums::added(m_version, left, right);
}

QString PostgreSqlDialect::withinRange(const Selection &what, const KeyRange &range) const
{
    return Reading(*this, what).bounds(range).join(u" AND "_s);
}

/// A cursor, which the driver makes of every query, is read by one process; a prepared statement is not one. One whose
/// query fails stays until the session ends, so each has its own name.
Dialect::WholeQuery PostgreSqlDialect::wholeQuery(const QString &query) const
{
    static std::atomic<quint64> queries = 0;
    const QString name = u"rejoin_whole_"_s + QString::number(++queries);
    return {.before = {u"PREPARE "_s + name + u" AS "_s + query},
            .query = u"EXECUTE "_s + name,
            .after = {u"DEALLOCATE "_s + name}};
}

/// The statement fails where the user may not read all of the other schema, or policies hide rows of it: an error
/// later, within a transaction, would end that.
std::optional<Neighbour> PostgreSqlDialect::neighbour(const ServerInfo &here, const ServerInfo &there) const
{
    const QString schema = oneSchemaOf(there);
    if (oneSchemaOf(here).isEmpty() || schema.isEmpty() || databaseIdentity(here) != databaseIdentity(there))
        return std::nullopt;
    const QString mayRead =
        u"SELECT 1 / (pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND NOT EXISTS (\n"
        "  SELECT 1 FROM pg_catalog.pg_class AS c WHERE c.relnamespace = n.oid AND c.relkind IN ('r', 'p')\n"
        "    AND (pg_catalog.row_security_active(c.oid) OR NOT pg_catalog.has_table_privilege(c.oid, "
        "'SELECT'))))::int\n"
        "FROM pg_catalog.pg_namespace AS n WHERE n.nspname = %1"_s.arg(doubledQuotes(schema, u'\''));
    return Neighbour{.begin = {mayRead}, .database = schema};
}

bool PostgreSqlDialect::joinsBy(const Column &here, const Column &there) const
{
    return here.declaredType == there.declaredType && comparesExactly(here);
}

QString PostgreSqlDialect::selectUnlike(const Joining &what) const
{
    const Reading here(*this, what.here, u"a"_s);
    const Reading there(*this, what.there, u"b"_s);
    const auto select = [&](const Reading &own, const Reading &other, const QString &condition) {
        QStringList conditions = own.bounds(what.range);
        conditions.prepend(condition);
        return u"SELECT "_s + own.keyCells() + own.from() + u" LEFT JOIN "_s + other.source() + u" ON "_s +
               here.sameKey(there) + u" WHERE "_s + conditions.join(u" AND "_s) + own.orderBy() + u" LIMIT "_s +
               QString::number(what.limit);
    };
    switch (what.looking) {
    case Joining::Looking::Unlike:
        return select(here, there, u'(' + there.lacksRow() + u" OR NOT ("_s + here.sameCells(there) + u"))"_s);
    case Joining::Looking::Missing: return select(there, here, here.lacksRow());
    }
    Q_UNREACHABLE_RETURN({});
}

QString PostgreSqlDialect::selectRunningStatements() const
{
    return u"SELECT count(*) FROM pg_catalog.pg_stat_activity WHERE state = 'active' AND backend_type = "
           "'client backend' AND pid <> pg_catalog.pg_backend_pid()"_s;
}

QString PostgreSqlDialect::selectRowEstimate(const Table &table) const
{
    return u"SELECT CASE WHEN c.relkind = 'p' THEN -1 ELSE c.reltuples::bigint END FROM pg_catalog.pg_class AS c "
           "JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace WHERE n.nspname = %1 AND c.relname = %2"_s.arg(
               doubledQuotes(table.name.schema, u'\''), doubledQuotes(table.name.name, u'\''));
}

QStringList PostgreSqlDialect::beginRead() const
{
    return {u"BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"_s};
}

QStringList PostgreSqlDialect::endRead() const
{
    return {u"COMMIT"_s};
}

QString PostgreSqlDialect::selectClock() const
{
    return u"SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')"_s;
}

const Past &PostgreSqlDialect::past() const
{
    static const PostgreSqlPast past;
    return past;
}

QString PostgreSqlDialect::selectCommitTimesKept() const
{
    return postgresCommitTimesKept();
}

QString PostgreSqlDialect::selectCommitTimes(const Selection &what, const QList<QList<Value>> &tuples) const
{
    const Reading reading(*this, what);
    return reading.selectFrom(postgresCommitTimeCells()) + reading.whereOneOf(tuples);
}

QString PostgreSqlDialect::comment(const QString &text) const
{
    return dashComment(text);
}

bool PostgreSqlDialect::defersForeignKeys() const
{
    return false;
}

} // namespace Rejoin
