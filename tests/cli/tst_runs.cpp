#include "diffcore/base/sha256.h"
#include "diffcore/script/bundle.h"
#include "tests/support/commandline.h"
#include "tests/support/demomerge.h"
#include "tests/support/sqliteshell.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using namespace Rejoin::Testing;

namespace {

/// Where the user's own runs are remembered.
QString ownRuns()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/rejoin/runs"_s;
}

bool replaceIn(const QString &path, const QByteArray &text, const QByteArray &by)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return false;
    const QByteArray bytes = file.readAll().replace(text, by);
    return file.resize(0) && file.seek(0) && file.write(bytes) == bytes.size();
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(file.errorString()));
}

} // namespace

/// What was run on which server is known afterwards, whatever happened in between.
class TestRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void oneServerHasTheMerge();
    void takenBackItIsComparedAgain();
    void aKilledRunIsFoundOut_data();
    void aKilledRunIsFoundOut();
    void aKilledRunAndAMovedRow();
    void nothingIsComparedWhileARunsEndIsUnknown_data();
    void nothingIsComparedWhileARunsEndIsUnknown();
    void aRunOfOthersIsNotAskedAbout();
    void aCheckOfOthersIsNotRun();
    void aMergeDoneInPartByHandIsNotTakenForApplied();
    void anotherBundleInItsPlaceKeepsTheRuns();
    void anotherMergeIsNotWrittenBesideOneThatAServerHas();
    void anotherMergeIsNotWrittenWhileARunsEndIsUnknown();
    void twoMergesAreNotOne();
    void aBundleOfTheFirstVersionCountsAsBefore();
    void aClockThatWasAheadHidesNoRun();
    void aMergeThatCameToNothingHidesNone();
    void theUndoOfAnAppliedMergeIsKept();
    void theRunOfACopyIsKnown();
    void aFolderThatCannotBeWrittenRunsNothing();

private:
    [[nodiscard]] QString status() const;
    [[nodiscard]] bool cutOff(const QString &state) const;
    /// A has the merge: the commands that finish it on B, and that take it back.
    [[nodiscard]] bool namesBothWays(const CommandRun &refused) const;
    [[nodiscard]] CommandRun redecide(const QString &take) const;
    [[nodiscard]] CommandRun script(const QString &folder, const QString &target = QStringLiteral("both")) const;
    [[nodiscard]] CommandRun compare() const { return rejoin({u"compare"_s, m_merge->files().project}); }
    /// Writes another post-check for A, with the hashes that make the bundle whole again.
    [[nodiscard]] bool replacePostCheck(const QByteArray &bytes) const;

    std::unique_ptr<DemoMerge> m_merge;
};

void TestRuns::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void TestRuns::init()
{
    QFile::remove(ownRuns());
    m_merge = std::make_unique<DemoMerge>();
    REQUIRE(m_merge->make());
    REQUIRE(m_merge->decide());
    REQUIRE(m_merge->script());
}

QString TestRuns::status() const
{
    return rejoin({u"status"_s, m_merge->files().project}).out;
}

/// Takes the log's last line away: the process was killed before it could write it.
bool TestRuns::cutOff(const QString &state) const
{
    QFile log(m_merge->bundle() + u"/runs.jsonl"_s);
    if (!log.open(QIODevice::ReadWrite))
        return false;
    QList<QByteArray> lines = log.readAll().trimmed().split('\n');
    const bool found = lines.takeLast().contains(('"' + state.toUtf8() + '"').constData());
    return found && log.resize(0) && log.write(lines.join('\n') + '\n') > 0;
}

CommandRun TestRuns::redecide(const QString &take) const
{
    return rejoin({u"resolve"_s, m_merge->files().project, u"--table"_s, u"customers"_s, u"--key"_s, u"24"_s,
                   u"--column"_s, u"phone"_s, u"--take"_s, take, u"--redecide"_s});
}

