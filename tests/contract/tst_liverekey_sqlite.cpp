#include "tests/contract/liverekeysuite.h"
#include "tests/contract/sqliteengine.h"

#include <QCoreApplication>
#include <QTest>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    Rejoin::Testing::SqliteEngine engine;
    Rejoin::Testing::LiveRekeySuite suite(engine);
    return QTest::qExec(&suite, argc, argv);
}
