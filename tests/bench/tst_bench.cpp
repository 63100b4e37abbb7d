#include "tests/bench/barereader.h"
#include "tests/bench/benchrows.h"

#include <QCoreApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using namespace Rejoin::Bench;

namespace {

BenchOptions smallOptions(const QString &cache)
{
    return {.rounds = 1,
            .rows = 2000,
            .operations = 200,
            .rejoin = QStringLiteral(REJOIN_PROGRAM),
            .reader = QCoreApplication::applicationFilePath(),
            .cacheFolder = cache};
}

/// Why a figure is not sound, for QVERIFY2.
QByteArray whyNot(const Figure &figure)
{
    return tableOf({figure}).toUtf8();
}

} // namespace

/// A smoke of the bench: every row on small data finds what is in the data. Its times mean nothing here.
class TestBench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowIsSound_data();
    void everyRowIsSound();
    void aComparisonIsCancelled();

private:
    QTemporaryDir m_cache;
};

void TestBench::everyRowIsSound_data()
{
    QTest::addColumn<Engine>("engine");
    for (const Engine engine : {Engine::Sqlite, Engine::PostgreSql, Engine::MariaDb})
        QTest::newRow(qPrintable(engineName(engine))) << engine;
}

void TestBench::everyRowIsSound()
{
    QFETCH(Engine, engine);
    BenchOptions options = smallOptions(m_cache.path());
    options.engines = {engine};
    for (const BenchRow &row : benchRows()) {
        if (row.name != "cancel"_L1) // over before it could be cancelled
            options.only += row.name;
    }
    Testbed bench(options, [](const QString &) {});
    const QList<Figure> figures = measure(bench);
    QSet<QString> rows;
    for (const Figure &figure : figures) {
        rows += figure.row;
        if (figure.row == "window"_L1)
            continue;
        QVERIFY2(figure.isSound(), whyNot(figure).constData());
        QVERIFY2(*figure.reached > 0, whyNot(figure).constData());
        QVERIFY2(!figure.samples.isEmpty(), whyNot(figure).constData());
        for (const Samples &samples : figure.samples)
            QVERIFY2(samples.figures.size() == 1 && samples.middle() > 0, qPrintable(samples.what));
        QVERIFY2(figure.row == "one-cell"_L1 || !figure.counts.isEmpty(), whyNot(figure).constData());
        if (figure.unit == Unit::Rows)
            QCOMPARE(*figure.reached, 1.0);
    }
    QCOMPARE(rows, QSet(options.only.begin(), options.only.end()));
}

void TestBench::aComparisonIsCancelled()
{
    BenchOptions options = smallOptions(m_cache.path());
    options.engines = {Engine::Sqlite};
    options.rows = 100'000;
    options.only = {u"cancel"_s};
    Testbed bench(options, [](const QString &) {});
    const QList<Figure> figures = measure(bench);
    QCOMPARE(figures.size(), 1);
    QVERIFY2(figures.first().isSound(), whyNot(figures.first()).constData());
    QCOMPARE(figures.first().counts.size(), 2);
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (const std::optional<int> exit = readBare(QCoreApplication::arguments()))
        return *exit;
    TestBench test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_bench.moc"
