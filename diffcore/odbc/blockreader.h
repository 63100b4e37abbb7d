#pragma once

#include "diffcore/base/progress.h"
#include "diffcore/base/result.h"

#include <QByteArray>
#include <memory>
#include <optional>

namespace Rejoin {

/// The rows of one query, a block at a time, read with bound column arrays on the native statement handle.
///
/// Every cell comes as bytes: UTF-8 text, or raw bytes for binary columns. A value longer than the bound buffer is read
/// whole: the query is run again with wider buffers (very long values: cell by cell) and the rows already given out are
/// skipped, so the query must give the same rows in the same order each time (one order, one transaction). Rows per
/// block adapt to the buffers, so that a block stays below 8 MiB or holds one row. Used on the connection's thread
/// only; must not outlive its Connection.
class BlockReader
{
public:
    ~BlockReader();
    BlockReader(const BlockReader &) = delete;
    BlockReader &operator=(const BlockReader &) = delete;

    /// Fetches the next block; false at the end. Cancelled when the token was cancelled.
    [[nodiscard]] Result<bool> next();
    [[nodiscard]] int rowCount() const; ///< rows in this block
    [[nodiscard]] int columnCount() const;
    /// Nothing for NULL. Valid until the next call of next().
    [[nodiscard]] std::optional<QByteArrayView> cell(int row, int column) const;

private:
    friend class Connection;
    class State;
    explicit BlockReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace Rejoin
