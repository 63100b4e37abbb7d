#include "models/rowsmodel.h"
#include "tests/support/shopsession.h"
#include "tests/support/storysession.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Rejoin;
using namespace Rejoin::Shop;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int many = RowsSource::readAtOnce + 1000;
constexpr int patience = 60'000; // ms: the machine may be busy

} // namespace

/// Tables of more rows than are waited for, and rows that do not stand in the order of their keys.
class TestRowsSource : public SessionTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void firstRowsAreThereAtOnce();
    void theRestIsAsTheFileHasIt();
    void whatWasDecidedMeanwhileStaysInTheList();
    void ordersASmallTable_data();
    void ordersASmallTable();
    void ordersALargeTable();
    void ordersByTheRowsReferredTo();
    void showsRowsThatDifferInAColumn();
    void aNewTableDropsWhatWasRead();

private:
    void compareMany();
};

/// Orders 1 to `many`, in all of which the status differs.
void TestRowsSource::compareMany()
{
    QList<Difference> differences;
    for (int number = 1; number <= many; ++number)
        differences.append(conflict(number, u"paid"_s, u"closed"_s));
    compare(differences);
}

void TestRowsSource::firstRowsAreThereAtOnce()
{
    compareMany();
    RowsSource source;
    RowsModel model(&source);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    source.show(m_session.get(), {.table = Orders});
    QVERIFY(model.rowCount() > 0);
    QVERIFY(model.rowCount() < many);
    QVERIFY(!source.isComplete());
    QCOMPARE(model.index(0, 2).data().toString(), u"1"_s);
    QTRY_VERIFY_WITH_TIMEOUT(source.isComplete(), patience);
    QCOMPARE(model.rowCount(), many);
    QCOMPARE(model.index(many - 1, 2).data().toString(), QString::number(many));
    QCOMPARE(resets.count(), 1); // the cursor stays where it was
}

void TestRowsSource::theRestIsAsTheFileHasIt()
{
    compareMany();
    RowsSource source;
    source.show(m_session.get(), {.table = Orders});
    QTRY_VERIFY_WITH_TIMEOUT(source.isComplete(), patience);
    const auto ids = m_session->ids({.table = Orders});
    VERIFY_OK(ids);
    QCOMPARE(source.ids(), *ids);
}

/// Rows that pass the filter when the first are read, and no more when the rest is.
void TestRowsSource::whatWasDecidedMeanwhileStaysInTheList()
{
    compareMany();
    RowsSource source;
    source.show(m_session.get(), {.table = Orders, .unresolvedOnly = true});
    decide(1, Take{Version::A});
    QTRY_VERIFY_WITH_TIMEOUT(source.isComplete(), patience);
    QVERIFY(source.count() == many || source.count() == many - 1); // the thread may have been faster
    QCOMPARE(source.idAt(0), found(Orders, 1).id);
    QCOMPARE(QSet<qint64>(source.ids().cbegin(), source.ids().cend()).size(), source.count());
}

void TestRowsSource::ordersASmallTable_data()
{
    QTest::addColumn<RowOrder>("order");
    QTest::addColumn<QList<qint64>>("keys");
    QTest::newRow("key") << RowOrder::Key << QList<qint64>{1, 2, 3, 4};
    QTest::newRow("outcome") << RowOrder::Outcome << QList<qint64>{2, 1, 3, 4};
    QTest::newRow("latest write") << RowOrder::LatestWrite << QList<qint64>{3, 1, 2, 4};
    QTest::newRow("decision") << RowOrder::Decision << QList<qint64>{2, 3, 4, 1};
    QTest::newRow("parent, of a table that refers to none") << RowOrder::Parent << QList<qint64>{1, 2, 3, 4};
}

void TestRowsSource::ordersASmallTable()
{
    QFETCH(RowOrder, order);
    const QDateTime split(QDate(2026, 11, 22), QTime(10, 0), QTimeZone::UTC);
    QList<Difference> differences;
    for (const int number : {1, 2, 3, 4})
        differences.append(conflict(number, u"paid"_s, u"closed"_s));
    differences[0].written.b = split.addSecs(60);
    differences[1].outcome = Outcome::KeyCollision;
    differences[2].written = {split.addSecs(10), split.addSecs(90)};
    compare(differences);
    decide(1, Take{Version::A});
    RowsSource source;
    source.show(m_session.get(), {.filter = {.table = Orders}, .order = order});
    QVERIFY(source.isComplete());
    QList<qint64> keys;
    for (int row = 0; row < source.count(); ++row)
        keys.append(source.at(row)->key.values.first().toInteger().value_or(0));
    QTEST(keys, "keys");
}

void TestRowsSource::ordersALargeTable()
{
    compareMany();
    decide(1, Take{Version::A});
    RowsSource source;
    source.show(m_session.get(), {.filter = {.table = Orders}, .order = RowOrder::Decision});
    QTRY_VERIFY_WITH_TIMEOUT(source.isComplete(), patience);
    QCOMPARE(source.count(), many);
    QCOMPARE(source.idAt(0), found(Orders, 2).id);
    QCOMPARE(source.idAt(many - 1), found(Orders, 1).id);
}

/// Orders of customer 1 stand together, before one of customer 3 whose number is between theirs.
void TestRowsSource::ordersByTheRowsReferredTo()
{
    Story told = switchOverStory();
    told.put(Version::A, u"orders: 1005 3 open x; 1006 1 open y"_s);
    const StorySession made(told, told.input());
    const int orders = made.session().alignment().tableIndex(u"orders"_s);
    RowsSource source;
    source.show(&made.session(), {.filter = {.table = orders}, .order = RowOrder::Parent});
    QVERIFY(source.isComplete());
    QList<qint64> keys;
    for (int row = 0; row < source.count(); ++row)
        keys.append(source.at(row)->key.values.first().toInteger().value_or(0));
    QCOMPARE(keys, (QList<qint64>{1000, 1001, 1006, 1005}));
}

void TestRowsSource::showsRowsThatDifferInAColumn()
{
    QList<Difference> differences;
    for (const int number : {1, 2, 3, 4, 5})
        differences.append(conflict(number, u"paid"_s, number % 2 == 0 ? u"paid"_s : u"closed"_s));
    compare(differences);
    for (const RowOrder order : {RowOrder::Key, RowOrder::LatestWrite}) {
        RowsSource source;
        RowsModel model(&source);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        source.show(m_session.get(), {.filter = {.table = Orders}, .order = order, .differingIn = 1});
        QTRY_VERIFY_WITH_TIMEOUT(source.isComplete(), patience);
        QCOMPARE(source.count(), 3);
        for (const int row : {0, 1, 2})
            QCOMPARE(source.idAt(row), found(Orders, 2 * row + 1).id);
    }
}

void TestRowsSource::aNewTableDropsWhatWasRead()
{
    compareMany();
    RowsSource source;
    source.show(m_session.get(), {.table = Orders});
    source.show(m_session.get(), {.table = Customers});
    QVERIFY(source.isComplete());
    QCOMPARE(source.count(), 0);
    QTest::qWait(300); // what is still read of the orders
    QCOMPARE(source.count(), 0);
}

QTEST_GUILESS_MAIN(TestRowsSource)
#include "tst_rowssource.moc"
