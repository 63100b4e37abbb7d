#include "tests/bench/barereader.h"
#include "tests/bench/benchprogram.h"

#include <QCoreApplication>
#include <QProcessEnvironment>

using namespace Qt::StringLiterals;
using namespace Rejoin::Bench;

/// Settings of the person's own servers must not reach the bench's.
static void forgetServers()
{
    const QStringList names = QProcessEnvironment::systemEnvironment().keys();
    for (const QString &name : names) {
        if (name.startsWith("PG"_L1) || name.startsWith("MYSQL"_L1))
            qunsetenv(name.toLocal8Bit().constData());
    }
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (const std::optional<int> exit = readBare(arguments))
        return *exit;
    forgetServers();
    BenchCall call;
    call.options.rejoin = QStringLiteral(REJOIN_PROGRAM);
#ifdef REJOIN_WINDOWBENCH
    call.options.windowBench = QStringLiteral(REJOIN_WINDOWBENCH);
#endif
    call.options.reader = QCoreApplication::applicationFilePath();
    call.options.cacheFolder = DataCache::usualFolder();
    call.jsonFile = u"bench.json"_s;
    return runBench(arguments, call);
}
