#pragma once

#include "models/answercheck.h"
#include "models/workspace.h"

#include <QTime>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace Rejoin {

/// Above the page while a server answers nothing: since when, which one, and what can be done. Shown after some
/// seconds of silence, gone when work goes on.
class SilenceBar : public QWidget
{
    Q_OBJECT

public:
    explicit SilenceBar(Workspace &workspace, QWidget *parent = nullptr);

    /// Silence that is told, and that is told again of work which was told to stop.
    static constexpr int toldAfterMs = 5000;

private:
    void look();
    void end();
    void updateText();
    [[nodiscard]] QString servers() const;

    Workspace &m_workspace;
    AnswerCheck m_check;
    QTimer m_clock;
    QTimer m_askAgain;
    QString m_doing; ///< what the work told last
    QElapsedTimer m_stopping;
    QLabel *m_text;
    QPushButton *m_again;
    QPushButton *m_cancel;
    QPushButton *m_leave;
};

} // namespace Rejoin
