#include "diffcore/compare/classifier.h"

#include "tests/support/printing.h"
#include "tests/support/story.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using Rejoin::Testing::Story;

namespace {

/// One row of `orders` in three versions and what it means: `baseline / a / b / outcome change of A, of B [columns]`.
///
/// A row is `status qty channel`; `-` is no row, `~` a column that the version lacks, `?` a baseline that is not known.
struct Case
{
    Knowledge baseline;
    PerSide<std::optional<Row>> rows;
    QString expected;
};

const AlignedTable &orders()
{
    static const Story story(u"orders order_id# status qty channel"_s);
    return story.alignment().tables.first();
}

std::optional<Row> parseRow(const QString &text)
{
    if (text == u"-"_s)
        return std::nullopt;
    Row row{Value::integer(1)};
    for (const QString &word : text.split(u' '))
        row.append(word == u"~"_s ? Value() : Value::text(word));
    return row;
}

Change parseChange(const QString &word)
{
    const QHash<QString, Change> words{{u"none"_s, Change::None},       {u"inserted"_s, Change::Inserted},
                                       {u"updated"_s, Change::Updated}, {u"deleted"_s, Change::Deleted},
                                       {u"touched"_s, Change::Touched}, {u"unknown"_s, Change::Unknown}};
    if (!words.contains(word))
        qFatal("no such change: %s", qPrintable(word));
    return words[word];
}

/// `?`, or `? none updated`: the changes are known, the old values are not.
Knowledge parseBaseline(const QString &text)
{
    const QStringList words = text.split(u' ');
    if (words.first() != u"?"_s)
        return {.baselineKnown = true, .row = parseRow(text)};
    if (words.size() == 1)
        return {};
    return {.baselineKnown = false, .row = {}, .changes = {parseChange(words[1]), parseChange(words[2])}};
}

Case parseCase(const QString &text)
{
    const QStringList parts = text.split(u" / "_s);
    if (parts.size() != 4)
        qFatal("not four parts: %s", qPrintable(text));
    return {parseBaseline(parts[0]), {parseRow(parts[1]), parseRow(parts[2])}, parts[3]};
}

QString changeName(Change change)
{
    switch (change) {
    case Change::None: return u"none"_s;
    case Change::Inserted: return u"inserted"_s;
    case Change::Updated: return u"updated"_s;
    case Change::Deleted: return u"deleted"_s;
    case Change::Unknown: return u"unknown"_s;
    case Change::Touched: return u"touched"_s;
    }
    return {};
}

QString told(Outcome outcome, const PerSide<Change> &changes, const QList<int> &conflicting)
{
    QString text = outcomeName(outcome) + u' ' + changeName(changes.a) + u' ' + changeName(changes.b);
    for (const int column : conflicting)
        text += u' ' + orders().columns[column].name;
    return text;
}

/// The expected text of the same case with A and B swapped.
QString swappedText(const QString &text)
{
    QStringList words = text.split(u' ');
    words[0] = outcomeName(swapped(outcomeFromName(words[0]).value()));
    words.swapItemsAt(1, 2);
    return words.join(u' ');
}

void addCases(const QList<std::pair<const char *, const char *>> &cases)
{
    QTest::addColumn<QString>("text");
    for (const auto &[name, text] : cases)
        QTest::newRow(name) << QString::fromLatin1(text);
}

void check(const QString &text, KeyNature nature)
{
    const Case given = parseCase(text);
    const Classification found = classify(orders(), given.baseline, given.rows, nature);
    QCOMPARE(told(found.outcome, found.changes, found.conflicting), given.expected);

    Knowledge baseline = given.baseline;
    baseline.changes = baseline.changes.swapped();
    const Classification mirrored = classify(orders(), baseline, given.rows.swapped(), nature);
    QCOMPARE(told(mirrored.outcome, mirrored.changes, mirrored.conflicting), swappedText(given.expected));
    QCOMPARE(mirrored.differing, found.differing);
}

} // namespace

class TestClassifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outcomeTable_data();
    void outcomeTable();
    void cells_data();
    void cells();
    void columnsOfTheUpgrade_data();
    void columnsOfTheUpgrade();
    void keysOfTheApplication_data();
    void keysOfTheApplication();
    void unknownBaseline_data();
    void unknownBaseline();
    void ignoredColumnsMakeNoDifference();
    void handedOutColumns_data();
    void handedOutColumns();
};

