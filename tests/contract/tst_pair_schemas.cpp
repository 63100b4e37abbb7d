#include "tests/contract/pairsuite.h"
#include "tests/contract/postgresqlschemas.h"

#include <QCoreApplication>
#include <QTest>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    Rejoin::Testing::PostgreSqlSchemas engine;
    Rejoin::Testing::PairSuite suite(engine);
    return QTest::qExec(&suite, argc, argv);
}
