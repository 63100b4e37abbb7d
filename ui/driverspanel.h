#pragma once

#include <QLabel>

namespace Rejoin {

/// Which engines this machine's ODBC drivers reach, what to install for the others, and a connection string to begin
/// with for each. Text that can be selected.
class DriversPanel : public QLabel
{
    Q_OBJECT

public:
    explicit DriversPanel(QWidget *parent = nullptr);
};

} // namespace Rejoin
