#pragma once

#include <QMainWindow>

namespace Rejoin {

/// The frame around the pages of the journey.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(QWidget *parent = nullptr);
};

} // namespace Rejoin
