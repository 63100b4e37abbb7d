#pragma once

#include "diffcore/compare/difference.h"

#include <QVariant>

namespace Rejoin {

/// The bits of a difference's stored flags. Most rows are that of another version: they are stored once.
enum DifferenceFlag {
    BaselineKnown = 1,
    Entangled = 2,
    AIsBaseline = 4,
    BIsBaseline = 8,
    BIsA = 16,
};

/// The three rows of a difference as the session file has them: equal differences are stored equally.
struct StoredRows
{
    int flags = 0;
    PerVersion<QVariant> rows; ///< bytes; NULL where there is no row, or where a flag says whose row it is
};

[[nodiscard]] StoredRows storedRows(const Difference &difference);
/// Fills rows and flags of a difference; false for bytes that storedRows() did not give.
[[nodiscard]] bool readRows(const StoredRows &stored, Difference &difference);

} // namespace Rejoin
