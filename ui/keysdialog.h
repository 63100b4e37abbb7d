#pragma once

#include <QDialog>

namespace Rejoin {

class KeyMap;

/// F1: the keys of the window as they are now.
class KeysDialog : public QDialog
{
    Q_OBJECT

public:
    KeysDialog(const KeyMap &keys, const QWidget &window, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The person wants other keys; the dialog has closed itself.
    void changeRequested();
};

} // namespace Rejoin
