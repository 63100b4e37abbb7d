#pragma once

#include "diffcore/base/result.h"
#include "diffcore/schema/catalog.h"

namespace Rejoin {

class Connection;

/// What the user of a connection may not do with a table.
struct MissingRight
{
    enum class For : quint8 { Reading, Writing };

    TableName table;
    QString right; ///< in the engine's words: "UPDATE", "USAGE on schema sales"
    For what = For::Reading;

    /// "UPDATE on public.orders", "USAGE on schema sales"
    [[nodiscard]] QString toText() const;
    friend bool operator==(const MissingRight &, const MissingRight &) = default;
};

/// What comparing and merging these tables needs and the user does not have, as the server tells without trying;
/// nothing for an engine that has no users, or does not tell.
[[nodiscard]] Result<QList<MissingRight>> missingRights(Connection &connection, const QList<const Table *> &tables);

/// The rights, each once: "SELECT on public.orders, INSERT on public.orders".
[[nodiscard]] QString rightsText(const QList<MissingRight> &rights);

} // namespace Rejoin
