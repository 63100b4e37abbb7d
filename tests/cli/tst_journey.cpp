#include "tests/support/commandline.h"
#include "tests/support/demomerge.h"
#include "tests/support/sqliteshell.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using namespace Rejoin::Testing;

/// The merge from the first comparison to the undo, as it is typed.
class TestJourney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mergesAndTakesBack();
    void asksForWhatIsMissing();
    void showsWhatItIsAsked();
    void decidesByKeyColumnAndValue();
    void runsInTheEnginesOwnClient();
    void writesTheSameBytesAgain();
    void runsUnattended();
    void writesReports();
    void checksTheServers();
    void keepsDecisionsWhenComparedAgain();
    void keepsPasswordsToItself();
    void playsTheDemoByItself();

private:
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QJsonObject table(const QJsonObject &status, const QString &name)
    {
        for (const QJsonValue &value : status.value("tables"_L1).toArray()) {
            if (value.toObject().value("table"_L1).toString() == name)
                return value.toObject();
        }
        return {};
    }
};

void TestJourney::mergesAndTakesBack()
{
    DemoMerge merge;
    REQUIRE(merge.make());
    REQUIRE(merge.decide());
    EXPECT_EXIT(rejoin({u"status"_s, merge.files().project}), 1);
    EXPECT_EXIT(rejoin({u"verify"_s, merge.files().project}), 1);
    REQUIRE(merge.script());

    REQUIRE(merge.carryOut(u"apply"_s));
    const CommandRun verified = rejoin({u"verify"_s, merge.files().project, u"--full"_s, u"--json"_s});
    EXPECT_EXIT(verified, 0);
    QCOMPARE(verified.json().value("converged"_L1).toBool(), true);

    for (const Side side : bothSides) {
        const QStringList before = content(merge.database(side));
        const CommandRun again = rejoin({u"apply"_s, merge.bundle(), u"--approve"_s, merge.hash(side, u"merge.sql"_s)});
        EXPECT_EXIT(again, 3);
        QVERIFY2(again.err.contains("already applied"_L1), text(again).constData());
        QCOMPARE(content(merge.database(side)), before);
    }

    REQUIRE(merge.carryOut(u"undo"_s));
    for (const Side side : bothSides)
        QCOMPARE(content(merge.database(side)), content(merge.original(side)));

    REQUIRE(merge.carryOut(u"apply"_s));
    const CommandRun compared = rejoin({u"compare"_s, merge.files().project, u"--json"_s});
    EXPECT_EXIT(compared, 0);
    QCOMPARE(compared.json().value("converged"_L1).toBool(), true);
    for (const QString &name : {u"orders"_s, u"order_lines"_s, u"payments"_s, u"customers"_s, u"audit_log"_s}) {
        const QString query = u"SELECT * FROM %1 ORDER BY 1, 2, 3, 4, 5"_s.arg(name);
        QCOMPARE(askSqlite(merge.files().a, query), askSqlite(merge.files().b, query));
    }
}

void TestJourney::asksForWhatIsMissing()
{
    DemoMerge merge;
    REQUIRE(merge.make());
    const CommandRun compared = rejoin({u"compare"_s, merge.files().project, u"--json"_s});
    EXPECT_EXIT(compared, 2);
    const QJsonObject status = compared.json();
    QCOMPARE(status.value("rejoin"_L1).toInt(), 1);
    QCOMPARE(status.value("a"_L1).toString(), u"A · PRD01 (live)"_s);
    QCOMPARE(status.value("since"_L1).toString(), u"2026-11-22T10:00:00Z"_s);
    QCOMPARE(status.value("converged"_L1).toBool(true), false);
    const QJsonObject orders = table(status, u"orders"_s);
    QCOMPARE(orders.value("key"_L1).toArray(), QJsonArray{u"order_id"_s});
    QCOMPARE(orders.value("state"_L1).toString(), u"compared"_s);
    QCOMPARE(orders.value("evidence"_L1).toString(), u"baseline database"_s);
    QCOMPARE(orders.value("rows"_L1).toObject().value("a"_L1).toInt(), 225);
    QCOMPARE(orders.value("outcomes"_L1).toObject().value("KeyCollision"_L1).toInt(), 20);
    QVERIFY(orders.value("outcomes"_L1).toObject().contains("ConstraintConflict"_L1));
    QVERIFY(orders.value("unresolved"_L1).toInt() >= 20);

    const CommandRun again = rejoin({u"status"_s, merge.files().project, u"--json"_s});
    EXPECT_EXIT(again, 2);
    QCOMPARE(again.json(), status);

    const CommandRun script =
        rejoin({u"script"_s, merge.files().project, u"--target"_s, u"both"_s, u"--out"_s, merge.bundle()});
    EXPECT_EXIT(script, 2);
    QCOMPARE(script.err.count(u'\n'), 1);
    QVERIFY(!QFile::exists(merge.bundle()));
}

