#include "tests/contract/mariadbengine.h"
#include "tests/contract/pairsuite.h"

#include <QCoreApplication>
#include <QTest>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    Rejoin::Testing::MariaDbEngine engine;
    Rejoin::Testing::PairSuite suite(engine);
    return QTest::qExec(&suite, argc, argv);
}
