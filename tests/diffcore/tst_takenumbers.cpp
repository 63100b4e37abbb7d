#include "diffcore/dialect/dialect.h"
#include "diffcore/dialect/engine.h"
#include "tests/support/goldenscript.h"

#include <QTest>

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

namespace {

Column number(const QString &name, const QString &defaultExpression = {})
{
    Column column;
    column.name = name;
    column.declaredType = u"bigint"_s;
    column.family = TypeFamily::Integer;
    column.nullable = false;
    column.source = ValueSource::Generated;
    column.defaultExpression = defaultExpression;
    return column;
}

/// A table with an odd name, so that the quoting shows.
Table orders(const QString &schema, const QString &defaultExpression = {})
{
    Table table;
    table.name = {schema, u"order's"_s};
    table.columns = {number(u"order id"_s, defaultExpression)};
    table.primaryKey = Key{u"pk"_s, {u"order id"_s}};
    return table;
}

} // namespace

/// The statements by which numbers are taken out of a generator; that they do it is tried on servers by the contract
/// suite (numbersAreTaken).
class TestTakeNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statements_data();
    void statements();
};

void TestTakeNumbers::statements_data()
{
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<QVersionNumber>("version");
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QString>("defaultExpression");
    QTest::addColumn<QString>("golden");

    QTest::newRow("SQLite") << Engine::Sqlite << QVersionNumber(3, 46) << QString() << QString()
                            << u"sqlite/numbers.sql"_s;
    QTest::newRow("PostgreSQL") << Engine::PostgreSql << QVersionNumber(17) << u"public"_s << QString()
                                << u"postgresql/numbers.sql"_s;
    QTest::newRow("MariaDB") << Engine::MariaDb << QVersionNumber(11, 8) << QString() << QString()
                             << u"mariadb/numbers.sql"_s;
    QTest::newRow("MariaDB, a sequence") << Engine::MariaDb << QVersionNumber(11, 8) << QString()
                                         << u"nextval(`shop`.`numbers`)"_s << u"mariadb/sequencenumbers.sql"_s;
    QTest::newRow("MySQL") << Engine::MySql << QVersionNumber(8, 4) << QString() << QString() << u"mysql/numbers.sql"_s;
    QTest::newRow("SQL Server") << Engine::SqlServer << QVersionNumber(16) << u"dbo"_s << QString()
                                << u"sqlserver/numbers.sql"_s;
    QTest::newRow("SQL Server, a sequence")
        << Engine::SqlServer << QVersionNumber(16) << u"dbo"_s << u"(NEXT VALUE FOR [dbo].[numbers])"_s
        << u"sqlserver/sequencenumbers.sql"_s;
}

void TestTakeNumbers::statements()
{
    QFETCH(Engine, engine);
    QFETCH(QVersionNumber, version);
    QFETCH(QString, schema);
    QFETCH(QString, defaultExpression);
    QFETCH(QString, golden);
    ServerInfo server;
    server.engine = engine;
    server.version = version;
    const std::unique_ptr<Dialect> dialect = Dialect::make(server);
    QVERIFY(dialect);
    const Table table = orders(schema, defaultExpression);
    const NumberStatements take =
        dialect->takeNumbers({.table = &table, .column = u"order id"_s, .above = 5000, .count = 20});
    QStringList lines = take.begin;
    lines += take.take;
    lines += take.end;
    lines += dialect->comment(u"after an error"_s);
    lines += take.giveUp;
    compareWithGolden(lines.join(u'\n').toUtf8() + '\n', golden);
}

QTEST_GUILESS_MAIN(TestTakeNumbers)
#include "tst_takenumbers.moc"
