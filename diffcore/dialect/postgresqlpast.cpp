#include "diffcore/dialect/postgresqlpast.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

const auto committed = u"pg_catalog.pg_xact_commit_timestamp(t.xmin)"_s;
const auto isoUtc = u"'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"'"_s;

} // namespace

QString PostgreSqlPast::readWritePosition(Connection &connection) const
{
    return onlyCell(connection, u"SELECT pg_catalog.pg_current_snapshot()::text"_s);
}

QList<SplitSource> PostgreSqlPast::splitSources() const
{
    const auto promotion = u"SELECT to_char(written.modification AT TIME ZONE 'UTC', %1), "
                           "'it became a server of its own, timeline ' || control.timeline_id "
                           "FROM pg_catalog.pg_control_checkpoint() AS control, pg_catalog.pg_stat_file('pg_wal/' || "
                           "upper(lpad(to_hex(control.timeline_id), 8, '0')) || '.history', true) AS written "
                           "WHERE control.timeline_id > 1 AND written.modification IS NOT NULL"_s.arg(isoUtc);
    const auto replayed = u"SELECT to_char(replayed.at AT TIME ZONE 'UTC', %1), "
                          "'the last write that it received from another server' "
                          "FROM pg_catalog.pg_last_xact_replay_timestamp() AS replayed(at) "
                          "WHERE replayed.at IS NOT NULL"_s.arg(isoUtc);
    return {{u"timeline history"_s, promotion}, {u"replayed transactions"_s, replayed}};
}

QString postgresCommitTimesKept()
{
    // Transactions that were rolled back have no time, so that the oldest few are asked. Below 3 are no transactions.
    return u"SELECT CASE WHEN current_setting('track_commit_timestamp') = 'on' AND "
           "pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::text::bigint < 4294967296 THEN "
           "(SELECT to_char(min(pg_catalog.pg_xact_commit_timestamp(kept.number::text::xid)) AT TIME ZONE 'UTC', %1) "
           "FROM (SELECT oldest_commit_ts_xid::text::bigint + step AS number "
           "FROM pg_catalog.pg_control_checkpoint(), generate_series(0, 63) AS step) AS kept "
           "WHERE kept.number >= 3) END"_s.arg(isoUtc);
}

QString postgresCommitTimeCells()
{
    return u"to_char(%1 AT TIME ZONE 'UTC', %2), CASE WHEN age(t.xmin) > "
           "(SELECT age(oldest_commit_ts_xid) FROM pg_catalog.pg_control_checkpoint()) THEN '1' ELSE '0' END"_s.arg(
               committed, isoUtc);
}

QString postgresCommittedSince(const QDateTime &since)
{
    return u"%1 >= '%2+00'::timestamptz"_s.arg(committed, since.toUTC().toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s));
}

} // namespace Rejoin
