#pragma once

#include "diffcore/base/progress.h"
#include "diffcore/base/result.h"
#include "diffcore/compare/difference.h"
#include "diffcore/compare/keysource.h"
#include "diffcore/schema/alignment.h"

#include <memory>

namespace Rejoin {

class RowFetcher;

/// What the knowledge of the baseline rests on, for one table; one file per means. Asked only about keys where A and B
/// differ. It never guesses: what it cannot tell is Change::Unknown, and the table in classifier.h makes of it what
/// waits for a person.
class Evidence
{
public:
    virtual ~Evidence() = default;
    /// "baseline database": as `compare --json` prints it.
    [[nodiscard]] virtual QString name() const = 0;
    /// What it cannot tell, in sentences; empty = it tells everything.
    [[nodiscard]] virtual QString limits() const = 0;
    /// One answer for each key, in the same order. The rows of A and B are there for evidence that reads them.
    [[nodiscard]] virtual Result<QList<Knowledge>> ask(const QList<RowKey> &keys,
                                                       const QList<PerSide<std::optional<Row>>> &rows) = 0;
    /// Keyless tables: how many rows equal to each of `rows` the baseline has; nothing where it is not known.
    [[nodiscard]] virtual Result<QList<std::optional<qint64>>> askCounts(const QList<Row> &rows);
    /// How far the generator of the table's key was at the split, where it is known by other means than a baseline
    /// database: keys above it were given out since.
    [[nodiscard]] virtual GeneratorState generatorAtSplit() const { return {}; }
    /// The keys that were touched since the split, by side, so that the cost of a comparison follows the changes; null
    /// where the evidence cannot list them. Must not outlive the evidence and the fetchers.
    [[nodiscard]] virtual std::unique_ptr<KeySource> changes(PerSide<RowFetcher *> from, int pageRows);
    /// The rows that changes() lacks: "those that were deleted".
    [[nodiscard]] virtual QString unlisted() const;
};

} // namespace Rejoin
