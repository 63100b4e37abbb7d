#include "diffcore/dialect/mariadbpast.h"

#include "diffcore/dialect/catalogrows.h"
#include "diffcore/dialect/mariadbdialect.h"
#include "diffcore/dialect/mariadbvalues.h"
#include "diffcore/dialect/sqltext.h"
#include "diffcore/value/valuetime.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

QString literalOf(const QDateTime &moment)
{
    return u"TIMESTAMP'%1'"_s.arg(momentText(moment));
}

QString printed(const QString &time)
{
    return u"concat(replace(%1, ' ', 'T'), 'Z')"_s.arg(time);
}

/// The table as the server describes it: partitions stand nowhere else with their start.
struct Shape
{
    bool isVersioned = false;
    bool isMadeBefore = false; ///< before the moment
    QString partitions;        ///< "PARTITION BY SYSTEM_TIME …"; empty = none
};

Result<Shape> readShape(Connection &connection, const Table &table, const QDateTime &moment)
{
    REJOIN_TRY_VALUE(known, connection.query(u"SELECT table_type, CASE WHEN create_time <= %1 THEN 1 ELSE 0 END "
                                             "FROM information_schema.tables "
                                             "WHERE table_schema = database() AND table_name = %2"_s.arg(
                                                 literalOf(moment), mariaDbText(table.name.name))));
    Shape shape;
    if (known.isEmpty() || textAt(known.first(), 0) != "SYSTEM VERSIONED"_L1)
        return shape;
    shape.isVersioned = true;
    shape.isMadeBefore = textAt(known.first(), 1) == "1"_L1;
    REJOIN_TRY_VALUE(made, connection.query(u"SHOW CREATE TABLE "_s + doubledQuotes(table.name.name, u'`')));
    const QString text = made.isEmpty() ? QString() : textAt(made.first(), 1);
    if (const qsizetype at = text.lastIndexOf(u"PARTITION BY SYSTEM_TIME"_s); at >= 0)
        shape.partitions = text.sliced(at);
    return shape;
}

/// "row_start" and "row_end" where the table names none. Empty where they hold numbers of transactions.
Result<KeptVersions> readPeriod(Connection &connection, const Table &table)
{
    REJOIN_TRY_VALUE(rows, connection.query(u"SELECT upper(generation_expression), column_name, data_type "
                                            "FROM information_schema.columns WHERE table_schema = database() "
                                            "AND table_name = %1 AND generation_expression IN "
                                            "('ROW START', 'ROW END')"_s.arg(mariaDbText(table.name.name))));
    KeptVersions kept{.start = u"row_start"_s, .end = u"row_end"_s, .doubt = {}};
    for (const TextRow &row : std::as_const(rows)) {
        QString &column = textAt(row, 0) == "ROW START"_L1 ? kept.start : kept.end;
        column = textAt(row, 2) == "timestamp"_L1 ? textAt(row, 1) : QString();
    }
    return kept;
}

/// Whether versions began, and others ended, before the moment.
struct Age
{
    bool began = false;
    bool ended = false;
};

Result<Age> readAge(Connection &connection, const Table &table, const KeptVersions &kept, const QDateTime &moment)
{
    if (kept.start.isEmpty() || kept.end.isEmpty())
        return Age{};
    const auto any = [&](const QString &column) {
        return u"EXISTS (SELECT 1 FROM %1 FOR SYSTEM_TIME ALL WHERE %2 <= %3)"_s.arg(
            doubledQuotes(table.name.name, u'`'), doubledQuotes(column, u'`'), literalOf(moment));
    };
    REJOIN_TRY_VALUE(rows, connection.query(u"SELECT %1, %2"_s.arg(any(kept.start), any(kept.end))));
    return Age{.began = textAt(rows.first(), 0) == "1"_L1, .ended = textAt(rows.first(), 1) == "1"_L1};
}

/// Where the partitions of a history start; nothing where they turn by rows, which leaves no trace of what was dropped.
std::optional<QDateTime> startOf(const QString &partitions)
{
    static const QRegularExpression starts(u"STARTS TIMESTAMP'([^']+)'"_s);
    return timeOf(Value::text(starts.match(partitions).captured(1)));
}

void addDoubt(KeptVersions &kept, const Shape &shape, const QDateTime &moment)
{
    if (shape.partitions.isEmpty()) {
        kept.doubt = u"no version in its history ended before the split, so that older ones may have been deleted"_s;
        kept.isDoubtWaived = true;
        return;
    }
    const auto start = startOf(shape.partitions);
    if (start && *start <= moment) {
        kept.doubt = u"no version in its history ended before the split, so that some may have been deleted"_s;
        kept.isDoubtWaived = true;
        return;
    }
    kept.doubt = start ? u"the partitions of its history start at %1, after the split"_s.arg(momentText(*start))
                       : u"its history is kept in partitions by number of rows, and none of them reaches behind the "
                         "split, so that some may have been dropped"_s;
}

} // namespace

