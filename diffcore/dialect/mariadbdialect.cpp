#include "diffcore/dialect/mariadbdialect.h"

#include "diffcore/dialect/mariadbidentity.h"
#include "diffcore/dialect/mariadbpast.h"
#include "diffcore/dialect/mariadbrowtext.h"
#include "diffcore/dialect/mariadbsums.h"
#include "diffcore/dialect/mariadbtypes.h"
#include "diffcore/dialect/mariadbvalues.h"
#include "diffcore/dialect/sqltext.h"
#include "diffcore/dialect/writtensince.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// Writes the queries that read one selection.
class Reading
{
public:
    Reading(const MariaDbDialect &dialect, const Selection &what, const QString &alias = u"t"_s)
        : m_dialect(dialect)
        , m_what(what)
        , m_alias(alias)
    {
        for (const QString &name : m_what.keyColumns)
            m_key += columnOf(name);
    }

    QString selectFrom() const
    {
        QStringList cells;
        for (const QString &column : m_what.columns)
            cells += mariaDbCell(named(column), columnOf(column));
        return (isTouched() ? u"SELECT DISTINCT "_s : u"SELECT "_s) + cells.join(u", "_s) + u" FROM "_s +
               m_dialect.name(m_what.table->name) + (m_what.versions ? mariaDbVersions(*m_what.versions) : QString()) +
               u" AS t"_s;
    }

    QString orderBy() const
    {
        QStringList columns;
        for (const Column &column : m_key)
            columns += sorted(column);
        return u" ORDER BY "_s + columns.join(u", "_s);
    }

    QString where(const KeyRange &range) const
    {
        QStringList bounds = this->bounds(range);
        if (m_what.writtenSince && !m_what.writtenSince->column.isEmpty())
            bounds += written(*m_what.writtenSince);
        if (isTouched())
            bounds += mariaDbTouched(m_dialect, *m_what.versions);
        if (!m_what.condition.isEmpty())
            bounds += u'(' + m_what.condition + u')';
        return bounds.isEmpty() ? QString() : u" WHERE "_s + bounds.join(u" AND "_s);
    }

    /// Row values find no index, so the first column goes before them; text is looked up as its index compares it, and
    /// then exactly.
    QString whereOneOf(const QList<QList<Value>> &tuples) const
    {
        if (tuples.isEmpty())
            return u" WHERE false"_s;
        QStringList conditions{isOneOf({named(m_key.first().name)}, {m_key.first()}, tuples)};
        QStringList names;
        bool collated = false;
        for (const Column &column : m_key) {
            names += sorted(column);
            collated |= names.last() != named(column.name);
        }
        if (collated || m_key.size() > 1)
            conditions += isOneOf(names, m_key, tuples);
        if (isTouched())
            conditions += mariaDbTouched(m_dialect, *m_what.versions);
        if (!m_what.condition.isEmpty())
            conditions += u'(' + m_what.condition + u')';
        return u" WHERE "_s + conditions.join(u" AND "_s);
    }

    QString keyCells() const
    {
        QStringList cells;
        for (const Column &column : m_key)
            cells += mariaDbCell(named(column.name), column);
        return cells.join(u", "_s);
    }

    QString firstKey() const { return named(m_key.first().name); }

    QString sameKey(const Reading &other) const
    {
        QStringList same;
        for (qsizetype index = 0; index < m_key.size(); ++index)
            same += named(m_key[index].name) + u" = "_s + other.named(other.m_key[index].name);
        return same.join(u" AND "_s);
    }

    /// The cells as they are read. Those that the server itself compares so need not be made.
    QString sameCells(const Reading &other) const
    {
        QStringList same;
        for (qsizetype index = 0; index < m_what.columns.size(); ++index) {
            const Column left = columnOf(m_what.columns[index]);
            const Column right = other.columnOf(other.m_what.columns[index]);
            const QString name = named(left.name);
            const QString otherName = other.named(right.name);
            same += left.declaredType == right.declaredType && comparesAsRead(left)
                        ? name + u" <=> "_s + otherName
                        : mariaDbCell(name, left) + u" <=> "_s + other.cell(right);
        }
        return same.isEmpty() ? u"true"_s : same.join(u" AND "_s);
    }

