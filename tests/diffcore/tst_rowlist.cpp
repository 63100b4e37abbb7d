#include "diffcore/dialect/rowlist.h"

#include <QTest>

using namespace Rejoin;
using namespace Qt::StringLiterals;

namespace {

RowChange orderOf(const Table &table, qint64 number, const QString &note)
{
    return {.kind = RowChange::Kind::Update,
            .table = &table,
            .row = u"orders order_id=%1"_s.arg(number),
            .key = {{u"order_id"_s, Value::integer(number)}},
            .before = {{u"note"_s, Value::text(note)}},
            .after = {{u"note"_s, Value::text(u"paid"_s)}}};
}

QList<qsizetype> sizesOf(const QList<QList<RowChange>> &runs)
{
    QList<qsizetype> sizes;
    for (const QList<RowChange> &run : runs)
        sizes += run.size();
    return sizes;
}

bool none(const RowChange &)
{
    return false;
}

} // namespace

/// Which rows of a large script stand in one list.
class TestRowList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_rows.clear(); }

    void aRunEndsWhereItIsFull()
    {
        addOrders(1, 700, u"open"_s);
        const auto runs = listRuns(m_rows, none, 300);
        QCOMPARE(sizesOf(runs), (QList<qsizetype>{300, 300, 100}));
        QCOMPARE(runs.last().last().row, u"orders order_id=700"_s);
    }

    /// However wide the rows are, a server takes what stands in a run.
    void aRunEndsWhereItIsLong()
    {
        addOrders(1, 300, QString(2000, u'x'));
        const auto runs = listRuns(m_rows, none, 300);
        QCOMPARE(sizesOf(runs), (QList<qsizetype>{131, 131, 38}));
    }

    void ofAnotherKindOrColumnsIsAnotherRun()
    {
        addOrders(1, 2, u"open"_s);
        addOrders(3, 4, u"open"_s);
        m_rows[2].kind = RowChange::Kind::Delete;
        m_rows[3].after[0].first = u"status"_s;
        QCOMPARE(sizesOf(listRuns(m_rows, none, 300)), (QList<qsizetype>{2, 1, 1}));
    }

    void noNameStandsInARunTwice()
    {
        addOrders(1, 2, u"open"_s);
        addOrders(1, 2, u"open"_s);
        QCOMPARE(sizesOf(listRuns(m_rows, none, 300)), (QList<qsizetype>{2, 2}));
    }

    void whatStandsAloneIsInNoRun()
    {
        addOrders(1, 5, u"open"_s);
        const auto third = [](const RowChange &row) { return row.row.endsWith(u"=3"_s); };
        QCOMPARE(sizesOf(listRuns(m_rows, third, 300)), (QList<qsizetype>{2, 1, 2}));
    }

private:
    void addOrders(qint64 first, qint64 last, const QString &note)
    {
        for (qint64 number = first; number <= last; ++number)
            m_rows += orderOf(m_orders, number, note);
    }

    Table m_orders;
    QList<RowChange> m_rows;
};

QTEST_GUILESS_MAIN(TestRowList)
#include "tst_rowlist.moc"