void TestJourney::showsWhatItIsAsked()
{
    DemoMerge merge;
    REQUIRE(merge.make());
    const QString project = merge.files().project;
    EXPECT_EXIT(rejoin({u"compare"_s, project}), 2);

    const CommandRun collisions =
        rejoin({u"show"_s, project, u"--table"_s, u"orders"_s, u"--outcome"_s, u"KeyCollision"_s, u"--json"_s});
    EXPECT_EXIT(collisions, 0);
    const QJsonArray rows = collisions.json().value("rows"_L1).toArray();
    QCOMPARE(rows.size(), 20);
    const QJsonObject first = rows.first().toObject();
    QCOMPARE(first.value("table"_L1).toString(), u"orders"_s);
    QCOMPARE(first.value("key"_L1).toObject(), (QJsonObject{{u"order_id"_s, u"1001"_s}}));
    QCOMPARE(first.value("outcome"_L1).toString(), u"KeyCollision"_s);
    QVERIFY(first.value("baseline"_L1).isNull());
    QCOMPARE(first.value("a"_L1).toObject().value("ordered_at"_L1).toString(), u"2026-11-22 10:00:44"_s);
    QCOMPARE(first.value("b"_L1).toObject().value("ordered_at"_L1).toString(), u"2026-11-22 10:15:44"_s);
    QVERIFY(first.value("decision"_L1).isNull());

    const CommandRun text = rejoin({u"show"_s, project, u"--table"_s, u"orders"_s, u"--limit"_s, u"2"_s});
    EXPECT_EXIT(text, 0);
    QVERIFY2(text.out.contains("more rows"_L1), Testing::text(text).constData());
    QVERIFY(text.out.contains("#"_L1));

    const CommandRun conflicts = rejoin({u"show"_s, project, u"--outcome"_s, u"ConstraintConflict"_s});
    EXPECT_EXIT(conflicts, 0);
    QVERIFY2(conflicts.out.contains("unique conflict"_L1), Testing::text(conflicts).constData());
    QVERIFY2(conflicts.out.contains("not null conflict"_L1), Testing::text(conflicts).constData());

    EXPECT_EXIT(rejoin({u"show"_s, project, u"--table"_s, u"ordres"_s}), 10);
    EXPECT_EXIT(rejoin({u"show"_s, project, u"--outcome"_s, u"Collision"_s}), 10);
}

void TestJourney::decidesByKeyColumnAndValue()
{
    DemoMerge merge;
    REQUIRE(merge.make());
    const QString project = merge.files().project;
    EXPECT_EXIT(rejoin({u"compare"_s, project}), 2);
    const auto decision = [&](const QString &tableName, const QString &column, const QString &key) {
        const CommandRun shown = rejoin({u"show"_s, project, u"--table"_s, tableName, u"--json"_s});
        for (const QJsonValue &row : shown.json().value("rows"_L1).toArray()) {
            if (row.toObject().value("key"_L1).toObject().value(column).toString() == key)
                return row.toObject().value("decision"_L1).toObject();
        }
        return QJsonObject();
    };

    const CommandRun both = rejoin({u"resolve"_s, project, u"--table"_s, u"orders"_s, u"--key"_s, u"order_id=1001"_s,
                                    u"--take"_s, u"both"_s, u"--reason"_s, u"two orders"_s, u"--json"_s});
    EXPECT_EXIT(both, 2);
    QCOMPARE(both.json().value("decided"_L1).toInt(), 1);
    QCOMPARE(decision(u"orders"_s, u"order_id"_s, u"1001"_s).value("reason"_L1).toString(), u"two orders"_s);
    QCOMPARE(decision(u"orders"_s, u"order_id"_s, u"1001"_s).value("origin"_L1).toString(), u"person"_s);
    QVERIFY(decision(u"orders"_s, u"order_id"_s, u"1002"_s).isEmpty());

    EXPECT_EXIT(rejoin({u"resolve"_s, project, u"--table"_s, u"settings"_s, u"--column"_s, u"deployed_at"_s,
                        u"--take"_s, u"a"_s}),
                2);
    QCOMPARE(decision(u"settings"_s, u"name"_s, u"mail.limit"_s).value("kind"_L1).toString(),
             u"cells: deployed_at from A"_s);

    EXPECT_EXIT(
        rejoin({u"resolve"_s, project, u"--table"_s, u"customers"_s, u"--key"_s, u"24"_s, u"--set"_s, u"phone=NULL"_s}),
        2);
    QCOMPARE(decision(u"customers"_s, u"customer_id"_s, u"24"_s).value("origin"_L1).toString(), u"person"_s);
}

