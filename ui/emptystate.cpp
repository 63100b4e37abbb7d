#include "ui/emptystate.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Rejoin {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_step(new QPushButton(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->addStretch();
    layout->addWidget(m_text);
    layout->addWidget(m_step, 0, Qt::AlignHCenter);
    layout->addStretch();
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignCenter);
    connect(m_step, &QPushButton::clicked, this, &EmptyState::stepTaken);
}

void EmptyState::say(const QString &text, const QString &step)
{
    m_text->setText(text);
    m_step->setText(step);
    m_step->setVisible(!step.isEmpty());
}

} // namespace Rejoin
