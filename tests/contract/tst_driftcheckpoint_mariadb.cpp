#include "tests/contract/driftsuite.h"
#include "tests/contract/mariadbengine.h"

#include <QCoreApplication>
#include <QTest>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    Rejoin::Testing::MariaDbEngine engine;
    Rejoin::Testing::DriftSuite suite(engine, Rejoin::Testing::DriftSuite::By::Checkpoint);
    return QTest::qExec(&suite, argc, argv);
}
