#include "tests/bench/benchprogram.h"

#include <QJsonArray>
#include <QTest>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using namespace Rejoin::Bench;

namespace {

using Lines = QMap<QByteArray, QByteArray>;

/// The rows of a side by their key.
Lines linesOf(const ShopData &data, Side side)
{
    Lines lines;
    eachRow(data, side, [&](QByteArrayView view) {
        const QByteArray line = view.toByteArray();
        lines.insert(line.left(line.indexOf('\t')), line);
    });
    return lines;
}

struct Differences
{
    qint64 onlyA = 0;
    qint64 onlyB = 0;
    qint64 unlike = 0;
};

Differences compare(const Lines &a, const Lines &b)
{
    Differences found;
    for (const auto [key, line] : a.asKeyValueRange()) {
        if (!b.contains(key))
            ++found.onlyA;
        else if (b.value(key) != line)
            ++found.unlike;
    }
    for (const auto [key, line] : b.asKeyValueRange())
        found.onlyB += a.contains(key) ? 0 : 1;
    return found;
}

Contestant counting(const QString &name, QStringList &order)
{
    return {name, [name, &order]() -> Result<double> {
                order += name;
                return double(order.size());
            }};
}

} // namespace

/// What the bench measures with: if it were wrong, every figure would be.
class TestBenchPieces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void medians_data();
    static void medians();
    static void contestantsTakeTurns();
    static void aFailedContestantEndsTheRound();
    static void processesAreMeasured();
    static void processesEndWithASignal();
    static void aMissingProgramIsNamed();
    static void dataDiffersAsItSays_data();
    static void dataDiffersAsItSays();
    static void partsHaveUnlikeOrders();
    static void theTableTellsWhatFailed();
    static void jsonHasEveryFigure();
    static void optionsAreUnderstood();
    static void wrongOptionsAreRefused_data();
    static void wrongOptionsAreRefused();
};

void TestBenchPieces::medians_data()
{
    QTest::addColumn<QList<double>>("figures");
    QTest::addColumn<double>("middle");
    QTest::newRow("one") << QList{3.0} << 3.0;
    QTest::newRow("odd") << QList{9.0, 1.0, 2.0} << 2.0;
    QTest::newRow("even") << QList{4.0, 1.0, 100.0, 2.0} << 3.0;
}

void TestBenchPieces::medians()
{
    QFETCH(QList<double>, figures);
    QTEST(median(figures), "middle");
}

void TestBenchPieces::contestantsTakeTurns()
{
    QStringList order;
    QStringList reported;
    const auto samples =
        runInAlternation({counting(u"x"_s, order), counting(u"y"_s, order)}, 3,
                         [&](int round, const Samples &one) { reported += one.what + QString::number(round); });
    QVERIFY(samples);
    QCOMPARE(order, u"x y y x x y"_s.split(u' '));
    QCOMPARE(reported, u"x1 y1 y2 x2 x3 y3"_s.split(u' '));
    QCOMPARE(samples->first().figures, (QList{1.0, 4.0, 5.0}));
    QCOMPARE(samples->last().figures, (QList{2.0, 3.0, 6.0}));
}

void TestBenchPieces::aFailedContestantEndsTheRound()
{
    QStringList order;
    const Contestant failing{u"z"_s, []() -> Result<double> { return fail(ErrorCode::ServerRefused, u"no"_s); }};
    const auto samples =
        runInAlternation({counting(u"x"_s, order), failing, counting(u"y"_s, order)}, 3, [](int, const Samples &) {});
    QVERIFY(!samples);
    QCOMPARE(samples.error().message, u"no"_s);
    QCOMPARE(order, QStringList{u"x"_s});
}

