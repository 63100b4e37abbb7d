#include "diffcore/dialect/sqlserverpast.h"

#include "diffcore/dialect/catalogrows.h"
#include "diffcore/dialect/sqlserverliterals.h"
#include "diffcore/odbc/connection.h"
#include "diffcore/value/valuetime.h"

#include <QRegularExpression>
#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

QString quoted(const QString &name)
{
    return u'[' + QString(name).replace(u']', u"]]"_s) + u']';
}

QString quoted(const TableName &table)
{
    return quoted(table.schema) + u'.' + quoted(table.name);
}

QString literalOf(const QDateTime &moment)
{
    return u"'%1'"_s.arg(moment.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s));
}

QString isTable(const Table &table)
{
    return u"s.name = %1 AND t.name = %2"_s.arg(unicodeLiteral(table.name.schema), unicodeLiteral(table.name.name));
}

/// A moment that the server gives, as ISO 8601 with a Z; `utc`: an expression of type datetime2 or datetime.
QString printed(const QString &utc)
{
    return u"CONVERT(nvarchar(23), CONVERT(datetime2(3), %1), 126) + N'Z'"_s.arg(utc);
}

std::unexpected<Error> unsupported(const QString &reason)
{
    return fail(ErrorCode::Unsupported, reason);
}

std::optional<qint64> numberIn(const TextRow &row, qsizetype cell)
{
    bool isNumber = false;
    const qint64 number = textAt(row, cell).toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

bool hasRowVersion(const Table &table)
{
    return std::ranges::contains(table.columns, TypeFamily::RowVersion, &Column::family);
}

} // namespace

/// Catalogs keep local times. The present distance from UTC was another before the clocks changed, hence two hours.
QString SqlServerPast::selectTemporal(const Table &table, const QDateTime &moment)
{
    return u"SELECT c.name, e.name, CASE WHEN DATEADD(hour, 2, DATEADD(minute, DATEDIFF(minute, GETDATE(), "
           "GETUTCDATE()), t.modify_date)) <= %2 THEN 1 ELSE 0 END\n"
           "FROM sys.tables AS t JOIN sys.schemas AS s ON s.schema_id = t.schema_id\n"
           "JOIN sys.periods AS p ON p.object_id = t.object_id\n"
           "JOIN sys.columns AS c ON c.object_id = t.object_id AND c.column_id = p.start_column_id\n"
           "JOIN sys.columns AS e ON e.object_id = t.object_id AND e.column_id = p.end_column_id\n"
           "WHERE t.temporal_type = 2 AND %1"_s.arg(isTable(table), literalOf(moment));
}

QString SqlServerPast::selectRetentionEnded(const Table &table, const QDateTime &moment)
{
    return u"SELECT CASE WHEN CASE t.history_retention_period_unit\n"
           "    WHEN 3 THEN DATEADD(day, -t.history_retention_period, SYSUTCDATETIME())\n"
           "    WHEN 4 THEN DATEADD(week, -t.history_retention_period, SYSUTCDATETIME())\n"
           "    WHEN 5 THEN DATEADD(month, -t.history_retention_period, SYSUTCDATETIME())\n"
           "    WHEN 6 THEN DATEADD(year, -t.history_retention_period, SYSUTCDATETIME()) END > %2 THEN 1 ELSE 0 END\n"
           "FROM sys.tables AS t JOIN sys.schemas AS s ON s.schema_id = t.schema_id\n"
           "WHERE %1"_s.arg(isTable(table), literalOf(moment));
}

QString SqlServerPast::selectOldVersion(const Table &table, const QString &start, const QDateTime &moment)
{
    return u"SELECT CASE WHEN EXISTS (SELECT 1 FROM %1 FOR SYSTEM_TIME ALL AS t WHERE t.%2 <= %3) THEN 1 ELSE 0 END"_s
        .arg(quoted(table.name), quoted(start), literalOf(moment));
}

QString SqlServerPast::selectVersionedTables() const
{
    return u"SELECT s.name, t.name FROM sys.tables AS t JOIN sys.schemas AS s ON s.schema_id = t.schema_id "
           "WHERE t.temporal_type = 2"_s;
}

QString SqlServerPast::selectWatchedTables(Watch watch) const
{
    const auto tables = u"SELECT s.name, t.name FROM %1 AS w JOIN sys.tables AS t ON t.object_id = w.%2 "
                        "JOIN sys.schemas AS s ON s.schema_id = t.schema_id"_s;
    switch (watch) {
    case Watch::ChangeTracking: return tables.arg(u"sys.change_tracking_tables"_s, u"object_id"_s);
    case Watch::ChangeDataCapture: return tables.arg(u"cdc.change_tables"_s, u"source_object_id"_s);
    case Watch::RowVersion: break; // the table's columns tell
    }
    return {};
}

