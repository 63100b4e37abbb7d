#include "ui/findbar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Rejoin {

FindBar::FindBar(const QString &what, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_said(new QLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(tr("Find"), this);
    label->setBuddy(m_edit);
    layout->addWidget(label);
    layout->addWidget(m_edit, 1);
    m_edit->setAccessibleName(tr("Find in %1").arg(what));
    m_edit->setClearButtonEnabled(true);
    const auto add = [&](const QString &text, const QString &name, const std::function<void()> &act) {
        auto *button = new QToolButton(this);
        button->setText(text);
        button->setAccessibleName(name);
        button->setToolTip(name);
        connect(button, &QToolButton::clicked, this, act);
        layout->addWidget(button);
    };
    add(u"◂"_s, tr("Previous (Shift+Enter)"), [this] { ask(Direction::Backward); });
    add(u"▸"_s, tr("Next (Enter)"), [this] { ask(Direction::Forward); });
    layout->addWidget(m_said);
    add(u"✕"_s, tr("Close (Esc)"), [this] { hide(); });
    connect(m_edit, &QLineEdit::textChanged, m_said, &QLabel::clear);
    hide();
}

void FindBar::open()
{
    show();
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

QString FindBar::text() const
{
    return m_edit->text();
}

void FindBar::say(const QString &text)
{
    m_said->setText(text);
}

void FindBar::ask(Direction direction)
{
    if (!m_edit->text().isEmpty())
        Q_EMIT wanted(m_edit->text(), direction);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool back = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F3: ask(back ? Direction::Backward : Direction::Forward); return;
    case Qt::Key_Escape:
        hide();
        Q_EMIT closed();
        return;
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace Rejoin
