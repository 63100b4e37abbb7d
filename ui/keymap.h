#pragma once

#include "diffcore/base/result.h"

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <span>

class QAction;
class QWidget;

namespace Rejoin {

/// Everything in the window that has a key, or can be given one.
enum class KeyAction : quint8 {
    NewComparison,
    OpenProject,
    StartPage,
    SaveReport,
    Passwords,
    Preferences,
    Quit,
    Undo,
    Redo,
    Scope,
    CompareAgain,
    CancelJob,
    StageConnect,
    StageCompare,
    StageResolve,
    StageReview,
    StageDeliver,
    TablesPanel,
    CellPanel,
    RulesPanel,
    MessagesPanel,
    HistoryPanel,
    ResetLayout,
    SystemColors,
    LightColors,
    DarkColors,
    Keys,
    Handbook,
    WhatsThis,
    Diagnostics,
    About,
    NextDifference,
    PreviousDifference,
    NextUndecided,
    PreviousUndecided,
    TakeA,
    TakeB,
    TakeBaseline,
    KeepBoth,
    ConflictsFromA,
    ConflictsFromB,
    DeleteRow,
    SkipRow,
    Accept,
    AcceptAndGoOn,
    Undecide,
    TakeTableA,
    TakeTableB,
    TakeColumnA,
    TakeColumnB,
    AcceptAll,
    EditCell,
    NullCell,
    ShowBaseline,
    ShowResult,
    ShowMap,
    OnlyDiffering,
    ShowMasked,
    AnyTime,
    AnyColumn,
    NextPane,
    Find,
    CopyRows,
    CopyHeaders,
    CopySql,
    PreviousPart,
    NextPart,
    HandbookBack,
    HandbookForward,
    HandbookFind,
    HandbookClose,
};

/// Where a key works. Two actions of one place cannot share a key, nor one of Everywhere with one of Rows.
enum class KeyPlace : quint8 { Everywhere, Rows, Handbook };

/// One action as the map names it.
struct KeyEntry
{
    KeyAction action = KeyAction::Keys;
    KeyPlace place = KeyPlace::Everywhere;
    const char *id = "";       ///< in the settings
    const char *text = "";     ///< English; see KeyMap::text()
    const char *defaults = ""; ///< "Ctrl+Return; Ctrl+Enter"; empty = no key
};

/// Which key does what: the defaults, and what the person made of them, kept in the settings. The one place that knows
/// keys; actions take theirs from it by bindKey() and apply().
class KeyMap
{
public:
    /// As the settings have it.
    KeyMap();

    [[nodiscard]] static std::span<const KeyEntry> entries();
    [[nodiscard]] static const KeyEntry &entry(KeyAction action);
    [[nodiscard]] static QString text(KeyAction action);
    [[nodiscard]] static QString text(KeyPlace place);
    [[nodiscard]] static QList<QKeySequence> defaults(KeyAction action);

    [[nodiscard]] QList<QKeySequence> keys(KeyAction action) const;
    /// "Ctrl+Return, Ctrl+Enter" as this platform writes it; empty where there is none.
    [[nodiscard]] QString keysText(KeyAction action) const;
    /// Keeps the keys of an action. Usage where one of them is another action's, or what typing and moving need; then
    /// nothing is changed.
    [[nodiscard]] Result<void> setKeys(KeyAction action, const QList<QKeySequence> &keys);
    void resetAll();

    /// Gives every bound action below `root`, and the tooltip of every widget that tells a key, what the map has.
    void apply(QObject &root) const;

private:
    [[nodiscard]] Result<void> check(KeyAction action, const QKeySequence &key) const;

    QHash<KeyAction, QList<QKeySequence>> m_changed; ///< others have their defaults
};

/// Names an action in the map and gives it the default keys. `tip`: its tooltip, behind which the key is put.
void bindKey(QAction *action, KeyAction key, const QString &tip = {});
/// A widget that does what an action does: its tooltip tells the key.
void tellKey(QWidget *widget, KeyAction key, const QString &tip);
/// What an object is bound to.
[[nodiscard]] std::optional<KeyAction> keyActionOf(const QObject &object);

} // namespace Rejoin
