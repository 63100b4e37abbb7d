#include "ui/application.h"

#include "diffcore/base/log.h"
#include "diffcore/base/username.h"
#include "ui/language.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QStyleFactory>
#include <cstdlib>
#include <tuple>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

ColorScheme wantedScheme()
{
    const QString forced = qEnvironmentVariable("REJOIN_COLORS");
    if (forced == u"light"_s)
        return ColorScheme::Light;
    if (forced == u"dark"_s)
        return ColorScheme::Dark;
    return keptColorScheme();
}

Language wantedLanguage()
{
    const QString forced = qEnvironmentVariable("REJOIN_LANGUAGE");
    return forced.isEmpty() ? keptLanguage() : languageFor({forced});
}

} // namespace

int runWindow(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"rejoin"_s);
    QApplication::setApplicationName(u"rejoin"_s);
    QApplication::setApplicationDisplayName(u"Rejoin"_s);
    QApplication::setDesktopFileName(QStringLiteral(REJOIN_APPLICATION)); // its icon
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    installLanguage(wantedLanguage());
    if (wantedScheme() != ColorScheme::System)
        applyColorScheme(wantedScheme());
    MainWindow window(userName());
    window.show();
    QStringList arguments = QApplication::arguments().mid(1);
    std::ignore = takeLogOptions(arguments); // the program has opened the log
    for (const QString &argument : std::as_const(arguments)) {
        if (argument.startsWith(u'-'))
            continue;
        window.openProject(argument);
        break;
    }
    const int exit = QApplication::exec();
    // a server that does not answer may hold a thread, and nobody waits for it any more
    if (!window.workspace().jobs().finish(std::chrono::milliseconds(Jobs::patienceMs)))
        std::_Exit(exit);
    return exit;
}

} // namespace Rejoin