void TestBenchPieces::processesAreMeasured()
{
    // one block of 96 MiB is in memory at a time
    const auto large = runMeasured(
        {.program = u"dd"_s, .arguments = {u"if=/dev/zero"_s, u"of=/dev/null"_s, u"bs=96M"_s, u"count=1"_s}});
    const auto small = runMeasured({.program = u"sh"_s, .arguments = {u"-c"_s, u"sleep 0.3; exit 7"_s}});
    QVERIFY(large && small);
    QCOMPARE(large->exit, 0);
    QCOMPARE(small->exit, 7);
    constexpr qint64 block = 96LL << 20;
    QVERIFY2(large->peakBytes > block && large->peakBytes < block * 2, qPrintable(QString::number(large->peakBytes)));
    QVERIFY2(small->peakBytes < block, qPrintable(QString::number(small->peakBytes)));
    QVERIFY2(small->seconds >= 0.3, qPrintable(QString::number(small->seconds)));
    const auto twoAtATime =
        runSideBySide({{.program = u"sleep"_s, .arguments = {u"2"_s}}, {.program = u"sleep"_s, .arguments = {u"2"_s}}});
    QVERIFY(twoAtATime);
    QVERIFY2(*twoAtATime >= 2 && *twoAtATime < 4, qPrintable(QString::number(*twoAtATime)));
}

void TestBenchPieces::processesEndWithASignal()
{
    auto process = MeasuredProcess::start({.program = u"sleep"_s, .arguments = {u"60"_s}});
    QVERIFY(process);
    QVERIFY(!process->endsWithin(std::chrono::milliseconds(50)));
    process->signal(SIGINT);
    const auto run = process->wait();
    QVERIFY(run);
    QCOMPARE(run->exit, 128 + SIGINT);
    QVERIFY(run->seconds < 60);
}

void TestBenchPieces::aMissingProgramIsNamed()
{
    const auto run = runMeasured({.program = u"no-such-program"_s});
    QVERIFY(!run);
    QCOMPARE(run.error().code, ErrorCode::Unsupported);
    QCOMPARE(run.error().message, u"no-such-program is not installed"_s);
}

void TestBenchPieces::dataDiffersAsItSays_data()
{
    QTest::addColumn<Content>("content");
    QTest::addColumn<qint64>("rows");
    QTest::addColumn<qint64>("onlyA");
    QTest::addColumn<qint64>("onlyB");
    QTest::addColumn<qint64>("unlike");
    for (const qint64 rows : {ShopData::fewest, qint64(12345)})
        QTest::addRow("diverged, %lld rows", static_cast<long long>(rows))
            << Content::Diverged << rows << qint64(64) << qint64(105) << qint64(752);
    QTest::newRow("every row") << Content::EveryRow << qint64(1500) << qint64(0) << qint64(0) << qint64(1500);
    QTest::newRow("operations") << Content::Operations << qint64(1002) << qint64(251) << qint64(250) << qint64(501);
    QTest::newRow("one cell") << Content::OneCell << qint64(1500) << qint64(0) << qint64(0) << qint64(1);
}

void TestBenchPieces::dataDiffersAsItSays()
{
    QFETCH(Content, content);
    QFETCH(qint64, rows);
    const ShopData data{content, rows};
    const PerSide<Lines> lines{linesOf(data, Side::A), linesOf(data, Side::B)};
    for (const Side side : bothSides) {
        QCOMPARE(lines[side].size(), rowsOn(data, side));
        QCOMPARE(lines[side], linesOf(data, side)); // the same each time
    }
    const Differences found = compare(lines.a, lines.b);
    QTEST(found.onlyA, "onlyA");
    QTEST(found.onlyB, "onlyB");
    QTEST(found.unlike, "unlike");
    QCOMPARE(found.onlyA + found.onlyB + found.unlike, differencesIn(data));
}

void TestBenchPieces::partsHaveUnlikeOrders()
{
    QStringList codes;
    for (const QByteArray &code : linesOf({Content::OneCell, ShopData::fewest}, Side::A).keys())
        codes += QString::fromLatin1(code);
    QStringList otherwise = codes;
    otherwise.sort(Qt::CaseInsensitive);
    QVERIFY(codes != otherwise);
    for (QString &code : otherwise)
        code = code.toLower();
    QCOMPARE(otherwise.removeDuplicates(), 0); // a key in either order
}

