#include "diffcore/merge/numbertemplate.h"
#include "tests/support/printing.h"

#include <QTest>

using namespace Rejoin;
using namespace Qt::StringLiterals;

class NumberTemplateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newNumbers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("old");
        QTest::addColumn<qint64>("counter");
        QTest::addColumn<QString>("number");
        QTest::newRow("fixed") << u"ORD-2024-{n}"_s << u"x"_s << qint64(119) << u"ORD-2024-119"_s;
        QTest::newRow("its own prefix") << u"{prefix}{n:3}"_s << u"ORD-2024-118"_s << qint64(7) << u"ORD-2024-007"_s;
        QTest::newRow("wider than asked for") << u"{prefix}{n:3}"_s << u"ORD-118"_s << qint64(12345) << u"ORD-12345"_s;
        QTest::newRow("suffix") << u"{prefix}{n}{suffix}"_s << u"R-12/B"_s << qint64(13) << u"R-13/B"_s;
        QTest::newRow("no digits before") << u"{prefix}-{n}"_s << u"Müller"_s << qint64(2) << u"Müller-2"_s;
        QTest::newRow("a number alone") << u"{n}"_s << u"17"_s << qint64(18) << u"18"_s;
    }

    void newNumbers()
    {
        QFETCH(QString, text);
        QFETCH(QString, old);
        QFETCH(qint64, counter);
        QFETCH(QString, number);
        const auto made = NumberTemplate::parse(text);
        VERIFY_OK(made);
        const QString series = made->series(old);
        QCOMPARE(made->number(series, counter), number);
        QCOMPARE(NumberTemplate::counterIn(series, number), std::optional(counter));
    }

    void otherSeriesAreNotCounted_data()
    {
        QTest::addColumn<QString>("number");
        for (const QString &number : {u"ORD-2023-118"_s, u"ORD-2024-"_s, u"ORD-2024-11a"_s, u"ORD-2024-1 "_s, u""_s,
                                      u"XORD-2024-118"_s, u"ORD-2024-9999999999999999999"_s})
            QTest::newRow(qPrintable(u"'%1'"_s.arg(number))) << number;
    }

    void otherSeriesAreNotCounted()
    {
        QFETCH(QString, number);
        const QString series = NumberTemplate::parse(u"ORD-2024-{n}"_s)->series({});
        QCOMPARE(NumberTemplate::counterIn(series, number), std::nullopt);
    }

    void noTemplates_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u""_s, u"ORD"_s, u"{n}{n}"_s, u"{n:x}"_s, u"{year}-{n}"_s, u"{n:99}"_s, u"{n"_s})
            QTest::newRow(qPrintable(u"'%1'"_s.arg(text))) << text;
    }

    void noTemplates()
    {
        QFETCH(QString, text);
        const auto made = NumberTemplate::parse(text);
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::Usage);
    }
};

QTEST_GUILESS_MAIN(NumberTemplateTest)
#include "tst_numbertemplate.moc"