Result<KeptVersions> SqlServerPast::readKeptVersions(Connection &connection, const Table &table,
                                                     const QDateTime &moment) const
{
    REJOIN_TRY_VALUE(temporal, connection.query(selectTemporal(table, moment)));
    if (temporal.isEmpty())
        return fail(ErrorCode::Unsupported, u"the table is no temporal one on %1"_s.arg(connection.label()));
    KeptVersions kept{
        .start = textAt(temporal.first(), 0), .end = textAt(temporal.first(), 1), .doubt = {}, .isDoubtWaived = false};
    if (onlyCell(connection, selectRetentionEnded(table, moment)) == "1"_L1) {
        kept.doubt = u"the retention of its history ended after the split"_s;
        return kept;
    }
    if (textAt(temporal.first(), 2) == "1"_L1)
        return kept;
    if (onlyCell(connection, selectOldVersion(table, kept.start, moment)) != "1"_L1)
        return fail(ErrorCode::Unsupported,
                    u"%1 keeps versions of the table that begin after the split"_s.arg(connection.label()));
    kept.doubt = u"it was altered about the split or since, so that its history may have been switched off or cut"_s;
    kept.isDoubtWaived = true;
    return kept;
}

QString SqlServerPast::selectHighestAsOf(const Table &table, const QString &column, const QDateTime &moment) const
{
    return u"SELECT TOP (1) CONVERT(nvarchar(40), t.%1) FROM %2 FOR SYSTEM_TIME AS OF %3 AS t ORDER BY t.%1 DESC"_s.arg(
        quoted(column), quoted(table.name), literalOf(moment));
}

/// Change tracking knows keys by the primary key alone.
Result<ChangeList> SqlServerPast::tracked(const TextRows &known, const Table &table, const QString &point,
                                          const QString &label)
{
    const std::optional<qint64> least = known.isEmpty() ? std::nullopt : numberIn(known.first(), 0);
    const std::optional<qint64> last = known.isEmpty() ? std::nullopt : numberIn(known.first(), 1);
    if (!least || !last)
        return unsupported(
            u"%1 does not track the table's changes, or its user lacks VIEW CHANGE TRACKING"_s.arg(label));
    bool isNumber = false;
    const qint64 version = point.toLongLong(&isNumber);
    if (!isNumber)
        return unsupported(
            u"the version at the split is not given: change-tracking:VERSION-OF-A/VERSION-OF-B, each server's own"_s);
    if (version < *least)
        return unsupported(
            u"%1 tracks the table's changes since version %2 only, after the split (%3)"_s.arg(label).arg(*least).arg(
                version));
    if (version > *last)
        return unsupported(
            u"%1 is at version %2 only: version %3 is another server's"_s.arg(label).arg(*last).arg(version));
    return ChangeList{.source = trackedSource(table, version)};
}

Result<ChangeList> SqlServerPast::captured(const TextRows &known, const QStringList &keyColumns, const QString &label)
{
    if (known.isEmpty() || textAt(known.first(), 1).isEmpty())
        return unsupported(u"%1 does not capture the table's changes"_s.arg(label));
    const TextRow &row = known.first();
    const QString split = textAt(row, 4);
    if (textAt(row, 5) != "1"_L1)
        return unsupported(
            u"it is not certain which local time the split has on %1, whose clock was changed since"_s.arg(label));
    if (split.isEmpty() || split < textAt(row, 1))
        return unsupported(u"%1 captures the table's changes since after the split"_s.arg(label));
    const auto until = timeOf(Value::text(textAt(row, 6)));
    return ChangeList{.source = capturedSource(
                          keyColumns, {.instance = textAt(row, 0), .from = textAt(row, 3), .until = textAt(row, 2)}),
                      .until = until.value_or(QDateTime::fromSecsSinceEpoch(0, QTimeZone::UTC))};
}