void TestJourney::runsInTheEnginesOwnClient()
{
    DemoMerge merge;
    REQUIRE(merge.make());
    REQUIRE(merge.decide());
    REQUIRE(merge.script());
    for (const Side side : bothSides) {
        for (const QString &name : {u"precheck.sql"_s, u"merge.sql"_s, u"postcheck.sql"_s}) {
            const ClientRun run = runSqlite(merge.database(side), read(merge.scriptPath(side, name)));
            QVERIFY2(run.exitCode == 0, qPrintable(name + run.errors));
        }
    }
    EXPECT_EXIT(rejoin({u"verify"_s, merge.files().project, u"--full"_s}), 0);
    for (const Side side : bothSides) {
        const ClientRun again = runSqlite(merge.database(side), read(merge.scriptPath(side, u"merge.sql"_s)));
        QVERIFY(again.exitCode != 0);
        QVERIFY2(again.errors.contains("already applied"_L1), qPrintable(again.errors));
        const ClientRun undone = runSqlite(merge.database(side), read(merge.scriptPath(side, u"undo.sql"_s)));
        QVERIFY2(undone.exitCode == 0, qPrintable(undone.errors));
        QCOMPARE(content(merge.database(side)), content(merge.original(side)));
    }
}

void TestJourney::writesTheSameBytesAgain()
{
    DemoMerge merge;
    REQUIRE(merge.make());
    REQUIRE(merge.decide());
    REQUIRE(merge.script());
    QList<QByteArray> first;
    for (const Side side : bothSides) {
        for (const QString &name : {u"merge.sql"_s, u"undo.sql"_s, u"precheck.sql"_s, u"postcheck.sql"_s})
            first += read(merge.scriptPath(side, name));
    }
    const QByteArray keyMap = read(merge.bundle() + u"/keymap.csv"_s);
    QVERIFY(first.first().size() > 1000);

    REQUIRE(merge.script());
    QList<QByteArray> second;
    for (const Side side : bothSides) {
        for (const QString &name : {u"merge.sql"_s, u"undo.sql"_s, u"precheck.sql"_s, u"postcheck.sql"_s})
            second += read(merge.scriptPath(side, name));
    }
    QCOMPARE(second, first);
    QCOMPARE(read(merge.bundle() + u"/keymap.csv"_s), keyMap);
}

void TestJourney::runsUnattended()
{
    DemoMerge merge;
    REQUIRE(merge.make());
    const QStringList arguments{u"run"_s,
                                merge.files().project,
                                u"--target"_s,
                                u"both"_s,
                                u"--out"_s,
                                merge.bundle(),
                                u"--rules"_s,
                                merge.files().rules,
                                u"--accept-suggestions"_s};
    const CommandRun undecided = rejoin(arguments);
    EXPECT_EXIT(undecided, 2);
    QVERIFY(!QFile::exists(merge.bundle()));
    QVERIFY2(undecided.out.contains("decisions are missing"_L1), text(undecided).constData());

    REQUIRE(merge.decide());
    const CommandRun written = rejoin(arguments + QStringList{u"--json"_s});
    EXPECT_EXIT(written, 0);
    QCOMPARE(written.json().value("targets"_L1).toArray().size(), 2);
    QCOMPARE(written.json().value("targets"_L1).toArray().first().toObject().value("merge"_L1).toString(),
             merge.hash(Side::A, u"merge.sql"_s));
    QVERIFY(written.json().value("movedKeys"_L1).toInt() >= 20);
    for (const Side side : bothSides)
        QCOMPARE(content(merge.database(side)), content(merge.original(side)));

    REQUIRE(merge.carryOut(u"apply"_s));
    const CommandRun converged = rejoin(arguments + QStringList{u"--json"_s});
    EXPECT_EXIT(converged, 0);
    QCOMPARE(converged.json().value("converged"_L1).toBool(), true);
}