CommandRun TestRuns::script(const QString &folder, const QString &target) const
{
    return rejoin({u"script"_s, m_merge->files().project, u"--target"_s, target, u"--out"_s, folder});
}

bool TestRuns::namesBothWays(const CommandRun &refused) const
{
    const auto names = [&](const QString &command, Side side, const QString &script) {
        return refused.err.contains(
            u"rejoin %1 %2 --approve %3"_s.arg(command, m_merge->bundle(), m_merge->hash(side, script)));
    };
    return names(u"apply"_s, Side::B, u"merge.sql"_s) && names(u"undo"_s, Side::A, u"undo.sql"_s);
}

void TestRuns::oneServerHasTheMerge()
{
    QVERIFY(!status().contains(u"has the merge"_s));
    REQUIRE(m_merge->carryOut(u"apply"_s, Side::A));
    QVERIFY2(status().contains(u"A · PRD01 (live) has the merge, since "_s), qPrintable(status()));
    QVERIFY2(!status().contains(u"Next: rejoin script"_s), qPrintable(status()));
    const QStringList before = content(m_merge->database(Side::A));

    const CommandRun refused = rejoin({u"compare"_s, m_merge->files().project});
    EXPECT_EXIT(refused, 3);
    QCOMPARE(refused.err.count(u'\n'), 1);
    QVERIFY2(namesBothWays(refused), text(refused).constData());
    EXPECT_EXIT(
        rejoin({u"run"_s, m_merge->files().project, u"--target"_s, u"both"_s, u"--out"_s, m_merge->path(u"x"_s)}), 3);
    QCOMPARE(content(m_merge->database(Side::A)), before);

    REQUIRE(m_merge->carryOut(u"apply"_s, Side::B));
    QVERIFY2(status().contains(u"B · PRD02 (standby) has the merge, since "_s), qPrintable(status()));
    const CommandRun whole = rejoin({u"status"_s, m_merge->files().project});
    EXPECT_EXIT(whole, 0);
    QVERIFY2(
        whole.out.endsWith(u"\nBoth servers have the merge. Next: rejoin verify %1\n"_s.arg(m_merge->files().project)),
        text(whole).constData());
    EXPECT_EXIT(rejoin({u"verify"_s, m_merge->files().project}), 0);
    EXPECT_EXIT(rejoin({u"compare"_s, m_merge->files().project}), 0);
    QVERIFY2(status().endsWith(u"Converged: no differences.\n"_s), qPrintable(status()));
    QCOMPARE(
        runSqlite(m_merge->database(Side::A), "UPDATE customers SET phone = 'new' WHERE customer_id = 1;").exitCode, 0);
    EXPECT_EXIT(rejoin({u"compare"_s, m_merge->files().project}), 1);
    const CommandRun later = rejoin({u"status"_s, m_merge->files().project}); // the merge was of an earlier comparison
    EXPECT_EXIT(later, 1);
    QVERIFY2(later.out.contains(u"Next: rejoin script"_s), text(later).constData());
}

void TestRuns::takenBackItIsComparedAgain()
{
    REQUIRE(m_merge->carryOut(u"apply"_s, Side::A));
    REQUIRE(m_merge->carryOut(u"undo"_s, Side::A));
    QVERIFY2(status().contains(u"A · PRD01 (live) is as before the merge, since "_s), qPrintable(status()));
    QVERIFY2(status().contains(u"Next: rejoin script"_s), qPrintable(status()));
    EXPECT_EXIT(rejoin({u"compare"_s, m_merge->files().project}), 1);
}

void TestRuns::aKilledRunIsFoundOut_data()
{
    QTest::addColumn<QStringList>("commands");
    QTest::addColumn<QString>("says");
    QTest::newRow("applied") << QStringList{u"apply"_s} << u"has the merge"_s;
    QTest::newRow("undone") << QStringList{u"apply"_s, u"undo"_s} << u"is as before the merge"_s;
}

