#include "tests/contract/portablesuite.h"
#include "tests/contract/postgresqlengine.h"

#include <QCoreApplication>
#include <QTest>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    Rejoin::Testing::PostgreSqlEngine engine;
    Rejoin::Testing::PortableSuite suite(engine);
    return QTest::qExec(&suite, argc, argv);
}
