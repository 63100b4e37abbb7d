#include "diffcore/odbc/connection.h"
#include "ui/driverspanel.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin;

/// What the Connect page says of this machine's drivers.
class TestDriversPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void namesDriversAndExamples()
    {
        const DriversPanel panel;
        for (const QString &driver : installedDrivers())
            QVERIFY2(panel.text().contains(driver), qPrintable(driver));
        for (const QString &engine : {u"SQLite"_s, u"PostgreSQL"_s, u"MariaDB"_s, u"MySQL"_s, u"SQL Server"_s})
            QVERIFY2(panel.text().contains(engine), qPrintable(engine));
        QVERIFY(panel.text().contains("Driver={SQLite3};Database=/srv/shop.sqlite"_L1));
    }
};

QTEST_MAIN(TestDriversPanel)
#include "tst_driverspanel.moc"
