#pragma once

#include "ui/keymap.h"

#include <QDialog>

class QComboBox;
class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QTabWidget;

namespace Rejoin {

class KeysList;

/// What a person sets once: language, colours, keys. Each takes effect when it is chosen, except for the language.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    /// Both must outlive it.
    PreferencesDialog(KeyMap &keys, const QWidget &window, QWidget *parent = nullptr);

    void showKeys();

Q_SIGNALS:
    void keysChanged();
    void colorsChanged();

private:
    QWidget *makeGeneral();
    QWidget *makeKeys();
    void takeColors();
    void showCurrent();
    void setKeys(const QList<QKeySequence> &keys);
    void assign();
    void resetAll();

    KeyMap &m_keys;
    QTabWidget *m_tabs;
    QComboBox *m_language;
    QComboBox *m_colors;
    KeysList *m_list;
    QKeySequenceEdit *m_edit;
    QPushButton *m_assign;
    QPushButton *m_none;
    QPushButton *m_reset;
    QLabel *m_told;
};

} // namespace Rejoin
