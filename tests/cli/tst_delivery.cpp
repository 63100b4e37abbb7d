#include "diffcore/script/bundle.h"
#include "tests/support/commandline.h"
#include "tests/support/demomerge.h"
#include "tests/support/sqliteshell.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using namespace Rejoin::Testing;

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

/// The words of the first "rejoin COMMAND …" in a text, without "rejoin".
QStringList commandIn(const QString &text, const QString &command)
{
    const qsizetype start = text.indexOf(u"rejoin "_s + command + u' ');
    if (start < 0)
        return {};
    QStringList words = text.mid(start).section(u'\n', 0, 0).split(u' ').mid(1, 4);
    words.last() = words.last().left(64);
    return words;
}

} // namespace

/// A bundle on its way: to other machines, to two servers of which one fails, and to a server that moved on.
class TestDelivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anotherMachineNeedsTheBundleAlone_data();
    void anotherMachineNeedsTheBundleAlone();
    void oneByteChangedIsRefused();
    void theWrongServerIsRefused();
    void aSecondRunIsRefused();
    void oneServerFailsAndBothWaysLeadOn_data();
    void oneServerFailsAndBothWaysLeadOn();
    void afterARefusalOnlyKnownRowsAreRead();

private:
    [[nodiscard]] CommandRun apply(const QString &bundle, Side side) const;

    std::unique_ptr<DemoMerge> m_merge;
};

void TestDelivery::init()
{
    m_merge = std::make_unique<DemoMerge>();
    REQUIRE(m_merge->make());
    REQUIRE(m_merge->decide());
    REQUIRE(m_merge->script());
}

CommandRun TestDelivery::apply(const QString &bundle, Side side) const
{
    return rejoin({u"apply"_s, bundle, u"--approve"_s, m_merge->hash(side, u"merge.sql"_s)});
}

void TestDelivery::anotherMachineNeedsTheBundleAlone_data()
{
    QTest::addColumn<bool>("byClient");
    QTest::newRow("Rejoin without the project") << false;
    QTest::newRow("the engine's own client alone") << true;
}

void TestDelivery::anotherMachineNeedsTheBundleAlone()
{
    QFETCH(bool, byClient);
    const PerSide<QStringList> before{content(m_merge->database(Side::A)), content(m_merge->database(Side::B))};
    const QString elsewhere = m_merge->path(u"another place/change 1042"_s);
    QVERIFY(copyFolder(m_merge->bundle(), elsewhere));
    QVERIFY(QFile::remove(m_merge->files().project));
    QVERIFY(QFile::remove(QString(m_merge->files().project).replace(u".rejoin"_s, u".session"_s)));
    const auto carryOut = [&](Side side, const QString &script) {
        const QString folder = elsewhere + (side == Side::A ? u"/a/"_s : u"/b/"_s);
        if (byClient)
            return runSqlite(m_merge->database(side), contentOf(folder + script)).exitCode;
        const QString command = script == "merge.sql"_L1 ? u"apply"_s : u"undo"_s;
        return rejoin({command, elsewhere, u"--approve"_s, m_merge->hash(side, script)}).exit;
    };
    for (const Side side : bothSides)
        QCOMPARE(carryOut(side, u"merge.sql"_s), 0);
    const auto orders = [&](Side side) {
        return runSqlite(m_merge->database(side), "SELECT count(*), sum(customer_id) FROM orders;").output;
    };
    QCOMPARE(orders(Side::A), orders(Side::B));
    for (const Side side : bothSides)
        QCOMPARE(carryOut(side, u"undo.sql"_s), 0);
    for (const Side side : bothSides)
        QCOMPARE(content(m_merge->database(side)), before[side]);
}

void TestDelivery::oneByteChangedIsRefused()
{
    const QStringList before = content(m_merge->database(Side::A));
    const QString approved = m_merge->hash(Side::A, u"merge.sql"_s);
    const QString path = m_merge->scriptPath(Side::A, u"merge.sql"_s);
    QByteArray bytes = contentOf(path);
    bytes[bytes.size() / 2] = bytes[bytes.size() / 2] == 'x' ? 'y' : 'x';
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    const CommandRun refused = rejoin({u"apply"_s, m_merge->bundle(), u"--approve"_s, approved});
    EXPECT_EXIT(refused, 10);
    QVERIFY2(refused.err.contains(u"merge.sql is not the file that was written: its SHA-256 differs"_s),
             text(refused).constData());
    QCOMPARE(content(m_merge->database(Side::A)), before);
}

/// A's script, led to B's database.
void TestDelivery::theWrongServerIsRefused()
{
    const QStringList before = content(m_merge->database(Side::B));
    const auto bundle = openBundle(m_merge->bundle());
    QVERIFY(bundle.has_value());
    const QString a = QDir(m_merge->database(Side::A)).absolutePath();
    QVERIFY(QFile::rename(a, a + u".away"_s));
    QVERIFY(QFile::link(QDir(m_merge->database(Side::B)).absolutePath(), a));
    const CommandRun refused = apply(m_merge->bundle(), Side::A);
    EXPECT_EXIT(refused, 3);
    QVERIFY2(refused.err.contains(u"the connection leads to the other server of this bundle"_s) ||
                 refused.err.contains(u"this script is for"_s),
             text(refused).constData());
    QCOMPARE(content(m_merge->database(Side::B)), before);
}

