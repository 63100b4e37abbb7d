#include "tests/contract/contractsuite.h"
#include "tests/contract/sqlserverengine.h"

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    Rejoin::Testing::SqlServerEngine engine;
    Rejoin::Testing::ContractSuite suite(engine);
    return QTest::qExec(&suite, argc, argv);
}
