#include "tests/contract/literalsuite.h"
#include "tests/contract/postgresqlengine.h"

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    Rejoin::Testing::PostgreSqlEngine engine;
    Rejoin::Testing::LiteralSuite suite(engine);
    return QTest::qExec(&suite, argc, argv);
}
