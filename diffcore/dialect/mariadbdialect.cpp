#include "diffcore/dialect/mariadbdialect.h"

#include "diffcore/dialect/mariadbidentity.h"
#include "diffcore/dialect/mariadbpast.h"
#include "diffcore/dialect/mariadbrowtext.h"
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
    Reading(const MariaDbDialect &dialect, const Selection &what)
        : m_dialect(dialect)
        , m_what(what)
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
        QStringList bounds;
        if (range.after)
            bounds += bound(u" > "_s, *range.after);
        if (range.through)
            bounds += u'(' + bound(u" < "_s, *range.through) + u" OR "_s + same(*range.through).join(u" AND "_s) + u')';
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

private:
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

    QString named(const QString &column) const { return u"t."_s + m_dialect.name(column); }

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
    QList<Column> m_key;
};

} // namespace

MariaDbDialect::MariaDbDialect(const ServerInfo &server)
    : m_engine(server.engine)
{
}

Engine MariaDbDialect::engine() const
{
    return m_engine;
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
