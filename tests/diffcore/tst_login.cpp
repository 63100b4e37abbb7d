#include "diffcore/odbc/login.h"
#include "tests/support/printing.h"

#include <QTest>

using namespace Rejoin;
using namespace Qt::StringLiterals;

namespace {

ConnectionString parsed(const QString &text)
{
    return ConnectionString::parse(text).value_or(ConnectionString());
}

} // namespace

class TestLogin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whereFrom_data();
    void whereFrom();
    void lacking_data();
    void lacking();
    void names_data();
    void names();
    void keptInTheProjectAlone();
};

void TestLogin::whereFrom_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("from");
    QTest::newRow("a driver") << u"Driver={PostgreSQL Unicode};Uid=merge"_s << int(LoginFrom::Person);
    QTest::newRow("a data source") << u"DSN=prd01"_s << int(LoginFrom::DataSource);
    QTest::newRow("the keychain") << u"Driver={PostgreSQL Unicode};Uid=merge;RejoinLogin=keychain"_s
                                  << int(LoginFrom::Keychain);
    QTest::newRow("a data source that asks") << u"DSN=prd01;rejoinlogin=ASK"_s << int(LoginFrom::Person);
    QTest::newRow("a word that is none") << u"DSN=prd01;RejoinLogin=magic"_s << int(LoginFrom::DataSource);
}

void TestLogin::whereFrom()
{
    QFETCH(QString, text);
    QFETCH(int, from);
    QCOMPARE(int(loginFrom(parsed(text))), from);
    for (const LoginFrom other : {LoginFrom::Person, LoginFrom::Keychain, LoginFrom::DataSource}) {
        ConnectionString where = parsed(text);
        setLoginFrom(where, other);
        QCOMPARE(loginFrom(where), other);
        QCOMPARE(loginFrom(parsed(where.saved())), other);
    }
}

void TestLogin::lacking_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("lacks");
    QTest::newRow("a user") << u"Driver={PostgreSQL Unicode};Server=a;Uid=merge"_s << true;
    QTest::newRow("no user") << u"Driver={PostgreSQL Unicode};Server=a"_s << false;
    QTest::newRow("a password") << u"Driver={PostgreSQL Unicode};Uid=merge;Pwd=x"_s << false;
    QTest::newRow("a variable") << u"Driver={PostgreSQL Unicode};Uid=merge;Pwd=env:PW"_s << false;
    QTest::newRow("a data source") << u"DSN=prd01;Uid=merge"_s << false;
    QTest::newRow("a data source that asks") << u"DSN=prd01;Uid=merge;RejoinLogin=ask"_s << true;
    QTest::newRow("the keychain, whose user the data source names") << u"DSN=prd01;RejoinLogin=keychain"_s << true;
    QTest::newRow("none is needed") << u"Driver={PostgreSQL Unicode};Uid=merge;RejoinLogin=dsn"_s << false;
    QTest::newRow("a file") << u"Driver={SQLite3};Database=/a.sqlite"_s << false;
}

void TestLogin::lacking()
{
    QFETCH(QString, text);
    QTEST(lacksPassword(parsed(text)), "lacks");
}

void TestLogin::names_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::newRow("all") << u"Driver={MariaDB Unicode};Server=prd01;Port=3306;Database=shop;Uid=merge"_s
                         << u"merge@prd01:3306/shop"_s;
    QTest::newRow("Microsoft's port") << u"Driver={ODBC Driver 18 for SQL Server};Server=prd01,1433;Uid=merge"_s
                                      << u"merge@prd01:1433"_s;
    QTest::newRow("another word for the server")
        << u"Driver={PostgreSQL Unicode};Servername=evil;Username=merge"_s << u"merge@evil"_s;
    QTest::newRow("a socket") << u"Driver={MariaDB Unicode};Socket=/run/my.sock;User=merge"_s
                              << u"merge@/run/my.sock"_s;
    QTest::newRow("a data source") << u"DSN=prd01;Uid=merge"_s << u"merge@DSN=prd01"_s;
}

void TestLogin::names()
{
    QFETCH(QString, text);
    QTEST(loginName(parsed(text)), "name");
}

void TestLogin::keptInTheProjectAlone()
{
    ConnectionString where = parsed(u"Driver={PostgreSQL Unicode};Server=a;Uid=merge;RejoinLogin=keychain"_s);
    where.set(u"Pwd"_s, u"secret"_s);
    QVERIFY(where.saved().contains(u"RejoinLogin=keychain"_s));
    QVERIFY(!where.saved().contains(u"secret"_s));
    const auto forDriver = where.forDriver();
    VERIFY_OK(forDriver);
    QVERIFY(!forDriver->contains(u"RejoinLogin"_s));
    QVERIFY(forDriver->contains(u"Pwd=secret"_s));
}

QTEST_MAIN(TestLogin)
#include "tst_login.moc"
