#include "ui/keymap.h"

#include <QAction>
#include <QCoreApplication>
#include <QSettings>
#include <QWidget>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr auto actionProperty = "rejoinKey";
constexpr auto tipProperty = "rejoinKeyTip";
constexpr auto everywhere = KeyPlace::Everywhere;
constexpr auto rows = KeyPlace::Rows;
constexpr auto handbook = KeyPlace::Handbook;

// In the order of KeyAction.
constexpr std::array allEntries{
    KeyEntry{KeyAction::NewComparison, everywhere, "new", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "New comparison"),
             "Ctrl+N"},
    KeyEntry{KeyAction::OpenProject, everywhere, "open", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Open a project"),
             "Ctrl+O"},
    KeyEntry{KeyAction::StartPage, everywhere, "start", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Start page"), ""},
    KeyEntry{KeyAction::SaveReport, everywhere, "save-report", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Save the report"),
             ""},
    KeyEntry{KeyAction::Passwords, everywhere, "passwords", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Passwords"), ""},
    KeyEntry{KeyAction::Preferences, everywhere, "preferences", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Preferences"),
             "Ctrl+,"},
    KeyEntry{KeyAction::Quit, everywhere, "quit", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Quit"), "Ctrl+Q"},
    KeyEntry{KeyAction::Undo, everywhere, "undo", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Undo the last decision"),
             "Ctrl+Z"},
    KeyEntry{KeyAction::Redo, everywhere, "redo", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Redo"), "Ctrl+Shift+Z"},
    KeyEntry{KeyAction::Scope, everywhere, "scope", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Scope and evidence"),
             "Ctrl+E"},
    KeyEntry{KeyAction::CompareAgain, everywhere, "compare", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Compare again"),
             "F5"},
    KeyEntry{KeyAction::CancelJob, everywhere, "cancel", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Cancel what runs"),
             "Esc"},
    KeyEntry{KeyAction::StageConnect, everywhere, "stage-connect", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Go to Connect"),
             "Alt+1"},
    KeyEntry{KeyAction::StageCompare, everywhere, "stage-compare", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Go to Compare"),
             "Alt+2"},
    KeyEntry{KeyAction::StageResolve, everywhere, "stage-resolve", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Go to Resolve"),
             "Alt+3"},
    KeyEntry{KeyAction::StageReview, everywhere, "stage-review", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Go to Review"),
             "Alt+4"},
    KeyEntry{KeyAction::StageDeliver, everywhere, "stage-deliver", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Go to Deliver"),
             "Alt+5"},
    KeyEntry{KeyAction::TablesPanel, everywhere, "panel-tables", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Panel: tables"),
             ""},
    KeyEntry{KeyAction::CellPanel, everywhere, "panel-cell", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Panel: cell detail"),
             "Ctrl+Shift+D"},
    KeyEntry{KeyAction::RulesPanel, everywhere, "panel-rules", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Panel: rules"),
             "Ctrl+Shift+R"},
    KeyEntry{KeyAction::MessagesPanel, everywhere, "panel-messages",
             QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Panel: messages"), ""},
    KeyEntry{KeyAction::HistoryPanel, everywhere, "panel-history",
             QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Panel: history"), "Ctrl+Shift+H"},
    KeyEntry{KeyAction::ResetLayout, everywhere, "reset-layout", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Reset layout"),
             ""},
    KeyEntry{KeyAction::SystemColors, everywhere, "colors-system",
             QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Colours of the system"), ""},
    KeyEntry{KeyAction::LightColors, everywhere, "colors-light", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Light colours"),
             ""},
    KeyEntry{KeyAction::DarkColors, everywhere, "colors-dark", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Dark colours"), ""},
    KeyEntry{KeyAction::Keys, everywhere, "keys", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "This map of keys"), "F1"},
    KeyEntry{KeyAction::Handbook, everywhere, "handbook", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Handbook"), "Ctrl+F1"},
    KeyEntry{KeyAction::WhatsThis, everywhere, "whats-this", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "What's this?"),
             "Shift+F1"},
    KeyEntry{KeyAction::Diagnostics, everywhere, "diagnostics", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Save diagnostics"),
             ""},
    KeyEntry{KeyAction::About, everywhere, "about", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "About Rejoin"), ""},
    KeyEntry{KeyAction::NextDifference, rows, "next-difference", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Next difference"),
             "F7"},
    KeyEntry{KeyAction::PreviousDifference, rows, "previous-difference",
             QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Previous difference"), "Shift+F7"},
    KeyEntry{KeyAction::NextUndecided, rows, "next-undecided",
             QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Next undecided row"), "F8"},
    KeyEntry{KeyAction::PreviousUndecided, rows, "previous-undecided",
             QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Previous undecided row"), "Shift+F8"},
    KeyEntry{KeyAction::TakeA, rows, "take-a", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Take A"), "Ctrl+1"},
    KeyEntry{KeyAction::TakeB, rows, "take-b", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Take B"), "Ctrl+2"},
    KeyEntry{KeyAction::TakeBaseline, rows, "take-baseline", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Take the baseline"),
             "Ctrl+0"},
    KeyEntry{KeyAction::KeepBoth, rows, "keep-both", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Keep both"), "Ctrl+3"},
    KeyEntry{KeyAction::ConflictsFromA, rows, "conflicts-from-a",
             QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Conflicting cells from A"), "Ctrl+Alt+1"},
    KeyEntry{KeyAction::ConflictsFromB, rows, "conflicts-from-b",
             QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Conflicting cells from B"), "Ctrl+Alt+2"},
    KeyEntry{KeyAction::DeleteRow, rows, "delete-row", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Delete the row"),
             "Ctrl+Del"},
    KeyEntry{KeyAction::SkipRow, rows, "skip-row", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Skip the row"), ""},
    KeyEntry{KeyAction::Accept, rows, "accept", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Accept the suggestion"), ""},
    KeyEntry{KeyAction::AcceptAndGoOn, rows, "accept-and-go-on",
             QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Accept the suggestion, go on"), "Ctrl+Return; Ctrl+Enter"},
    KeyEntry{KeyAction::Undecide, rows, "undecide", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Undecide"), "Ctrl+Backspace"},
    KeyEntry{KeyAction::TakeTableA, rows, "take-table-a",
             QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Take A for all undecided of the table"), "Ctrl+Shift+1"},
    KeyEntry{KeyAction::TakeTableB, rows, "take-table-b",
             QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Take B for all undecided of the table"), "Ctrl+Shift+2"},
    KeyEntry{KeyAction::TakeColumnA, rows, "take-column-a",
             QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Conflicts in the column from A"), ""},
    KeyEntry{KeyAction::TakeColumnB, rows, "take-column-b",
             QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Conflicts in the column from B"), ""},
    KeyEntry{KeyAction::AcceptAll, everywhere, "accept-all",
             QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Accept all suggestions"), "Ctrl+Shift+A"},
    KeyEntry{KeyAction::EditCell, rows, "edit-cell", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Edit the cell's result"),
             "F2"},
    KeyEntry{KeyAction::NullCell, rows, "null-cell", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Make the cell NULL"),
             "Alt+Del"},
    KeyEntry{KeyAction::ShowBaseline, rows, "show-baseline",
             QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Show the baseline's rows"), "B"},
    KeyEntry{KeyAction::ShowResult, rows, "show-result", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Show the merged rows"),
             "R"},
    KeyEntry{KeyAction::ShowMap, rows, "show-map", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Show the overview map"), "F9"},
    KeyEntry{KeyAction::OnlyDiffering, rows, "only-differing",
             QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Only differing columns"), ""},
    KeyEntry{KeyAction::ShowMasked, rows, "show-masked", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Show masked values"), ""},
    KeyEntry{KeyAction::AnyTime, rows, "any-time", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Rows of any time again"),
             "Ctrl+T"},
    KeyEntry{KeyAction::AnyColumn, rows, "any-column",
             QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Rows that differ in any column again"), "Ctrl+Shift+T"},
    KeyEntry{KeyAction::NextPane, rows, "next-pane", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Next pane"), "F6"},
    KeyEntry{KeyAction::Find, rows, "find", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Find in the rows"), "Ctrl+F"},
    KeyEntry{KeyAction::CopyRows, rows, "copy-rows", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Copy rows"), "Ctrl+C"},
    KeyEntry{KeyAction::CopyHeaders, rows, "copy-headers",
             QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Copy rows with headers"), "Ctrl+Shift+C"},
    KeyEntry{KeyAction::CopySql, rows, "copy-sql", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Copy as SQL"), "Ctrl+Alt+C"},
    KeyEntry{KeyAction::PreviousPart, everywhere, "previous-part",
             QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Previous part of the script"), "Alt+PgUp"},
    KeyEntry{KeyAction::NextPart, everywhere, "next-part",
             QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Next part of the script"), "Alt+PgDown"},
    KeyEntry{KeyAction::HandbookBack, handbook, "handbook-back", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Back"),
             "Alt+Left"},
    KeyEntry{KeyAction::HandbookForward, handbook, "handbook-forward", QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Forward"),
             "Alt+Right"},
    KeyEntry{KeyAction::HandbookFind, handbook, "handbook-find",
             QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Search the handbook"), "Ctrl+F"},
    KeyEntry{KeyAction::HandbookClose, handbook, "handbook-close",
             QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Close the handbook"), "Esc"},
};

static_assert(std::ranges::all_of(allEntries,
                                  [at = 0](const KeyEntry &entry) mutable { return int(entry.action) == at++; }));

QString translated(const char *text)
{
    return QCoreApplication::translate("Rejoin::KeyMap", text);
}

QString settingOf(KeyAction action)
{
    return u"keys/"_s + QLatin1StringView(KeyMap::entry(action).id);
}

/// An empty text is no key, where Qt makes one empty key of it.
QList<QKeySequence> parsed(const QString &text)
{
    return text.isEmpty() ? QList<QKeySequence>() : QKeySequence::listFromString(text, QKeySequence::PortableText);
}

bool doMeet(KeyPlace one, KeyPlace other)
{
    return one == other || (one != KeyPlace::Handbook && other != KeyPlace::Handbook);
}

/// What fields, lists and menus need for themselves.
bool isForTypingAndMoving(const QKeySequence &key)
{
    static const QList<QKeySequence> edit{QKeySequence::Copy, QKeySequence::Cut, QKeySequence::Paste,
                                          QKeySequence::SelectAll};
    constexpr std::array moving{Qt::Key_Tab,  Qt::Key_Backtab, Qt::Key_Return,  Qt::Key_Enter, Qt::Key_Space,
                                Qt::Key_Left, Qt::Key_Right,   Qt::Key_Up,      Qt::Key_Down,  Qt::Key_Home,
                                Qt::Key_End,  Qt::Key_PageUp,  Qt::Key_PageDown};
    if (edit.contains(key))
        return true;
    const auto strong = key[0].keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    return !strong && std::ranges::contains(moving, key[0].key());
}

/// A, 1, +: typed by chance.
bool isSingleCharacter(const QKeySequence &key)
{
    const auto strong = key[0].keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    return !strong && key[0].key() > Qt::Key_Space && key[0].key() < Qt::Key_Escape;
}

/// Alt+F opens a menu, and so with other underlined letters.
bool isForMnemonics(const QKeySequence &key)
{
    return key[0].keyboardModifiers() == Qt::AltModifier && key[0].key() >= Qt::Key_A && key[0].key() <= Qt::Key_Z;
}

bool isView(KeyAction action)
{
    return action >= KeyAction::ShowBaseline && action <= KeyAction::OnlyDiffering;
}

QString withKeys(const QString &tip, const QList<QKeySequence> &keys)
{
    return keys.isEmpty() ? tip : u"%1 (%2)"_s.arg(tip, keys.first().toString(QKeySequence::NativeText));
}

void give(QObject *object, const QList<QKeySequence> &keys)
{
    const QVariant tip = object->property(tipProperty);
    if (auto *action = qobject_cast<QAction *>(object)) {
        action->setShortcuts(keys);
        if (tip.isValid())
            action->setToolTip(withKeys(tip.toString(), keys));
    } else if (auto *widget = qobject_cast<QWidget *>(object)) {
        widget->setToolTip(withKeys(tip.toString(), keys));
    }
}

void bind(QObject *object, KeyAction key, const QString &tip)
{
    object->setProperty(actionProperty, int(key));
    if (!tip.isEmpty())
        object->setProperty(tipProperty, tip);
    give(object, KeyMap::defaults(key));
}

} // namespace

KeyMap::KeyMap()
{
    const QSettings settings;
    for (const KeyEntry &entry : allEntries) {
        const QVariant kept = settings.value(settingOf(entry.action));
        if (kept.isValid())
            m_changed.insert(entry.action, parsed(kept.toString()));
    }
}

std::span<const KeyEntry> KeyMap::entries()
{
    return allEntries;
}

const KeyEntry &KeyMap::entry(KeyAction action)
{
    return allEntries.at(std::size_t(action));
}

QString KeyMap::text(KeyAction action)
{
    return translated(entry(action).text);
}

QString KeyMap::text(KeyPlace place)
{
    switch (place) {
    case KeyPlace::Everywhere: return translated(QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Everywhere"));
    case KeyPlace::Rows: return translated(QT_TRANSLATE_NOOP("Rejoin::KeyMap", "On the rows"));
    case KeyPlace::Handbook: return translated(QT_TRANSLATE_NOOP("Rejoin::KeyMap", "In the handbook"));
    }
    return {};
}

QList<QKeySequence> KeyMap::defaults(KeyAction action)
{
    return parsed(QString::fromLatin1(entry(action).defaults));
}

QList<QKeySequence> KeyMap::keys(KeyAction action) const
{
    const auto changed = m_changed.constFind(action);
    return changed == m_changed.cend() ? defaults(action) : *changed;
}

QString KeyMap::keysText(KeyAction action) const
{
    QStringList texts;
    for (const QKeySequence &key : keys(action))
        texts.append(key.toString(QKeySequence::NativeText));
    return texts.join(u", "_s);
}

Result<void> KeyMap::check(KeyAction action, const QKeySequence &key) const
{
    const QString name = key.toString(QKeySequence::NativeText);
    if (key.isEmpty() || defaults(action).contains(key)) {
        // its own default is never wrong by itself
    } else if (isForTypingAndMoving(key)) {
        return fail(ErrorCode::Usage,
                    translated(QT_TRANSLATE_NOOP("Rejoin::KeyMap", "%1 is needed for typing and moving")).arg(name));
    } else if (isForMnemonics(key)) {
        return fail(
            ErrorCode::Usage,
            translated(QT_TRANSLATE_NOOP("Rejoin::KeyMap", "%1 goes to a menu or a field with this letter")).arg(name));
    } else if (isSingleCharacter(key) && !isView(action)) {
        return fail(ErrorCode::Usage,
                    translated(QT_TRANSLATE_NOOP("Rejoin::KeyMap", "%1 alone is typed too easily")).arg(name),
                    translated(QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Hold Ctrl or Alt, or take a function key")));
    }
    for (const KeyEntry &other : allEntries) {
        if (other.action != action && doMeet(other.place, entry(action).place) && keys(other.action).contains(key))
            return fail(
                ErrorCode::Usage,
                translated(QT_TRANSLATE_NOOP("Rejoin::KeyMap", "%1 is taken by “%2”")).arg(name, text(other.action)),
                translated(QT_TRANSLATE_NOOP("Rejoin::KeyMap", "Choose another, or change that one first")));
    }
    return {};
}

Result<void> KeyMap::setKeys(KeyAction action, const QList<QKeySequence> &keys)
{
    for (const QKeySequence &key : keys)
        REJOIN_TRY(check(action, key));
    QSettings settings;
    if (keys == defaults(action)) {
        m_changed.remove(action);
        settings.remove(settingOf(action));
    } else {
        m_changed.insert(action, keys);
        settings.setValue(settingOf(action), QKeySequence::listToString(keys, QKeySequence::PortableText));
    }
    return {};
}

void KeyMap::resetAll()
{
    m_changed.clear();
    QSettings().remove(u"keys"_s);
}

void KeyMap::apply(QObject &root) const
{
    for (QObject *object : root.findChildren<QObject *>()) {
        if (const auto action = keyActionOf(*object))
            give(object, keys(*action));
    }
}

void bindKey(QAction *action, KeyAction key, const QString &tip)
{
    bind(action, key, tip);
}

void tellKey(QWidget *widget, KeyAction key, const QString &tip)
{
    bind(widget, key, tip);
}

std::optional<KeyAction> keyActionOf(const QObject &object)
{
    const QVariant action = object.property(actionProperty);
    return action.isValid() ? std::optional(KeyAction(action.toInt())) : std::nullopt;
}

} // namespace Rejoin
