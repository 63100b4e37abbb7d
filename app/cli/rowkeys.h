#pragma once

#include "diffcore/base/result.h"
#include "diffcore/session/session.h"

namespace Rejoin {

/// Text of a person as a value of the column: NULL is NULL, 'NULL' in quotes is the text.
[[nodiscard]] Value parseValue(const AlignedColumn &column, const QString &text);

/// A key as it is typed: `order_id=1001`, `1001`, `order_id=1001,line_no=2`, `1001,2`, or one part in each element of
/// `parts` (for values that hold commas). Fails with Usage.
[[nodiscard]] Result<RowKey> parseKey(const AlignedTable &table, const QStringList &parts);

/// The record of the key that was typed; types are taken from the text where the exact ones are not met. Fails with
/// Usage where there is none.
[[nodiscard]] Result<Difference> findRow(const Session &session, int table, const RowKey &key);

} // namespace Rejoin
