#include "ui/application.h"

#include "ui/mainwindow.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace Rejoin {

int runWindow(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"rejoin"_s);
    QApplication::setApplicationDisplayName(u"Rejoin"_s);
    MainWindow window;
    window.show();
    return QApplication::exec();
}

} // namespace Rejoin