    QStringList bounds(const KeyRange &range) const
    {
        QStringList bounds;
        if (range.after)
            bounds += bound(u" > "_s, *range.after);
        if (range.through)
            bounds += u'(' + bound(u" < "_s, *range.through) + u" OR "_s + same(*range.through).join(u" AND "_s) + u')';
        return bounds;
    }

    QString andWithin(const KeyRange &range) const
    {
        const QStringList within = bounds(range);
        return within.isEmpty() ? QString() : u" AND "_s + within.join(u" AND "_s);
    }

private:
    QString cell(const Column &column) const { return mariaDbCell(named(column.name), column); }

    static bool comparesAsRead(const Column &column)
    {
        switch (column.family) {
        case TypeFamily::Integer:
        case TypeFamily::Decimal:
        case TypeFamily::Float:
        case TypeFamily::Date:
        case TypeFamily::Time:
        case TypeFamily::Timestamp:
        case TypeFamily::TimestampTz:
        case TypeFamily::Binary: return true;
        case TypeFamily::Boolean:
        case TypeFamily::Text:
        case TypeFamily::Interval:
        case TypeFamily::Uuid:
        case TypeFamily::Json:
        case TypeFamily::Xml:
        case TypeFamily::Array:
        case TypeFamily::Spatial:
        case TypeFamily::RowVersion:
        case TypeFamily::Other: return false;
        }
        Q_UNREACHABLE_RETURN(false);
    }

    bool isTouched() const { return m_what.versions && m_what.versions->which == RowVersions::Which::Touched; }

    /// TIMESTAMP is read in the session's time zone, which is UTC.
    QString written(const WrittenSince &since) const
    {
        Column column = columnOf(since.column);
        WrittenSince local = since;
        if (column.family == TypeFamily::TimestampTz) {
            column.family = TypeFamily::Timestamp;
            local.zone = QTimeZone();
        }
        return writtenSinceText(named(since.column), column, local,
                                [](const QString &text) { return doubledQuotes(text, u'\''); });
    }

    Column columnOf(const QString &name) const
    {
        const Column *column = m_what.table->column(name);
        Column unknown;
        unknown.name = name;
        return column ? *column : unknown;
    }

    QString named(const QString &column) const { return m_alias + u'.' + m_dialect.name(column); }

    /// The column as every server sorts and compares it alike.
    QString sorted(const Column &column) const
    {
        const QString name = named(column.name);
        const QString exact = exactCollation(m_dialect);
        if (isCollated(column))
            return column.collation == exact ? name : u"CONVERT(%1 USING utf8mb4) COLLATE %2"_s.arg(name, exact);
        switch (column.family) {
        case TypeFamily::Boolean:
        case TypeFamily::Integer:
        case TypeFamily::Decimal:
        case TypeFamily::Float:
        case TypeFamily::Binary:
        case TypeFamily::Date:
        case TypeFamily::Time:
        case TypeFamily::Timestamp:
        case TypeFamily::TimestampTz: return name;
        case TypeFamily::Text:
        case TypeFamily::Interval:
        case TypeFamily::Uuid:
        case TypeFamily::Json:
        case TypeFamily::Xml:
        case TypeFamily::Array:
        case TypeFamily::Spatial:
        case TypeFamily::RowVersion:
        case TypeFamily::Other: return mariaDbCell(name, column);
        }
        Q_UNREACHABLE_RETURN({});
    }

    /// What sorted() is compared with.
    QString value(const Column &column, const Value &value) const
    {
        const bool printed = !isCollated(column) && sorted(column) != named(column.name);
        return printed ? mariaDbText(value.toText()) : m_dialect.literal(value, column);
    }

    QStringList same(const QList<Value> &tuple) const { return compared(u" = "_s, tuple); }

    QStringList compared(const QString &sign, const QList<Value> &tuple) const
    {
        QStringList conditions;
        for (qsizetype index = 0; index < m_key.size(); ++index)
            conditions += sorted(m_key[index]) + sign + value(m_key[index], tuple[index]);
        return conditions;
    }

