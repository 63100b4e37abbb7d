#include "diffcore/merge/resolver.h"
#include "diffcore/merge/rowcondition.h"
#include "diffcore/merge/rulepass.h"
#include "tests/support/printing.h"
#include "tests/support/storysession.h"

#include <QJsonDocument>

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

namespace {

/// Shops of two servers: stock sold on both, prices and stamps changed on both, an order number given out twice.
Story shop()
{
    Story story(u"products product_id# name stock price\n"
                "customers customer_id# name changed_at\n"
                "orders order_id# status amount\n"
                "order_lines order_id*>orders line_no* qty"_s);
    story.putEverywhere(u"products: 1 bolt 10 5; 2 nut 10 5; 3 saw 10 5; 4 axe 10 5\n"
                        "customers: 1 Ann 2026-11-22; 2 Bob 2026-11-22\n"
                        "orders: 1000 open 5"_s);
    story.put(Version::A, u"products: 1 bolt 7 5; 2 nut 9 6; 3 saw 10 6; 4 axe 9 6\n"
                          "customers: 1 Anna 2026-11-23; 2 Bobby 2026-11-23\n"
                          "orders: 1000 paid 5; 1001 open 7\norder_lines: 1001 1 3"_s);
    story.put(Version::B, u"products: 1 bolt 8 5; 2 nut 9 5; 3 saw 9 5; 4 axe 8 7\n"
                          "customers: 1 Anni 2026-11-24; 2 Bobo 2026-11-23\n"
                          "orders: 1000 sent 5; 1001 open 9\norder_lines: 1001 1 3"_s);
    return story;
}

QList<Rule> rules(const QByteArray &json)
{
    const auto read = rulesFromJson(QJsonDocument::fromJson(json).array());
    if (!read)
        qFatal("%s", qPrintable(describe(read.error())));
    return *read;
}

class Shop
{
public:
    Shop()
        : m_story(shop())
        , m_session(m_story, m_story.input())
        , m_resolver(m_session.session(), u"dba"_s)
    {
    }

    [[nodiscard]] Resolver &resolver() { return m_resolver; }
    [[nodiscard]] Session &session() const { return m_session.session(); }
    [[nodiscard]] Difference row(const QString &name) const
    {
        MergeInput input = *session().mergeInput();
        return *m_story.find(input, name);
    }
    /// The merged row's value; "-" where it is not decided.
    [[nodiscard]] QString merged(const QString &name, const QString &column) const
    {
        const MergeInput input = *session().mergeInput();
        MergeInput copy = input;
        const Difference *difference = m_story.find(copy, name);
        const AlignedTable &table = input.alignment.tables[difference->table];
        for (const Entity &entity : mergedState(input).entities) {
            if (entity.difference == difference->id && entity.row)
                return entity.row->at(table.columnIndex(column)).toText();
        }
        return u"-"_s;
    }

private:
    Story m_story;
    StorySession m_session;
    Resolver m_resolver;
};

} // namespace

class RulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatBothServersSoldIsSubtracted()
    {
        Shop shop;
        const auto result =
            shop.resolver().applyRules(rules(R"([{"name": "s", "table": "products", "sum": "stock"}])"));
        VERIFY_OK(result);
        QCOMPARE(shop.merged(u"products 1"_s, u"stock"_s), u"5"_s);
        QCOMPARE(shop.row(u"products 1"_s).decision.rule, u"s"_s);
        QVERIFY(shop.row(u"products 1"_s).resolved);
    }

    void equalSalesAreTwoSales()
    {
        Shop shop;
        QVERIFY(shop.row(u"products 2"_s).resolved); // by itself: A changed the price, the stock is equal
        QCOMPARE(shop.merged(u"products 2"_s, u"stock"_s), u"9"_s);
        VERIFY_OK(shop.resolver().applyRules(rules(R"([{"name": "s", "table": "products", "sum": "stock"}])")));
        QCOMPARE(shop.merged(u"products 2"_s, u"stock"_s), u"8"_s);
        QCOMPARE(shop.merged(u"products 2"_s, u"price"_s), u"6"_s);
    }

    void aCounterThatOneServerMovedIsLeftAsItIs()
    {
        Shop shop;
        VERIFY_OK(shop.resolver().applyRules(rules(R"([{"name": "s", "table": "products", "sum": "stock"}])")));
        QCOMPARE(shop.row(u"products 3"_s).decision.origin, Decision::Origin::Automatic);
        QCOMPARE(shop.merged(u"products 3"_s, u"stock"_s), u"9"_s);
    }

    void otherConflictsOfTheRowStayOpen()
    {
        Shop shop;
        VERIFY_OK(shop.resolver().applyRules(rules(R"([{"name": "s", "table": "products", "sum": "stock"}])")));
        QVERIFY(!shop.row(u"products 4"_s).resolved);
        VERIFY_OK(shop.resolver().applyRules(
            rules(R"([{"name": "p", "table": "products", "column": "price", "take": "b"}])")));
        QCOMPARE(shop.merged(u"products 4"_s, u"stock"_s), u"7"_s);
        QCOMPARE(shop.merged(u"products 4"_s, u"price"_s), u"7"_s);
    }

    void aSecondRunOfTheRuleSubtractsNothingMore()
    {
        Shop shop;
        const QList<Rule> sum = rules(R"([{"name": "s", "table": "products", "sum": "stock"}])");
        VERIFY_OK(shop.resolver().applyRules(sum));
        const auto again = shop.resolver().applyRules(sum);
        VERIFY_OK(again);
        QCOMPARE(again->decided, 0);
        QCOMPARE(shop.merged(u"products 1"_s, u"stock"_s), u"5"_s);
    }

    void whatAPersonDecidedStays()
    {
        Shop shop;
        ResolveScope scope{.ids = {shop.row(u"products 1"_s).id}, .decided = ResolveScope::Decided::Redecide};
        VERIFY_OK(shop.resolver().decide(scope, Take{Version::A}, u"counted by hand"_s));
        VERIFY_OK(shop.resolver().applyRules(rules(R"([{"name": "s", "table": "products", "sum": "stock"}])")));
        QCOMPARE(shop.merged(u"products 1"_s, u"stock"_s), u"7"_s);
    }

    void theNewestRowIsTaken()
    {
        Shop shop;
        VERIFY_OK(
            shop.resolver().applyRules(rules(R"([{"name": "n", "table": "customers", "newest": "changed_at"}])")));
        QCOMPARE(shop.merged(u"customers 1"_s, u"name"_s), u"Anni"_s);
        QVERIFY2(!shop.row(u"customers 2"_s).resolved, "equal stamps say nothing");
    }

    void whatTheClocksCannotTellIsLeft_data()
    {
        QTest::addColumn<std::optional<double>>("clocks");
        QTest::addColumn<bool>("decided"); // A wrote at 10:00:00, B 4 s later
        QTest::newRow("not compared") << std::optional<double>() << true;
        QTest::newRow("alike") << std::optional(0.0) << true;
        QTest::newRow("nearer than the times") << std::optional(3.9) << true;
        QTest::newRow("as far apart") << std::optional(4.0) << false;
        QTest::newRow("farther, B ahead") << std::optional(-4.5) << false;
    }

    void whatTheClocksCannotTellIsLeft()
    {
        QFETCH(std::optional<double>, clocks);
        QFETCH(bool, decided);
        Story story(u"customers customer_id# name changed_at"_s);
        story.putEverywhere(u"customers: 1 Ann 2026-11-22T09:00:00"_s);
        story.put(Version::A, u"customers: 1 Anna 2026-11-22T10:00:00"_s);
        story.put(Version::B, u"customers: 1 Anni 2026-11-22T10:00:04"_s);
        MergeInput input = story.input();
        const Rule newest = rules(R"([{"name": "n", "table": "customers", "newest": "changed_at"}])").first();
        auto pass = RulePass::make(newest, input.alignment, clocks);
        VERIFY_OK(pass);
        const auto decision = pass->decide(*story.find(input, u"customers 1"_s));
        VERIFY_OK(decision);
        QCOMPARE(decision->has_value(), decided);
        QCOMPARE(pass->unsure(), decided ? QStringList() : QStringList{u"customers customer_id=1"_s});
    }

    void clocksThatWereNotComparedAreTold()
    {
        Shop shop;
        const Rule newest = rules(R"([{"name": "n", "table": "customers", "newest": "changed_at"}])").first();
        const auto result = shop.resolver().applyRules({newest});
        VERIFY_OK(result);
        QCOMPARE(result->warnings.size(), 1);
        QVERIFY2(result->warnings.first().contains(u"clocks of A and B were not compared"_s),
                 qPrintable(result->warnings.first()));
    }

    void eachRuleIsOneUndoStep()
    {
        Shop shop;
        const auto result = shop.resolver().applyRules(rules(R"([{"name": "s", "table": "products", "sum": "stock"},
                      {"name": "none", "table": "customers", "take": "a", "where": "name = 'Zoe'"},
                      {"name": "n", "table": "customers", "newest": "changed_at"}])"));
        VERIFY_OK(result);
        QCOMPARE(result->rules, (QList<RuleCount>{{u"s"_s, 3, 0}, {u"none"_s, 0, 0}, {u"n"_s, 1, 0}}));
        QCOMPARE(result->decided, 4);
        const QList<JournalEntry> journal = *shop.session().journal();
        QCOMPARE(journal.size(), 2);
        QCOMPARE(journal[0].text, u"rule \"s\" for 3 rows"_s);
        QVERIFY(*shop.resolver().undo());
        QVERIFY(!shop.row(u"customers 1"_s).resolved);
        QCOMPARE(shop.merged(u"products 1"_s, u"stock"_s), u"5"_s);
        QVERIFY(*shop.resolver().undo());
        QVERIFY(!shop.row(u"products 1"_s).resolved);
        QCOMPARE(shop.merged(u"products 2"_s, u"stock"_s), u"9"_s);
    }

    void aPreviewCountsAndDecidesNothing()
    {
        Shop shop;
        const QList<Rule> both = rules(R"([{"name": "keep", "table": "orders", "keepBoth": "b"},
                                           {"name": "s", "table": "products", "sum": "stock"}])");
        const auto preview = shop.resolver().previewRules(both);
        VERIFY_OK(preview);
        QCOMPARE(preview->rules, (QList<RuleCount>{{u"keep"_s, 1, 1}, {u"s"_s, 3, 0}}));
        QVERIFY(shop.session().journal()->isEmpty());
        QVERIFY(!shop.row(u"orders 1001"_s).resolved);
        const auto applied = shop.resolver().applyRules(both);
        VERIFY_OK(applied);
        QCOMPARE(applied->rules, preview->rules);
    }

    void aConditionChoosesRows_data()
    {
        QTest::addColumn<QString>("condition");
        QTest::addColumn<bool>("holds"); // for customers 1: Ann, Anna, Anni
        QTest::newRow("a version") << u"b.name = 'Anni'"_s << true;
        QTest::newRow("versions compared") << u"b.changed_at > a.changed_at AND baseline.name = 'Ann'"_s << true;
        QTest::newRow("every server has it") << u"name LIKE 'Ann%'"_s << true;
        QTest::newRow("one server has it not") << u"name = 'Anna'"_s << false;
        QTest::newRow("number") << u"customer_id BETWEEN 1 AND 1"_s << true;
        QTest::newRow("NULL is no") << u"name = NULL"_s << false;
        QTest::newRow("a comment at its end") << u"name LIKE 'Ann%' -- all Anns"_s << true;
        QTest::newRow("quoted name") << u"\"name\" IN ('Anna', 'Anni')"_s << true;
        QTest::newRow("a query's word in a text") << u"name <> 'it''s SELECT'"_s << true;
        QTest::newRow("a query's word in a comment") << u"name LIKE 'Ann%' /* not SELECT */ -- nor VALUES"_s << true;
        QTest::newRow("a query's word in a longer one") << u"coalesce(name, 1) IS NOT 'selected'"_s << true;
    }

    void aConditionChoosesRows()
    {
        QFETCH(QString, condition);
        QFETCH(bool, holds);
        Shop shop;
        const Difference row = shop.row(u"customers 1"_s);
        auto made = RowCondition::make(condition, shop.session().alignment().tables[row.table]);
        VERIFY_OK(made);
        const auto found = made->holds(row);
        VERIFY_OK(found);
        QCOMPARE(*found, holds);
    }

    void aRowThatAServerLacksIsNullThere()
    {
        Story story(u"orders order_id# status"_s);
        story.put(Version::A, u"orders: 1 open"_s);
        MergeInput input = story.input();
        const Difference *row = story.find(input, u"orders 1"_s);
        for (const QString &condition :
             {u"status = 'open'"_s, u"b.order_id IS NULL"_s, u"baseline.status IS NULL AND a.status = 'open'"_s}) {
            auto made = RowCondition::make(condition, input.alignment.tables[0]);
            VERIFY_OK(made);
            QVERIFY2(made->holds(*row).value_or(false), qPrintable(condition));
        }
    }

    void whatIsNoConditionIsRefused_data()
    {
        QTest::addColumn<QString>("condition");
        QTest::newRow("syntax") << u"status ="_s;
        QTest::newRow("unknown column") << u"state = 'open'"_s;
        QTest::newRow("unknown version") << u"c.status = 'open'"_s;
        QTest::newRow("placeholder") << u"status = ?"_s;
        QTest::newRow("second statement") << u"1); DELETE FROM orders; SELECT (1"_s;
        QTest::newRow("bracket left open") << u"(status = 'open'"_s;
        QTest::newRow("query") << u"order_id IN (SELECT 1)"_s;
        QTest::newRow("query without blanks") << u"1=(select(1))"_s;
        QTest::newRow("query behind quotes") << u"status = '--' OR \"status\" = '/*' OR EXISTS (SeLeCt 1)"_s;
        QTest::newRow("query behind a comment") << u"1 --'\n OR EXISTS (SELECT 1) --'"_s;
        QTest::newRow("query behind an empty comment") << u"1 /**/ AND EXISTS(SELECT 1)"_s;
        QTest::newRow("query behind the start of a comment") << u"1 /*/ ' */ AND (SELECT 1) --'"_s;
        QTest::newRow("list of rows") << u"order_id IN (VALUES(1))"_s;
        QTest::newRow("endless query")
            << u"(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n) > 0"_s;
    }

    void whatIsNoConditionIsRefused()
    {
        QFETCH(QString, condition);
        Shop shop;
        Rule rule{.name = u"r"_s, .table = u"orders"_s, .kind = Rule::Kind::KeepBoth, .where = condition};
        const auto refused = shop.resolver().applyRules({rule});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Usage);
        QVERIFY2(refused.error().message.startsWith(u"rule \"r\": "_s), qPrintable(refused.error().message));
        QVERIFY(shop.session().journal()->isEmpty());
    }

    void aRuleThatFitsNoTableIsRefusedBeforeAnyDecides()
    {
        Shop shop;
        for (const QByteArray &misfit : {QByteArray(R"({"name": "t", "table": "product", "take": "a"})"),
                                         QByteArray(R"({"name": "t", "table": "*", "column": "colour", "take": "a"})"),
                                         QByteArray(R"({"name": "t", "table": "orders", "sum": "stock"})")}) {
            const auto refused = shop.resolver().applyRules(
                rules(R"([{"name": "s", "table": "products", "sum": "stock"}, )" + misfit + "]"));
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::Usage);
            QVERIFY2(refused.error().message.startsWith(u"rule \"t\": no table"_s),
                     qPrintable(refused.error().message));
        }
        QVERIFY(shop.session().journal()->isEmpty());
    }

    void aConditionMayFitSomeOfTheTables()
    {
        Shop shop;
        const auto result =
            shop.resolver().applyRules(rules(R"([{"name": "r", "take": "b", "where": "b.status = 'sent'"}])"));
        VERIFY_OK(result);
        QCOMPARE(result->decided, 1);
        QCOMPARE(shop.merged(u"orders 1000"_s, u"status"_s), u"sent"_s);
    }
};

QTEST_GUILESS_MAIN(RulesTest)
#include "tst_rules.moc"
