#include "diffcore/base/log.h"
#include "diffcore/base/secrets.h"
#include "diffcore/demo/demo.h"

#include "tests/support/commandline.h"
#include "tests/support/printing.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using namespace Rejoin::Testing;

/// What `--log` writes down, and what it must not.
class TestLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void quietByDefault();
    void tellsWhatWasDone();
    void tellsFailures();
    void noValueOfARowAboveDebug();
    void statementsAtTraceAlone();
    void noSecretAtAnyLevel_data();
    void noSecretAtAnyLevel();
    void secretsInAnyText_data();
    void secretsInAnyText();
    void readableByItsOwnerAlone();
    void rotated();
    void oneLineALine();
    void optionsBeforeTheCommand();
    void wrongOptions_data();
    void wrongOptions();
    void optionsOfTheWindow();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    static QString content(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    /// Compares the demo, decides one cell and one row, and gives the log.
    QString logOfAMerge(const QString &level) const
    {
        const QString file = path(level + u".log"_s);
        const QStringList logged{u"--log"_s, file, u"--log-level"_s, level};
        std::ignore = rejoin(QStringList{u"compare"_s, m_files.project, u"--fresh"_s} + logged);
        std::ignore = rejoin(QStringList{u"resolve"_s, m_files.project, u"--table"_s, u"customers"_s, u"--key"_s,
                                         u"24"_s, u"--set"_s, u"phone=0800-12345"_s} +
                             logged);
        std::ignore = rejoin(QStringList{u"resolve"_s, m_files.project, u"--table"_s, u"customers"_s, u"--key"_s,
                                         u"987654"_s, u"--take"_s, u"a"_s} +
                             logged);
        return content(file);
    }

    QTemporaryDir m_folder;
    DemoFiles m_files;
};

void TestLog::initTestCase()
{
    const auto files = makeDemo(m_folder.path(), {.orders = DemoOptions::minimalOrders}, {}, {});
    VERIFY_OK(files);
    m_files = *files;
}

void TestLog::quietByDefault()
{
    const QStringList before = QDir(m_folder.path()).entryList(QDir::Files);
    EXPECT_EXIT(rejoin({u"check"_s, m_files.project}), 0);
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files), before);
    QVERIFY(!isLogged(LogLevel::Error));
}

void TestLog::tellsWhatWasDone()
{
    const QString file = path(u"done.log"_s);
    EXPECT_EXIT(rejoin({u"compare"_s, m_files.project, u"--log"_s, file}), 2);
    const QString log = content(file);
    for (const QString &part : {u" info ["_s, u": compare "_s + m_files.project, u"connected in "_s, u"SQLite 3."_s,
                                u"orders: compared after "_s, u"ended with exit code 2 after "_s})
        QVERIFY2(log.contains(part), qPrintable(part + u" is missing in:\n"_s + log));
    EXPECT_EXIT(rejoin({u"status"_s, m_files.project, u"--log"_s, file}), 2);
    QVERIFY(content(file).startsWith(log));
    QVERIFY(content(file).size() > log.size());
    QVERIFY(!isLogged(LogLevel::Error));
}

void TestLog::tellsFailures()
{
    const QString file = path(u"failed.log"_s);
    const CommandRun run =
        rejoin({u"status"_s, path(u"none.rejoin"_s), u"--log"_s, file, u"--log-level"_s, u"error"_s});
    EXPECT_EXIT(run, 10);
    const QString log = content(file);
    QVERIFY2(log.contains(" error ["_L1) && log.contains("bad file: "_L1) && log.contains("none.rejoin"_L1),
             qPrintable(log));
    QCOMPARE(log.count(u'\n'), 1);
}

void TestLog::noValueOfARowAboveDebug()
{
    const QString above = logOfAMerge(u"info"_s);
    QVERIFY(above.contains("resolve "_L1) && above.contains("--set"_L1));
    for (const QString &value : {u"0800-12345"_s, u"987654"_s, u"'"_s})
        QVERIFY2(!above.contains(value), qPrintable(value + u" stands in:\n"_s + above));
    const QString debug = logOfAMerge(u"debug"_s);
    QVERIFY2(debug.contains("987654"_L1), qPrintable(debug)); // the refusal in full
}

void TestLog::statementsAtTraceAlone()
{
    QVERIFY(!logOfAMerge(u"debug"_s).contains(": runs "_L1));
    QVERIFY(logOfAMerge(u"trace"_s).contains(": runs "_L1));
}

void TestLog::noSecretAtAnyLevel_data()
{
    QTest::addColumn<QString>("level");
    for (const QString &level : logLevelNames())
        QTest::newRow(qPrintable(level)) << level;
}

void TestLog::noSecretAtAnyLevel()
{
    QFETCH(const QString, level);
    const QString file = path(u"secret-"_s + level + u".log"_s);
    const QString project = path(u"secret-"_s + level + u".rejoin"_s);
    const QStringList logged{u"--log"_s, file, u"--log-level"_s, level};
    EXPECT_EXIT(
        rejoin(QStringList{u"init"_s, project, u"--a"_s, u"Driver=SQLite3;Database=/none/a;Pwd=tiger7"_s, u"--b"_s,
                           u"Driver=SQLite3;Database=/none/b;Pwd={tig;er8}"_s, u"--since"_s, u"2026-11-22T10:00Z"_s} +
               logged),
        0);
    std::ignore = rejoin(QStringList{u"compare"_s, project, u"--password-stdin"_s} + logged, "tiger9");
    const QString log = content(file);
    QVERIFY2(!log.contains("tig"_L1), qPrintable(log));
}

