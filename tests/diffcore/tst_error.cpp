#include "diffcore/base/error.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin;

class TestError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOneLine_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<QString>("line");
        const Error whole{.code = ErrorCode::ServerRefused,
                          .message = u"the server refused a statement"_s,
                          .advice = u"Ask who looks after it"_s,
                          .server = u"A · PRD01"_s,
                          .table = u"orders"_s,
                          .driverText = u"deadlock"_s,
                          .rows = {}};
        QTest::newRow("all of it")
            << whole << u"A · PRD01: orders: the server refused a statement (deadlock). Ask who looks after it."_s;
        Error error{.code = ErrorCode::BadFile, .message = u"member \"a\nb\" is not known"_s};
        QTest::newRow("a name with a break") << error << u"member \"a\\nb\" is not known."_s;
        error.message = u"member \"a\r\n\v\f\x85\u2028\u2029b\" is not known."_s;
        QTest::newRow("with any break") << error
                                        << u"member \"a\\r\\n\\u000b\\u000c\\u0085\\u2028\\u2029b\" is not known."_s;
        error = whole;
        error.server = u"A · PRD\n01"_s;
        error.table = u"or\nders"_s;
        error.advice = u"Ask\nwho"_s;
        QTest::newRow("in each part")
            << error << u"A · PRD\\n01: or\\nders: the server refused a statement (deadlock). Ask\\nwho."_s;
        error = whole;
        error.advice.clear();
        error.driverText = u"ERROR: deadlock detected;\r\n  DETAIL: it waits\n\n"_s;
        QTest::newRow("the driver's lines") << error
                                            << u"A · PRD01: orders: the server refused a statement "
                                               "(ERROR: deadlock detected; DETAIL: it waits)."_s;
        error.driverText = u"a  text with\ttabs and  blanks"_s;
        QTest::newRow("the driver's blanks")
            << error << u"A · PRD01: orders: the server refused a statement (a  text with\ttabs and  blanks)."_s;
    }

    void isOneLine()
    {
        QFETCH(Error, error);
        QFETCH(QString, line);
        QCOMPARE(describe(error), line);
    }
};

QTEST_GUILESS_MAIN(TestError)
#include "tst_error.moc"
