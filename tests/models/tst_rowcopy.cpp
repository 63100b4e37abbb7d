#include "models/rowcopy.h"
#include "tests/support/printing.h"
#include "tests/support/storysession.h"

#include <QTest>

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

namespace {

/// customers 1: both changed the name; 2: only A has it, with no phone.
Story customers()
{
    Story story(u"customers customer_id* name phone?"_s);
    story.putEverywhere(u"customers: 1 Ann 11"_s);
    story.put(Version::A, u"customers: 1 Anna 11; 2 Dan -"_s);
    story.put(Version::B, u"customers: 1 Annie 11"_s);
    return story;
}

} // namespace

class TestRowCopy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formats_data();
    void formats();
    void quotesCsv();
    void hidesMaskedValues();
};

void TestRowCopy::formats_data()
{
    QTest::addColumn<Face>("face");
    QTest::addColumn<CopyFormat>("format");
    QTest::addColumn<QString>("expected");
    QTest::newRow("cells") << Face::A << CopyFormat::Cells << u"1\tAnna\t11\n2\tDan\t\n"_s;
    QTest::newRow("headers") << Face::A << CopyFormat::CellsWithHeaders
                             << u"customer_id\tname\tphone\n1\tAnna\t11\n2\tDan\t\n"_s;
    QTest::newRow("csv") << Face::A << CopyFormat::Csv << u"customer_id,name,phone\n1,Anna,11\n2,Dan,\n"_s;
    QTest::newRow("a row that B lacks") << Face::B << CopyFormat::Cells << u"1\tAnnie\t11\n"_s;
    QTest::newRow("baseline") << Face::Baseline << CopyFormat::Cells << u"1\tAnn\t11\n"_s;
    QTest::newRow("sql") << Face::B << CopyFormat::Sql
                         << u"INSERT INTO \"customers\" (\"customer_id\", \"name\", \"phone\") VALUES (1, 'Annie', "
                            "11);\n"_s;
    QTest::newRow("json") << Face::B << CopyFormat::Json
                          << u"[\n    {\n        \"customer_id\": 1,\n        \"name\": \"Annie\",\n        \"phone\": "
                             "11\n    }\n]\n"_s;
}

void TestRowCopy::formats()
{
    QFETCH(Face, face);
    QFETCH(CopyFormat, format);
    const Story story = customers();
    const StorySession made(story, story.input());
    RowsSource source;
    const RowsModel model(&source);
    source.show(&made.session(), {.table = 0});
    QTEST(copiedRows(model, {0, 1}, face, format, made.session().header().servers.a), "expected");
}

void TestRowCopy::quotesCsv()
{
    Story story(u"notes note_id* text"_s);
    MergeInput input = story.input();
    Difference difference{.table = 0, .key = {{Value::integer(1)}}, .outcome = Outcome::OnlyA};
    difference.rows.a = Row{Value::integer(1), Value::text(u"say \"yes\", please\nor no"_s)};
    input.differences = {difference};
    const StorySession made(story, input);
    RowsSource source;
    const RowsModel model(&source);
    source.show(&made.session(), {.table = 0});
    const ServerInfo &server = made.session().header().servers.a;
    QCOMPARE(copiedRows(model, {0}, Face::A, CopyFormat::Csv, server),
             u"note_id,text\n1,\"say \"\"yes\"\", please\nor no\"\n"_s);
    QCOMPARE(copiedRows(model, {0}, Face::A, CopyFormat::Cells, server), u"1\tsay \"yes\", please or no\n"_s);
}

void TestRowCopy::hidesMaskedValues()
{
    const Story story = customers();
    MergeInput input = story.input();
    input.alignment.tables.first().columns[input.alignment.tables.first().columnIndex(u"name"_s)].masked = true;
    const StorySession made(story, input);
    RowsSource source;
    RowsModel model(&source);
    source.show(&made.session(), {.table = 0});
    for (const CopyFormat format : {CopyFormat::Cells, CopyFormat::Csv, CopyFormat::Json, CopyFormat::Sql}) {
        const QString text = copiedRows(model, {0, 1}, Face::A, format, made.session().header().servers.a);
        QVERIFY2(!text.isEmpty() && !text.contains(u"Anna"_s), qPrintable(text));
    }
}

QTEST_GUILESS_MAIN(TestRowCopy)
#include "tst_rowcopy.moc"