void TestBenchPieces::theTableTellsWhatFailed()
{
    Figure good = ratioOf({.what = u"ours"_s, .figures = {2.0}}, {.what = u"theirs"_s, .figures = {4.0}});
    good.measure = u"comparison"_s;
    good.bound = Bound{.value = 0.25};
    Figure wrong = good;
    wrong.measure = u"another"_s;
    wrong.bound = Bound{.value = 1};
    wrong.counts = {{u"differences"_s, 920, 921}};
    const Figure none{.measure = u"window"_s, .bound = Bound{.value = 0.25}, .reason = u"not here"_s};
    const QStringList lines = tableOf({good, wrong, none}).split(u'\n');
    QCOMPARE(lines.at(1).simplified(), u"comparison 0.50 ≤ 0.25 no ÷ theirs: 2.00 s ÷ 4.00 s"_s);
    QCOMPARE(lines.at(2).simplified(),
             u"another 0.50 ≤ 1.0 UNSOUND ÷ theirs: 2.00 s ÷ 4.00 s: differences: 920 instead of 921"_s);
    QCOMPARE(lines.at(3).simplified(), u"window – ≤ 0.25 not here"_s);
}

void TestBenchPieces::jsonHasEveryFigure()
{
    Figure figure = ratioOf({.what = u"ours"_s, .figures = {2.0, 2.0, 9.0}}, {.what = u"theirs"_s, .figures = {4.0}});
    figure.row = u"full"_s;
    figure.bound = Bound{.value = 1.3};
    figure.counts = {{u"differences"_s, 921, 921}};
    const QJsonObject document = documentOf({.rounds = 3, .rows = 5000}, {figure, Figure{.reason = u"not here"_s}});
    QCOMPARE(document.value("parameters"_L1).toObject().value("rows"_L1).toInteger(), 5000);
    const QJsonArray figures = document.value("figures"_L1).toArray();
    QCOMPARE(figures.size(), 2);
    const QJsonObject first = figures.first().toObject();
    QCOMPARE(first.value("reached"_L1).toDouble(), 0.5);
    QCOMPARE(first.value("meets"_L1).toBool(), true);
    QCOMPARE(first.value("samples"_L1).toArray().first().toObject().value("figures"_L1).toArray().size(), 3);
    QVERIFY(figures.last().toObject().value("reached"_L1).isNull());
    QVERIFY(figures.last().toObject().value("meets"_L1).isNull());
}

void TestBenchPieces::optionsAreUnderstood()
{
    const auto call = understand({u"bench"_s, u"--rounds"_s, u"3"_s, u"--rows=5000"_s, u"--only"_s, u"full,feed"_s,
                                  u"--engine"_s, u"sqlite"_s, u"--json"_s, u"there.json"_s},
                                 {});
    QVERIFY(call);
    QCOMPARE(call->options.rounds, 3);
    QCOMPARE(call->options.rows, 5000);
    QCOMPARE(call->options.operations, 100000);
    QCOMPARE(call->options.only, (QStringList{u"full"_s, u"feed"_s}));
    QCOMPARE(call->options.engines, QList{Engine::Sqlite});
    QCOMPARE(call->jsonFile, u"there.json"_s);
    QVERIFY(call->told.isEmpty());
}

void TestBenchPieces::wrongOptionsAreRefused_data()
{
    QTest::addColumn<QString>("argument");
    for (const char *argument :
         {"--rounds=0", "--rows=many", "--rows=10", "--only=speed", "--engine=dbase", "--fast", "x"})
        QTest::newRow(argument) << QString::fromLatin1(argument);
}

void TestBenchPieces::wrongOptionsAreRefused()
{
    QFETCH(QString, argument);
    const auto call = understand({u"bench"_s, argument}, {});
    QVERIFY(!call);
    QCOMPARE(call.error().code, ErrorCode::Usage);
}

QTEST_GUILESS_MAIN(TestBenchPieces)
#include "tst_benchpieces.moc"
