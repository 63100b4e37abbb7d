#pragma once

#include "diffcore/evidence/touchedevidence.h"
#include "diffcore/odbc/connection.h"

namespace Rejoin {

/// What the server itself notes of each row: when the transaction that wrote it last was committed.
class CommitTimestamps final : public TouchedEvidence
{
public:
    /// Whether the server notes these times and has done so since before the split; else Unsupported, with the reason.
    [[nodiscard]] static Result<void> prove(Connection &connection, const SplitTime &split);

    /// Both servers must have been proved.
    CommitTimestamps(PerSide<Connection *> servers, const AlignedTable &table, const SplitTime &split,
                     CancelToken cancel);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString limits() const override;
    [[nodiscard]] Result<QList<Touch>> changesOf(Side side, const QList<RowKey> &keys,
                                                 const QList<PerSide<std::optional<Row>>> &rows) override;
    [[nodiscard]] WrittenSince writtenSince(Side side) const override;

private:
    [[nodiscard]] Result<void> readSome(Side side, const QList<QList<Value>> &tuples, QHash<RowKey, Touch> &found);

    PerSide<Connection *> m_servers;
    CancelToken m_cancel;
};

} // namespace Rejoin
