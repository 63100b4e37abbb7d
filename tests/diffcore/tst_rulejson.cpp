#include "diffcore/merge/rule.h"
#include "tests/support/printing.h"

#include <QJsonDocument>
#include <QTemporaryDir>

using namespace Rejoin;
using namespace Qt::StringLiterals;

namespace {

QJsonArray json(const QByteArray &rules)
{
    return QJsonDocument::fromJson(rules).array();
}

} // namespace

class RuleJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindReadsBack_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<Rule>("rule");
        QTest::newRow("take row") << QByteArray(R"([{"name": "n", "table": "settings", "take": "baseline"}])")
                                  << Rule{.name = u"n"_s, .table = u"settings"_s, .from = Version::Baseline};
        QTest::newRow("take column") << QByteArray(R"([{"name": "n", "table": "*", "column": "c", "take": "b"}])")
                                     << Rule{.name = u"n"_s,
                                             .column = u"c"_s,
                                             .kind = Rule::Kind::TakeColumn,
                                             .from = Version::B};
        QTest::newRow("newest") << QByteArray(R"([{"name": "n", "table": "*", "newest": "at"}])")
                                << Rule{.name = u"n"_s, .column = u"at"_s, .kind = Rule::Kind::Newest};
        QTest::newRow("ignore") << QByteArray(R"([{"name": "n", "table": "*", "column": "c", "ignore": true}])")
                                << Rule{.name = u"n"_s, .column = u"c"_s, .kind = Rule::Kind::IgnoreColumn};
        QTest::newRow("keep both") << QByteArray(R"([{"name": "n", "table": "orders", "keepBoth": "a"}])")
                                   << Rule{.name = u"n"_s,
                                           .table = u"orders"_s,
                                           .kind = Rule::Kind::KeepBoth,
                                           .moves = Side::A};
        QTest::newRow("sum") << QByteArray(R"([{"name": "n", "table": "products", "sum": "stock"}])")
                             << Rule{.name = u"n"_s,
                                     .table = u"products"_s,
                                     .column = u"stock"_s,
                                     .kind = Rule::Kind::SumOfDeltas};
        QTest::newRow("renumber")
            << QByteArray(
                   R"([{"name": "n", "table": "*", "renumber": "no", "template": "R-{n:3}", "moves": "a", "from": 500}])")
            << Rule{.name = u"n"_s,
                    .column = u"no"_s,
                    .kind = Rule::Kind::Renumber,
                    .moves = Side::A,
                    .numbers = u"R-{n:3}"_s,
                    .firstNumber = 500};
        QTest::newRow("condition") << QByteArray(
                                          R"([{"name": "n", "table": "*", "take": "b", "where": "b.status = 'open'"}])")
                                   << Rule{.name = u"n"_s, .from = Version::B, .where = u"b.status = 'open'"_s};
    }

    void everyKindReadsBack()
    {
        QFETCH(QByteArray, written);
        QFETCH(Rule, rule);
        const auto read = rulesFromJson(json(written));
        VERIFY_OK(read);
        QVERIFY(*read == QList<Rule>{rule});
        QCOMPARE(toJson(*read), json(written));
    }

    void orderIsKeptAndTheTableMayBeLeftOut()
    {
        const auto read = rulesFromJson(json(R"([{"name": "z", "take": "a"}, {"name": "a", "take": "b"}])"));
        VERIFY_OK(read);
        QCOMPARE(read->value(0).name, u"z"_s);
        QCOMPARE(read->value(0).table, u"*"_s);
        QCOMPARE(read->value(1).name, u"a"_s);
    }

    void wrongRulesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QString>("message");
        QTest::newRow("no object") << QByteArray("[5]") << u"rule 1: it is not an object"_s;
        QTest::newRow("no name") << QByteArray(R"([{"take": "a"}])")
                                 << u"rule 1: there is no member \"name\", expected the rule's name"_s;
        QTest::newRow("empty name") << QByteArray(R"([{"name": "", "take": "a"}])")
                                    << u"rule 1: member \"name\" is wrong"_s;
        QTest::newRow("second") << QByteArray(R"([{"name": "x", "take": "a"}, {"name": "y", "take": "c"}])")
                                << u"rule 2 \"y\": member \"take\" is \"c\", expected \"a\", \"b\" or \"baseline\""_s;
        QTest::newRow("same name") << QByteArray(R"([{"name": "x", "take": "a"}, {"name": "x", "take": "b"}])")
                                   << u"rule 2 \"x\": another rule has this name"_s;
        QTest::newRow("nothing to do") << QByteArray(R"([{"name": "x"}])") << u"rule 1 \"x\": it needs just one of"_s;
        QTest::newRow("two things") << QByteArray(R"([{"name": "x", "take": "a", "newest": "at"}])")
                                    << u"rule 1 \"x\": it needs just one of"_s;
        QTest::newRow("ignore nothing") << QByteArray(R"([{"name": "x", "ignore": true}])")
                                        << u"rule 1 \"x\": there is no member \"column\""_s;
        QTest::newRow("ignore false") << QByteArray(R"([{"name": "x", "column": "c", "ignore": false}])")
                                      << u"rule 1 \"x\": member \"ignore\" is wrong, expected true"_s;
        QTest::newRow("keep both baselines") << QByteArray(R"([{"name": "x", "keepBoth": "baseline"}])")
                                             << u"member \"keepBoth\" is \"baseline\", expected \"a\" or \"b\""_s;
        QTest::newRow("column does not go") << QByteArray(R"([{"name": "x", "column": "c", "newest": "at"}])")
                                            << u"rule 1 \"x\": member \"column\" is not known"_s;
        QTest::newRow("column type") << QByteArray(R"([{"name": "x", "column": 5, "take": "a"}])")
                                     << u"member \"column\" is a number, expected the name of a column"_s;
        QTest::newRow("table type") << QByteArray(R"([{"name": "x", "table": null, "take": "a"}])")
                                    << u"member \"table\" is null"_s;
    }

    void wrongRulesAreNamed()
    {
        QFETCH(QByteArray, written);
        QFETCH(QString, message);
        const auto refused = rulesFromJson(json(written));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::BadFile);
        QVERIFY2(describe(refused.error()).contains(message), qPrintable(describe(refused.error())));
    }

    void aFileHoldsAnArray()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"rules.json"_s);
        const auto load = [&](const QByteArray &bytes) {
            QFile file(path);
            return file.open(QIODevice::WriteOnly) && file.write(bytes) >= 0 && file.flush() ? loadRules(path)
                                                                                             : loadRules({});
        };
        const auto read = load(R"([{"name": "n", "take": "a"}])");
        VERIFY_OK(read);
        QCOMPARE(read->size(), 1);
        QVERIFY(describe(load("{}").error()).contains(u"is not an array of rules"_s));
        QVERIFY(describe(load("[{]").error()).contains(u"line 1, column "_s));
        QVERIFY(describe(load("[{}]").error()).startsWith(path + u": rule 1: "_s));
        QCOMPARE(loadRules(folder.path()).error().code, ErrorCode::BadFile);
    }
};

QTEST_GUILESS_MAIN(RuleJsonTest)
#include "tst_rulejson.moc"
