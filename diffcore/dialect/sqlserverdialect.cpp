#include "diffcore/dialect/sqlserverdialect.h"

#include "diffcore/dialect/sqlservercatalogtext.h"
#include "diffcore/dialect/sqlserverliterals.h"
#include "diffcore/dialect/sqlserverpast.h"
#include "diffcore/dialect/sqlserverrowtext.h"
#include "diffcore/dialect/sqlserversums.h"
#include "diffcore/dialect/sqlservertypes.h"
#include "diffcore/dialect/sqltext.h"
#include "diffcore/dialect/writtensince.h"
#include "diffcore/odbc/connection.h"
#include "diffcore/value/utf16text.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// Writes the queries that read one selection.
class Reading
{
public:
    Reading(const SqlServerDialect &dialect, const Selection &what, const QString &alias = u"t"_s)
        : m_dialect(dialect)
        , m_what(what)
        , m_alias(alias)
    {
        for (const QString &name : what.keyColumns)
            m_key += columnOf(name);
    }

    QString cells() const
    {
        QStringList cells;
        for (const QString &name : m_what.columns) {
            const Column column = columnOf(name);
            cells += sqlServerPrinted(named(column), column);
        }
        return cells.join(u", "_s);
    }

    QString from() const
    {
        return u" FROM "_s + sqlServerSource(m_dialect, *m_what.table, m_what.versions) + u" AS t"_s;
    }

    /// Of the versions of a key one is enough.
    QString orderBy() const
    {
        QStringList columns;
        QStringList names;
        for (const Column &column : m_key) {
            columns += sorted(column);
            names += named(column);
        }
        const QString once = isTouched() ? u" GROUP BY "_s + names.join(u", "_s) : QString();
        return once + u" ORDER BY "_s + columns.join(u", "_s);
    }

    QString where(const KeyRange &range) const
    {
        QStringList bounds = this->bounds(range);
        if (isTouched())
            bounds += sqlServerTouched(m_dialect, *m_what.versions);
        if (m_what.writtenSince && !m_what.writtenSince->column.isEmpty())
            bounds += written(*m_what.writtenSince);
        if (!m_what.condition.isEmpty())
            bounds += u'(' + m_what.condition + u')';
        return bounds.isEmpty() ? QString() : u" WHERE "_s + bounds.join(u" AND "_s);
    }

    QString keyCells() const
    {
        QStringList cells;
        for (const Column &column : m_key)
            cells += sqlServerPrinted(named(column), column);
        return cells.join(u", "_s);
    }

    QString firstKey() const { return named(m_key.first()); }

    QString sameKey(const Reading &other) const
    {
        QStringList same;
        for (qsizetype index = 0; index < m_key.size(); ++index)
            same += named(m_key[index]) + u" = "_s + other.named(other.m_key[index]);
        return same.join(u" AND "_s);
    }

    /// Set operations take NULL for equal to NULL.
    QString sameCells(const Reading &other) const
    {
        return u"EXISTS (SELECT "_s + compared() + u" INTERSECT SELECT "_s + other.compared() + u')';
    }

    QStringList bounds(const KeyRange &range) const
    {
        QStringList bounds;
        if (range.after)
            bounds += bound(u" > "_s, u" > "_s, *range.after);
        if (range.through)
            bounds += bound(u" < "_s, u" <= "_s, *range.through);
        return bounds;
    }

    QString andWithin(const KeyRange &range) const
    {
        const QStringList within = bounds(range);
        return within.isEmpty() ? QString() : u" AND "_s + within.join(u" AND "_s);
    }