void TestLog::secretsInAnyText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("redacted");
    const auto row = [](const char *name, const QString &text, const QString &redacted) {
        QTest::newRow(name) << text << redacted;
    };
    row("nothing", u"2000 rows"_s, u"2000 rows"_s);
    row("attribute", u"Uid=sa;Pwd=tiger;Server=x"_s, u"Uid=sa;Pwd=***;Server=x"_s);
    row("with blanks", u"PASSWORD = ti ger ; x=1"_s, u"PASSWORD = ***; x=1"_s);
    row("in braces", u"Pwd={ti;ger}};};Server=x"_s, u"Pwd=***;Server=x"_s);
    row("JSON", uR"({"password": "tiger"})"_s, uR"({"password": ***)"_s);
    row("variable", u"Pwd=env:PRD01_PW;Server=x"_s, u"Pwd=env:PRD01_PW;Server=x"_s);
    row("token", u"AccessToken=abc"_s, u"AccessToken=***"_s);
    row("address", u"see postgres://sa:tiger@prd01/shop"_s, u"see postgres://sa:***@prd01/shop"_s);
    row("line", u"Pwd=tiger\nnext"_s, u"Pwd=***\nnext"_s);
}

void TestLog::secretsInAnyText()
{
    QFETCH(const QString, text);
    QFETCH(const QString, redacted);
    QCOMPARE(withoutSecrets(text), redacted);
}

void TestLog::readableByItsOwnerAlone()
{
    const QString file = path(u"owner.log"_s);
    VERIFY_OK(LogFile::open({.file = file}));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(file) & others));
}

void TestLog::rotated()
{
    const QString file = path(u"long.log"_s);
    const auto logging = LogFile::open({.file = file});
    VERIFY_OK(logging);
    const QString line(10'000, u'x');
    for (int i = 0; i < 2500; ++i)
        log(LogLevel::Info, line);
    constexpr qint64 most = 5 * 1024 * 1024;
    QStringList files{u"long.log"_s, u"long.1.log"_s, u"long.2.log"_s, u"long.3.log"_s};
    for (const QString &name : std::as_const(files))
        QVERIFY2(QFileInfo(path(name)).size() > 0 && QFileInfo(path(name)).size() <= most, qPrintable(name));
    QVERIFY(!QFile::exists(path(u"long.4.log"_s)));
}

void TestLog::oneLineALine()
{
    const QString file = path(u"lines.log"_s);
    const auto logging = LogFile::open({.file = file});
    VERIFY_OK(logging);
    log(LogLevel::Info, u"one\ntwo\x1b[31m three"_s);
    QVERIFY2(content(file).endsWith("one\\ntwo\\u001b[31m three\n"_L1), qPrintable(content(file)));
}

void TestLog::optionsBeforeTheCommand()
{
    const QString file = path(u"before.log"_s);
    EXPECT_EXIT(rejoin({u"--log"_s, file, u"--log-level=debug"_s, u"check"_s, m_files.project}), 0);
    QVERIFY(content(file).contains(": check "_L1));
    EXPECT_EXIT(rejoin({u"--log"_s, file, u"--version"_s}), 0);
}

void TestLog::wrongOptions_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("says");
    QTest::newRow("level") << QStringList{u"--log"_s, path(u"x.log"_s), u"--log-level"_s, u"loud"_s}
                           << u"--log-level is one of error, warning, info, debug, trace, not 'loud'"_s;
    QTest::newRow("level alone") << QStringList{u"--log-level"_s, u"debug"_s} << u"--log-level goes with --log FILE"_s;
    QTest::newRow("no folder") << QStringList{u"--log"_s, path(u"none/x.log"_s)} << u"there is no folder"_s;
    QTest::newRow("folder") << QStringList{u"--log"_s, m_folder.path()} << u"it is a folder"_s;
}

void TestLog::wrongOptions()
{
    QFETCH(const QStringList, options);
    QFETCH(const QString, says);
    const CommandRun run = rejoin(QStringList{u"check"_s, m_files.project} + options);
    EXPECT_EXIT(run, 10);
    QVERIFY2(run.err.contains(says), text(run).constData());
    QCOMPARE(run.out, QString());
}

void TestLog::optionsOfTheWindow()
{
    QStringList arguments{u"shop.rejoin"_s, u"--log=x.log"_s, u"--log-level"_s, u"debug"_s};
    const auto taken = takeLogOptions(arguments);
    VERIFY_OK(taken);
    QVERIFY(taken->has_value());
    QCOMPARE((*taken)->file, u"x.log"_s);
    QVERIFY((*taken)->level == LogLevel::Debug);
    QCOMPARE(arguments, QStringList{u"shop.rejoin"_s});
    QStringList none{u"shop.rejoin"_s};
    QVERIFY(!takeLogOptions(none)->has_value());
    QStringList cut{u"--log"_s};
    QVERIFY(!takeLogOptions(cut));
}

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
