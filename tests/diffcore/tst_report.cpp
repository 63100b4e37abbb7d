#include "diffcore/script/csv.h"
#include "diffcore/script/html.h"
#include "diffcore/script/report.h"
#include "tests/support/printing.h"
#include "tests/support/storysession.h"

#include <QRegularExpression>

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

namespace {

QString reportOf(const StorySession &story, const QList<WrittenTarget> &scripts = {})
{
    const auto report = htmlReport(story.session(), story.project(), scripts);
    return report ? QString::fromUtf8(*report) : describe(report.error());
}

/// What a reader sees: text without mark-up, blanks made one.
QString textOf(QString html)
{
    html.remove(QRegularExpression(u"<style>.*</style>"_s, QRegularExpression::DotMatchesEverythingOption));
    return html.replace(QRegularExpression(u"<[^>]*>"_s), u" "_s).simplified();
}

} // namespace

class TestReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheWholeMerge();
    void isADraftWhileRowsAreUndecided();
    void listsConstraintConflicts();
    void tellsHowToGoBack();
    void showsEveryVersionOfADecidedRow();
    void tellsWhatBecomesOfARow();
    void countsWhatItLeavesOut();
    void escapesData();
    void needsNothingFromOutside();
    void marksValuesThatTextCouldImitate();
    void writesCsvAsTheStandardHasIt_data();
    void writesCsvAsTheStandardHasIt();
    void writesEveryDecisionAsCsv();
};

void TestReport::tellsTheWholeMerge()
{
    const Story story = switchOverStory();
    const StorySession made(story, decidedInput(story));
    const QString text = textOf(reportOf(made));
    for (const QString &part :
         {u"Merge of A · PRD01 (live) and B · PRD02 (standby)"_s, u"Since 2026-11-22 10:00:00 UTC"_s,
          u"Compared 2026-11-22 10:40:00 UTC"_s, u"1 KeyCollision, 1 CellMerge"_s, u"baseline database"_s,
          u"keep both, B moves; person"_s, u"orders order_id=1001"_s,
          u"B · PRD02 (standby) orders order_id=1001 orders order_id=1002"_s, u"All hold."_s, u"Sign-off"_s,
          u"Reviewed"_s, u"Approved"_s, u"prd01.sqlite"_s})
        QVERIFY2(text.contains(part), qPrintable(part));
    QVERIFY(!text.contains(u"DRAFT"_s));
}

void TestReport::isADraftWhileRowsAreUndecided()
{
    const Story story = switchOverStory();
    const StorySession made(story, story.input());
    const QString text = textOf(reportOf(made));
    QVERIFY2(text.contains(QRegularExpression(u"DRAFT: \\d+ rows and 0 constraint conflicts are not decided"_s)),
             qPrintable(text.left(300)));
    QVERIFY(text.contains(u"undecided"_s));
}

void TestReport::listsConstraintConflicts()
{
    Story story(u"customers customer_id# email!"_s);
    story.put(Version::A, u"customers: 1 x@y"_s);
    story.put(Version::B, u"customers: 2 x@y"_s);
    const MergeInput input = story.input();
    const StorySession made(story, input);
    VERIFY_OK(made.session().setConstraintConflicts(checkConstraints(input, mergedState(input))));
    const QString text = textOf(reportOf(made));
    QVERIFY(text.contains(u"0 rows and 1 constraint conflicts"_s));
    QVERIFY2(text.contains(u"in 2 rows of customers"_s), qPrintable(text));
}

void TestReport::tellsHowToGoBack()
{
    const Story story = switchOverStory();
    const StorySession made(story, decidedInput(story));
    const QString text = textOf(reportOf(made, {{Side::B, u"abc123"_s, u"def456"_s, {{u"insert"_s, 6}}}}));
    QVERIFY(text.contains(u"B · PRD02 (standby) 6 0 0 abc123 def456"_s));
    QVERIFY(text.contains(u"rejoin undo"_s));
}

void TestReport::showsEveryVersionOfADecidedRow()
{
    Story story(u"settings name* value stamp"_s);
    story.putEverywhere(u"settings: limit 10 x"_s);
    story.put(Version::A, u"settings: limit 20 x"_s);
    story.put(Version::B, u"settings: limit 30 x"_s);
    MergeInput input = story.input();
    decide(input, input.differences[0], Take{Version::B});
    const QString text = textOf(reportOf(StorySession(story, input)));
    QVERIFY2(text.contains(u"settings name=limit CellConflict: take B; person value: 10 value: 20 value: 30 as B"_s),
             qPrintable(text));
}

