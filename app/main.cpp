#include "app/cli/cli.h"

#include <QCoreApplication>

#ifndef REJOIN_CORE_ONLY
#include "ui/application.h"
#endif

using namespace Qt::StringLiterals;

namespace {

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    return arguments;
}

} // namespace

int main(int argc, char **argv)
{
    const QStringList arguments = argumentsOf(argc, argv);
#ifndef REJOIN_CORE_ONLY
    if (!Rejoin::isCommand(arguments))
        return Rejoin::runWindow(argc, argv);
#endif
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"rejoin"_s);
    return Rejoin::runCommandLine(arguments, Rejoin::standardTerminal());
}
