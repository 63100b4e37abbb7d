#include "tests/contract/literalsuite.h"
#include "tests/contract/sqliteengine.h"

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    Rejoin::Testing::SqliteEngine engine;
    Rejoin::Testing::LiteralSuite suite(engine);
    return QTest::qExec(&suite, argc, argv);
}
