#pragma once

#include "diffcore/compare/servers.h"
#include "diffcore/schema/relationproposal.h"
#include "diffcore/session/session.h"

#include <QSet>

namespace Rejoin {

/// Keys of tables that name two rows, by table index: the values of the one key column.
using RekeyedValues = QHash<int, QSet<Value>>;

/// Those of the collisions in a session, whose key column the server hands out.
[[nodiscard]] Result<RekeyedValues> rekeyedValues(const Session &session);

/// Proposes references to keys of one column: of the same type, by names, by values that are keys of the parent (of the
/// first rows of each table, and of those that hold a key which names two rows), and by numbers within texts. Reads
/// some hundred rows of each table of A and B. Columns with a foreign key, or a relation that was given, to the same
/// table are left out. By child, then by column.
[[nodiscard]] Result<QList<RelationProposal>> findRelations(Servers &servers, const Alignment &alignment,
                                                            const RekeyedValues &rekeyed, const CancelToken &cancel);

} // namespace Rejoin
