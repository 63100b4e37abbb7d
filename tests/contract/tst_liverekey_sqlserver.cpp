#include "tests/contract/liverekeysuite.h"
#include "tests/contract/sqlserverengine.h"

#include <QCoreApplication>
#include <QTest>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    Rejoin::Testing::SqlServerEngine engine;
    Rejoin::Testing::LiveRekeySuite suite(engine);
    return QTest::qExec(&suite, argc, argv);
}
