#include "tests/contract/literalsuite.h"
#include "tests/contract/mariadbengine.h"

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    Rejoin::Testing::MariaDbEngine engine;
    Rejoin::Testing::LiteralSuite suite(engine);
    return QTest::qExec(&suite, argc, argv);
}
