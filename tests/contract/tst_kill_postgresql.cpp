#include "tests/contract/killsuite.h"
#include "tests/contract/postgresqlengine.h"

#include <QCoreApplication>
#include <QTest>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    Rejoin::Testing::PostgreSqlEngine engine;
    Rejoin::Testing::KillSuite suite(engine, QStringLiteral(REJOIN_PROGRAM));
    return QTest::qExec(&suite, argc, argv);
}
