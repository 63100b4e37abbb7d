#include "tests/support/shopsession.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Rejoin::Shop {

namespace {

AlignedTable tableOf(const QString &name, const QStringList &columns)
{
    AlignedTable table{.name = {{}, name}, .keyColumns = {0}};
    for (const QString &columnName : columns) {
        Column column;
        column.name = columnName;
        table.columns.append({.name = columnName, .in = {column, column, column}});
    }
    return table;
}

} // namespace

Alignment shop()
{
    return {.tables = {tableOf(u"customers"_s, {u"customer_id"_s, u"name"_s}),
                       tableOf(u"orders"_s, {u"order_id"_s, u"status"_s})}};
}

ComparisonHeader header()
{
    return {.projectHash = u"abc"_s, .titles = {u"A · PRD01 (live)"_s, u"B · PRD02 (standby)"_s}, .moves = Side::A};
}

RowKey key(qint64 number)
{
    return {{Value::integer(number)}};
}

Row row(qint64 number, const QString &text)
{
    return {Value::integer(number), Value::text(text)};
}

Difference conflict(qint64 number, const QString &a, const QString &b)
{
    Difference difference{.table = Orders, .key = key(number), .outcome = Outcome::CellConflict};
    difference.rows = {row(number, u"open"_s), row(number, a), row(number, b)};
    difference.changes = {Change::Updated, Change::Updated};
    return difference;
}

Difference onlyA(qint64 number)
{
    Difference difference{.table = Customers, .key = key(number), .outcome = Outcome::OnlyA};
    difference.rows.a = row(number, u"new"_s);
    difference.changes = {Change::Inserted, Change::None};
    difference.decision = {.kind = Take{Version::A}, .reason = u"B unchanged since the baseline"_s};
    difference.resolved = true;
    return difference;
}

Decision byPerson(const DecisionKind &kind)
{
    return {.kind = kind,
            .origin = Decision::Origin::Person,
            .reason = u"seen on the invoice"_s,
            .by = u"anna"_s,
            .at = QDateTime({2026, 11, 22}, {10, 40}, QTimeZone::UTC)};
}

TableStatus compared()
{
    return {.state = TableStatus::State::Compared, .evidence = u"baseline database"_s};
}

QList<RowKey> keysOf(const QList<Difference> &differences)
{
    QList<RowKey> keys;
    for (const Difference &difference : differences)
        keys.append(difference.key);
    return keys;
}

void SessionTest::start()
{
    static int number = 0;
    m_path = m_folder.filePath(u"shop%1.session"_s.arg(++number));
    m_session = open();
    QVERIFY(m_session);
}

std::unique_ptr<Session> SessionTest::open() const
{
    auto session = Session::open(m_path);
    return session ? std::move(*session) : nullptr;
}

void SessionTest::compare(QList<Difference> differences, KeptDecisions kept)
{
    VERIFY_OK(m_session->beginComparison(header(), shop(), kept));
    VERIFY_OK(m_session->add(differences));
    for (const int table : {Customers, Orders})
        VERIFY_OK(m_session->setStatus(table, compared()));
    VERIFY_OK(m_session->finishComparison());
}

Difference SessionTest::found(int table, qint64 number) const
{
    auto difference = m_session->find(table, key(number));
    return difference && *difference ? **difference : Difference();
}

void SessionTest::decide(qint64 number, const DecisionKind &kind, bool resolved)
{
    VERIFY_OK(m_session->decide({{found(Orders, number).id, byPerson(kind), resolved}}, u"decide"_s, u"anna"_s));
}

qint64 SessionTest::unresolved(int table) const
{
    const auto counts = m_session->counts();
    return counts ? counts->value(table).unresolved : -1;
}

} // namespace Rejoin::Shop
