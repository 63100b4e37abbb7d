#include "app/cli/cli.h"

#include <QCoreApplication>

#ifndef REJOIN_CORE_ONLY
#include "ui/application.h"
#include "ui/reportpdf.h"

#include <QGuiApplication>
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

#ifndef REJOIN_CORE_ONLY
/// Pages are drawn with fonts, which a program has that could show windows. None is shown, and no display is needed.
int writePdf(int argc, char **argv, const QStringList &arguments)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"rejoin"_s);
    Rejoin::Terminal terminal = Rejoin::standardTerminal();
    terminal.writePdf = Rejoin::writeReportPdf;
    return Rejoin::runCommandLine(arguments, terminal);
}
#endif

} // namespace

int main(int argc, char **argv)
{
    const QStringList arguments = argumentsOf(argc, argv);
#ifndef REJOIN_CORE_ONLY
    if (!Rejoin::isCommand(arguments))
        return Rejoin::runWindow(argc, argv);
    if (Rejoin::writesPdf(arguments))
        return writePdf(argc, argv, arguments);
#endif
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"rejoin"_s);
    return Rejoin::runCommandLine(arguments, Rejoin::standardTerminal());
}
