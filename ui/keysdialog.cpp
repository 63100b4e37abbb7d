#include "ui/keysdialog.h"

#include "ui/keyslist.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Rejoin {

namespace {

constexpr int startWidth = 520;
constexpr int startHeight = 560;

} // namespace

KeysDialog::KeysDialog(const KeyMap &keys, const QWidget &window, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    resize(startWidth, startHeight);
    auto *list = new KeysList(keys, window, this);
    auto *fixed = new QLabel(tr("On the timeline: the arrow keys, with Shift, brush over a time; Enter shows its rows, "
                                "Esc takes the brush away. Alt and an underlined letter go to its menu, field or "
                                "button."),
                             this);
    fixed->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(this);
    auto *change = buttons->addButton(tr("Change keys…"), QDialogButtonBox::ActionRole);
    buttons->addButton(QDialogButtonBox::Close)->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(change, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT changeRequested();
    });
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(list, 1);
    layout->addWidget(fixed);
    layout->addWidget(buttons);
}

} // namespace Rejoin