void TestRuns::aKilledRunIsFoundOut()
{
    QFETCH(QStringList, commands);
    QFETCH(QString, says);
    for (const QString &command : commands)
        REQUIRE(m_merge->carryOut(command, Side::A));
    QVERIFY(cutOff(u"done"_s));
    const CommandRun found = rejoin({u"status"_s, m_merge->files().project});
    QVERIFY2(found.out.contains(u"A · PRD01 (live) "_s + says), text(found).constData());
    QVERIFY2(found.err.isEmpty(), text(found).constData());
}

void TestRuns::aKilledRunAndAMovedRow()
{
    REQUIRE(m_merge->carryOut(u"apply"_s, Side::A));
    QVERIFY(cutOff(u"done"_s));
    const auto moved = runSqlite(m_merge->database(Side::A), "UPDATE settings SET value = 'moved';");
    QCOMPARE(moved.exitCode, 0);
    const CommandRun found = rejoin({u"status"_s, m_merge->files().project});
    QVERIFY2(found.out.contains(u"a run whose end is not known"_s), text(found).constData());
    QVERIFY2(found.err.contains(u"neither as before the merge nor as after it"_s), text(found).constData());
}

void TestRuns::nothingIsComparedWhileARunsEndIsUnknown_data()
{
    QTest::addColumn<bool>("bundleIsDamaged");
    QTest::newRow("rows got new keys") << false;
    QTest::newRow("nobody can tell whether rows did") << true;
}

void TestRuns::nothingIsComparedWhileARunsEndIsUnknown()
{
    QFETCH(bool, bundleIsDamaged);
    REQUIRE(m_merge->carryOut(u"apply"_s, Side::A));
    QVERIFY(cutOff(u"done"_s));
    const QString damaged = m_merge->bundle() + u"/report.html"_s;
    if (bundleIsDamaged)
        QVERIFY(QFile::rename(damaged, m_merge->path(u"report.html"_s)));
    for (const QStringList &command : {QStringList{u"compare"_s, m_merge->files().project},
                                       QStringList{u"compare"_s, m_merge->files().project, u"--moved"_s},
                                       QStringList{u"run"_s, m_merge->files().project, u"--target"_s, u"both"_s,
                                                   u"--out"_s, m_merge->path(u"x"_s)}}) {
        const CommandRun refused = rejoin(command);
        EXPECT_EXIT(refused, 3);
        QCOMPARE(refused.err.count(u'\n'), 1);
        QVERIFY2(refused.err.contains(u"rejoin status "_s + m_merge->files().project), text(refused).constData());
    }
    if (bundleIsDamaged)
        QVERIFY(QFile::rename(m_merge->path(u"report.html"_s), damaged));
    QVERIFY2(status().contains(u"A · PRD01 (live) has the merge"_s), qPrintable(status()));
    REQUIRE(m_merge->carryOut(u"undo"_s, Side::A));
    EXPECT_EXIT(rejoin({u"compare"_s, m_merge->files().project}), 1);
}

bool TestRuns::replacePostCheck(const QByteArray &bytes) const
{
    const QString path = m_merge->scriptPath(Side::A, u"postcheck.sql"_s);
    const QByteArray before = m_merge->hash(Side::A, u"postcheck.sql"_s).toLatin1();
    const QByteArray after = sha256Hex(bytes).toLatin1();
    const QString manifest = m_merge->bundle() + u"/manifest.json"_s;
    const QString sums = m_merge->bundle() + u"/SHA256SUMS"_s;
    const QByteArray manifestBefore = sha256Hex(read(manifest)).toLatin1();
    return replaceIn(path, read(path), bytes) && replaceIn(manifest, before, after) && replaceIn(sums, before, after) &&
           replaceIn(sums, manifestBefore, sha256Hex(read(manifest)).toLatin1());
}

