#include "tests/contract/postgresqlschemas.h"
#include "tests/contract/scansuite.h"

#include <QCoreApplication>
#include <QTest>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    Rejoin::Testing::PostgreSqlSchemas engine;
    Rejoin::Testing::ScanSuite suite(engine);
    return QTest::qExec(&suite, argc, argv);
}