void TestReport::tellsWhatBecomesOfARow()
{
    Story story(u"orders order_id# status note"_s);
    story.putEverywhere(u"orders: 1 open x; 2 open y; 3 open z"_s);
    story.put(Version::B, u"orders: 1 paid x; 4 new w"_s);
    story.drop(Version::B, u"orders: 2"_s);
    const QString text = textOf(reportOf(StorySession(story, story.input())));
    QVERIFY2(text.contains(QRegularExpression(u"order_id=1 OnlyB: take B; automatic;[^:]*status: open → paid "_s)),
             qPrintable(text));
    QVERIFY2(text.contains(QRegularExpression(u"order_id=2 OnlyB: delete; automatic;[^:]* deleted "_s)),
             qPrintable(text));
    QVERIFY2(text.contains(QRegularExpression(u"order_id=4 OnlyB: take B; automatic;[^:]*status: new; note: w"_s)),
             qPrintable(text));
}

void TestReport::countsWhatItLeavesOut()
{
    Story story(u"t id# code"_s);
    for (int id = 1; id <= 203; ++id)
        story.put(Version::A, u"t: %1 code%1"_s.arg(id));
    const QString text = textOf(reportOf(StorySession(story, story.input())));
    QVERIFY(text.contains(u"code200 "_s));
    QVERIFY(!text.contains(u"code201 "_s));
    QVERIFY(text.contains(u"3 more rows of t are in decisions.csv."_s));
}

void TestReport::escapesData()
{
    Story story(u"t id* note"_s);
    story.put(Version::A, u"t: <script>alert(1)</script> \"'&"_s);
    MergeInput input = story.input();
    input.differences[0].decision.reason = u"</style><img src=x onerror=\"a\">\u202E"_s;
    const QString html = reportOf(StorySession(story, input));
    QVERIFY(html.contains(u"&lt;script&gt;alert(1)&lt;/script&gt;"_s));
    QVERIFY(html.contains(u"&quot;&#39;&amp;"_s));
    QVERIFY(!html.contains(u"<script"_s));
    QVERIFY(!html.contains(u"<img"_s));
    QVERIFY(!html.contains(u'\u202E'));
}

void TestReport::needsNothingFromOutside()
{
    const Story story = switchOverStory();
    const QString html = reportOf(StorySession(story, decidedInput(story)));
    for (const QString &outside : {u"http:"_s, u"https:"_s, u"src="_s, u"href="_s, u"url("_s, u"@import"_s})
        QVERIFY2(!html.contains(outside), qPrintable(outside));
    QVERIFY(html.contains(u"color-scheme: light dark"_s));
    QVERIFY(html.contains(u"@media print"_s));
}

void TestReport::marksValuesThatTextCouldImitate()
{
    QVERIFY(valueHtml(Value::null()) != valueHtml(Value::text(u"NULL"_s)));
    QVERIFY(valueHtml(Value()) != valueHtml(Value::text(u"no such column"_s)));
    QVERIFY(valueHtml(Value::text(u""_s)) != valueHtml(Value::text(u"empty"_s)));
    QCOMPARE(valueHtml(Value::text(QString(500, u'x'))),
             QString(200, u'x') + u"… <span class=\"mark\">500 characters</span>"_s);
    QCOMPARE(valueHtml(Value::binary("\x01\xff")), u"0x01FF"_s);
}

void TestReport::writesCsvAsTheStandardHasIt_data()
{
    QTest::addColumn<QStringList>("fields");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("plain") << QStringList{u"a"_s, u""_s, u"b c"_s} << QByteArray("a,,b c\r\n");
    QTest::newRow("quotes") << QStringList{u"say \"x\""_s, u"a,b"_s} << QByteArray("\"say \"\"x\"\"\",\"a,b\"\r\n");
    QTest::newRow("formulas") << QStringList{u"=1+1"_s, u"@x"_s, u"-2"_s, u"a=1"_s}
                              << QByteArray("'=1+1,'@x,'-2,a=1\r\n");
    QTest::newRow("lines") << QStringList{u"a\nb"_s, u"ü"_s} << QByteArray("\"a\nb\",ü\r\n");
}

void TestReport::writesCsvAsTheStandardHasIt()
{
    QFETCH(QStringList, fields);
    QFETCH(QByteArray, line);
    QCOMPARE(csvLine(fields), line);
}

void TestReport::writesEveryDecisionAsCsv()
{
    const Story story = switchOverStory();
    const MergeInput input = decidedInput(story);
    const StorySession made(story, input);
    const auto csv = decisionsCsv(made.session());
    VERIFY_OK(csv);
    QCOMPARE(csv->count("\r\n"), input.differences.size() + 1);
    QVERIFY(csv->startsWith("table,key,outcome,decision,origin,reason,by,at\r\n"));
    QVERIFY2(csv->contains("\r\norders,order_id=1000,CellMerge,both changes,automatic,"), csv->constData());
    QCOMPARE(decisionsCsv(input), *csv);
    const QByteArray keyMap = keyMapCsv(input, mergedState(input), made.session().header().titles);
    QVERIFY2(keyMap.contains("\r\nB · PRD02 (standby),orders,order_id=1001,order_id=1002\r\n"), keyMap.constData());
}

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"