/// The log comes with the bundle, and the check that would be run as well.
void TestRuns::aRunOfOthersIsNotAskedAbout()
{
    REQUIRE(m_merge->carryOut(u"apply"_s, Side::A));
    QVERIFY(cutOff(u"done"_s));
    QVERIFY(QFile::remove(ownRuns()));
    const CommandRun found = rejoin({u"status"_s, m_merge->files().project});
    QVERIFY2(found.out.contains(u"a run whose end is not known"_s), text(found).constData());
    QVERIFY2(found.err.contains(u"was not begun by you on this machine"_s), text(found).constData());
    QCOMPARE(found.err.count(u'\n'), 1);
}

void TestRuns::aCheckOfOthersIsNotRun()
{
    REQUIRE(m_merge->carryOut(u"apply"_s, Side::A));
    QVERIFY(cutOff(u"done"_s));
    QVERIFY(replacePostCheck("BEGIN;\nUPDATE settings SET value = 'theirs';\nCOMMIT;\n"));
    const QStringList before = content(m_merge->database(Side::A));
    const CommandRun found = rejoin({u"status"_s, m_merge->files().project});
    QVERIFY2(found.err.contains(u"postcheck.sql is not the check that the approved script names"_s),
             text(found).constData());
    QVERIFY2(found.out.contains(u"a run whose end is not known"_s), text(found).constData());
    QCOMPARE(content(m_merge->database(Side::A)), before);
}

/// A script knows by some of its rows that it was applied; here these stand as it leaves them, and another does not.
void TestRuns::aMergeDoneInPartByHandIsNotTakenForApplied()
{
    REQUIRE(m_merge->carryOut(u"apply"_s, Side::A));
    QVERIFY(QFile::remove(m_merge->bundle() + u"/runs.jsonl"_s));
    const QStringList apply{u"apply"_s, m_merge->bundle(), u"--approve"_s, m_merge->hash(Side::A, u"merge.sql"_s)};
    int told = 0;
    for (const QString &line : QString::fromUtf8(read(m_merge->scriptPath(Side::A, u"merge.sql"_s))).split(u'\n')) {
        static const QRegularExpression inserted(u"^-- insert order_lines order_id=(\\d+), line_no=(\\d+)"_s);
        const QRegularExpressionMatch match = inserted.match(line);
        if (!match.hasMatch() || told > 0)
            continue;
        const QByteArray change =
            "UPDATE order_lines SET qty = qty %1 1 WHERE order_id = " + match.captured(1).toLatin1() +
            " AND line_no = " + match.captured(2).toLatin1() + ';';
        QCOMPARE(runSqlite(m_merge->database(Side::A), QByteArray(change).replace("%1", "+")).exitCode, 0);
        const CommandRun refused = rejoin(apply);
        EXPECT_EXIT(refused, 3);
        told += refused.err.contains(u"some rows are as merge.sql leaves them and others are not"_s) ? 1 : 0;
        QVERIFY2(!status().contains(u"has the merge"_s), qPrintable(status()));
        QCOMPARE(runSqlite(m_merge->database(Side::A), QByteArray(change).replace("%1", "-")).exitCode, 0);
    }
    QVERIFY(told > 0);
    const CommandRun whole = rejoin(apply);
    QVERIFY2(whole.err.contains(u"already applied"_s), text(whole).constData());
    QVERIFY2(status().contains(u"A · PRD01 (live) has the merge"_s), qPrintable(status()));
}

void TestRuns::anotherBundleInItsPlaceKeepsTheRuns()
{
    REQUIRE(m_merge->carryOut(u"apply"_s, Side::A));
    EXPECT_EXIT(rejoin({u"script"_s, m_merge->files().project, u"--target"_s, u"both"_s, u"--out"_s, m_merge->bundle(),
                        u"--ticket"_s, u"CHG-1043"_s}),
                0);
    QVERIFY2(status().contains(u"A · PRD01 (live) has the merge"_s), qPrintable(status()));
    EXPECT_EXIT(rejoin({u"compare"_s, m_merge->files().project}), 3);
    REQUIRE(m_merge->carryOut(u"apply"_s, Side::B));
    EXPECT_EXIT(rejoin({u"compare"_s, m_merge->files().project}), 0);
}

