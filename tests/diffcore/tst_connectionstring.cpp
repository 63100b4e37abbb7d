#include "diffcore/odbc/connectionstring.h"

#include "tests/support/printing.h"

using namespace Qt::StringLiterals;
using namespace Rejoin;

namespace {

ConnectionString parsed(const QString &text)
{
    const auto result = ConnectionString::parse(text);
    return result ? *result : ConnectionString();
}

} // namespace

class TestConnectionString : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAttributes()
    {
        const ConnectionString where = parsed(u" Driver={SQLite3} ; DATABASE=/srv/a b.sqlite;;Empty=; "_s);
        QCOMPARE(where.value(u"driver"_s), u"SQLite3"_s);
        QCOMPARE(where.value(u"Database"_s), u"/srv/a b.sqlite"_s);
        QVERIFY(where.contains(u"empty"_s));
        QCOMPARE(where.value(u"empty"_s), QString());
        QVERIFY(!where.contains(u"other"_s));
    }

    void readsBraces()
    {
        QCOMPARE(parsed(u"Pwd={a;b}}c=d}"_s).value(u"Pwd"_s), u"a;b}c=d"_s);
        QCOMPARE(parsed(u"Options=a=b=c"_s).value(u"Options"_s), u"a=b=c"_s);
        QCOMPARE(parsed(u"Name={}"_s).value(u"Name"_s), QString());
    }

    void takesTheFirstOfTwo() { QCOMPARE(parsed(u"Database=a;database=b"_s).value(u"Database"_s), u"a"_s); }

    void refusesWhatIsNone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("blanks") << u" ; ; "_s;
        QTest::newRow("a word") << u"s3cret"_s;
        QTest::newRow("a part without =") << u"Driver=x;s3cret;Database=y"_s;
        QTest::newRow("no name") << u"=s3cret"_s;
        QTest::newRow("open brace") << u"Pwd={s3cret;Database=y"_s;
        QTest::newRow("text after a brace") << u"Pwd={s3cret}x;Database=y"_s;
        QTest::newRow("a value for a name") << u"Driver=x;{s3cret}=y"_s;
    }

    void refusesWhatIsNone()
    {
        QFETCH(QString, text);
        const auto result = ConnectionString::parse(text);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Usage);
        QVERIFY2(!describe(result.error()).contains(u"s3cret"_s), qPrintable(describe(result.error())));
    }

    void writesWhatItReads_data()
    {
        QTest::addColumn<QString>("value");
        for (const QString &value : {u"plain"_s, u"a;b"_s, u"{x"_s, u"a}b"_s, u" blanks "_s, u"}}"_s, u"{}"_s, u"a=b"_s,
                                     u"é🙂"_s, u"'\""_s, QString()})
            QTest::addRow("'%s'", qPrintable(value)) << value;
    }

    void writesWhatItReads()
    {
        QFETCH(QString, value);
        ConnectionString where;
        where.set(u"Name"_s, value);
        where.set(u"Last"_s, u"x"_s);
        const ConnectionString again = parsed(where.saved());
        QCOMPARE(again.value(u"Name"_s), value);
        QCOMPARE(again.value(u"Last"_s), u"x"_s);
    }

    void hidesSecrets_data()
    {
        QTest::addColumn<QString>("attribute");
        for (const QString &name : {u"Pwd"_s, u"PASSWORD"_s, u"SSLKeyPwd"_s, u"sslpassword"_s, u"ClientSecret"_s,
                                    u"AccessToken"_s, u"Passphrase"_s})
            QTest::addRow("%s", qPrintable(name)) << name;
    }

    void hidesSecrets()
    {
        QFETCH(QString, attribute);
        const ConnectionString where = parsed(u"Server=db;%1={s3;cret};Uid=joe"_s.arg(attribute));
        QVERIFY(where.hasLiteralSecret());
        QCOMPARE(where.redacted(), u"Server=db;%1=***;Uid=joe"_s.arg(attribute));
        QCOMPARE(where.saved(), u"Server=db;Uid=joe"_s);
        QCOMPARE(where.forDriver(), Result<QString>(u"Server=db;%1={s3;cret};Uid=joe;"_s.arg(attribute)));
        QCOMPARE(where.scrub(u"no {s3;cret} for s3;cret"_s), u"no *** for ***"_s);
        QVERIFY(!where.displayName().contains(u"cret"_s));
    }

    void hidesSecretsInOptions()
    {
        for (const auto &options : {u"user=x password=s3cret"_s, u"user=x password = 's3cret'"_s}) {
            const ConnectionString where = parsed(u"Server=db;pqopt={%1}"_s.arg(options));
            QVERIFY(!where.redacted().contains(u"s3cret"_s));
            QVERIFY(!where.saved().contains(u"s3cret"_s));
        }
    }

    void readsTheEnvironment()
    {
        qputenv("REJOIN_TEST_PW", "s3cret");
        const ConnectionString where = parsed(u"Server=db;Pwd=env:REJOIN_TEST_PW"_s);
        QVERIFY(!where.hasLiteralSecret());
        QCOMPARE(where.redacted(), u"Server=db;Pwd=env:REJOIN_TEST_PW"_s);
        QCOMPARE(where.saved(), where.redacted());
        QCOMPARE(where.forDriver(), Result<QString>(u"Server=db;Pwd=s3cret;"_s));
        QCOMPARE(where.scrub(u"wrong: s3cret"_s), u"wrong: ***"_s);
        qunsetenv("REJOIN_TEST_PW");
        const auto missing = where.forDriver();
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::LoginFailed);
        QVERIFY(missing.error().message.contains(u"REJOIN_TEST_PW"_s));
    }

    void setsAndRemoves()
    {
        ConnectionString where = parsed(u"Driver=x;Database=y"_s);
        where.set(u"database"_s, u"z"_s);
        where.set(u"New"_s, u"1"_s);
        QCOMPARE(where.saved(), u"Driver=x;Database=z;New=1"_s);
        where.remove(u"DRIVER"_s);
        QCOMPARE(where.saved(), u"Database=z;New=1"_s);
    }

    void namesItself_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::newRow("file") << u"Driver=SQLite3;Database=/srv/a.sqlite"_s << u"a.sqlite"_s;
        QTest::newRow("server") << u"Driver=x;Server=prd01;Database=sales"_s << u"sales on prd01"_s;
        QTest::newRow("server alone") << u"Driver=x;Servername=prd01"_s << u"prd01"_s;
        QTest::newRow("data source") << u"DSN=prod;Uid=joe"_s << u"prod"_s;
    }

    void namesItself()
    {
        QFETCH(QString, text);
        QFETCH(QString, name);
        QCOMPARE(parsed(text).displayName(), name);
    }
};

QTEST_GUILESS_MAIN(TestConnectionString)
#include "tst_connectionstring.moc"
