#include "tests/contract/journeysuite.h"

#include "diffcore/script/bundle.h"
#include "tests/contract/workbench.h"

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

namespace {

const auto database = u"rights_a"_s;
const auto otherDatabase = u"rights_b"_s;

void makeShop(ContractEngine &engine, const QString &name, const QStringList &changes)
{
    Workbench bench(engine, name);
    must(bench.open());
    bench.run({u"CREATE TABLE orders (order_id {integer} PRIMARY KEY, status {text})"_s,
               u"CREATE TABLE items (line {integer} PRIMARY KEY, qty {integer})"_s,
               u"INSERT INTO orders VALUES (1001, 'open'), (1002, 'open')"_s, u"INSERT INTO items VALUES (1, 2)"_s});
    bench.run(changes);
}

} // namespace

void JourneySuite::rightsThatLackAreNamed()
{
    makeShop(m_engine, database, {});
    makeShop(m_engine, otherDatabase, {u"UPDATE orders SET status = 'paid' WHERE order_id = 1001"_s});
    const auto limited = m_engine.userWith(database, {u"SELECT ON orders"_s});
    if (!limited && limited.error().code == ErrorCode::Unsupported)
        QSKIP(qPrintable(m_engine.title() + u": "_s + limited.error().message));
    const QString project = m_folder.filePath(u"rights.rejoin"_s);
    const auto text = [](const ConnectionString &where) { return where.saved(); };
    expect(0, {u"init"_s, project, u"--a"_s, text(must(limited)), u"--b"_s, text(m_engine.connection(otherDatabase)),
               u"--live"_s, u"a"_s});

    // a table that may not be read is named, with the right; a server that hides such tables does not have it
    const Ran checked = rejoin({u"check"_s, project});
    const bool isHidden = checked.said.contains(u"items is not on A"_s);
    QVERIFY2(checked.exit == (isHidden ? 13 : 12), qPrintable(checked.said));
    const Ran compared = rejoin({u"compare"_s, project});
    QVERIFY2(compared.said.contains(u"items"_s), qPrintable(compared.said));
    QVERIFY2(isHidden || (compared.exit == 12 && compared.said.contains(u"SELECT on "_s)), qPrintable(compared.said));

    // a right to write that lacks is told beforehand and stops the script
    const QStringList reads{u"SELECT ON orders"_s, u"SELECT ON items"_s};
    must(m_engine.userWith(database, reads));
    const Ran readable = rejoin({u"check"_s, project});
    QVERIFY2(readable.exit == 0, qPrintable(readable.said));
    QVERIFY2(readable.said.contains(u"may not write"_s) && readable.said.contains(u"UPDATE on "_s),
             qPrintable(readable.said));
    expect(2, {u"compare"_s, project});
    expect(1, {u"resolve"_s, project, u"--table"_s, u"orders"_s, u"--take"_s, u"b"_s});
    const QString folder = m_folder.filePath(u"rights bundle"_s);
    expect(0, {u"script"_s, project, u"--target"_s, u"a"_s, u"--out"_s, folder});
    const QStringList apply{u"apply"_s, folder, u"--approve"_s, must(openBundle(folder)).targets.first().mergeHash};
    const QString before = m_engine.dump(database);
    const Ran refused = rejoin(apply);
    QVERIFY2(refused.exit == 12, qPrintable(refused.said));
    QVERIFY2(refused.said.contains(u"UPDATE"_s) && refused.said.contains(u"orders"_s), qPrintable(refused.said));
    QCOMPARE(m_engine.dump(database), before);
    must(m_engine.userWith(database, reads + QStringList{u"UPDATE ON orders"_s}));
    expect(0, apply);
}

} // namespace Rejoin::Testing
