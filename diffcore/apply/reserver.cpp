#include "diffcore/apply/reserver.h"

#include "diffcore/dialect/dialect.h"
#include "diffcore/dialect/locktimeout.h"
#include "diffcore/merge/rekey.h"
#include "diffcore/odbc/connection.h"

#include <QDeadlineTimer>
#include <QThread>
#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Rejoin {

namespace {

constexpr int mostTurns = 20;  // of asking for numbers that others took meanwhile
constexpr auto patience = 60s; // with a table that others lock
constexpr auto pauseBetweenTries = 200ms;

QString counted(qint64 numbers)
{
    return numbers == 1 ? u"1 number"_s : u"%1 numbers"_s.arg(numbers);
}

Reservation *reservationOf(QList<Reservation> &all, const QString &table)
{
    const auto found = std::ranges::find(all, table, &Reservation::table);
    return found == all.end() ? nullptr : &*found;
}

QList<qint64> collisionsByTable(const MergeInput &input)
{
    QList<qint64> collisions(input.alignment.tables.size(), 0);
    for (const auto [index, number] : reservedNumbers(input).asKeyValueRange())
        ++collisions[input.differences[index].table];
    return collisions;
}

qint64 number(const std::optional<QByteArray> &cell)
{
    return cell.value_or(QByteArray()).toLongLong();
}

/// Takes numbers for the tables of one server.
class Reserver
{
public:
    Reserver(Session &session, const MergeInput &input, Connection &connection, Side target, QString by)
        : m_session(session)
        , m_input(input)
        , m_highest(highestNumbers(input))
        , m_connection(connection)
        , m_target(target)
        , m_by(std::move(by))
    {
    }

    Result<ReservedTable> reserve(const NumberNeed &need)
    {
        REJOIN_TRY_VALUE(all, m_session.reservations());
        m_all = all;
        ReservedTable done{.need = need};
        const AlignedTable &table = m_input.alignment.tables[need.table];
        const std::optional<Column> &column = table.columns[table.generatedKeyColumn()].in[m_target];
        if (!column || !table.in[m_target]) {
            done.whyNot = u"the table is not on this server"_s;
            return done;
        }
        REJOIN_TRY_VALUE(state, m_connection.dialect().readGenerator(m_connection, *table.in[m_target], column->name));
        if (!state.lastGiven) {
            done.whyNot =
                u"the server keeps no count of the numbers it gives (it goes on from the highest key), so none "
                "can be set aside; the script stops where a number was taken meanwhile"_s;
            return done;
        }
        m_request = {.table = &*table.in[m_target], .column = column->name};
        REJOIN_TRY(fill(need, *state.lastGiven, done));
        return done;
    }

private:
    Result<void> fill(const NumberNeed &need, qint64 lastGiven, ReservedTable &done)
    {
        Reservation *known = reservationOf(m_all, need.name);
        if (!known) {
            m_all.append({.table = need.name});
            known = &m_all.last();
        }
        const bool isHere = known->servers[m_target] == m_connection.server().identity;
        if (!isHere && !known->blocks.isEmpty() && numbersIn(known->blocks) >= need.collisions &&
            lastGiven < known->blocks.constFirst().first)
            return follow(need, *known, done);
        if (!isHere)
            known->blocks.clear();
        const qint64 missing = need.collisions - numbersIn(known->blocks);
        if (missing > 0) {
            REJOIN_TRY(announce(need, missing));
            REJOIN_TRY_VALUE(taken, take(highestOf(need), missing));
            done.taken = taken;
            known->blocks += taken;
            if (!known->servers[other(m_target)].isEmpty())
                done.note = u"the other server does not hold all of these back: reserve there, too"_s;
            known->servers[other(m_target)].clear();
            REJOIN_TRY(store(*known, need, u"took %1"_s.arg(toText(taken))));
        }
        done.all = reservationOf(m_all, need.name)->blocks;
        return {};
    }

    /// The other server holds numbers back that this one has not come to yet: it goes past them.
    Result<void> follow(const NumberNeed &need, Reservation &known, ReservedTable &done)
    {
        REJOIN_TRY(announce(need, need.collisions));
        REJOIN_TRY(take(known.blocks.constLast().last, 1));
        done.taken = done.all = known.blocks;
        return store(known, need, u"holds back %1, too"_s.arg(toText(known.blocks)));
    }

    [[nodiscard]] qint64 highestOf(const NumberNeed &need) const
    {
        qint64 highest = m_highest[need.table];
        for (const NumberBlock &block : m_input.reserved.value(need.table))
            highest = std::max(highest, block.last);
        return highest;
    }

    [[nodiscard]] QString title() const { return m_session.header().titles[m_target]; }

    Result<void> announce(const NumberNeed &need, qint64 count)
    {
        return m_session.record(entry(u"begun"_s, u"%1 of %2"_s.arg(counted(count), need.name)));
    }

    [[nodiscard]] HistoryEntry entry(const QString &state, const QString &text) const
    {
        return {.event = HistoryEntry::Event::Reserve, .by = m_by, .target = title(), .state = state, .text = text};
    }

    Result<void> store(Reservation &known, const NumberNeed &need, const QString &what)
    {
        known.servers[m_target] = m_connection.server().identity;
        known.at = QDateTime::currentDateTimeUtc();
        known.by = m_by;
        return m_session.setReservations(m_all, entry(u"done"_s, u"%1 %2"_s.arg(need.name, what)));
    }

