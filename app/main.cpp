#include "app/cli/cli.h"
#include "app/cli/exitcode.h"
#include "diffcore/base/log.h"

#include <QCoreApplication>

#ifndef REJOIN_CORE_ONLY
#include "ui/application.h"
#include "ui/passwordstore.h"
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

/// Nothing where no log is asked for.
Rejoin::Result<std::unique_ptr<Rejoin::LogFile>> openLog(QStringList arguments)
{
    REJOIN_TRY_VALUE(options, Rejoin::takeLogOptions(arguments));
    if (!options)
        return nullptr;
    return Rejoin::LogFile::open(*options);
}

/// Qt ends the program with words about plugins where no display is named, as at a login by ssh.
bool lacksDisplay()
{
#ifdef Q_OS_LINUX
    return !qEnvironmentVariableIsSet("DISPLAY") && !qEnvironmentVariableIsSet("WAYLAND_DISPLAY") &&
           !qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
#else
    return false;
#endif
}

int openWindow(int argc, char **argv, const QStringList &arguments)
{
    if (lacksDisplay() && !arguments.contains(u"-platform"_s) && !arguments.contains(u"-display"_s)) {
        Rejoin::standardTerminal().err("rejoin: there is no display to open the window on. "
                                       "Every command works without one: rejoin --help\n");
        return int(Rejoin::Exit::Usage);
    }
    const auto logging = openLog(arguments);
    if (!logging) {
        Rejoin::standardTerminal().err("rejoin: " + Rejoin::describe(logging.error()).toUtf8() + '\n');
        return int(Rejoin::Exit::Usage);
    }
    Rejoin::log(Rejoin::LogLevel::Info, u"rejoin %1: window"_s.arg(QLatin1StringView(REJOIN_VERSION)));
    return Rejoin::runWindow(argc, argv);
}
#endif

} // namespace

int main(int argc, char **argv)
{
    const QStringList arguments = argumentsOf(argc, argv);
#ifndef REJOIN_CORE_ONLY
    if (!Rejoin::isCommand(arguments))
        return openWindow(argc, argv, arguments);
    if (Rejoin::writesPdf(arguments))
        return writePdf(argc, argv, arguments);
#endif
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"rejoin"_s);
    Rejoin::Terminal terminal = Rejoin::standardTerminal();
#ifndef REJOIN_CORE_ONLY
    terminal.readKeychain = Rejoin::readKeychain;
#endif
    return Rejoin::runCommandLine(arguments, terminal);
}