Result<ChangeList> SqlServerPast::versioned(const QString &now, const Table &table, const QString &point,
                                            const QString &label)
{
    const auto column = std::ranges::find(table.columns, TypeFamily::RowVersion, &Column::family);
    if (!hasRowVersion(table))
        return unsupported(u"the table has no column of type rowversion"_s);
    static const QRegularExpression number(u"\\A0x[0-9A-Fa-f]{16}\\z"_s);
    if (!number.match(point).hasMatch())
        return unsupported(u"the row version at the split is not given: rowversion:0x…/0x…, @@DBTS of each server"_s);
    if (now.toUpper() < point.toUpper())
        return unsupported(u"%1 is at row version %2 only: %3 is another server's"_s.arg(label, now, point));
    return ChangeList{.source = versionedSource(table, column->name, point)};
}

Result<ChangeList> SqlServerPast::readChangeList(Connection &connection, const Table &table,
                                                 const QStringList &keyColumns, Watch watch, const QString &point,
                                                 const QDateTime &moment) const
{
    const QString label = connection.label();
    const QStringList primary = table.primaryKey ? table.primaryKey->columns : QStringList();
    switch (watch) {
    case Watch::ChangeTracking: {
        if (QSet<QString>(primary.begin(), primary.end()) != QSet<QString>(keyColumns.begin(), keyColumns.end()))
            return unsupported(u"change tracking knows rows by the primary key, and they are compared by another"_s);
        REJOIN_TRY_VALUE(known, connection.query(selectTracking(table)));
        return tracked(known, table, point, label);
    }
    case Watch::ChangeDataCapture: {
        const auto known = connection.query(selectCapture(table, moment)); // refused where the database has no cdc
        return known ? captured(*known, keyColumns, label)
                     : unsupported(u"%1 captures no changes: %2"_s.arg(label, describe(known.error())));
    }
    case Watch::RowVersion: {
        const bool isAsked = hasRowVersion(table) && !point.isEmpty();
        const QString now = isAsked ? onlyCell(connection, u"SELECT CONVERT(nvarchar(18), @@DBTS, 1)"_s) : QString();
        return versioned(now, table, point, label);
    }
    }
    Q_UNREACHABLE_RETURN(unsupported({}));
}

/// NULL where the table is not tracked, or the user may not know.
QString SqlServerPast::selectTracking(const Table &table)
{
    return u"SELECT CONVERT(nvarchar(20), CHANGE_TRACKING_MIN_VALID_VERSION(OBJECT_ID(%1))), "
           "CONVERT(nvarchar(20), CHANGE_TRACKING_CURRENT_VERSION())"_s.arg(unicodeLiteral(quoted(table.name)));
}

/// LSNs as text that sorts as they do. The split in local time is one only if all zones that have the server's present
/// distance from UTC agree on it.
QString SqlServerPast::selectCapture(const Table &table, const QDateTime &moment)
{
    const auto lsn = [](const QString &binary) { return u"CONVERT(nvarchar(22), %1, 1)"_s.arg(binary); };
    return u"SELECT c.capture_instance, %1,\n  %2,\n  %3,\n  %4,\n"
           "  CASE WHEN z.first = z.last THEN 1 ELSE 0 END,\n  %5\n"
           "FROM cdc.change_tables AS c CROSS JOIN (SELECT MIN(l.at) AS first, MAX(l.at) AS last FROM (\n"
           "  SELECT CONVERT(datetime, CONVERT(datetime2(3), CONVERT(datetimeoffset(3), '%6+00:00') AT TIME ZONE "
           "z.name)) "
           "AS at\n"
           "  FROM sys.time_zone_info AS z\n"
           "  WHERE z.current_utc_offset = RIGHT(CONVERT(nvarchar(40), SYSDATETIMEOFFSET()), 6)) AS l) AS z\n"
           "WHERE c.source_object_id = OBJECT_ID(%7) ORDER BY c.start_lsn"_s.arg(
               lsn(u"sys.fn_cdc_get_min_lsn(c.capture_instance)"_s), lsn(u"sys.fn_cdc_get_max_lsn()"_s),
               lsn(u"sys.fn_cdc_map_time_to_lsn(N'smallest greater than', z.first)"_s),
               lsn(u"sys.fn_cdc_map_time_to_lsn(N'largest less than or equal', z.first)"_s),
               printed(u"DATEADD(minute, DATEDIFF(minute, GETDATE(), GETUTCDATE()), "
                       "sys.fn_cdc_map_lsn_to_time(sys.fn_cdc_get_max_lsn()))"_s),
               moment.toUTC().toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s), unicodeLiteral(quoted(table.name)));
}

QString SqlServerPast::trackedSource(const Table &table, qint64 version)
{
    return u"(SELECT c.*, c.SYS_CHANGE_OPERATION AS %1 FROM CHANGETABLE(CHANGES %2, %3) AS c)"_s.arg(
        ChangeList::letterColumn, quoted(table.name), QString::number(version));
}