void TestClassifier::outcomeTable_data()
{
    addCases({
        {"1 unchanged", "open 1 web / open 1 web / open 1 web / Unchanged none none"},
        {"2 inserted on A", "- / open 1 web / - / OnlyA inserted none"},
        {"3 inserted on B", "- / - / open 1 web / OnlyB none inserted"},
        {"4 updated on A", "open 1 web / paid 1 web / open 1 web / OnlyA updated none"},
        {"5 updated on B", "open 1 web / open 1 web / open 2 web / OnlyB none updated"},
        {"6 deleted on A", "open 1 web / - / open 1 web / OnlyA deleted none"},
        {"7 deleted on B", "open 1 web / open 1 web / - / OnlyB none deleted"},
        {"8 inserted on both, equal", "- / open 1 web / open 1 web / Convergent inserted inserted"},
        {"9 inserted on both, different", "- / open 1 web / open 2 web / KeyCollision inserted inserted"},
        {"10 updated on both, equal", "open 1 web / paid 1 web / paid 1 web / Convergent updated updated"},
        {"11 updated on both, disjoint", "open 1 web / paid 1 web / open 2 web / CellMerge updated updated"},
        {"12 updated on both, unlike", "open 1 web / paid 1 web / shut 1 web / CellConflict updated updated status"},
        {"13 deleted on A, updated on B", "open 1 web / - / paid 1 web / DeleteUpdate deleted updated"},
        {"14 updated on A, deleted on B", "open 1 web / paid 1 web / - / UpdateDelete updated deleted"},
        {"15 deleted on both", "open 1 web / - / - / Convergent deleted deleted"},
    });
}

void TestClassifier::outcomeTable()
{
    QFETCH(QString, text);
    check(text, KeyNature::HandedOut);
}

void TestClassifier::cells_data()
{
    addCases({
        {"what both changed alike is no concern", "open 1 web / paid 2 web / paid 1 web / OnlyA updated none"},
        {"alike, and each another column", "open 1 web / paid 2 web / paid 1 shop / CellMerge updated updated"},
        {"a conflict, and a column of one",
         "open 1 web / paid 2 web / shut 1 web / CellConflict updated updated status"},
        {"two conflicts", "open 1 web / paid 2 web / shut 3 web / CellConflict updated updated status qty"},
        {"deleted where the other did nothing", "open 1 web / - / open 1 web / OnlyA deleted none"},
    });
}

void TestClassifier::cells()
{
    QFETCH(QString, text);
    check(text, KeyNature::HandedOut);
}

void TestClassifier::columnsOfTheUpgrade_data()
{
    addCases({
        {"filled alike, nothing else", "open 1 ~ / open 1 web / open 1 web / Unchanged none none"},
        {"filled alike, A paid", "open 1 ~ / paid 1 web / open 1 web / OnlyA updated none"},
        {"filled alike, both changed", "open 1 ~ / paid 1 web / open 2 web / CellMerge updated updated"},
        {"filled differently", "open 1 ~ / open 1 web / open 1 shop / CellConflict updated updated channel"},
        {"filled differently, A paid", "open 1 ~ / paid 1 web / open 1 shop / CellConflict updated updated channel"},
        {"deleted, the other only filled", "open 1 ~ / - / open 1 web / OnlyA deleted none"},
        {"deleted, the other paid", "open 1 ~ / - / paid 1 web / DeleteUpdate deleted updated"},
    });
}

void TestClassifier::columnsOfTheUpgrade()
{
    QFETCH(QString, text);
    check(text, KeyNature::HandedOut);
}

void TestClassifier::keysOfTheApplication_data()
{
    addCases({
        {"9 inserted on both, different", "- / open 1 web / open 2 web / CellConflict inserted inserted qty"},
        {"8 inserted on both, equal", "- / open 1 web / open 1 web / Convergent inserted inserted"},
        {"12 updated on both", "open 1 web / paid 1 web / shut 1 web / CellConflict updated updated status"},
    });
}

void TestClassifier::keysOfTheApplication()
{
    QFETCH(QString, text);
    check(text, KeyNature::Natural);
}

