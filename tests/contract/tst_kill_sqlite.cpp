#include "tests/contract/killsuite.h"
#include "tests/contract/sqliteengine.h"

#include <QCoreApplication>
#include <QTest>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    Rejoin::Testing::SqliteEngine engine;
    Rejoin::Testing::KillSuite suite(engine, QStringLiteral(REJOIN_PROGRAM));
    return QTest::qExec(&suite, argc, argv);
}
