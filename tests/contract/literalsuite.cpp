#include "tests/contract/literalsuite.h"

#include "diffcore/dialect/floattext.h"
#include "tests/contract/randomvalues.h"

#include <QMap>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

namespace {

const auto valueName = u"v"_s;
constexpr int shortForm = 40; ///< values of each type
constexpr int together = 200; ///< rows of one script

QByteArray shown(const Value &value)
{
    return value.isPresent() ? value.bytes().toPercentEncoding(" '\",;:()[]{}<>/+") : QByteArray("NULL");
}

} // namespace

LiteralSuite::LiteralSuite(ContractEngine &engine)
    : m_engine(engine)
    , m_bench(engine, u"literals"_s)
{
}

/// REJOIN_TEST_SEED repeats a run; REJOIN_TEST_LITERALS says how many values of each type are tried.
void LiteralSuite::initTestCase()
{
    const Result<void> started = m_engine.start();
    if (!started && started.error().code == ErrorCode::Unsupported)
        QSKIP(qPrintable(m_engine.title() + u": "_s + started.error().message));
    VERIFY_OK(started);
    bool given = false;
    m_seed = qEnvironmentVariable("REJOIN_TEST_SEED").toUInt(&given);
    if (!given)
        m_seed = QRandomGenerator::global()->generate();
    m_values = qEnvironmentVariableIntValue("REJOIN_TEST_LITERALS", &given);
    if (!given)
        m_values = shortForm;
    qInfo("REJOIN_TEST_SEED=%u REJOIN_TEST_LITERALS=%d", m_seed, m_values);
    VERIFY_OK(m_bench.open());
    m_bench.run(m_engine.typeDeclarations());
}

void LiteralSuite::randomValuesComeBack_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QList<Value>>("samples");
    QMap<QString, QList<Value>> types;
    for (const TypeCase &one : m_engine.typeCases())
        types[one.type] += one.value;
    for (auto type = types.cbegin(); type != types.cend(); ++type)
        QTest::newRow(qPrintable(type.key())) << type.key() << type.value();
}

/// The rows as the engine gives them back, which leaves the table empty. Floats are the same numbers.
QList<Row> LiteralSuite::respelled(const Table &table, const QList<Row> &rows)
{
    const Dialect &dialect = m_bench.dialect();
    for (const Row &row : rows)
        must(m_bench.connection().execute(u"INSERT INTO t VALUES (%1, %2)"_s.arg(
            dialect.literal(row[0], table.columns[0]), dialect.literal(row[1], table.columns[1]))));
    const QList<Row> spelled = m_bench.rows(table);
    must(m_bench.connection().execute(u"DELETE FROM t"_s));
    const bool isSingle = table.columns[1].declaredType == "real"_L1;
    const auto number = [isSingle](const Value &value) {
        return isSingle ? canonicalSingle(value.bytes()) : canonicalFloat(value.bytes());
    };
    for (qsizetype i = 0; i < spelled.size(); ++i) {
        if (rows[i][1].family() == TypeFamily::Float)
            [&] { QCOMPARE(number(spelled[i][1]), number(rows[i][1])); }();
    }
    return spelled;
}

/// By a script that the engine's own client runs, undone by one that Rejoin parts and runs.
void LiteralSuite::randomValuesComeBack()
{
    QFETCH(QString, type);
    QFETCH(QList<Value>, samples);
    m_bench.run({u"DROP TABLE IF EXISTS t"_s, u"CREATE TABLE t (k {integer} PRIMARY KEY, v "_s + type + u')'});
    const Table table = m_bench.table(u"t"_s);
    RandomValues values(m_engine.engine(), type, samples, m_seed);
    // MariaDB's driver reads on behind statements with many of these letters where it is told their length, which shows
    // after a thousand of them
    const int wanted = type.contains("latin1"_L1) ? std::max(m_values, 2000) : m_values;
    for (int tried = 0; tried < wanted; tried += together) {
        QList<Row> expected;
        for (qint64 key = 1; key <= std::min(together, wanted - tried); ++key)
            expected += {Value::integer(key), values.next()};
        if (!values.keepsSpelling())
            expected = respelled(table, expected);
        ScriptDraft draft(m_bench.connection(), {&table});
        for (const Row &row : std::as_const(expected))
            draft.insert(table, {{u"k"_s, row[0]}}, {{valueName, row[1]}});
        VERIFY_OK(m_bench.apply(draft.text(Guarding::Batches), Workbench::Way::Client));
        const QList<Row> rows = m_bench.rows(table);
        QCOMPARE(rows.size(), expected.size());
        for (qsizetype i = 0; i < rows.size(); ++i) {
            QVERIFY2(rows[i] == expected[i],
                     (type.toUtf8() + ": wrote " + shown(expected[i][1]) + ", read " + shown(rows[i][1])).constData());
            const TextRows count =
                must(m_bench.connection().query(m_bench.dialect().countEqual(table, Workbench::cells(table, rows[i]))));
            QVERIFY2(count[0][0] == QByteArray("1"),
                     (type.toUtf8() + ": not found again: " + shown(rows[i][1])).constData());
        }
        VERIFY_OK(m_bench.apply(draft.undo().text(Guarding::Batches), Workbench::Way::Statements));
        QCOMPARE(m_bench.rows(table), QList<Row>());
    }
}

} // namespace Rejoin::Testing