void TestRuns::anotherMergeIsNotWrittenBesideOneThatAServerHas()
{
    REQUIRE(m_merge->carryOut(u"apply"_s, Side::A));
    EXPECT_EXIT(redecide(u"a"_s), 1);
    const CommandRun refused = script(m_merge->path(u"b2"_s), u"b"_s);
    EXPECT_EXIT(refused, 3);
    QCOMPARE(refused.err.count(u'\n'), 1);
    QVERIFY2(namesBothWays(refused), text(refused).constData());
    QVERIFY(!QFileInfo::exists(m_merge->path(u"b2"_s)));
    REQUIRE(m_merge->carryOut(u"undo"_s, Side::A));
    EXPECT_EXIT(script(m_merge->path(u"b2"_s)), 0);
}

void TestRuns::anotherMergeIsNotWrittenWhileARunsEndIsUnknown()
{
    REQUIRE(m_merge->carryOut(u"apply"_s, Side::A));
    QVERIFY(cutOff(u"done"_s));
    EXPECT_EXIT(script(m_merge->path(u"same"_s)), 0);
    EXPECT_EXIT(redecide(u"a"_s), 1);
    const CommandRun refused = script(m_merge->path(u"b2"_s));
    EXPECT_EXIT(refused, 3);
    QVERIFY2(refused.err.contains(u"rejoin status "_s + m_merge->files().project), text(refused).constData());
}

/// Both bundles were there before anything was run.
void TestRuns::twoMergesAreNotOne()
{
    EXPECT_EXIT(redecide(u"a"_s), 1);
    const QString second = m_merge->path(u"b2"_s);
    EXPECT_EXIT(script(second), 0);
    REQUIRE(m_merge->carryOut(u"apply"_s, Side::A));
    const auto hash = openBundle(second)->target(Side::B)->mergeHash;
    EXPECT_EXIT(rejoin({u"apply"_s, second, u"--approve"_s, hash}), 0);
    const CommandRun told = rejoin({u"status"_s, m_merge->files().project});
    QVERIFY2(told.exit != 0, text(told).constData());
    QVERIFY2(!told.out.contains(u"Both servers have the merge"_s), text(told).constData());
    QVERIFY2(told.out.contains(u"B · PRD02 (standby) has the merge, since "_s), text(told).constData());
    QVERIFY2(told.out.contains(u"A · PRD01 (live) has another merge, since "_s), text(told).constData());
    EXPECT_EXIT(compare(), 3);
}

/// It does not note what the servers get: then its comparison alone tells which merge it holds.
void TestRuns::aBundleOfTheFirstVersionCountsAsBefore()
{
    const QString path = m_merge->bundle() + u"/manifest.json"_s;
    QJsonObject manifest = QJsonDocument::fromJson(read(path)).object();
    QVERIFY(!manifest.take(u"mergedState"_s).toString().isEmpty());
    const QByteArray before = read(path);
    const QByteArray older = QJsonDocument(manifest).toJson();
    const QString sums = m_merge->bundle() + u"/SHA256SUMS"_s;
    write(path, older);
    write(sums, read(sums).replace(sha256Hex(before).toLatin1(), sha256Hex(older).toLatin1()));
    REQUIRE(m_merge->carryOut(u"apply"_s, Side::A));
    QVERIFY2(status().contains(u"A · PRD01 (live) has the merge, since "_s), qPrintable(status()));
    EXPECT_EXIT(compare(), 3);
    REQUIRE(m_merge->carryOut(u"apply"_s, Side::B));
    QVERIFY2(status().contains(u"\nBoth servers have the merge."_s), qPrintable(status()));
    EXPECT_EXIT(compare(), 0);
}

