#pragma once

#include "models/jobs.h"

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace Rejoin {

/// In the status bar: what runs, how far it is, how long it will take, and Cancel, which answers at once.
class JobStrip : public QWidget
{
    Q_OBJECT

public:
    explicit JobStrip(Jobs &jobs, QWidget *parent = nullptr);

private:
    void start(const QString &title);
    void show(const ProgressReport &report);
    [[nodiscard]] QString remaining(const ProgressReport &report) const;

    Jobs &m_jobs;
    QLabel *m_text;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QElapsedTimer m_since;
    QString m_doing;
};

} // namespace Rejoin
