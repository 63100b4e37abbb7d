#include "app/cli/cli.h"
#include "app/cli/command.h"

#include "tests/support/commandline.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using namespace Rejoin::Testing;

/// What the command line says without any server.
class TestCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyErrorHasItsExit_data();
    void everyErrorHasItsExit();
    void helpBeginsWithExamples_data();
    void helpBeginsWithExamples();
    void overallHelpNamesEveryCommand();
    void versionIsOneLine();
    void wrongUsageIsOneLine_data();
    void wrongUsageIsOneLine();
    void jsonErrorsAreOneDocument();
    void knowsAWindowFromACommand();

    void initWritesAProject();
    void initSaysWhichZoneItTook();
    void initNeverSavesAPassword();
    void initKeepsAnExistingProject();
    void aPdfTakesABuildThatDrawsPages();
    void checkListsDrivers();
    void valuesCannotMoveTheCursor();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    static QByteArray read(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QStringList init(const QString &name, const QStringList &options = {}) const
    {
        return QStringList{u"init"_s, path(name),
                           u"--a"_s,  u"Driver=SQLite3;Database=/srv/a.sqlite"_s,
                           u"--b"_s,  u"Driver=SQLite3;Database=/srv/b.sqlite"_s} +
               options;
    }

    QTemporaryDir m_folder;
};

void TestCommands::everyErrorHasItsExit_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<int>("exit");
    QTest::newRow("Usage") << ErrorCode::Usage << 10;
    QTest::newRow("BadFile") << ErrorCode::BadFile << 10;
    QTest::newRow("CannotWrite") << ErrorCode::CannotWrite << 10;
    QTest::newRow("NotApproved") << ErrorCode::NotApproved << 10;
    QTest::newRow("DriverMissing") << ErrorCode::DriverMissing << 11;
    QTest::newRow("CannotConnect") << ErrorCode::CannotConnect << 11;
    QTest::newRow("LoginFailed") << ErrorCode::LoginFailed << 11;
    QTest::newRow("RightsMissing") << ErrorCode::RightsMissing << 12;
    QTest::newRow("Unsupported") << ErrorCode::Unsupported << 13;
    QTest::newRow("Undecided") << ErrorCode::Undecided << 2;
    QTest::newRow("Refused") << ErrorCode::Refused << 3;
    QTest::newRow("AlreadyApplied") << ErrorCode::AlreadyApplied << 3;
    QTest::newRow("WrongTarget") << ErrorCode::WrongTarget << 3;
    QTest::newRow("ServerRefused") << ErrorCode::ServerRefused << 4;
    QTest::newRow("CommitUnknown") << ErrorCode::CommitUnknown << 5;
    QTest::newRow("Cancelled") << ErrorCode::Cancelled << 130;
    QTest::newRow("Bug") << ErrorCode::Bug << 20;
}

void TestCommands::everyErrorHasItsExit()
{
    QFETCH(ErrorCode, code);
    QFETCH(int, exit);
    QCOMPARE(int(exitFor(code)), exit);
}

void TestCommands::helpBeginsWithExamples_data()
{
    QTest::addColumn<QString>("command");
    for (const QString &name :
         {u"init"_s, u"check"_s, u"checkpoint"_s, u"compare"_s, u"status"_s, u"show"_s, u"resolve"_s, u"script"_s,
          u"apply"_s, u"verify"_s, u"undo"_s, u"report"_s, u"run"_s, u"demo"_s})
        QTest::newRow(qPrintable(name)) << name;
}

void TestCommands::helpBeginsWithExamples()
{
    QFETCH(QString, command);
    const CommandRun run = rejoin({command, u"--help"_s});
    EXPECT_EXIT(run, 0);
    QVERIFY2(run.out.startsWith(u"  rejoin %1 "_s.arg(command)), text(run).constData());
    QVERIFY(run.out.contains("--json"_L1));
    QCOMPARE(run.err, QString());
    for (const QString &line : run.out.split(u'\n'))
        QVERIFY2(line.size() <= 120, qPrintable(line));
}

void TestCommands::overallHelpNamesEveryCommand()
{
    const CommandRun run = rejoin({u"--help"_s});
    EXPECT_EXIT(run, 0);
    for (const Command &command : allCommands())
        QVERIFY2(run.out.contains(u"\n  %1 "_s.arg(command.name)), qPrintable(command.name));
    QCOMPARE(rejoin({}).exit, 10);
}

void TestCommands::versionIsOneLine()
{
    const CommandRun run = rejoin({u"--version"_s});
    EXPECT_EXIT(run, 0);
    QVERIFY(run.out.startsWith("rejoin "_L1));
    QCOMPARE(run.out.count(u'\n'), 1);
}

