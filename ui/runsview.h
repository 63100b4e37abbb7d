#pragma once

#include "models/runsmodel.h"

#include <QWidget>

class QPushButton;
class QTableView;

namespace Rejoin {

/// Runs of this and of earlier days with what they left on each server, and the way back. Hidden while there is none.
class RunsView : public QWidget
{
    Q_OBJECT

public:
    explicit RunsView(QWidget *parent = nullptr);

    /// Reads the run logs again; null empties the view. Runs that a failure hides are told by `failed`.
    void show(const Session *session);
    void setFree(bool isFree); ///< whether something may be started

Q_SIGNALS:
    void undoRequested(const Rejoin::BundleRun &run);
    void failed(const Rejoin::Error &error);

private:
    void updateState();

    RunsModel m_model;
    QTableView *m_view;
    QPushButton *m_undo;
    bool m_isFree = true;
};

} // namespace Rejoin
