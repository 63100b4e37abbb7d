#include "ui/demofolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin;

/// One folder of that name is enough; a demo of an earlier release stays where it is.
class TestDemoFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void once()
    {
        QTemporaryDir data;
        qputenv("XDG_DATA_HOME", data.path().toUtf8());
        QCoreApplication::setOrganizationName(u"rejoin"_s);
        QCoreApplication::setApplicationName(u"rejoin"_s);
        QCOMPARE(demoFolder(), data.filePath(u"rejoin/demo"_s));

        const QString earlier = data.filePath(u"rejoin/rejoin/demo"_s);
        QVERIFY(QDir().mkpath(earlier));
        QCOMPARE(demoFolder(), data.filePath(u"rejoin/demo"_s)); // an empty folder is no demo
        QFile project(earlier + u"/shop.rejoin"_s);
        QVERIFY(project.open(QIODevice::WriteOnly));
        QCOMPARE(demoFolder(), earlier);
    }
};

QTEST_GUILESS_MAIN(TestDemoFolder)
#include "tst_demofolder.moc"
