#include "tests/contract/portablesuite.h"
#include "tests/contract/sqliteengine.h"

#include <QCoreApplication>
#include <QTest>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    Rejoin::Testing::SqliteEngine engine;
    Rejoin::Testing::PortableSuite suite(engine);
    return QTest::qExec(&suite, argc, argv);
}