void TestCommands::wrongUsageIsOneLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("help");

    const QString file = u"shop.rejoin"_s;
    QTest::newRow("no such command") << QStringList{u"merge"_s} << u"'merge'"_s << u"rejoin --help"_s;
    QTest::newRow("no such option") << QStringList{u"--frobnicate"_s} << u"--frobnicate"_s << u"rejoin --help"_s;
    QTest::newRow("reserve nowhere") << QStringList{u"reserve"_s, file} << u"--target is missing"_s
                                     << u"rejoin reserve --help"_s;
    QTest::newRow("FILE missing") << QStringList{u"compare"_s} << u"FILE is missing"_s << u"rejoin compare --help"_s;
    QTest::newRow("too many") << QStringList{u"compare"_s, file, u"more"_s} << u"'more'"_s
                              << u"rejoin compare --help"_s;
    QTest::newRow("unknown option") << QStringList{u"status"_s, file, u"--quick"_s} << u"quick"_s
                                    << u"rejoin status --help"_s;
    QTest::newRow("value missing") << QStringList{u"show"_s, file, u"--table"_s} << u"table"_s
                                   << u"rejoin show --help"_s;
    QTest::newRow("no target") << QStringList{u"script"_s, file, u"--out"_s, u"d"_s} << u"--target is missing"_s
                               << u"rejoin script --help"_s;
    QTest::newRow("wrong target") << QStringList{u"script"_s, file, u"--target"_s, u"c"_s, u"--out"_s, u"d"_s}
                                  << u"'c'"_s << u"rejoin script --help"_s;
    QTest::newRow("nothing approved") << QStringList{u"apply"_s, u"bundle"_s} << u"--approve is missing"_s
                                      << u"rejoin apply --help"_s;
    QTest::newRow("not gentle") << QStringList{u"compare"_s, file, u"--gentle"_s, u"0"_s} << u"from 1 to 100, not '0'"_s
                                << u"rejoin compare --help"_s;
    QTest::newRow("recheck") << QStringList{u"compare"_s, file, u"--recheck"_s, u"soon"_s} << u"'soon'"_s
                             << u"rejoin compare --help"_s;
    QTest::newRow("resumed afresh") << QStringList{u"compare"_s, file, u"--resume"_s, u"--fresh"_s} << u"--fresh"_s
                                    << u"rejoin compare --help"_s;
    QTest::newRow("no A") << QStringList{u"init"_s, u"x.rejoin"_s} << u"--a is missing"_s << u"rejoin init --help"_s;
    QTest::newRow("project name") << QStringList{u"init"_s, u"x.json"_s} << u"x.json.rejoin"_s
                                  << u"rejoin init --help"_s;
    QTest::newRow("orders") << QStringList{u"demo"_s, u"/tmp/x"_s, u"--orders"_s, u"many"_s} << u"'many'"_s
                            << u"rejoin demo --help"_s;
    QTest::newRow("report") << QStringList{u"report"_s, file} << u"--out is missing"_s << u"rejoin report --help"_s;
}

void TestCommands::wrongUsageIsOneLine()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    QFETCH(QString, help);
    const CommandRun run = rejoin(arguments);
    EXPECT_EXIT(run, 10);
    QCOMPARE(run.out, QString());
    QCOMPARE(run.err.count(u'\n'), 1);
    QVERIFY2(run.err.startsWith("rejoin: "_L1), qPrintable(run.err));
    QVERIFY2(run.err.contains(says), qPrintable(run.err));
    QVERIFY2(run.err.contains(u"See: "_s + help), qPrintable(run.err));
}

void TestCommands::jsonErrorsAreOneDocument()
{
    const CommandRun run = rejoin({u"status"_s, path(u"none.rejoin"_s), u"--json"_s});
    EXPECT_EXIT(run, 10);
    const QJsonObject error = run.json().value("error"_L1).toObject();
    QCOMPARE(error.value("exit"_L1).toInt(), 10);
    QVERIFY(error.value("message"_L1).toString().contains("none.rejoin"_L1));
    QCOMPARE(run.err.count(u'\n'), 1);
}

void TestCommands::knowsAWindowFromACommand()
{
    QVERIFY(!isCommand({}));
    QVERIFY(!isCommand({u"shop.rejoin"_s}));
    QVERIFY(isCommand({u"compare"_s, u"shop.rejoin"_s}));
    QVERIFY(isCommand({u"comprae"_s}));
    QVERIFY(isCommand({u"--version"_s}));
}

