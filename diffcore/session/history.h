#pragma once

#include "diffcore/base/side.h"

#include <QDateTime>
#include <QString>
#include <optional>

namespace Rejoin {

/// One thing that somebody did in a session, with a bundle of it, or on a server.
struct HistoryEntry
{
    enum class Event : quint8 {
        Decision, ///< a step of decisions, taken back or made again
        Export,   ///< one script of a bundle that was written
        Review,   ///< one script that was reviewed
        Rehearse,
        Apply,
        Undo,
        Ask,     ///< a server was asked what a run of unknown end left
        Reserve, ///< a server's generators were moved past the new keys
    };
    Event event = Event::Decision;
    QDateTime at; ///< UTC
    QString by;   ///< user name
    QString machine;
    QString target;             ///< title of the server; empty for decisions
    QString state;              ///< of runs: "begun", "done", "failed", "unknown"
    QString hash;               ///< SHA-256 of the script
    std::optional<qint64> rows; ///< how many a decision is about
    QString text;               ///< "take B for 212 rows of orders"

    friend bool operator==(const HistoryEntry &, const HistoryEntry &) = default;
};

[[nodiscard]] QString eventName(HistoryEntry::Event event); ///< "decision", "export", …

/// Somebody read the scripts of a merge and stands for them.
struct Review
{
    QString reviewer; ///< as the person signs
    QString by;       ///< user name
    QString machine;
    QString ticket;
    QString reason;
    QDateTime at;            ///< UTC
    QString fingerprint;     ///< Session::fingerprint() of what the scripts were made from
    PerSide<QString> merge;  ///< SHA-256 of each merge.sql; empty = not reviewed
    PerSide<QString> titles; ///< of the servers

    friend bool operator==(const Review &, const Review &) = default;
};

} // namespace Rejoin
