#pragma once

#include "ui/keymap.h"

#include <QList>
#include <QWidget>

#include <array>

class QToolButton;

namespace Rejoin {

/// The stations of the journey.
enum class Stage : quint8 { Connect, Compare, Resolve, Review, Deliver };

/// Connect → Compare → Resolve → Review → Deliver: where one is, how far each is, and the way back.
class StageBar : public QWidget
{
    Q_OBJECT

public:
    explicit StageBar(QWidget *parent = nullptr);

    void setCurrent(Stage stage);
    /// `detail` stands behind the name ("4 undecided"); a stage that cannot be entered yet is disabled.
    void setStage(Stage stage, const QString &detail, bool enabled);
    [[nodiscard]] QToolButton *button(Stage stage) const { return m_buttons.at(int(stage)); }

Q_SIGNALS:
    void chosen(Rejoin::Stage stage);

private:
    QList<QToolButton *> m_buttons;
    QList<QAction *> m_actions; ///< with the stages' keys
};

} // namespace Rejoin
