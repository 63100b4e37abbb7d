#include "ui/stagebar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

QString nameOf(Stage stage)
{
    switch (stage) {
    case Stage::Connect: return StageBar::tr("Connect");
    case Stage::Compare: return StageBar::tr("Compare");
    case Stage::Resolve: return StageBar::tr("Resolve");
    case Stage::Review: return StageBar::tr("Review");
    case Stage::Deliver: return StageBar::tr("Deliver");
    }
    return {};
}

KeyAction keyOf(Stage stage)
{
    switch (stage) {
    case Stage::Connect: return KeyAction::StageConnect;
    case Stage::Compare: return KeyAction::StageCompare;
    case Stage::Resolve: return KeyAction::StageResolve;
    case Stage::Review: return KeyAction::StageReview;
    case Stage::Deliver: break;
    }
    return KeyAction::StageDeliver;
}

constexpr std::array allStages{Stage::Connect, Stage::Compare, Stage::Resolve, Stage::Review, Stage::Deliver};

} // namespace

StageBar::StageBar(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 2);
    for (const Stage stage : allStages) {
        if (stage != Stage::Connect)
            layout->addWidget(new QLabel(u"→"_s, this));
        auto *button = new QToolButton(this);
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        tellKey(button, keyOf(stage), nameOf(stage));
        auto *action = new QAction(nameOf(stage), this);
        bindKey(action, keyOf(stage));
        addAction(action);
        m_actions.append(action);
        connect(button, &QToolButton::clicked, this, [this, stage] { Q_EMIT chosen(stage); });
        connect(action, &QAction::triggered, this, [this, stage] { Q_EMIT chosen(stage); });
        layout->addWidget(button);
        m_buttons.append(button);
        setStage(stage, {}, false);
    }
    layout->addStretch();
}

void StageBar::setCurrent(Stage stage)
{
    for (const Stage each : allStages) {
        button(each)->setChecked(each == stage);
        QFont font = button(each)->font();
        font.setBold(each == stage);
        button(each)->setFont(font);
    }
}

void StageBar::setStage(Stage stage, const QString &detail, bool enabled)
{
    QToolButton *own = button(stage);
    const QString text = detail.isEmpty() ? u"%1 %2"_s.arg(int(stage) + 1).arg(nameOf(stage))
                                          : u"%1 %2 · %3"_s.arg(QString::number(int(stage) + 1), nameOf(stage), detail);
    own->setText(text);
    own->setAccessibleName(text);
    own->setEnabled(enabled);
    m_actions.at(int(stage))->setEnabled(enabled);
}

} // namespace Rejoin
