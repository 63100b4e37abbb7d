#pragma once

#include "diffcore/dialect/dialect.h"

namespace Rejoin {

/// One row as a statement that a person pastes into a client: literals and names as the engine writes them.
/// `columns` and `values` stand in one order; what is absent is left out.
[[nodiscard]] QString insertText(const Dialect &dialect, const TableName &table, const QList<Column> &columns,
                                 const QList<Value> &values);

} // namespace Rejoin