void TestJourney::writesReports()
{
    DemoMerge merge;
    REQUIRE(merge.make(60));
    EXPECT_EXIT(rejoin({u"compare"_s, merge.files().project}), 2);
    const QString html = merge.path(u"report.html"_s);
    const QString csv = merge.path(u"decisions.csv"_s);
    EXPECT_EXIT(rejoin({u"report"_s, merge.files().project, u"--out"_s, html}), 0);
    QVERIFY(read(html).contains("PRD01"));
    EXPECT_EXIT(rejoin({u"report"_s, merge.files().project, u"--out"_s, csv}), 0);
    QVERIFY(read(csv).contains("KeyCollision"));
    EXPECT_EXIT(rejoin({u"report"_s, merge.files().project, u"--out"_s, merge.path(u"report.txt"_s)}), 10);
    EXPECT_EXIT(rejoin({u"report"_s, merge.files().project, u"--out"_s, u"/nowhere/report.html"_s}), 10);
}

void TestJourney::checksTheServers()
{
    DemoMerge merge;
    REQUIRE(merge.make(60));
    const CommandRun run = rejoin({u"check"_s, merge.files().project});
    EXPECT_EXIT(run, 0);
    for (const QString &part : {u"A · PRD01 (live)"_s, u"SQLite 3."_s, u"baseline database"_s, u"audit_log"_s,
                                u"tax_class"_s, u"channel"_s, u"clocks of A and B differ"_s})
        QVERIFY2(run.out.contains(part), text(run).constData());
    const QJsonObject json = rejoin({u"check"_s, merge.files().project, u"--json"_s}).json();
    QCOMPARE(json.value("servers"_L1).toArray().size(), 3);
    QCOMPARE(json.value("tables"_L1).toArray().size(), 8);
    QVERIFY(QFile::remove(merge.files().b));
    const CommandRun broken = rejoin({u"check"_s, merge.files().project});
    EXPECT_EXIT(broken, 11);
    QVERIFY(broken.out.contains(u"A · PRD01 (live)"_s));
    QVERIFY(broken.err.contains(merge.files().b));
}

void TestJourney::keepsDecisionsWhenComparedAgain()
{
    DemoMerge merge;
    REQUIRE(merge.make(60));
    REQUIRE(merge.decide());
    EXPECT_EXIT(rejoin({u"compare"_s, merge.files().project}), 1);
    QCOMPARE(runSqlite(merge.files().a, "UPDATE customers SET phone = '1' WHERE customer_id = 24;\n").exitCode, 0);
    const CommandRun moved = rejoin({u"compare"_s, merge.files().project, u"--json"_s});
    EXPECT_EXIT(moved, 2);
    QCOMPARE(moved.json().value("unresolved"_L1).toInt(), 1);
    EXPECT_EXIT(rejoin({u"compare"_s, merge.files().project, u"--fresh"_s}), 2);
}

void TestJourney::keepsPasswordsToItself()
{
    DemoMerge merge;
    REQUIRE(merge.make(60));
    REQUIRE(merge.decide());
    const QByteArray secret = "hunter2-on-one-line";
    for (const QStringList &command :
         {QStringList{u"check"_s}, QStringList{u"compare"_s},
          QStringList{u"run"_s, u"--target"_s, u"both"_s, u"--out"_s, merge.bundle()}, QStringList{u"verify"_s}}) {
        const CommandRun run = rejoin(QStringList{command.first(), merge.files().project} + command.sliced(1) +
                                          QStringList{u"--password-stdin"_s},
                                      secret);
        QVERIFY2(run.exit == 0 || run.exit == 1, text(run).constData());
        QVERIFY(!(run.out + run.err).contains(QString::fromUtf8(secret)));
    }
    QDirIterator files(QFileInfo(merge.files().project).path(), QDir::Files, QDirIterator::Subdirectories);
    int looked = 0;
    for (; files.hasNext(); ++looked)
        QVERIFY2(!read(files.next()).contains(secret), qPrintable(files.filePath()));
    QVERIFY(looked > 15);

    const CommandRun empty = rejoin({u"compare"_s, merge.files().project, u"--password-stdin"_s});
    EXPECT_EXIT(empty, 10);
    QVERIFY(empty.err.contains("standard input is empty"_L1));
}

void TestJourney::playsTheDemoByItself()
{
    QTemporaryDir folder;
    const CommandRun run = rejoin({u"demo"_s, folder.path(), u"--orders"_s, u"60"_s, u"--journey"_s});
    EXPECT_EXIT(run, 0);
    for (const QString &part : {u"$ rejoin compare "_s, u"$ rejoin apply "_s, u"$ rejoin undo "_s, u"restored"_s,
                                folder.filePath(u"bundle"_s)})
        QVERIFY2(run.out.contains(part), text(run).constData());
    QCOMPARE(run.err, QString());
}

QTEST_GUILESS_MAIN(TestJourney)
#include "tst_journey.moc"
