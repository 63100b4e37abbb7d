#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace Rejoin {

/// A line to type what is looked for: Enter and F3 go on, with Shift back, Esc closes it.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    enum class Direction : quint8 { Forward, Backward };

    /// `what` names what is searched: "rows".
    explicit FindBar(const QString &what, QWidget *parent = nullptr);

    void open();
    [[nodiscard]] QString text() const;
    void say(const QString &text);

Q_SIGNALS:
    void wanted(const QString &text, Rejoin::FindBar::Direction direction);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void ask(Direction direction);

    QLineEdit *m_edit;
    QLabel *m_said;
};

} // namespace Rejoin