void TestDelivery::aSecondRunIsRefused()
{
    REQUIRE(m_merge->carryOut(u"apply"_s, Side::A));
    const QStringList merged = content(m_merge->database(Side::A));
    const CommandRun refused = apply(m_merge->bundle(), Side::A);
    EXPECT_EXIT(refused, 3);
    QVERIFY2(refused.err.contains(u"already applied"_s), text(refused).constData());
    QCOMPARE(content(m_merge->database(Side::A)), merged);
}

void TestDelivery::oneServerFailsAndBothWaysLeadOn_data()
{
    QTest::addColumn<bool>("goesOn");
    QTest::newRow("finished") << true;
    QTest::newRow("taken back") << false;
}

void TestDelivery::oneServerFailsAndBothWaysLeadOn()
{
    QFETCH(bool, goesOn);
    const PerSide<QStringList> before{content(m_merge->database(Side::A)), content(m_merge->database(Side::B))};
    REQUIRE(m_merge->carryOut(u"apply"_s, Side::A));
    QCOMPARE(runSqlite(m_merge->database(Side::B), "ALTER TABLE orders ADD COLUMN extra TEXT;").exitCode, 0);
    const CommandRun failed = apply(m_merge->bundle(), Side::B);
    EXPECT_EXIT(failed, 3);
    QVERIFY2(failed.err.contains(u"A · PRD01 (live) has the merge since "_s), text(failed).constData());
    QVERIFY2(failed.err.contains(u"and B · PRD02 (standby) has not. Finish it: rejoin apply "_s),
             text(failed).constData());
    const CommandRun status = rejoin({u"status"_s, m_merge->files().project});
    const QStringList way = commandIn(status.out, goesOn ? u"apply"_s : u"undo"_s);
    QCOMPARE(way, commandIn(failed.err, goesOn ? u"apply"_s : u"undo"_s));
    QCOMPARE(runSqlite(m_merge->database(Side::B), "ALTER TABLE orders DROP COLUMN extra;").exitCode, 0);
    EXPECT_EXIT(rejoin(way), 0);
    if (goesOn) {
        EXPECT_EXIT(rejoin({u"verify"_s, m_merge->files().project}), 0);
    } else {
        QCOMPARE(content(m_merge->database(Side::A)), before.a);
        QCOMPARE(content(m_merge->database(Side::B)), before.b);
    }
}

void TestDelivery::afterARefusalOnlyKnownRowsAreRead()
{
    const QString project = m_merge->files().project;
    EXPECT_EXIT(rejoin({u"approve"_s, project, u"--bundle"_s, m_merge->bundle()}), 0);
    // one row that the merge writes, and one that nobody changed before
    QCOMPARE(runSqlite(m_merge->database(Side::A), "UPDATE customers SET phone = 'moved' WHERE customer_id = 24;"
                                                   "UPDATE customers SET phone = 'new' WHERE customer_id = 1;")
                 .exitCode,
             0);
    const CommandRun refused = apply(m_merge->bundle(), Side::A);
    EXPECT_EXIT(refused, 3);
    const QString reviewed = m_merge->path(u"reviewed"_s);
    QVERIFY(copyFolder(m_merge->bundle(), reviewed));

    const CommandRun moved = rejoin({u"compare"_s, project, u"--moved"_s, u"--json"_s});
    EXPECT_EXIT(moved, 2);
    QCOMPARE(moved.json()[u"moved"_s].toArray(), QJsonArray{u"customers customer_id=24"_s});
    QCOMPARE(moved.json()[u"movedUndecided"_s].toArray(), QJsonArray{u"customers customer_id=24"_s});
    QCOMPARE(moved.json()[u"unresolved"_s].toInt(), 1);
    EXPECT_EXIT(rejoin({u"resolve"_s, project, u"--table"_s, u"customers"_s, u"--key"_s, u"24"_s, u"--take"_s, u"a"_s}),
                1);
    const CommandRun written = rejoin({u"script"_s, project, u"--target"_s, u"both"_s, u"--out"_s, m_merge->bundle(),
                                       u"--ticket"_s, u"CHG-1042"_s, u"--diff"_s, reviewed});
    EXPECT_EXIT(written, 0);
    QVERIFY2(written.err.contains(u"The review is outdated"_s), text(written).constData());
    QVERIFY2(written.out.contains(u"customers customer_id=24"_s), text(written).constData());
    for (const QString &line : written.out.split(u'\n')) {
        if (line.startsWith("  @ "_L1) && !line.contains(u"customer_id=24"_s) && !line.contains(u"(head)"_s))
            QVERIFY2(line.contains(u"Ticket"_s) || line.contains(u"Checks: "_s) || line.contains(u"Rows: "_s) ||
                         line.contains(u"Was every row"_s) || line.contains(u"Is every row"_s) ||
                         line.contains(u"Is this the right"_s),
                     qPrintable(line));
    }
    EXPECT_EXIT(rejoin({u"approve"_s, project, u"--bundle"_s, m_merge->bundle()}), 0);
    REQUIRE(m_merge->carryOut(u"apply"_s));
    EXPECT_EXIT(rejoin({u"verify"_s, project}), 0);
    QCOMPARE(
        runSqlite(m_merge->database(Side::A), "SELECT phone FROM customers WHERE customer_id = 1;").output.trimmed(),
        u"new"_s);
}

QTEST_GUILESS_MAIN(TestDelivery)
#include "tst_delivery.moc"
