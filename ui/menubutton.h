#pragma once

class QMenu;
class QToolButton;

namespace Rejoin {

/// A menu of the button's own, which opens at a click or a key.
QMenu *giveMenu(QToolButton &button);

} // namespace Rejoin
