#include "tests/contract/mariadbengine.h"
#include "tests/contract/portablesuite.h"

#include <QCoreApplication>
#include <QTest>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    Rejoin::Testing::MariaDbEngine engine;
    Rejoin::Testing::PortableSuite suite(engine);
    return QTest::qExec(&suite, argc, argv);
}