    QString bound(const QString &sign, const QList<Value> &tuple) const
    {
        return lexicographic(same(tuple), compared(sign, tuple));
    }

    QString isOneOf(const QStringList &names, const QList<Column> &columns, const QList<QList<Value>> &tuples) const
    {
        QStringList rows;
        for (const QList<Value> &tuple : tuples) {
            QStringList values;
            for (qsizetype index = 0; index < columns.size(); ++index) {
                const bool plain = names[index] == named(columns[index].name);
                values += plain ? m_dialect.literal(tuple[index], columns[index]) : value(columns[index], tuple[index]);
            }
            rows += values.size() == 1 ? values.first() : u'(' + values.join(u", "_s) + u')';
        }
        rows.removeDuplicates();
        const QString left = names.size() == 1 ? names.first() : u'(' + names.join(u", "_s) + u')';
        return left + u" IN ("_s + rows.join(u", "_s) + u')';
    }

    const MariaDbDialect &m_dialect;
    const Selection &m_what;
    QString m_alias;
    QList<Column> m_key;
};

} // namespace

MariaDbDialect::MariaDbDialect(const ServerInfo &server)
    : m_server(server)
{
}

Engine MariaDbDialect::engine() const
{
    return m_server.engine;
}

QString MariaDbDialect::name(const QString &identifier) const
{
    return doubledQuotes(identifier, u'`');
}

QString MariaDbDialect::literal(const Value &value, const Column &column) const
{
    return mariaDbLiteral(value, column);
}

QStringList MariaDbDialect::commonSettings() const
{
    // MariaDB's driver refuses SET NAMES. Strict, and yet every date that another server holds can be written.
    QStringList statements{
        u"SET SESSION character_set_client = utf8mb4, character_set_results = utf8mb4, "
        "collation_connection = utf8mb4_bin"_s,
        u"SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,ALLOW_INVALID_DATES,NO_ENGINE_SUBSTITUTION'"_s,
        u"SET SESSION time_zone = '+00:00'"_s,
        u"SET SESSION group_concat_max_len = 16777216"_s,
    };
    if (isMySql())
        statements += u"SET SESSION information_schema_stats_expiry = 0"_s; // else generators are told late
    return statements;
}

QStringList MariaDbDialect::beginSession(Access access) const
{
    QStringList statements = commonSettings();
    if (isMySql())
        statements += u"SET SESSION max_execution_time = 0"_s;
    else
        statements += {u"SET SESSION max_statement_time = 0"_s,
                       u"SET SESSION in_predicate_conversion_threshold = 0"_s}; // long lists find no index as a table
    switch (access) {
    case Access::ReadOnly:
        statements += u"SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"_s;
        return statements;
    case Access::ReadWrite: return statements;
    }
    Q_UNREACHABLE_RETURN({});
}

QString MariaDbDialect::selectIdentity() const
{
    return u"SELECT "_s + mariaDbIdentity();
}

QString MariaDbDialect::selectPage(const Selection &what, const KeyRange &range, int limit) const
{
    const Reading reading(*this, what);
    return reading.selectFrom() + reading.where(range) + reading.orderBy() + u" LIMIT "_s + QString::number(limit);
}

QString MariaDbDialect::selectMatching(const Selection &what, const QList<QList<Value>> &tuples) const
{
    const Reading reading(*this, what);
    return reading.selectFrom() + reading.whereOneOf(tuples) + reading.orderBy();
}

QString MariaDbDialect::selectAll(const Selection &what) const
{
    return Reading(*this, what).selectFrom() + conditionAfter(u"WHERE"_s, what.condition);
}

QString MariaDbDialect::countEqual(const Table &table, const QList<QPair<QString, Value>> &values) const
{
    return u"SELECT count(*) FROM "_s + name(table.name) + u" WHERE "_s + MariaDbRowText(*this, table).exactly(values);
}

QString MariaDbDialect::countRows(const Table &table, const QString &condition) const
{
    return u"SELECT count(*) FROM "_s + name(table.name) + u" AS t"_s + conditionAfter(u"WHERE"_s, condition);
}

