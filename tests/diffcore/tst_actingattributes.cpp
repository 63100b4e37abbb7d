#include "diffcore/odbc/actingattributes.h"

#include "tests/support/printing.h"

using namespace Qt::StringLiterals;
using namespace Rejoin;

/// What a connection string of somebody else's project must not bring about.
class TestActingAttributes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("named");
        QTest::newRow("driver by its path") << u"Driver=/tmp/a.so;Database=/x"_s << u"/tmp/a.so"_s;
        QTest::newRow("driver in braces") << u"Driver={/home/x/a.so};Database=/x"_s << u"/home/x/a.so"_s;
        QTest::newRow("out of a system folder") << u"Driver=/usr/../tmp/a.so"_s << u"/usr/../tmp/a.so"_s;
        QTest::newRow("beside the project") << u"Driver=./a.so"_s << u"./a.so"_s;
        QTest::newRow("extension") << u"Driver=SQLite3;LoadExt=/tmp/a.so"_s << u"LoadExt"_s;
        QTest::newRow("second extension") << u"Driver=SQLite3;loadext=b, /tmp/a.so"_s << u"LoadExt"_s;
        QTest::newRow("plugins") << u"Driver=MariaDB Unicode;PLUGINDIR=/tmp"_s << u"PluginDir"_s;
        QTest::newRow("statement") << u"Driver=M;InitStmt=DELETE FROM t"_s << u"InitStmt"_s;
        QTest::newRow("statement behind a setting") << u"Driver=M;InitStmt={SET a=1; DELETE FROM t}"_s << u"InitStmt"_s;
        QTest::newRow("statement, coded") << u"Driver=P;ConnSettings=SET+a%3D1%3BDROP+TABLE+t"_s << u"ConnSettings"_s;
        QTest::newRow("statement, short name") << u"Driver=P;A6=DROP TABLE t"_s << u"A6"_s;
        QTest::newRow("function") << u"Driver=P;ConnSettings=SET a = lo_export(1)"_s << u"ConnSettings"_s;
        QTest::newRow("setting of the server") << u"Driver=M;InitStmt=set  global read_only=0"_s << u"InitStmt"_s;
        QTest::newRow("file to read") << u"Driver=P;FILEDSN=/tmp/a.dsn"_s << u"FileDSN"_s;
        QTest::newRow("file to write") << u"Driver=P;SaveFile=/tmp/a.dsn"_s << u"SaveFile"_s;
    }

    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(QString, named);
        const Result<void> result = refuseActing(*ConnectionString::parse(text));
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Usage);
        QVERIFY2(result.error().message.contains(named), qPrintable(result.error().message));
        QVERIFY(!result.error().advice.isEmpty());
    }

    void allows_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("name") << u"Driver={PostgreSQL Unicode};Server=db;Database=a"_s;
        QTest::newRow("data source") << u"DSN=prd01"_s;
        QTest::newRow("library of the system") << u"Driver=/usr/lib/x86_64-linux-gnu/odbc/libtdsodbc.so"_s;
        QTest::newRow("added to the system") << u"Driver={/opt/vendor/lib/driver.so}"_s;
        QTest::newRow("settings") << u"Driver=P;ConnSettings=SET search_path TO a;ConnSettings2=x"_s;
        QTest::newRow("several settings, coded") << u"Driver=P;A6=set a to b%3B+SET c=d%3B"_s;
        QTest::newRow("setting at the start") << u"Driver=M;InitStmt={SET NAMES utf8mb4}"_s;
    }

    void allows()
    {
        QFETCH(QString, text);
        const Result<void> result = refuseActing(*ConnectionString::parse(text));
        QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().message));
    }
};

QTEST_GUILESS_MAIN(TestActingAttributes)
#include "tst_actingattributes.moc"
