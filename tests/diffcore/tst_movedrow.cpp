#include "diffcore/merge/movedrow.h"
#include "tests/support/printing.h"
#include "tests/support/story.h"

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

/// Whether a decision stands when its row moved: orders of a shop, "status note qty" on baseline, A and B.
class MovedRowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decisionsStandWhereNothingIsLost_data()
    {
        QTest::addColumn<DecisionKind>("decision");
        QTest::addColumn<QStringList>("before"); // baseline, A, B
        QTest::addColumn<QStringList>("now");
        QTest::addColumn<bool>("stands");

        const QStringList conflict{u"open x 1"_s, u"paid x 1"_s, u"sent x 1"_s};
        const DecisionKind statusOfB = Cells{{{u"status"_s, Version::B}}};
        const auto row = [&](const char *name, const DecisionKind &decision, const QStringList &now, bool stands) {
            QTest::newRow(name) << decision << conflict << now << stands;
        };
        row("cells: another column of one side", statusOfB, {u"open x 1"_s, u"paid y 1"_s, u"sent x 1"_s}, true);
        row("cells: other columns of both", statusOfB, {u"open x 1"_s, u"paid y 1"_s, u"sent x 2"_s}, true);
        row("cells: the column that was chosen", statusOfB, {u"open x 1"_s, u"lost x 1"_s, u"sent x 1"_s}, false);
        row("cells: another column conflicts", statusOfB, {u"open x 1"_s, u"paid y 1"_s, u"sent z 1"_s}, false);
        row("take B: B wrote more", Take{Version::B}, {u"open x 1"_s, u"paid x 1"_s, u"sent y 1"_s}, true);
        row("take B: A wrote more", Take{Version::B}, {u"open x 1"_s, u"paid y 1"_s, u"sent x 1"_s}, false);
        row("take B: B wrote in the conflict", Take{Version::B}, {u"open x 1"_s, u"paid x 1"_s, u"lost x 1"_s}, false);
        row("take baseline", Take{Version::Baseline}, {u"open x 1"_s, u"paid y 1"_s, u"sent x 1"_s}, false);
        row("skip", Skip{}, {u"open x 1"_s, u"paid y 1"_s, u"sent x 1"_s}, true);
        row("delete", DeleteRow{}, {u"open x 1"_s, u"paid y 1"_s, u"sent x 1"_s}, false);
        row("another outcome", Skip{}, {u"open x 1"_s, u"paid x 1"_s, u"open x 1"_s}, false);

        const QStringList collision{QString(), u"paid x 1"_s, u"sent y 2"_s};
        const auto two = [&](const char *name, const DecisionKind &decision, const QStringList &now, bool stands) {
            QTest::newRow(name) << decision << collision << now << stands;
        };
        const DecisionKind numbered = KeepBoth{Side::B, {{u"note"_s, Value::text(u"z"_s)}}};
        two("both: one of them moved", KeepBoth{Side::B}, {QString(), u"paid x 7"_s, u"sent y 2"_s}, true);
        two("both: its number stays", numbered, {QString(), u"paid x 1"_s, u"lost y 2"_s}, true);
        two("both: its number is another", numbered, {QString(), u"paid x 1"_s, u"sent v 2"_s}, false);
        two("both: the other's number is another", numbered, {QString(), u"paid v 1"_s, u"sent y 2"_s}, true);
        two("one entity", SameEntity{}, {QString(), u"paid x 7"_s, u"sent y 2"_s}, false);
    }

    void decisionsStandWhereNothingIsLost()
    {
        QFETCH(DecisionKind, decision);
        QFETCH(QStringList, before);
        QFETCH(QStringList, now);
        QFETCH(bool, stands);
        const auto told = [](const QStringList &rows) {
            Story story(u"orders order_id# status note qty"_s);
            for (const Version version : allVersions) {
                const QString &row = rows[static_cast<qsizetype>(version)];
                if (!row.isEmpty())
                    story.put(version, u"orders: 1 "_s + row);
            }
            return story;
        };
        const Story was = told(before);
        const Story is = told(now);
        MergeInput wasInput = was.input();
        MergeInput isInput = is.input();
        QCOMPARE(standsAfterMove(is.alignment().tables.first(), *was.find(wasInput, u"orders 1"_s),
                                 *is.find(isInput, u"orders 1"_s), {.kind = decision}),
                 stands);
    }
};

QTEST_GUILESS_MAIN(MovedRowTest)
#include "tst_movedrow.moc"
