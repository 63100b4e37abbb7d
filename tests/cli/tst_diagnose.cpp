#include "diffcore/demo/demo.h"
#include "diffcore/diagnostics/diagnostics.h"

#include "tests/support/commandline.h"
#include "tests/support/printing.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using namespace Rejoin::Testing;

/// What goes into a bug report, and what must not.
class TestDiagnose : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tellsVersionsAndDrivers();
    void tellsTheKindOfAProjectAndNoName();
    void takesTheEndOfALogAboveDebug();
    void longLogFromALineOn();
    void saysWhatCannotBeRead();
    void needsAFileToWrite();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString diagnose(const QStringList &arguments) const
    {
        const QString out = path(u"diagnostics.txt"_s);
        const CommandRun run = rejoin(QStringList{u"diagnose"_s, u"--out"_s, out} + arguments);
        if (run.exit != 0)
            return QString::fromUtf8(text(run));
        QFile file(out);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    QTemporaryDir m_folder;
    DemoFiles m_files;
};

void TestDiagnose::initTestCase()
{
    const auto files = makeDemo(m_folder.path(), {.orders = DemoOptions::minimalOrders}, {}, {});
    VERIFY_OK(files);
    m_files = *files;
}

void TestDiagnose::tellsVersionsAndDrivers()
{
    const QString text = diagnose({});
    const QString program = rejoin({u"--version"_s}).out.section(u' ', 1).trimmed();
    for (const QString &part : {program, QString::fromLatin1(qVersion()), u"[system]"_s, u"QODBC"_s, u"QSQLITE"_s,
                                u"SQLite3"_s, u".so"_s, u"none was named"_s})
        QVERIFY2(text.contains(part), qPrintable(part + u" is missing in:\n"_s + text));
}

void TestDiagnose::tellsTheKindOfAProjectAndNoName()
{
    EXPECT_EXIT(rejoin({u"compare"_s, m_files.project}), 2);
    const QString text = diagnose({m_files.project}).section(u"[project]"_s, 1);
    for (const QString &part : {u"SQLite3, live"_s, u"SQLite3, standby"_s, u"server A"_s, u"SQLite 3."_s})
        QVERIFY2(text.contains(part), qPrintable(part + u" is missing in:\n"_s + text));
    for (const QString &part : {u"PRD01"_s, u"PRD02"_s, u"orders"_s, m_folder.path()})
        QVERIFY2(!text.contains(part), qPrintable(part + u" stands in:\n"_s + text));
}

void TestDiagnose::takesTheEndOfALogAboveDebug()
{
    write(path(u"some.log"_s), "2026-11-22T10:00:00.000Z info [1.1] A: connected by Pwd=tiger\n"
                               "2026-11-22T10:00:01.000Z debug [1.1] in full: orders order_id=1001\n"
                               "2026-11-22T10:00:02.000Z error [1.1] refused by a guard\n"
                               "something else\n");
    const QString text = diagnose({u"--add-log"_s, path(u"some.log"_s)});
    QVERIFY2(text.contains("connected by Pwd=***"_L1) && text.contains("refused by a guard"_L1), qPrintable(text));
    QVERIFY2(text.contains("(2 lines at debug"_L1), qPrintable(text));
    for (const QString &part : {u"tiger"_s, u"1001"_s, u"something else"_s})
        QVERIFY2(!text.contains(part), qPrintable(text));
}

void TestDiagnose::longLogFromALineOn()
{
    QByteArray log;
    constexpr int lines = 10'000;
    for (int i = 0; i < lines; ++i)
        log += "2026-11-22T10:00:00.000Z info [1.1] line " + QByteArray::number(i) + '\n';
    write(path(u"long.log"_s), log);
    const QString text = diagnose({u"--add-log"_s, path(u"long.log"_s)});
    QVERIFY(text.size() < 220'000);
    QVERIFY(text.contains("line 9999\n"_L1));
    QVERIFY(!text.contains("line 1\n"_L1));
    QVERIFY2(!text.contains("left out"_L1), "the line that was cut is none");
}

void TestDiagnose::saysWhatCannotBeRead()
{
    write(path(u"broken.rejoin"_s), "{");
    QVERIFY(diagnose({path(u"broken.rejoin"_s)}).contains("[project]\ncannot be loaded"_L1));
    for (const QStringList &arguments : {QStringList{path(u"none.rejoin"_s)}, {u"--add-log"_s, path(u"none.log"_s)}})
        QVERIFY(diagnose(arguments).contains("exit 10\n"_L1));
    QVERIFY(diagnosticsText({{}, path(u"none.log"_s)}).contains("[log]\ncannot be read"_L1));
}

void TestDiagnose::needsAFileToWrite()
{
    const CommandRun run = rejoin({u"diagnose"_s});
    EXPECT_EXIT(run, 10);
    QVERIFY2(run.err.contains("--out"_L1), text(run).constData());
}

QTEST_GUILESS_MAIN(TestDiagnose)
#include "tst_diagnose.moc"
