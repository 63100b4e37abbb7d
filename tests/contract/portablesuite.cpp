#include "tests/contract/portablesuite.h"

#include "diffcore/script/bundle.h"
#include "tests/contract/workbench.h"
#include "tests/support/commandline.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool copyFolder(const QString &from, const QString &to)
{
    QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString target = to + u'/' + QDir(from).relativeFilePath(file);
        if (!QDir().mkpath(QFileInfo(target).absolutePath()) || !QFile::copy(file, target))
            return false;
    }
    return true;
}

} // namespace

void PortableSuite::makeShop()
{
    runEverywhere(
        {u"CREATE TABLE orders (order_id {generated key}, status {text})"_s,
         u"CREATE TABLE order_lines (order_id {reference} NOT NULL REFERENCES orders (order_id), line {integer} "
         "NOT NULL, product {text}, PRIMARY KEY (order_id, line))"_s,
         u"INSERT INTO orders (order_id, status) VALUES (1, 'old'), (2, 'old')"_s});
    for (const auto &[version, name] : {std::pair(Version::A, u"A"_s), std::pair(Version::B, u"B"_s)})
        run(version, {u"INSERT INTO orders (order_id, status) VALUES (3, 'of %1')"_s.arg(name),
                      u"INSERT INTO order_lines VALUES (3, 1, 'bolt of %1')"_s.arg(name)});
    run(Version::A, {u"UPDATE orders SET status = 'paid' WHERE order_id = 1"_s});
    run(Version::B, {u"DELETE FROM orders WHERE order_id = 2"_s});
    makeBundle({u"--review"_s, u"required"_s});
}

void PortableSuite::sign()
{
    expect(0, {u"approve"_s, m_project, u"--bundle"_s, m_bundle, u"--reviewer"_s, u"Bert Ahlers"_s, u"--ticket"_s,
               u"CHG-1042"_s});
}

void PortableSuite::sendAway()
{
    QVERIFY(copyFolder(m_bundle, elsewhere()));
    QVERIFY(QDir(m_bundle).removeRecursively());
    QVERIFY(QFile::remove(m_project));
    QVERIFY(QFile::remove(QString(m_project).replace(u".rejoin"_s, u".session"_s)));
}

bool PortableSuite::carryOut(Side side, const QString &script) const
{
    const Bundle bundle = must(openBundle(elsewhere()));
    const BundleTarget &target = *bundle.target(side);
    const bool isMerge = script == "merge.sql"_L1;
    if (!m_byClient) {
        const CommandRun ran = rejoin({isMerge ? u"apply"_s : u"undo"_s, elsewhere(), u"--approve"_s,
                                       isMerge ? target.mergeHash : target.undoHash});
        if (ran.exit != 0)
            qWarning("%s", text(ran).constData());
        return ran.exit == 0;
    }
    const QString folder = QFileInfo(target.mergePath).absolutePath() + u'/';
    const QStringList scripts =
        isMerge ? QStringList{u"precheck.sql"_s, u"merge.sql"_s, u"postcheck.sql"_s} : QStringList{script};
    for (const QString &name : scripts) {
        const ClientRun ran = m_engine.run(databaseOf(versionOf(side)), contentOf(folder + name));
        if (ran.exitCode != 0) {
            qWarning("%s: %s", qPrintable(name), qPrintable(ran.errors));
            return false;
        }
    }
    return true;
}

void PortableSuite::theBundleAloneIsEnough_data()
{
    QTest::addColumn<bool>("byClient");
    QTest::newRow("Rejoin without the project") << false;
    QTest::newRow("the engine's own client alone") << true;
}

void PortableSuite::theBundleAloneIsEnough()
{
    QFETCH(bool, byClient);
    m_byClient = byClient;
    makeShop();
    sign();
    sendAway();
    const Bundle bundle = must(openBundle(elsewhere()));
    QVERIFY(bundle.needsReview && bundle.review);
    QCOMPARE(bundle.review->reviewer, u"Bert Ahlers"_s);
    const PerSide<QString> before{dump(Side::A), dump(Side::B)};
    for (const Side side : bothSides)
        QVERIFY(carryOut(side, u"merge.sql"_s));
    for (const Side side : bothSides)
        QCOMPARE(rows(side, u"SELECT o.order_id, o.status, l.product FROM orders o LEFT JOIN order_lines l ON "
                            "l.order_id = o.order_id ORDER BY o.order_id"_s),
                 (QStringList{u"1 paid NULL"_s, u"3 of A bolt of A"_s, u"4 of B bolt of B"_s}));
    for (const Side side : bothSides)
        QVERIFY(carryOut(side, u"undo.sql"_s));
    for (const Side side : bothSides)
        QCOMPARE(dump(side), before[side]);
}

void PortableSuite::whatIsNotSignedOffIsRefused()
{
    makeShop();
    sendAway();
    const QString before = dump(Side::A);
    const Bundle bundle = must(openBundle(elsewhere()));
    const CommandRun refused = rejoin({u"apply"_s, elsewhere(), u"--approve"_s, bundle.target(Side::A)->mergeHash});
    EXPECT_EXIT(refused, 10);
    QVERIFY2(refused.err.contains(u"review"_s), text(refused).constData());
    QCOMPARE(dump(Side::A), before);
}

void PortableSuite::oneByteChangedIsRefused()
{
    makeShop();
    sign();
    sendAway();
    const QString before = dump(Side::A);
    const BundleTarget target = *must(openBundle(elsewhere())).target(Side::A);
    QByteArray bytes = contentOf(target.mergePath);
    QVERIFY(bytes.contains("paid"));
    QFile file(target.mergePath);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes.replace("paid", "pald")), bytes.size());
    file.close();
    const CommandRun refused = rejoin({u"apply"_s, elsewhere(), u"--approve"_s, target.mergeHash});
    EXPECT_EXIT(refused, 10);
    QVERIFY2(refused.err.contains(u"merge.sql is not the file that was written: its SHA-256 differs"_s),
             text(refused).constData());
    QCOMPARE(dump(Side::A), before);
}

} // namespace Rejoin::Testing
