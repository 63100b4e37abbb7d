#include "models/textdiff.h"

#include <QTest>

using namespace Rejoin;
using namespace Qt::StringLiterals;

class TestTextDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marks_data();
    void marks();
    void longTextsKeepStartAndEnd();
};

void TestTextDiff::marks_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("marked"); // what is not in it stands in brackets
    QTest::newRow("the same") << u"left at the door"_s << u"left at the door"_s;
    QTest::newRow("a word") << u"left at the door"_s << u"left at the [gate]"_s;
    QTest::newRow("two words") << u"left at the door today"_s << u"[put] at the [gate] today"_s;
    QTest::newRow("a letter") << u"+43 1 5550"_s << u"+43 1 555[1]"_s;
    QTest::newRow("added at the end") << u"open"_s << u"open[, paid]"_s;
    QTest::newRow("added at the start") << u"paid"_s << u"[un]paid"_s;
    QTest::newRow("taken away") << u"left at the door"_s << u"left door"_s;
    QTest::newRow("out of nothing") << QString() << u"[new]"_s;
    QTest::newRow("to nothing") << u"old"_s << QString();
    QTest::newRow("repeated letters") << u"aaa"_s << u"aaa[a]"_s;
}

void TestTextDiff::marks()
{
    QFETCH(QString, before);
    QFETCH(QString, marked);
    const QString text = QString(marked).remove(u'[').remove(u']');
    QString told = text;
    const QList<TextRange> ranges = changedRanges(before, text);
    for (auto range = ranges.crbegin(); range != ranges.crend(); ++range) {
        told.insert(range->start + range->length, u']');
        told.insert(range->start, u'[');
    }
    QCOMPARE(told, marked);
}

void TestTextDiff::longTextsKeepStartAndEnd()
{
    const QString long1 = u"start "_s + QString(u"a "_s).repeated(5000) + u"end"_s;
    const QString long2 = u"start "_s + QString(u"b "_s).repeated(5000) + u"end"_s;
    const QList<TextRange> ranges = changedRanges(long1, long2);
    QCOMPARE(ranges.size(), 1);
    QCOMPARE(ranges.first().start, 6);
    QCOMPARE(ranges.first().length, long2.size() - 6 - 4);
}

QTEST_GUILESS_MAIN(TestTextDiff)
#include "tst_textdiff.moc"
