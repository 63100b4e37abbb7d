#include "tests/contract/contractsuite.h"

#include "diffcore/apply/scriptrun.h"
#include "diffcore/schema/rights.h"

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

namespace {

QStringList texts(const QList<MissingRight> &rights, MissingRight::For what)
{
    QStringList all;
    for (const MissingRight &right : rights) {
        if (right.what == what)
            all += right.toText();
    }
    return all;
}

bool names(const QString &text, const QString &right)
{
    return text.contains(right) && text.contains(u"orders"_s);
}

} // namespace

std::unique_ptr<Connection> ContractSuite::userWith(const QStringList &grants)
{
    const auto where = m_engine.userWith(m_bench.database(), grants);
    if (!where && where.error().code == ErrorCode::Unsupported) {
        QTest::qSkip(qPrintable(m_engine.title() + u": "_s + where.error().message), __FILE__, __LINE__);
        return nullptr;
    }
    return must(Connection::open(must(where), {.label = u"A · PRD01"_s, .readOnly = false}));
}

/// As makeOrders(), but with keys that take no further right to insert where the server cannot grant that one.
Table ContractSuite::makeGrantedOrders()
{
    if (!lacks(u"rights to alter tables"_s))
        return makeOrders();
    m_bench.run({u"CREATE TABLE orders (order_id {integer} PRIMARY KEY, status {text} NOT NULL, note {text})"_s,
                 u"INSERT INTO orders VALUES (1001, 'open', NULL), (1002, 'open', 'call'), (1003, 'open', '')"_s});
    return m_bench.table(u"orders"_s);
}

void ContractSuite::missingRightsAreTold()
{
    if (skips(u"reader"_s))
        return;
    const Table orders = makeOrders();
    QVERIFY(must(missingRights(m_bench.connection(), {&orders})).isEmpty());
    const auto user = userWith({u"SELECT, INSERT ON orders"_s});
    if (!user)
        return;
    const QList<MissingRight> lacking = must(missingRights(*user, {&orders}));
    const QStringList writing = texts(lacking, MissingRight::For::Writing);
    for (const QString &right : {u"UPDATE"_s, u"DELETE"_s})
        QVERIFY2(writing.contains(right + u" on "_s + orders.name.display()), qPrintable(writing.join(u", "_s)));
    QVERIFY(!writing.contains(u"INSERT on "_s + orders.name.display()));
    QVERIFY(!texts(lacking, MissingRight::For::Reading).contains(u"SELECT on "_s + orders.name.display()));

    // what may not be read is told, or is not in the catalog that the server shows
    const auto nobody = userWith({});
    const Catalog seen = must(nobody->dialect().readCatalog(*nobody, {}));
    const QStringList reading = texts(must(missingRights(*nobody, {&orders})), MissingRight::For::Reading);
    QVERIFY(!seen.table(orders.name) || reading.contains(u"SELECT on "_s + orders.name.display()));
}

void ContractSuite::scriptsNameTheRightsTheyLack()
{
    if (skips(u"reader"_s))
        return;
    const Table orders = makeGrantedOrders();
    const QList<Row> before = m_bench.rows(orders);
    ScriptDraft draft(m_bench.connection(), {&orders});
    const Cells key{{u"order_id"_s, Value::integer(1001)}};
    const Cells open{{u"status"_s, Value::text(u"open"_s)}, {u"note"_s, Value::null()}};
    draft.insert(orders, {{u"order_id"_s, Value::integer(1004)}}, open);
    draft.update(orders, key, open, {{u"status"_s, Value::text(u"paid"_s)}});
    QList<std::pair<QString, QString>> grants{{u"SELECT, INSERT ON orders"_s, u"UPDATE"_s},
                                              {u"SELECT, UPDATE ON orders"_s, u"INSERT"_s}};
    if (!lacks(u"tables that are seen without SELECT"_s))
        grants += {u"INSERT, UPDATE ON orders"_s, u"SELECT"_s};
    for (const auto &[grant, lacking] : grants) {
        const auto user = userWith({grant});
        if (!user)
            return;
        const auto statements = must(user->dialect().split(draft.text()));
        const CancelToken cancel;
        const Progress progress;
        const Result<void> done = ScriptRun(*user, u"merge.sql"_s, cancel, progress).run(statements);
        QVERIFY(!done);
        QVERIFY2(done.error().code == ErrorCode::RightsMissing, qPrintable(describe(done.error())));
        QVERIFY2(names(describe(done.error()), lacking), qPrintable(describe(done.error())));
        QCOMPARE(m_bench.rows(orders), before);
    }
    const auto user = userWith({u"SELECT, INSERT, UPDATE ON orders"_s});
    const CancelToken cancel;
    const Progress progress;
    must(ScriptRun(*user, u"merge.sql"_s, cancel, progress).run(must(user->dialect().split(draft.text()))));
    QCOMPARE(m_bench.rows(orders).size(), 4);
}

} // namespace Rejoin::Testing
