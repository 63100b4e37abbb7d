#include "diffcore/odbc/connection.h"
#include "diffcore/odbc/enginedrivers.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin;

/// Which driver reaches which engine, and what to install for the others.
class TestEngineDrivers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void driversReachTheirEngine_data();
    void driversReachTheirEngine();
    void theBestDriverComesFirst();
    void whatIsMissingIsNamed();
    void examplesAreConnectionStrings();
    void unknownDriversHaveNoAdvice();
    void aMissingDriverNamesItsPackage();

private:
    static EngineDrivers of(Engine engine, const QStringList &installed)
    {
        const QList<EngineDrivers> all = engineDrivers(installed);
        return *std::ranges::find(all, engine, &EngineDrivers::engine);
    }
};

void TestEngineDrivers::driversReachTheirEngine_data()
{
    QTest::addColumn<QString>("driver");
    QTest::addColumn<QStringList>("engines");
    const auto row = [](const QString &driver, const QStringList &engines) {
        QTest::newRow(qPrintable(driver)) << driver << engines;
    };
    row(u"SQLite3"_s, {u"SQLite"_s});
    row(u"SQLite"_s, {u"SQLite"_s});
    row(u"PostgreSQL Unicode"_s, {u"PostgreSQL"_s});
    row(u"PostgreSQL ANSI"_s, {u"PostgreSQL"_s});
    row(u"MariaDB Unicode"_s, {u"MariaDB"_s, u"MySQL"_s});
    row(u"MySQL ODBC 8.4 Unicode Driver"_s, {u"MySQL"_s});
    row(u"ODBC Driver 17 for SQL Server"_s, {u"SQL Server"_s});
    row(u"FreeTDS"_s, {u"SQL Server"_s});
    row(u"Oracle 23 ODBC driver"_s, {});
}

void TestEngineDrivers::driversReachTheirEngine()
{
    QFETCH(QString, driver);
    QFETCH(QStringList, engines);
    QStringList reached;
    for (const EngineDrivers &engine : engineDrivers({driver})) {
        if (!engine.installed.isEmpty())
            reached += engineName(engine.engine);
        if (!engine.installed.isEmpty())
            QVERIFY2(engine.example.contains(driver), qPrintable(engine.example));
    }
    QCOMPARE(reached, engines);
}

void TestEngineDrivers::theBestDriverComesFirst()
{
    const EngineDrivers drivers = of(Engine::PostgreSql, {u"PostgreSQL ANSI"_s, u"PostgreSQL Unicode"_s});
    QCOMPARE(drivers.installed, (QStringList{u"PostgreSQL Unicode"_s, u"PostgreSQL ANSI"_s}));
    QVERIFY2(drivers.example.startsWith("Driver={PostgreSQL Unicode};"_L1), qPrintable(drivers.example));
}

void TestEngineDrivers::whatIsMissingIsNamed()
{
    const EngineDrivers drivers = of(Engine::SqlServer, {});
    QVERIFY(drivers.installed.isEmpty());
    QVERIFY2(drivers.howToInstall().contains("apt install tdsodbc"_L1), qPrintable(drivers.howToInstall()));
    QVERIFY2(drivers.howToInstall().contains("https://learn.microsoft.com/"_L1), qPrintable(drivers.howToInstall()));
}

void TestEngineDrivers::examplesAreConnectionStrings()
{
    for (const EngineDrivers &engine : engineDrivers({})) {
        QVERIFY(!engine.offers.isEmpty());
        for (const DriverOffer &offer : engine.offers) {
            const auto parsed = ConnectionString::parse(offer.example);
            QVERIFY2(parsed, qPrintable(offer.example));
            QCOMPARE(parsed->value(u"driver"_s), offer.name);
            QVERIFY(parsed->contains(u"database"_s));
            QVERIFY2(!parsed->hasLiteralSecret(), qPrintable(offer.example));
        }
    }
}

void TestEngineDrivers::unknownDriversHaveNoAdvice()
{
    QCOMPARE(howToInstallDriver(u"Oracle"_s), QString());
    QCOMPARE(howToInstallDriver(u"PostgreSQL"_s), u"apt install odbc-postgresql"_s);
    QCOMPARE(howToInstallDriver(u"SQLite"_s), u"apt install libsqliteodbc"_s);
}

void TestEngineDrivers::aMissingDriverNamesItsPackage()
{
    const auto where = ConnectionString::parse(u"Driver={MariaDB 3.1};Server=localhost;Database=shop"_s);
    const auto connection = Connection::open(*where, {.label = u"A"_s});
    QVERIFY(!connection);
    QCOMPARE(connection.error().code, ErrorCode::DriverMissing);
    QVERIFY2(describe(connection.error()).contains("apt install odbc-mariadb"_L1),
             qPrintable(describe(connection.error())));
}

QTEST_GUILESS_MAIN(TestEngineDrivers)
#include "tst_enginedrivers.moc"