    Result<QList<NumberBlock>> take(qint64 above, qint64 count)
    {
        QList<NumberBlock> blocks;
        for (int turn = 0; turn < mostTurns && numbersIn(blocks) < count; ++turn) {
            m_request.above = blocks.isEmpty() ? above : blocks.constLast().last;
            m_request.count = count - numbersIn(blocks);
            REJOIN_TRY_VALUE(taken, takeOnce());
            blocks += taken;
        }
        if (numbersIn(blocks) < count)
            return fail(ErrorCode::Refused,
                        u"only %1 of %2 could be taken for %3"_s.arg(numbersIn(blocks))
                            .arg(count)
                            .arg(m_request.table->name.display()),
                        u"Others take numbers as fast; run it again"_s);
        return blocks;
    }

    /// Where a lock is needed, others are let through between two tries.
    Result<QList<NumberBlock>> takeOnce()
    {
        const NumberStatements statements = m_connection.dialect().takeNumbers(m_request);
        const QDeadlineTimer end(patience);
        while (true) {
            Result<QList<NumberBlock>> taken = run(statements);
            if (taken)
                return taken;
            for (const QString &statement : statements.giveUp)
                (void)m_connection.execute(statement); // the error that matters is known
            if (!isLockTimeout(taken.error()))
                return taken;
            if (end.hasExpired())
                return fail(lockedFor(taken.error()));
            QThread::sleep(pauseBetweenTries);
        }
    }

    Error lockedFor(Error error) const
    {
        error.message =
            u"others keep %1 locked, so its numbers cannot be reserved"_s.arg(m_request.table->name.display());
        error.advice = u"Run it again when they write less"_s;
        return error;
    }

    Result<QList<NumberBlock>> run(const NumberStatements &statements)
    {
        for (const QString &statement : statements.begin)
            REJOIN_TRY(m_connection.execute(statement));
        REJOIN_TRY_VALUE(rows, m_connection.query(statements.take));
        for (const QString &statement : statements.end)
            REJOIN_TRY(m_connection.execute(statement));
        QList<NumberBlock> blocks;
        for (const auto &row : rows)
            blocks.append({number(row.value(0)), number(row.value(1)), std::max<qint64>(1, number(row.value(2)))});
        return blocks;
    }

    Session &m_session;
    const MergeInput &m_input;
    QList<qint64> m_highest;
    Connection &m_connection;
    Side m_target;
    QString m_by;
    QList<Reservation> m_all;
    NumberRequest m_request;
};

QList<NumberNeed> needsOf(const MergeInput &input, const QList<Reservation> &reservations, const QString &identity,
                          Side target)
{
    QList<NumberNeed> needs;
    const QList<qint64> collisions = collisionsByTable(input);
    for (int table = 0; table < collisions.size(); ++table) {
        if (collisions[table] == 0)
            continue;
        NumberNeed need{table, input.alignment.tables[table].name.display(), collisions[table]};
        for (const Reservation &reservation : reservations) {
            if (reservation.table == need.name && reservation.servers[target] == identity)
                need.held += numbersIn(reservation.blocks);
        }
        needs.append(need);
    }
    return needs;
}

Result<void> requireComparison(const Session &session)
{
    if (session.hasComparison() && session.header().finishedAt.isValid())
        return {};
    return fail(ErrorCode::Undecided, u"the comparison is not finished"_s, u"Compare first"_s);
}

} // namespace

Result<QList<NumberNeed>> neededNumbers(const Session &session, Side target)
{
    REJOIN_TRY(requireComparison(session));
    REJOIN_TRY_VALUE(input, session.mergeInput());
    REJOIN_TRY_VALUE(reservations, session.reservations());
    return needsOf(input, reservations, session.header().identities[target], target);
}

Result<ReserveResult> reserveNumbers(Session &session, const Project &project, Side target, const QString &by,
                                     const CancelToken &cancel, const Progress &progress)
{
    REJOIN_TRY(requireComparison(session));
    REJOIN_TRY_VALUE(input, session.mergeInput());
    REJOIN_TRY_VALUE(reservations, session.reservations());
    const QString &identity = session.header().identities[target];
    ReserveResult result{.target = target, .title = session.header().titles[target]};
    const QList<NumberNeed> needs = needsOf(input, reservations, identity, target);
    if (needs.isEmpty())
        return result;
    REJOIN_TRY_VALUE(connection,
                     Connection::open(project.servers[target].connection, {.label = result.title, .readOnly = false}));
    if (connection->server().identity != identity)
        return fail({.code = ErrorCode::WrongTarget,
                     .message = u"this is not the database that was compared"_s,
                     .advice = u"Compare again"_s,
                     .server = result.title});
    Reserver reserver(session, input, *connection, target, by);
    for (const NumberNeed &need : needs) {
        if (cancel.isCancelled())
            return fail(ErrorCode::Cancelled, u"cancelled; what is reserved stays reserved"_s);
        if (progress)
            progress({u"reserving numbers of "_s + need.name, 0, 0});
        REJOIN_TRY_VALUE(done, reserver.reserve(need));
        result.tables.append(done);
    }
    return result;
}

} // namespace Rejoin