void TestClassifier::unknownBaseline_data()
{
    addCases({
        {"differs", "? / open 1 web / paid 1 web / CellConflict unknown unknown status"},
        {"missing on B", "? / open 1 web / - / MissingUnknown unknown unknown"},
        {"neither side touched it", "? none none / open 1 web / paid 1 web / DriftedBefore none none"},
        {"only A touched it", "? updated none / open 1 web / paid 1 web / OnlyA updated none"},
        {"only A inserted it", "? inserted none / open 1 web / - / OnlyA inserted none"},
        {"A deleted it", "? deleted none / - / open 1 web / OnlyA deleted none"},
        {"A deleted, B updated", "? deleted updated / - / open 1 web / DeleteUpdate deleted updated"},
        {"both updated", "? updated updated / open 1 web / paid 1 web / CellConflict updated updated status"},
        {"both inserted", "? inserted inserted / open 1 web / paid 1 web / KeyCollision inserted inserted"},
        {"A did something, B is not known", "? updated unknown / open 1 web / - / MissingUnknown updated unknown"},
        {"a delete of a row that is there", "? deleted none / open 1 web / - / MissingUnknown deleted none"},
        {"A touched it, B did not", "? touched none / open 1 web / paid 1 web / OnlyA touched none"},
        {"both touched it", "? touched touched / open 1 web / paid 1 web / CellConflict touched touched status"},
        {"A is not known, B did not", "? unknown none / open 1 web / paid 1 web / CellConflict unknown none status"},
        {"one inserted, one touched",
         "? inserted touched / open 1 web / paid 1 web / CellConflict inserted touched status"},
        {"both touched it alike", "? touched touched / open 1 web / open 1 web / Convergent touched touched"},
        {"neither touched it, alike", "? none none / open 1 web / open 1 web / Unchanged none none"},
        {"A touched it, missing on B", "? touched unknown / open 1 web / - / MissingUnknown touched unknown"},
        {"untouched on A, missing on B", "? none unknown / open 1 web / - / MissingUnknown none unknown"},
        {"A touched it, B deleted it", "? touched deleted / open 1 web / - / UpdateDelete touched deleted"},
        {"missing before on B", "? none none / open 1 web / - / DriftedBefore none none"},
        {"missing before on B, touched on A", "? touched none / open 1 web / - / MissingUnknown touched none"},
        {"missing before on B, updated on A", "? updated none / open 1 web / - / MissingUnknown updated none"},
        {"inserted on A, deleted on B", "? inserted deleted / open 1 web / - / MissingUnknown inserted deleted"},
        {"an insert of a row that is not there", "? none inserted / open 1 web / - / MissingUnknown none inserted"},
    });
}

void TestClassifier::unknownBaseline()
{
    QFETCH(QString, text);
    check(text, KeyNature::HandedOut);
}

void TestClassifier::ignoredColumnsMakeNoDifference()
{
    AlignedTable table = orders();
    table.columns[1].compared = false;
    const Case given = parseCase(u"open 1 web / paid 1 web / shut 1 web / unused"_s);
    const Classification found = classify(table, given.baseline, given.rows, KeyNature::HandedOut);
    QCOMPARE(outcomeName(found.outcome), u"Unchanged"_s);
    QVERIFY(found.differing.isEmpty());
}

void TestClassifier::handedOutColumns_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<bool>("handedOut");
    QTest::newRow("generated") << u"orders.order_id"_s << true;
    QTest::newRow("refers to a generated key") << u"lines.order_id"_s << true;
    QTest::newRow("through two tables") << u"sublines.order_id"_s << true;
    QTest::newRow("key of a table that refers to a generated key") << u"shipments.parcel"_s << false;
    QTest::newRow("of the application") << u"settings.name"_s << false;
    QTest::newRow("refers to a name") << u"notes.name"_s << false;
    QTest::newRow("refers to itself") << u"folders.name"_s << false;
    QTest::newRow("reference beside the key") << u"shipments.order_id"_s << true;
    QTest::newRow("no reference") << u"lines.line_no"_s << false;
    QTest::newRow("undeclared reference") << u"tags.order_id"_s << true;
}

void TestClassifier::handedOutColumns()
{
    static const Story story(u"orders order_id# status\n"
                             "lines order_id*>orders line_no* product\n"
                             "sublines order_id*>lines line_no*>lines.line_no part*\n"
                             "shipments parcel* order_id>orders\n"
                             "settings name* value\n"
                             "notes name*>settings text\n"
                             "folders name*>folders\n"
                             "tags order_id*~>orders tag*"_s);
    QFETCH(QString, column);
    QFETCH(bool, handedOut);
    const int table = story.alignment().tableIndex(column.section(u'.', 0, 0));
    const int index = story.alignment().tables[table].columnIndex(column.section(u'.', 1));
    QCOMPARE(isHandedOut(story.alignment(), table, index), handedOut);
}

QTEST_GUILESS_MAIN(TestClassifier)
#include "tst_classifier.moc"
