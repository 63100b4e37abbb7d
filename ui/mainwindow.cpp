#include "ui/mainwindow.h"

namespace Rejoin {

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent)
{
    resize(1280, 720);
}

} // namespace Rejoin