/// The first change of each key; nothing where none came after the split.
QString SqlServerPast::capturedSource(const QStringList &keyColumns, const Captured &captured)
{
    QStringList key;
    for (const QString &column : keyColumns)
        key += u"c."_s + quoted(column);
    const QString changes = u"cdc."_s + quoted(u"fn_cdc_get_all_changes_"_s + captured.instance);
    const QString range =
        captured.from.isEmpty() ? u"%1, %1"_s.arg(captured.until) : u"%1, %2"_s.arg(captured.from, captured.until);
    return u"(SELECT f.*, CASE f.__$operation WHEN 1 THEN N'D' WHEN 2 THEN N'I' ELSE N'U' END AS %1 FROM (SELECT c.*, "
           "ROW_NUMBER() OVER (PARTITION BY %2 ORDER BY c.__$start_lsn, c.__$seqval, c.__$operation) AS rejoin_place "
           "FROM %3(%4, N'all update old') AS c) AS f WHERE f.rejoin_place = 1%5)"_s.arg(
               ChangeList::letterColumn, key.join(u", "_s), changes, range,
               captured.from.isEmpty() ? u" AND 1 = 0"_s : QString());
}

QString SqlServerPast::versionedSource(const Table &table, const QString &column, const QString &point)
{
    return u"(SELECT r.*, N'T' AS %1 FROM %2 AS r WHERE r.%3 > %4)"_s.arg(ChangeList::letterColumn, quoted(table.name),
                                                                          quoted(column), point);
}

QString SqlServerPast::selectPoints() const
{
    return u"SELECT N'change tracking', CONVERT(nvarchar(20), CHANGE_TRACKING_CURRENT_VERSION()) "
           "WHERE CHANGE_TRACKING_CURRENT_VERSION() IS NOT NULL "
           "UNION ALL SELECT N'rowversion', CONVERT(nvarchar(18), @@DBTS, 1)"_s;
}

/// A backup keeps how far its server's clock was from UTC, in quarters of an hour; 127 = it is not known.
QList<SplitSource> SqlServerPast::splitSources() const
{
    const QString finished = printed(u"DATEADD(minute, CASE WHEN b.time_zone = 127 THEN DATEDIFF(minute, GETDATE(), "
                                     "GETUTCDATE()) ELSE -15 * b.time_zone END, "
                                     "COALESCE(h.stop_at, b.backup_finish_date))"_s);
    const auto restored =
        u"SELECT TOP (1) %1, N'the last backup that was restored to it ends there, taken on ' "
        "+ COALESCE(b.server_name, N'?')\n"
        "FROM msdb.dbo.restorehistory AS h JOIN msdb.dbo.backupset AS b ON b.backup_set_id = h.backup_set_id\n"
        "WHERE h.destination_database_name = DB_NAME() ORDER BY h.restore_history_id DESC"_s.arg(finished);
    const auto shipped =
        u"SELECT %1, N'log shipping restored its last file, ' + COALESCE(m.last_restored_file, N'?') + N', from ' "
        "+ m.primary_server\n"
        "FROM msdb.dbo.log_shipping_monitor_secondary AS m\n"
        "WHERE m.secondary_database = DB_NAME() AND m.last_restored_date_utc IS NOT NULL"_s.arg(
            printed(u"m.last_restored_date_utc"_s));
    return {{u"restore history (msdb.dbo.restorehistory)"_s, restored},
            {u"log shipping (msdb.dbo.log_shipping_monitor_secondary)"_s, shipped}};
}

QString sqlServerSource(const Dialect &dialect, const Table &table, const std::optional<RowVersions> &versions)
{
    const QString name = dialect.name(table.name);
    if (!versions)
        return name;
    switch (versions->which) {
    case RowVersions::Which::AsOf: return name + u" FOR SYSTEM_TIME AS OF "_s + literalOf(versions->moment);
    case RowVersions::Which::Touched: return name + u" FOR SYSTEM_TIME ALL"_s;
    case RowVersions::Which::Listed: return versions->list;
    }
    Q_UNREACHABLE_RETURN({});
}

QString sqlServerTouched(const Dialect &dialect, const RowVersions &versions)
{
    return u"(t.%1 >= %3 OR t.%2 >= %3 AND t.%2 < '9999-12-31')"_s.arg(
        dialect.name(versions.start), dialect.name(versions.end), literalOf(versions.moment));
}

} // namespace Rejoin
