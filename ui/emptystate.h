#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace Rejoin {

/// What a page shows when it has nothing to show: what is, why, and the one useful next step.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// An empty `step` shows no button.
    void say(const QString &text, const QString &step = {});

Q_SIGNALS:
    void stepTaken();

private:
    QLabel *m_text;
    QPushButton *m_step;
};

} // namespace Rejoin
