#include "diffcore/odbc/serveraddress.h"
#include "tests/support/printing.h"

using namespace Qt::StringLiterals;
using namespace Rejoin;

class TestServerAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachDriverHasItsWay_data()
    {
        QTest::addColumn<QString>("driver");
        QTest::addColumn<QString>("written");
        QTest::newRow("FreeTDS") << u"FreeTDS"_s << u"Server=prd01;Port=1433"_s;
        QTest::newRow("psqlODBC") << u"PostgreSQL Unicode"_s << u"Server=prd01;Port=1433"_s;
        QTest::newRow("Microsoft 18") << u"ODBC Driver 18 for SQL Server"_s << u"Server=prd01,1433"_s;
        QTest::newRow("Microsoft, by its library")
            << u"/opt/microsoft/msodbcsql18/lib64/libmsodbcsql-18.5.so.1.1"_s << u"Server=prd01,1433"_s;
        QTest::newRow("Microsoft, on Windows") << u"SQL Server"_s << u"Server=prd01,1433"_s;
    }

    void eachDriverHasItsWay()
    {
        QFETCH(QString, driver);
        QFETCH(QString, written);
        ConnectionString where;
        where.set(u"Driver"_s, driver);
        const QString before = where.saved();
        setAddress(where, {u"prd01"_s, u"1433"_s});
        QCOMPARE(where.saved(), before + u';' + written);
        QCOMPARE(addressOf(where), (ServerAddress{u"prd01"_s, u"1433"_s}));
        setAddress(where, {u"prd01\\sales"_s, {}});
        QCOMPARE(where.saved(), before + u";Server=prd01\\sales"_s);
        QCOMPARE(addressOf(where), (ServerAddress{u"prd01\\sales"_s, {}}));
    }

    /// What was given to another driver of the same server.
    void aPortMovesIntoTheServer()
    {
        auto where = ConnectionString::parse(u"Driver={ODBC Driver 17 for SQL Server};Server=prd01;Port=1434"_s);
        QVERIFY(where);
        setAddress(*where, addressOf(*where));
        QCOMPARE(where->value(u"Server"_s), u"prd01,1434"_s);
        QVERIFY(!where->contains(u"Port"_s));
    }

    void onlyANumberIsAPort_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<ServerAddress>("address");
        QTest::newRow("port") << u"prd01 , 1434"_s << ServerAddress{u"prd01"_s, u"1434"_s};
        QTest::newRow("nothing") << u"prd01,"_s << ServerAddress{u"prd01,"_s, {}};
        QTest::newRow("another server") << u"prd01\\sales,prd02"_s << ServerAddress{u"prd01\\sales,prd02"_s, {}};
    }

    void onlyANumberIsAPort()
    {
        QFETCH(QString, server);
        QFETCH(ServerAddress, address);
        ConnectionString where;
        where.set(u"Driver"_s, u"ODBC Driver 18 for SQL Server"_s);
        where.set(u"Server"_s, server);
        QCOMPARE(addressOf(where), address);
        setAddress(where, address);
        QCOMPARE(addressOf(where), address);
    }

    void theDriversWordForTheServerStays()
    {
        ConnectionString where = *ConnectionString::parse(u"Driver={FreeTDS};Servername=prd01;Port=1433"_s);
        QCOMPARE(addressOf(where), (ServerAddress{u"prd01"_s, u"1433"_s}));
        setAddress(where, {u"prd02"_s, {}});
        QCOMPARE(where.redacted(), u"Driver=FreeTDS;Servername=prd02"_s);
    }
};

QTEST_GUILESS_MAIN(TestServerAddress)
#include "tst_serveraddress.moc"
