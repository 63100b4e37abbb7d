#pragma once

#include "diffcore/dialect/rowlist.h"

namespace Rejoin {

/// How a script looks at its rows before it writes them. The refusals are the same.
enum class Guarding : quint8 {
    EachRow, ///< each operation at its own row: to be read
    Batches, ///< many operations together: for large scripts
};

/// Operations in their order, in batches that Dialect::scriptOperations() takes: of one kind, table and columns, keyed,
/// no key twice, and none that changes what another one expects. With EachRow each one is alone.
[[nodiscard]] ListRuns guardRuns(Guarding guarding, qsizetype rowsPerList);
[[nodiscard]] QList<QList<RowChange>> guardBatches(const QList<RowChange> &changes, Guarding guarding,
                                                   qsizetype rowsPerList);

} // namespace Rejoin