Value MariaDbDialect::decode(const Column &column, std::optional<QByteArrayView> cell) const
{
    return mariaDbValue(column, cell);
}

QString MariaDbDialect::summingMeans() const
{
    return MariaDbSums::means(m_server);
}

QString MariaDbDialect::selectSums(const Summing &what) const
{
    return MariaDbSums(*this, m_server, what).segments();
}

QString MariaDbDialect::selectRowSums(const Summing &what, const QList<qint64> &segments) const
{
    return MariaDbSums(*this, m_server, what).rows(segments);
}

QString MariaDbDialect::withinRange(const Selection &what, const KeyRange &range) const
{
    return Reading(*this, what).bounds(range).join(u" AND "_s);
}

QString MariaDbDialect::selectRunningStatements() const
{
    return u"SELECT count(*) FROM information_schema.processlist WHERE command IN ('Query', 'Execute') AND id <> "
           "connection_id()"_s;
}

QString MariaDbDialect::selectRowEstimate(const Table &table) const
{
    return u"SELECT table_rows FROM information_schema.tables WHERE table_schema = database() AND table_name = %1"_s
        .arg(mariaDbText(table.name.name));
}

std::optional<Neighbour> MariaDbDialect::neighbour(const ServerInfo &here, const ServerInfo &there) const
{
    if (!isMariaDbIdentity(here.identity) || mariaDbServer(here) != mariaDbServer(there))
        return std::nullopt;
    return Neighbour{.begin = {}, .database = there.database};
}

bool MariaDbDialect::joinsBy(const Column &here, const Column &there) const
{
    if (here.declaredType != there.declaredType || here.collation != there.collation)
        return false;
    return here.family == TypeFamily::Integer || here.family == TypeFamily::Binary ||
           (here.family == TypeFamily::Text && here.collation == exactCollation(*this));
}

QString MariaDbDialect::selectUnlike(const Joining &what) const
{
    const Reading here(*this, what.here, u"a"_s);
    const Reading there(*this, what.there, u"b"_s);
    const QString own = name(what.here.table->name) + u" AS a"_s;
    const QString neighbour = name(what.database) + u'.' + name(what.there.table->name) + u" AS b"_s;
    const QString joined = u" ON "_s + here.sameKey(there) + u" WHERE "_s;
    const auto ended = [&](const Reading &reading) {
        return reading.andWithin(what.range) + reading.orderBy() + u" LIMIT "_s + QString::number(what.limit);
    };
    switch (what.looking) {
    case Joining::Looking::Unlike:
        return u"SELECT "_s + here.keyCells() + u" FROM "_s + own + u" LEFT JOIN "_s + neighbour + joined + u'(' +
               there.firstKey() + u" IS NULL OR NOT ("_s + here.sameCells(there) + u"))"_s + ended(here);
    case Joining::Looking::Missing:
        return u"SELECT "_s + there.keyCells() + u" FROM "_s + neighbour + u" LEFT JOIN "_s + own + joined +
               here.firstKey() + u" IS NULL"_s + ended(there);
    }
    Q_UNREACHABLE_RETURN({});
}

QStringList MariaDbDialect::beginRead() const
{
    return {u"START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY"_s};
}

QStringList MariaDbDialect::endRead() const
{
    return {u"COMMIT"_s};
}

QString MariaDbDialect::selectClock() const
{
    return u"SELECT concat(replace(left(utc_timestamp(3), 23), ' ', 'T'), 'Z')"_s;
}

const Past &MariaDbDialect::past() const
{
    static const MariaDbPast mariaDb(Engine::MariaDb);
    static const MariaDbPast mySql(Engine::MySql);
    return isMySql() ? mySql : mariaDb;
}

QString MariaDbDialect::comment(const QString &text) const
{
    return dashComment(text);
}

bool MariaDbDialect::defersForeignKeys() const
{
    return false;
}

bool MariaDbDialect::switchesForeignKeysOff() const
{
    return true;
}

} // namespace Rejoin