MariaDbPast::MariaDbPast(Engine engine)
    : m_engine(engine)
{
}

QString MariaDbPast::selectVersionedTables() const
{
    return m_engine == Engine::MySql ? QString()
                                     : u"SELECT '', table_name FROM information_schema.tables "
                                       "WHERE table_schema = database() AND table_type = 'SYSTEM VERSIONED'"_s;
}

Result<KeptVersions> MariaDbPast::readKeptVersions(Connection &connection, const Table &table,
                                                   const QDateTime &moment) const
{
    if (m_engine == Engine::MySql)
        return Past::readKeptVersions(connection, table, moment);
    REJOIN_TRY_VALUE(shape, readShape(connection, table, moment));
    if (!shape.isVersioned)
        return fail(ErrorCode::Unsupported,
                    u"%1 keeps no versions of the table (WITH SYSTEM VERSIONING)"_s.arg(connection.label()));
    REJOIN_TRY_VALUE(kept, readPeriod(connection, table));
    REJOIN_TRY_VALUE(age, readAge(connection, table, kept, moment));
    if (!shape.isMadeBefore && !age.began)
        return fail(ErrorCode::Unsupported,
                    u"%1 keeps versions of the table that begin after the split"_s.arg(connection.label()));
    if (!age.ended)
        addDoubt(kept, shape, moment);
    return kept;
}

/// Along the key from its end: max() would read all versions.
QString MariaDbPast::selectHighestAsOf(const Table &table, const QString &column, const QDateTime &moment) const
{
    return u"SELECT CAST(t.%1 AS CHAR) FROM %2 FOR SYSTEM_TIME AS OF %3 AS t ORDER BY t.%1 DESC LIMIT 1"_s.arg(
        doubledQuotes(column, u'`'), doubledQuotes(table.name.name, u'`'), literalOf(moment));
}

QString MariaDbPast::readWritePosition(Connection &connection) const
{
    const QString others = onlyCell(connection, u"SELECT CAST(count(*) AS CHAR) FROM information_schema.tables "
                                                "WHERE table_schema = database() AND engine <> 'InnoDB'"_s);
    if (others != "0"_L1)
        return {};
    const QString query =
        m_engine == Engine::MySql
            ? u"SELECT variable_value FROM performance_schema.global_status "
              "WHERE variable_name = 'Innodb_redo_log_current_lsn'"_s
            : u"SELECT variable_value FROM information_schema.global_status WHERE variable_name = 'INNODB_LSN_CURRENT'"_s;
    return onlyCell(connection, query);
}

/// Versions before 11.6 print the status of a replica and have no table of it; a binary log's position has no time.
QList<SplitSource> MariaDbPast::splitSources() const
{
    if (m_engine == Engine::MySql)
        return {
            {u"status of the replica"_s,
             u"SELECT concat(date_format(last_applied_transaction_original_commit_timestamp, '%Y-%m-%dT%H:%i:%s.'), "
             "left(date_format(last_applied_transaction_original_commit_timestamp, '%f'), 3), 'Z'), "
             "concat('the last write that it received from another server, ', last_applied_transaction) "
             "FROM performance_schema.replication_applier_status_by_worker "
             "WHERE last_applied_transaction <> '' "
             "ORDER BY last_applied_transaction_original_commit_timestamp DESC LIMIT 1"_s}};
    return {{u"status of the replica"_s,
             u"SELECT %1, concat('the last write that it received from ', master_host, ', up to ', "
             "relay_master_log_file, ':', exec_master_log_pos) FROM information_schema.slave_status "
             "WHERE slave_last_event_time IS NOT NULL"_s.arg(printed(u"slave_last_event_time"_s))}};
}

QString mariaDbVersions(const RowVersions &versions)
{
    switch (versions.which) {
    case RowVersions::Which::AsOf: return u" FOR SYSTEM_TIME AS OF "_s + literalOf(versions.moment);
    case RowVersions::Which::Touched: return u" FOR SYSTEM_TIME ALL"_s;
    case RowVersions::Which::Listed: break; // the server keeps no lists
    }
    Q_UNREACHABLE_RETURN({});
}

/// A version that is still there ends in a far future, which is not the same in all versions of the server.
QString mariaDbTouched(const MariaDbDialect &dialect, const RowVersions &versions)
{
    return u"(t.%1 >= %3 OR t.%2 >= %3 AND t.%2 < current_timestamp(6) + INTERVAL 1 DAY)"_s.arg(
        dialect.name(versions.start), dialect.name(versions.end), literalOf(versions.moment));
}

} // namespace Rejoin