    QString whereOneOf(const QList<QList<Value>> &tuples) const
    {
        if (tuples.isEmpty())
            return u" WHERE 1 = 0"_s;
        QStringList rows;
        for (const QList<Value> &tuple : tuples) {
            QStringList values;
            for (qsizetype index = 0; index < m_key.size(); ++index)
                values += keyValue(m_key[index], tuple[index]);
            rows += u'(' + values.join(u", "_s) + u')';
        }
        QStringList names;
        QStringList conditions;
        for (qsizetype index = 0; index < m_key.size(); ++index) {
            names += u"k%1"_s.arg(index + 1);
            conditions += isMatched(m_key[index], u"k."_s + names.last());
        }
        const QString touched = isTouched() ? u" AND "_s + sqlServerTouched(m_dialect, *m_what.versions) : QString();
        return u" WHERE EXISTS (SELECT 1 FROM (VALUES %1) AS k (%2) WHERE %3)"_s.arg(
                   rows.join(u", "_s), names.join(u", "_s), conditions.join(u" AND "_s)) +
               touched + conditionAfter(u"AND"_s, m_what.condition);
    }

private:
    /// The cells as they are read, each with its length: `=` takes no notice of blanks at the end of a text, nor of
    /// zeros at the end of bytes.
    QString compared() const
    {
        QStringList cells{u"1"_s};
        for (const QString &name : m_what.columns) {
            const Column column = columnOf(name);
            const QString cell = sqlServerPrinted(named(column), column);
            const bool isBytes = column.family == TypeFamily::Binary || isKeptAsBytes(column);
            cells += cell + (isBytes ? QString() : sqlServerBinaryCollation());
            cells += u"DATALENGTH("_s + cell + u')';
        }
        return cells.join(u", "_s);
    }

    bool isTouched() const { return m_what.versions && m_what.versions->which == RowVersions::Which::Touched; }

    Column columnOf(const QString &name) const
    {
        const Column *column = m_what.table->column(name);
        Column unknown;
        unknown.name = name;
        return column ? *column : unknown;
    }

    QString named(const Column &column) const { return m_alias + u'.' + m_dialect.name(column.name); }

    /// A smalldatetime is rounded to the minute.
    QString written(const WrittenSince &since) const
    {
        const Column column = columnOf(since.column);
        WrittenSince from = since;
        if (column.declaredType == "smalldatetime"_L1)
            from.since = since.since.addSecs(-60);
        return writtenSinceText(named(column), column, from, [&](const QString &text) {
            const QString minutes = column.family == TypeFamily::TimestampTz ? u":00"_s : QString();
            return m_dialect.literal(Value::of(column.family, (text + minutes).toUtf8()), column);
        });
    }

    static bool isText(const Column &column) { return column.family == TypeFamily::Text || isComparedAsText(column); }

    QString sorted(const Column &column) const
    {
        if (!isText(column))
            return named(column);
        const QString printed = sqlServerPrinted(named(column), column);
        const bool isBinary = sqlServerBinaryCollation().endsWith(u' ' + column.collation);
        return isBinary && printed == named(column) ? printed : printed + sqlServerBinaryCollation();
    }

    QString keyValue(const Column &column, const Value &value) const
    {
        return isText(column) ? unicodeLiteral(utf16OfBytes(value.bytes())) : m_dialect.literal(value, column);
    }

    /// In key order the tuple of the row compares so. The first condition is for the index.
    QString bound(const QString &unlike, const QString &last, const QList<Value> &tuple) const
    {
        QStringList same;
        QStringList compared;
        for (qsizetype index = 0; index < m_key.size(); ++index) {
            const QString column = sorted(m_key[index]);
            const QString value = keyValue(m_key[index], tuple[index]);
            same += column + u" = "_s + value;
            compared += column + (index == m_key.size() - 1 ? last : unlike) + value;
        }
        const QString whole = lexicographic(same, compared);
        if (m_key.size() == 1)
            return whole;
        return sorted(m_key[0]) + unlike.trimmed().prepend(u' ') + u"= "_s + keyValue(m_key[0], tuple[0]) + u" AND "_s +
               whole;
    }

