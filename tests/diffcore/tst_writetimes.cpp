#include "diffcore/evidence/writetimes.h"
#include "tests/support/divergence.h"
#include "tests/support/printing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using Rejoin::Testing::Divergence;

namespace {

const auto common = u"CREATE TABLE orders (order_id INTEGER PRIMARY KEY AUTOINCREMENT, status TEXT, updated_at TEXT);"
                    "CREATE TABLE tags (tag TEXT PRIMARY KEY, colour TEXT);"
                    "INSERT INTO tags VALUES ('x', 'red');"
                    "INSERT INTO orders VALUES (1, 'open', '2026-11-22 09:00:00'), (2, 'open', '2026-11-22 09:00:00'),"
                    "(3, 'open', '2026-11-22 09:00:00')"_s;
const auto onA = u"UPDATE orders SET status = 'a', updated_at = '2026-11-22 10:00:44' WHERE order_id = 1;"
                 "INSERT INTO orders VALUES (4, 'a', '2026-11-22 10:02:10'), (5, 'a', '2026-11-22 10:02:50');"
                 "UPDATE tags SET colour = 'blue'"_s;
const auto onB = u"UPDATE orders SET status = 'b', updated_at = '2026-11-22 10:02:30' WHERE order_id = 2;"
                 "DELETE FROM orders WHERE order_id = 3"_s;

/// "10:00 1/0", A's writes before B's, for every minute that has some.
QStringList told(const Timeline &timeline, int most)
{
    QStringList lines;
    for (const Timeline::Span &span : timeline.spans(most))
        lines += u"%1 %2/%3"_s.arg(span.from.toString(u"HH:mm"_s)).arg(span.writes.a).arg(span.writes.b);
    return lines;
}

} // namespace

class TestWriteTimes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesPerMinute();
    void withoutASplit();
    void nothingWithoutTimes();
    void theFirstWriteApart();
};

void TestWriteTimes::writesPerMinute()
{
    Divergence divergence(common, onA, onB);
    divergence.project().since = QDateTime::fromString(u"2026-11-22T10:00:00Z"_s, Qt::ISODate);
    VERIFY_OK(divergence.compare());
    const auto timeline = timelineOf(divergence.session());
    VERIFY_OK(timeline);
    QCOMPARE(told(*timeline, 100), QStringList({u"10:00 1/0"_s, u"10:02 2/1"_s}));
    QCOMPARE(told(*timeline, 1), QStringList({u"10:00 3/1"_s}));
    QCOMPARE(timeline->writes, 4);
}

/// The deleted row's time is no write of A's: it is as old as the row.
void TestWriteTimes::withoutASplit()
{
    Divergence divergence(common, onA, onB);
    VERIFY_OK(divergence.compare());
    const auto timeline = timelineOf(divergence.session());
    VERIFY_OK(timeline);
    QCOMPARE(told(*timeline, 100), QStringList({u"10:00 1/0"_s, u"10:02 0/1"_s}));
}

void TestWriteTimes::nothingWithoutTimes()
{
    Divergence divergence(u"CREATE TABLE tags (tag TEXT PRIMARY KEY, colour TEXT)"_s,
                          u"INSERT INTO tags VALUES ('x', 'red')"_s, {});
    VERIFY_OK(divergence.compare());
    const auto timeline = timelineOf(divergence.session());
    VERIFY_OK(timeline);
    QVERIFY(timeline->spans(10).isEmpty());
    QVERIFY(!firstUnlikeTime(divergence.session()).value());
}

void TestWriteTimes::theFirstWriteApart()
{
    Divergence divergence(common, onA, onB);
    VERIFY_OK(divergence.compare());
    const auto first = firstUnlikeTime(divergence.session());
    VERIFY_OK(first);
    QVERIFY(*first);
    QCOMPARE((*first)->at.toString(u"HH:mm:ss"_s), u"10:00:44"_s);
    QVERIFY2((*first)->source.contains(u"updated_at of orders order_id=1 on A"_s), qPrintable((*first)->source));
}

QTEST_GUILESS_MAIN(TestWriteTimes)
#include "tst_writetimes.moc"
