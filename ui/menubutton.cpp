#include "ui/menubutton.h"

#include <QMenu>
#include <QToolButton>

namespace Rejoin {

QMenu *giveMenu(QToolButton &button)
{
    auto *menu = new QMenu(&button);
    button.setMenu(menu);
    button.setPopupMode(QToolButton::InstantPopup);
    button.setFocusPolicy(Qt::TabFocus);
    return menu;
}

} // namespace Rejoin