void TestRuns::aClockThatWasAheadHidesNoRun()
{
    REQUIRE(m_merge->carryOut(u"apply"_s, Side::A));
    REQUIRE(m_merge->carryOut(u"undo"_s, Side::A));
    const QString log = m_merge->bundle() + u"/runs.jsonl"_s;
    const QByteArray year = QByteArray::number(QDate::currentDate().year());
    write(log, read(log).replace('"' + year + '-', "\"2099-"));
    EXPECT_EXIT(compare(), 1);
    REQUIRE(m_merge->script());
    REQUIRE(m_merge->carryOut(u"apply"_s, Side::A));
    QVERIFY2(status().contains(u"A · PRD01 (live) has the merge, since "_s), qPrintable(status()));
    EXPECT_EXIT(compare(), 3);
}

void TestRuns::aMergeThatCameToNothingHidesNone()
{
    EXPECT_EXIT(compare(), 1);
    const QString second = m_merge->path(u"b2"_s);
    EXPECT_EXIT(script(second), 0);
    REQUIRE(m_merge->carryOut(u"apply"_s, Side::A));
    EXPECT_EXIT(rejoin({u"apply"_s, second, u"--approve"_s, openBundle(second)->target(Side::A)->mergeHash}), 3);
    QVERIFY2(status().contains(u"A · PRD01 (live) has the merge, since "_s), qPrintable(status()));
    EXPECT_EXIT(compare(), 3);
}

void TestRuns::theUndoOfAnAppliedMergeIsKept()
{
    REQUIRE(m_merge->carryOut(u"apply"_s));
    QCOMPARE(
        runSqlite(m_merge->database(Side::A), "UPDATE customers SET phone = 'new' WHERE customer_id = 1;").exitCode, 0);
    EXPECT_EXIT(compare(), 1);
    const QByteArray undo = read(m_merge->scriptPath(Side::A, u"undo.sql"_s));
    const CommandRun refused = script(m_merge->bundle());
    EXPECT_EXIT(refused, 10);
    QVERIFY2(refused.err.contains(u"holds the undo script of another merge: A · PRD01 (live) has the merge"_s),
             text(refused).constData());
    QCOMPARE(read(m_merge->scriptPath(Side::A, u"undo.sql"_s)), undo);
    EXPECT_EXIT(script(m_merge->path(u"b2"_s)), 0);
}

void TestRuns::theRunOfACopyIsKnown()
{
    REQUIRE(m_merge->carryOut(u"apply"_s, Side::A));
    REQUIRE(m_merge->carryOut(u"undo"_s, Side::A));
    const QString hash = m_merge->hash(Side::A, u"merge.sql"_s);
    const QString copy = m_merge->path(u"copy"_s);
    QCOMPARE(QProcess::execute(u"cp"_s, {u"-r"_s, m_merge->bundle(), copy}), 0);
    EXPECT_EXIT(rejoin({u"apply"_s, copy, u"--approve"_s, hash, u"--project"_s, m_merge->files().project}), 0);
    QVERIFY2(status().contains(u"A · PRD01 (live) has the merge, since "_s), qPrintable(status()));
    EXPECT_EXIT(compare(), 3);
    REQUIRE(m_merge->carryOut(u"apply"_s, Side::B));
    QVERIFY2(status().contains(u"\nBoth servers have the merge."_s), qPrintable(status()));
}

void TestRuns::aFolderThatCannotBeWrittenRunsNothing()
{
    const QStringList before = content(m_merge->database(Side::A));
    QVERIFY(QFile::link(u"/nowhere/runs"_s, m_merge->bundle() + u"/runs.jsonl"_s));
    const CommandRun refused =
        rejoin({u"apply"_s, m_merge->bundle(), u"--approve"_s, m_merge->hash(Side::A, u"merge.sql"_s)});
    EXPECT_EXIT(refused, 10);
    QVERIFY2(refused.err.contains(u"runs.jsonl"_s), text(refused).constData());
    QCOMPARE(content(m_merge->database(Side::A)), before);
}

QTEST_GUILESS_MAIN(TestRuns)
#include "tst_runs.moc"
