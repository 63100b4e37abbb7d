#include "tests/bench/window/largesession.h"

#include "diffcore/merge/suggestion.h"
#include "diffcore/session/project.h"

#include <QFileInfo>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Rejoin::Bench {

namespace {

constexpr qint64 atOnce = 20'000;

Column column(const QString &name, const QString &type, TypeFamily family)
{
    return {.name = name, .declaredType = type, .family = family};
}

Catalog shop()
{
    Table orders{.name = {{}, u"orders"_s},
                 .columns = {column(u"order_id"_s, u"bigint"_s, TypeFamily::Integer),
                             column(u"customer_id"_s, u"bigint"_s, TypeFamily::Integer),
                             column(u"status"_s, u"text"_s, TypeFamily::Text),
                             column(u"note"_s, u"text"_s, TypeFamily::Text),
                             column(u"total"_s, u"numeric(12,2)"_s, TypeFamily::Decimal),
                             column(u"channel"_s, u"text"_s, TypeFamily::Text),
                             column(u"ordered_at"_s, u"timestamp"_s, TypeFamily::Timestamp),
                             column(u"updated_at"_s, u"timestamp"_s, TypeFamily::Timestamp)},
                 .primaryKey = Key{.name = u"orders_pkey"_s, .columns = {u"order_id"_s}}};
    orders.columns.first().nullable = false;
    return {.tables = {orders}};
}

const QDateTime split(QDate(2026, 11, 22), QTime(10, 0), QTimeZone::UTC);

Row order(qint64 number, const QString &status, const QString &total)
{
    const QByteArray at = split.addSecs(number % 3600).toString(u"yyyy-MM-dd HH:mm:ss"_s).toUtf8();
    return {Value::integer(number),
            Value::integer(number % 9973),
            Value::text(status),
            number % 3 == 0 ? Value::null() : Value::text(u"left at the door of house %1"_s.arg(number % 211)),
            Value::of(TypeFamily::Decimal, total.toUtf8()),
            Value::text(number % 2 == 0 ? u"web"_s : u"shop"_s),
            Value::of(TypeFamily::Timestamp, at),
            Value::of(TypeFamily::Timestamp, at)};
}

Difference differenceOf(qint64 number)
{
    const Row before = order(number, u"open"_s, u"10.00"_s);
    const Row byA = order(number, u"paid"_s, u"10.00"_s);
    const Row byB = order(number, u"closed"_s, u"10.00"_s);
    const Row totalByB = order(number, u"open"_s, u"12.50"_s);
    Difference difference{.table = 0, .key = {{Value::integer(number)}}};
    const auto is = [&](Outcome outcome, PerVersion<std::optional<Row>> rows, PerSide<Change> changes) {
        difference.outcome = outcome;
        difference.rows = std::move(rows);
        difference.changes = changes;
    };
    switch (number % 10) {
    case 0:
    case 1: is(Outcome::OnlyA, {{}, byA, {}}, {Change::Inserted, Change::None}); break;
    case 2: is(Outcome::OnlyB, {{}, {}, byB}, {Change::None, Change::Inserted}); break;
    case 3: is(Outcome::CellMerge, {before, byA, totalByB}, {Change::Updated, Change::Updated}); break;
    case 4: is(Outcome::DeleteUpdate, {before, {}, byB}, {Change::Deleted, Change::Updated}); break;
    case 5: is(Outcome::KeyCollision, {{}, byA, byB}, {Change::Inserted, Change::Inserted}); break;
    default: is(Outcome::CellConflict, {before, byA, byB}, {Change::Updated, Change::Updated}); break;
    }
    for (const Side side : bothSides) {
        if (difference.changes[side] != Change::None)
            difference.written[side] = split.addSecs(number % 3600);
    }
    return difference;
}

} // namespace

Result<void> makeLargeSession(const QString &path, qint64 rows)
{
    const Catalog catalog = shop();
    REJOIN_TRY_VALUE(alignment, align(catalog, catalog, &catalog, {}));
    Project project;
    const QString folder = QFileInfo(path).absolutePath();
    for (const Side side : bothSides) {
        const QString label = side == Side::A ? u"PRD01"_s : u"PRD02"_s;
        REJOIN_TRY_VALUE(where, ConnectionString::parse(u"Driver=SQLite3;Database=%1/%2.sqlite"_s.arg(folder, label)));
        project.servers[side] = {where, label, side == Side::A ? Role::Live : Role::Standby};
    }
    project.since = split;
    REJOIN_TRY(saveProject(project, path));
    REJOIN_TRY_VALUE(session, Session::open(sessionPath(path)));
    ComparisonHeader header{.projectHash = u"bench"_s, .since = split, .startedAt = split.addSecs(2400)};
    for (const Side side : bothSides) {
        header.titles[side] = project.title(side);
        header.servers[side].product = u"SQLite"_s;
        header.servers[side].version = QVersionNumber(3, 46);
        header.identities[side] = project.servers[side].label;
    }
    REJOIN_TRY(session->beginComparison(header, alignment, KeptDecisions::Fresh));
    for (qint64 from = 1; from <= rows; from += atOnce) {
        QList<Difference> differences;
        for (qint64 number = from; number < from + atOnce && number <= rows; ++number) {
            Difference difference = differenceOf(number);
            difference.decision = automaticDecision(alignment.tables.first(), difference);
            difference.resolved = settles(alignment.tables.first(), difference, difference.decision.kind);
            differences.append(std::move(difference));
        }
        REJOIN_TRY(session->add(differences));
    }
    REJOIN_TRY(session->setStatus(0, {.state = TableStatus::State::Compared, .evidence = u"baseline database"_s}));
    return session->finishComparison();
}

} // namespace Rejoin::Bench