    QString isMatched(const Column &column, const QString &value) const
    {
        const QString name = named(column);
        if (!isText(column)) {
            const QString same = name + u" = "_s + value;
            const bool hasZone = column.family == TypeFamily::TimestampTz;
            return hasZone ? same + u" AND DATEPART(TZOFFSET, %1) = DATEPART(TZOFFSET, %2)"_s.arg(name, value) : same;
        }
        const QString printed = sqlServerPrinted(name, column);
        const qint64 room = column.family == TypeFamily::Text ? column.maxLength : 0;
        const QString exact = column.fixedLength
                                  ? printed + u" = "_s + value + sqlServerBinaryCollation()
                                  : u"%1 = (%2)%3"_s.arg(sqlServerWithEnd(printed, room), sqlServerWithEnd(value, room),
                                                         sqlServerBinaryCollation());
        return column.family == TypeFamily::Text ? name + u" = "_s + asInIndex(value, column) + u" AND "_s + exact
                                                 : exact;
    }

    const SqlServerDialect &m_dialect;
    const Selection &m_what;
    QString m_alias;
    QList<Column> m_key;
};

} // namespace

SqlServerDialect::SqlServerDialect(const ServerInfo &server)
    : m_version(server.version)
{
}

Engine SqlServerDialect::engine() const
{
    return Engine::SqlServer;
}

QString SqlServerDialect::name(const QString &identifier) const
{
    return u'[' + QString(identifier).replace(u']', u"]]"_s) + u']';
}

QString SqlServerDialect::literal(const Value &value, const Column &column) const
{
    return sqlServerLiteral(value, column);
}

QStringList SqlServerDialect::beginSession(Access access) const
{
    QStringList settings = requiredSettings();
    settings += u"SET TEXTSIZE 2147483647"_s; // FreeTDS cuts long values otherwise
    settings += u"SET DEADLOCK_PRIORITY LOW"_s;
    if (access == Access::ReadOnly)
        settings += u"SET LOCK_TIMEOUT 30000"_s;
    return {settings.join(u"; "_s)};
}

QString SqlServerDialect::selectIdentity() const
{
    return u"SELECT "_s + sqlServerIdentity();
}

void SqlServerDialect::askAbilities(Connection &connection)
{
    const auto allowed =
        connection.query(u"SELECT name FROM sys.databases WHERE name = DB_NAME() AND snapshot_isolation_state = 1"_s);
    m_allowsSnapshots = allowed && !allowed->isEmpty();
}

QString SqlServerDialect::readLimits() const
{
    return m_allowsSnapshots ? QString()
                             : u"not of one moment, since the database does not allow snapshot isolation: rows that "
                               "are written meanwhile may show as differences"_s;
}

QString SqlServerDialect::selectPage(const Selection &what, const KeyRange &range, int limit) const
{
    const Reading reading(*this, what);
    return u"SELECT TOP (%1) "_s.arg(limit) + reading.cells() + reading.from() + reading.where(range) +
           reading.orderBy();
}

QString SqlServerDialect::selectMatching(const Selection &what, const QList<QList<Value>> &tuples) const
{
    const Reading reading(*this, what);
    return u"SELECT "_s + reading.cells() + reading.from() + reading.whereOneOf(tuples) + reading.orderBy();
}

QString SqlServerDialect::selectAll(const Selection &what) const
{
    const Reading reading(*this, what);
    return u"SELECT "_s + reading.cells() + reading.from() + conditionAfter(u"WHERE"_s, what.condition);
}

QString SqlServerDialect::countEqual(const Table &table, const QList<QPair<QString, Value>> &values) const
{
    return countRows(table, {}) + u" WHERE "_s + SqlServerRowText(*this, table).exactly(values);
}

QString SqlServerDialect::countRows(const Table &table, const QString &condition) const
{
    return u"SELECT COUNT_BIG(*) FROM "_s + name(table.name) + u" AS t"_s + conditionAfter(u"WHERE"_s, condition);
}

Value SqlServerDialect::decode(const Column &column, std::optional<QByteArrayView> cell) const
{
    return cell ? sqlServerDecoded(column, *cell) : Value::null();
}

/// Before version 13 HASHBYTES takes no more than 8,000 bytes.
QString SqlServerDialect::summingMeans() const
{
    return m_version.majorVersion() >= 13 ? u"HASHBYTES MD5"_s : QString();
}

