#pragma once

#include <QString>
#include <array>
#include <optional>

namespace Rejoin {

/// Baseline → one side, for one key.
enum class Change : quint8 {
    None, ///< as it was at the split
    Inserted,
    Updated,
    Deleted,
    Unknown,
    Touched, ///< inserted or updated since the split; which of them is not known
};

/// What the changes of both sides mean together. The table stands in classifier.h.
enum class Outcome : quint8 {
    Unchanged,
    OnlyA,
    OnlyB,
    Convergent,
    KeyCollision,
    CellMerge,
    CellConflict,
    DeleteUpdate,
    UpdateDelete,
    MissingUnknown, ///< missing on one side, and nothing tells whether it was deleted there or inserted here
    DriftedBefore,  ///< differs although neither side touched it since the split
};

inline constexpr std::array allOutcomes{Outcome::Unchanged,      Outcome::OnlyA,        Outcome::OnlyB,
                                        Outcome::Convergent,     Outcome::KeyCollision, Outcome::CellMerge,
                                        Outcome::CellConflict,   Outcome::DeleteUpdate, Outcome::UpdateDelete,
                                        Outcome::MissingUnknown, Outcome::DriftedBefore};

/// "KeyCollision": in JSON, on the command line, in reports.
[[nodiscard]] QString outcomeName(Outcome outcome);
[[nodiscard]] std::optional<Outcome> outcomeFromName(const QString &name);
/// The outcome of the same rows with A and B swapped.
[[nodiscard]] Outcome swapped(Outcome outcome);

} // namespace Rejoin