void TestCommands::initWritesAProject()
{
    const CommandRun run = rejoin(
        init(u"shop.rejoin"_s, {u"--since"_s, u"2026-11-22T10:00Z"_s, u"--label-a"_s, u"PRD01"_s, u"--relation"_s,
                                u"audit_log.order_id=orders.order_id"_s, u"--baseline"_s, u"DSN=backup"_s}));
    EXPECT_EXIT(run, 0);
    QVERIFY2(run.out.contains(u"A · PRD01 (live)"_s), text(run).constData());
    QVERIFY2(run.out.contains("2026-11-22 10:00:00 UTC"_L1), text(run).constData());
    QCOMPARE(run.err, QString());
    const QByteArray json = read(path(u"shop.rejoin"_s));
    for (const QByteArrayView part : {"/srv/a.sqlite", "/srv/b.sqlite", "PRD01", "audit_log.order_id", "backup"})
        QVERIFY2(json.contains(part), json.constData());
}

void TestCommands::initSaysWhichZoneItTook()
{
    const CommandRun run = rejoin(init(u"zone.rejoin"_s, {u"--since"_s, u"2026-11-22 10:00"_s, u"--json"_s}));
    EXPECT_EXIT(run, 0);
    QVERIFY2(run.err.contains("local time (UTC)"_L1), text(run).constData());
    QCOMPARE(run.json().value("since"_L1).toString(), u"2026-11-22T10:00:00Z"_s);

    const CommandRun wrong = rejoin(init(u"when.rejoin"_s, {u"--since"_s, u"this morning"_s}));
    EXPECT_EXIT(wrong, 10);
    QVERIFY(wrong.err.contains("this morning"_L1));
}

void TestCommands::initNeverSavesAPassword()
{
    const CommandRun run = rejoin({u"init"_s, path(u"secret.rejoin"_s), u"--a"_s, u"DSN=prd01;Uid=dba;Pwd=hunter2"_s,
                                   u"--b"_s, u"DSN=prd02;Uid=dba;Pwd=env:PRD02_PW"_s});
    EXPECT_EXIT(run, 0);
    QVERIFY2(run.err.contains("the password in --a is not saved"_L1), text(run).constData());
    QVERIFY(!run.err.contains("in --b is"_L1));
    QVERIFY(!(run.out + run.err).contains("hunter2"_L1));
    const QByteArray json = read(path(u"secret.rejoin"_s));
    QVERIFY(!json.contains("hunter2"));
    QVERIFY(json.contains("env:PRD02_PW"));
}

void TestCommands::initKeepsAnExistingProject()
{
    EXPECT_EXIT(rejoin(init(u"kept.rejoin"_s)), 0);
    const QByteArray before = read(path(u"kept.rejoin"_s));
    const CommandRun again = rejoin(init(u"kept.rejoin"_s, {u"--label-a"_s, u"other"_s}));
    EXPECT_EXIT(again, 10);
    QVERIFY(again.err.contains("exists already"_L1));
    QCOMPARE(read(path(u"kept.rejoin"_s)), before);
}

void TestCommands::aPdfTakesABuildThatDrawsPages()
{
    const CommandRun run = rejoin({u"report"_s, u"shop.rejoin"_s, u"--out"_s, u"report.pdf"_s});
    EXPECT_EXIT(run, 13);
    QVERIFY2(run.err.contains("so it has no PDF"_L1), text(run).constData());
}

void TestCommands::checkListsDrivers()
{
    const CommandRun run = rejoin({u"check"_s});
    EXPECT_EXIT(run, 0);
    for (const QString &engine : {u"SQLite"_s, u"PostgreSQL"_s, u"MariaDB"_s, u"MySQL"_s, u"SQL Server"_s})
        QVERIFY2(run.out.contains(u'\n' + engine + u'\n') || run.out.startsWith(engine + u'\n'), qPrintable(run.out));
    QVERIFY2(run.out.contains("example  Driver={SQLite3};Database="_L1), qPrintable(run.out));

    const QJsonArray engines = rejoin({u"check"_s, u"--json"_s}).json().value("engines"_L1).toArray();
    QCOMPARE(engines.size(), 5);
    for (const QJsonValue &engine : engines) {
        QVERIFY(!engine["offers"_L1].toArray().isEmpty());
        QVERIFY(engine["example"_L1].toString().startsWith("Driver={"_L1));
    }
}

void TestCommands::valuesCannotMoveTheCursor()
{
    QCOMPARE(printable(u"a\nb\tc\x1b[2J"_s), u"a\\nb\\tc\\u001b[2J"_s);
    QCOMPARE(printable(QString(QChar(0x202e)) + u"txt"_s), u"\\u202etxt"_s);
    QCOMPARE(shortened(u"Zürich"_s, 4), u"Zür…"_s);
}

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"