QString SqlServerDialect::selectSums(const Summing &what) const
{
    return SqlServerSums(*this, what).segments();
}

QString SqlServerDialect::selectRowSums(const Summing &what, const QList<qint64> &segments) const
{
    return SqlServerSums(*this, what).rows(segments);
}

quint64 SqlServerDialect::addedSums(quint64 left, quint64 right) const
{
    return addedModuloPrime(left, right);
}

QString SqlServerDialect::withinRange(const Selection &what, const KeyRange &range) const
{
    return Reading(*this, what).bounds(range).join(u" AND "_s);
}

QString SqlServerDialect::selectRunningStatements() const
{
    return u"SELECT COUNT(*) FROM sys.dm_exec_requests AS r JOIN sys.dm_exec_sessions AS s ON s.session_id = "
           "r.session_id WHERE s.is_user_process = 1 AND r.session_id <> @@SPID"_s;
}

std::optional<Neighbour> SqlServerDialect::neighbour(const ServerInfo &here, const ServerInfo &there) const
{
    const QString server = sqlServerOf(here.identity);
    if (server.isEmpty() || server != sqlServerOf(there.identity))
        return std::nullopt;
    return Neighbour{.begin = {}, .database = there.database};
}

/// Keys of text are told apart by their collation, which need not do it as Rejoin does.
bool SqlServerDialect::joinsBy(const Column &here, const Column &there) const
{
    return here.declaredType == there.declaredType &&
           (here.family == TypeFamily::Integer || here.family == TypeFamily::Uuid || here.family == TypeFamily::Date);
}

QString SqlServerDialect::selectUnlike(const Joining &what) const
{
    const Reading here(*this, what.here, u"a"_s);
    const Reading there(*this, what.there, u"b"_s);
    const QString select = u"SELECT TOP (%1) "_s.arg(what.limit);
    const QString own = name(what.here.table->name) + u" AS a"_s;
    const QString neighbour = name(what.database) + u'.' + name(what.there.table->name) + u" AS b"_s;
    const QString joined = u" ON "_s + here.sameKey(there) + u" WHERE "_s;
    switch (what.looking) {
    case Joining::Looking::Unlike:
        return select + here.keyCells() + u" FROM "_s + own + u" LEFT JOIN "_s + neighbour + joined + u'(' +
               there.firstKey() + u" IS NULL OR NOT "_s + here.sameCells(there) + u')' + here.andWithin(what.range) +
               here.orderBy();
    case Joining::Looking::Missing:
        return select + there.keyCells() + u" FROM "_s + neighbour + u" LEFT JOIN "_s + own + joined + here.firstKey() +
               u" IS NULL"_s + there.andWithin(what.range) + there.orderBy();
    }
    Q_UNREACHABLE_RETURN({});
}

/// The level is set before the transaction and in a batch of its own: within a transaction SQL Server refuses to change
/// to SNAPSHOT, and compatible servers refuse it after a query of the same batch.
QStringList SqlServerDialect::beginRead() const
{
    return {u"SET TRANSACTION ISOLATION LEVEL "_s + (m_allowsSnapshots ? u"SNAPSHOT"_s : u"READ COMMITTED"_s),
            u"BEGIN TRANSACTION"_s};
}

QStringList SqlServerDialect::endRead() const
{
    return {u"IF @@TRANCOUNT > 0 COMMIT TRANSACTION"_s};
}

QString SqlServerDialect::selectClock() const
{
    return u"SELECT REPLACE(CONVERT(nvarchar(23), CONVERT(datetime2(3), SYSUTCDATETIME()), 121), N' ', N'T') + N'Z'"_s;
}

const Past &SqlServerDialect::past() const
{
    static const SqlServerPast past;
    return past;
}

QString SqlServerDialect::comment(const QString &text) const
{
    return dashComment(text).replace("$("_L1, "$ ("_L1); // sqlcmd looks for its variables in comments, too
}

bool SqlServerDialect::defersForeignKeys() const
{
    return false;
}

bool SqlServerDialect::switchesForeignKeysOff() const
{
    return true;
}

} // namespace Rejoin
