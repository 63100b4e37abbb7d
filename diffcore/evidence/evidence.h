#pragma once

#include "diffcore/base/progress.h"
#include "diffcore/base/result.h"
#include "diffcore/compare/difference.h"
#include "diffcore/schema/alignment.h"

#include <memory>

namespace Rejoin {

class Connection;

/// What the knowledge of the baseline rests on, for one table. Asked only about keys where A and B differ.
class Evidence
{
public:
    virtual ~Evidence() = default;
    /// "baseline database": as `compare --json` prints it.
    [[nodiscard]] virtual QString name() const = 0;
    /// What it cannot tell, one sentence; empty = it tells everything.
    [[nodiscard]] virtual QString limits() const = 0;
    /// One answer for each key, in the same order. The rows of A and B are there for evidence that reads them.
    [[nodiscard]] virtual Result<QList<Knowledge>> ask(const QList<RowKey> &keys,
                                                       const QList<PerSide<std::optional<Row>>> &rows) = 0;
    /// Keyless tables: how many rows equal to each of `rows` the baseline has; nothing where it is not known.
    [[nodiscard]] virtual Result<QList<std::optional<qint64>>> askCounts(const QList<Row> &rows) = 0;
};

/// The best evidence that there is for a table. `baseline` is null where the project names none; it and the table must
/// outlive the evidence.
[[nodiscard]] std::unique_ptr<Evidence> makeEvidence(Connection *baseline, const AlignedTable &table,
                                                     const CancelToken &cancel);

} // namespace Rejoin
