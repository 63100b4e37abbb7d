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
        QTest::newRow("attribute in a value, for SQLite's driver")
            << u"Driver=SQLite3;Database=/x;Pwd={a;LoadExt=/tmp/a.so;b}"_s << u"Pwd"_s;
        QTest::newRow("attribute in a value, behind a brace")
            << u"Driver=MariaDB Unicode;Pwd={a}};InitStmt=DELETE FROM t;}"_s << u"Pwd"_s;
        QTest::newRow("attribute in a value of no driver") << u"Driver=SQLite3;X={a;LoadExt=/tmp/a.so;b}"_s << u"X"_s;
        QTest::newRow("server in a value that MariaDB's driver does not know")
            << u"Driver=MariaDB Unicode;APP={a;Server=evil;b};Server=prd01"_s << u"APP"_s;
        QTest::newRow("server in options that MariaDB's driver does not know")
            << u"Driver=MariaDB Unicode;pqopt={sslmode=a;Server=evil;b};Server=prd01"_s << u"pqopt"_s;
        QTest::newRow("line break") << u"Driver=P;Server=a\nb"_s << u"Server"_s;
        QTest::newRow("NUL") << QString(u"Driver=P;Server=a"_s + QChar(0) + u'b') << u"Server"_s;
        QTest::newRow("engine of OpenSSL")
            << u"Driver=PostgreSQL Unicode;SSLmode=require;pqopt={sslkey=/tmp/a.so:k}"_s << u"pqopt"_s;
        QTest::newRow("engine of OpenSSL, coded")
            << u"Driver=P;pqopt=sslrootcert=/a+sslkey%3D/tmp/a.so:k"_s << u"pqopt"_s;
        QTest::newRow("engine behind quotes")
            << u"Driver=P;pqopt={sslmode=a\u00a0keepalives='x sslkey=b:k'}"_s << u"pqopt"_s;
        QTest::newRow("module of a token")
            << u"Driver=MariaDB Unicode;SSLKEY=pkcs11:x?module-path=/tmp/a.so"_s << u"SSLKey"_s;
        QTest::newRow("attached file") << u"Driver=SQLite3;AttachAs=x,/tmp/b"_s << u"AttachAs"_s;
        QTest::newRow("journal") << u"Driver=SQLite3;JournalMode=WAL"_s << u"JournalMode"_s;
        QTest::newRow("no transactions") << u"Driver=SQLite3;NoTXN=1"_s << u"NoTXN"_s;
        QTest::newRow("log of SQLite") << u"Driver=SQLite3;TraceFile=/home/x/.bashrc"_s << u"TraceFile"_s;
        QTest::newRow("log of FreeTDS") << u"Driver=FreeTDS;dumpfile=/tmp/a"_s << u"dumpfile"_s;
        QTest::newRow("log of psqlODBC") << u"Driver=P;CommLog=1"_s << u"CommLog"_s;
        QTest::newRow("log of psqlODBC, more of it") << u"Driver=P;Debug=1"_s << u"Debug"_s;
        QTest::newRow("log of psqlODBC, short name") << u"Driver=P;B3=1"_s << u"B3"_s;
        QTest::newRow("log of MariaDB") << u"Driver=M;Option=4"_s << u"Option"_s;
        QTest::newRow("settings from a file") << u"Driver=M;Use_MyCnf=1"_s << u"Use_MyCnf"_s;
        QTest::newRow("another login module") << u"Driver=M;Default_Auth=dialog"_s << u"Default_Auth"_s;
        QTest::newRow("database of a file") << u"Driver=FreeTDS;AttachDbFilename=/x"_s << u"AttachDbFilename"_s;
        QTest::newRow("statement") << u"Driver=M;InitStmt=DELETE FROM t"_s << u"InitStmt"_s;
        QTest::newRow("statement behind a setting") << u"Driver=M;InitStmt={SET a=1; DELETE FROM t}"_s << u"InitStmt"_s;
        QTest::newRow("statement, coded") << u"Driver=P;ConnSettings=SET+a%3D1%3BDROP+TABLE+t"_s << u"ConnSettings"_s;
        QTest::newRow("statement, short name") << u"Driver=P;A6=DROP TABLE t"_s << u"A6"_s;
        QTest::newRow("function") << u"Driver=P;ConnSettings=SET a = lo_export(1)"_s << u"ConnSettings"_s;
        QTest::newRow("setting of the server") << u"Driver=M;InitStmt=set  global read_only=0"_s << u"InitStmt"_s;
        QTest::newRow("statement within a setting")
            << u"Driver=M;InitStmt={SET STATEMENT max_statement_time=9 FOR DELETE FROM t}"_s << u"InitStmt"_s;
        QTest::newRow("second setting of the server")
            << u"Driver=M;InitStmt={SET SESSION a=1, GLOBAL b=2}"_s << u"InitStmt"_s;
        QTest::newRow("second setting of the server, kept")
            << u"Driver=M;InitStmt={SET a=1, @@persist_only.b=2}"_s << u"InitStmt"_s;
        QTest::newRow("setting in a comment") << u"Driver=M;InitStmt={SET /*!50000GLOBAL*/ b=2}"_s << u"InitStmt"_s;
        QTest::newRow("password of a user") << u"Driver=M;InitStmt={SET a=1, PASSWORD='x'}"_s << u"InitStmt"_s;
        QTest::newRow("number of a sequence") << u"Driver=M;InitStmt={SET @a = NEXT VALUE FOR s}"_s << u"InitStmt"_s;
        QTest::newRow("role for good") << u"Driver=M;InitStmt={SET DEFAULT ROLE r}"_s << u"InitStmt"_s;
        QTest::newRow("file to read") << u"Driver=P;FILEDSN=/tmp/a.dsn"_s << u"FileDSN"_s;
        QTest::newRow("file to write") << u"Driver=P;SaveFile=/tmp/a.dsn"_s << u"SaveFile"_s;
        QTest::newRow("second server") << u"Driver=P;Server=prd01;Servername=evil"_s << u"Servername"_s;
        QTest::newRow("second server, a socket") << u"Driver=M;Socket=/tmp/a;Server=prd01"_s << u"Socket"_s;
        QTest::newRow("server that fails over")
            << u"Driver=M;Server=prd01;Failover_Partner=evil"_s << u"Failover_Partner"_s;
        QTest::newRow("server that Rejoin shows alone") << u"Driver=M;Host=prd01"_s << u"Host"_s;
        QTest::newRow("socket that is none") << u"Driver=P;Socket=prd01"_s << u"Socket"_s;
        QTest::newRow("server in options") << u"Driver=P;Server=prd01;pqopt={hostaddr=6.6.6.6}"_s << u"pqopt"_s;
        QTest::newRow("server in options, as an address")
            << u"Driver=P;pqopt=postgresql://evil/?sslmode=a"_s << u"pqopt"_s;
        QTest::newRow("server in options, behind a value")
            << u"Driver=P;pqopt={sslmode = a\\ b port=1}"_s << u"pqopt"_s;
        QTest::newRow("server of a service") << u"Driver=P;pqopt={keepalives=1 service=x}"_s << u"pqopt"_s;
        QTest::newRow("server beside a data source") << u"DSN=prd01;Server=evil"_s << u"Server"_s;
        QTest::newRow("port beside a data source") << u"DSN=prd01;Port=1"_s << u"Port"_s;
        QTest::newRow("driver beside a data source") << u"DSN=prd01;Driver=P"_s << u"Driver"_s;
        QTest::newRow("second database") << u"Driver=M;Database=a;DB=b"_s << u"DB"_s;
        QTest::newRow("second user") << u"Driver=M;Uid=a;User=b"_s << u"User"_s;
        QTest::newRow("second password") << u"Driver=M;Pwd=a;Password=b"_s << u"Password"_s;
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
        QTest::newRow("password of any characters") << u"Driver={PostgreSQL Unicode};Server=db;Pwd={a;x}}{b}"_s;
        QTest::newRow("data source") << u"DSN=prd01"_s;
        QTest::newRow("library of the system") << u"Driver=/usr/lib/x86_64-linux-gnu/odbc/libtdsodbc.so"_s;
        QTest::newRow("added to the system") << u"Driver={/opt/vendor/lib/driver.so}"_s;
        QTest::newRow("settings") << u"Driver=P;ConnSettings=SET search_path TO a;Uid=x"_s;
        QTest::newRow("several settings, coded") << u"Driver=P;A6=set a to b%3B+SET c=d%3B"_s;
        QTest::newRow("setting like a refused one") << u"Driver=M;InitStmt={SET globally = 1, x = DEFAULT}"_s;
        QTest::newRow("file in a folder with signs") << u"Driver=SQLite3;Database={/srv/a;{b}}.sqlite}"_s;
        QTest::newRow("password with a semicolon") << u"Driver=P;Pwd={a;b}"_s;
        QTest::newRow("password with a brace") << u"Driver=P;Pwd=a}b"_s;
        QTest::newRow("no log") << u"Driver=P;CommLog=0;Debug=0"_s;
        QTest::newRow("encryption of PostgreSQL") << u"Driver=P;SSLmode=verify-full;pqopt={sslrootcert=/ca.pem}"_s;
        QTest::newRow("options of PostgreSQL") << u"Driver=P;pqopt={password = 'a b' keepalives=1  sslmode=a\\ b}"_s;
        QTest::newRow("encryption of MariaDB") << u"Driver=M;SSLVerify=1;ForceTLS=1;SSLCA=/ca.pem"_s;
        QTest::newRow("encryption of MySQL") << u"Driver=M;SSLMODE=VERIFY_IDENTITY;SSLCA=C:\\ca.pem"_s;
        QTest::newRow("encryption of FreeTDS") << u"Driver=F;Encryption=require"_s;
        QTest::newRow("encryption of SQL Server") << u"Driver=S;Encrypt=yes;TrustServerCertificate=no"_s;
        QTest::newRow("socket") << u"Driver=M;Socket=/run/mysqld/mysqld.sock;Uid=a;RejoinLogin=keychain"_s;
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
