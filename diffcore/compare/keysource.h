#pragma once

#include "diffcore/base/progress.h"
#include "diffcore/base/result.h"
#include "diffcore/base/side.h"
#include "diffcore/schema/alignment.h"

#include <optional>

namespace Rejoin {

/// A key that may differ between A and B.
struct Candidate
{
    RowKey key;
    /// The rows, where the source has them in hand (they were read to find out); else the RowFetcher reads them.
    std::optional<PerSide<std::optional<Row>>> rows;
};

/// Proposes the keys of one table that may differ between A and B, each once, in batches.
class KeySource
{
public:
    virtual ~KeySource() = default;
    /// The next batch; empty at the end. Cancelled when the token was cancelled.
    [[nodiscard]] virtual Result<QList<Candidate>> next() = 0;
    /// Rows counted so far on each side; nothing where the source does not see every row.
    [[nodiscard]] virtual PerSide<std::optional<qint64>> rowsSeen() const = 0;
};

} // namespace Rejoin
