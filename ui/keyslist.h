#pragma once

#include "ui/keymap.h"

#include <QTreeWidget>

namespace Rejoin {

/// The actions of a window with their keys, by the place where these work.
class KeysList : public QTreeWidget
{
    Q_OBJECT

public:
    /// Lists what is bound below `window`, and the handbook's; both must outlive it.
    KeysList(const KeyMap &keys, const QWidget &window, QWidget *parent = nullptr);

    /// After keys changed; the current action stays.
    void reload();
    [[nodiscard]] std::optional<KeyAction> current() const;
    void setCurrent(KeyAction action);

private:
    const KeyMap &m_keys;
};

} // namespace Rejoin
