#pragma once

#include "diffcore/schema/catalog.h"
#include "diffcore/value/value.h"

#include <QByteArrayView>
#include <optional>

namespace Rejoin {

/// The value as SQLite reads it back the same, in text and storage class, whatever the encoding of the database.
[[nodiscard]] QString sqliteLiteral(const Value &value);

/// An expression that gives a cell of a column as text which keeps its storage class; `name` is the column's, quoted.
[[nodiscard]] QString taggedCell(const QString &name, const Column &column);
/// The value of a cell that such an expression gave.
[[nodiscard]] Value valueOfTagged(std::optional<QByteArrayView> cell);

/// Whether the column can hold 1 beside 1.0, which compare as equal. See "Determination of column affinity".
[[nodiscard]] bool keepsNumberClasses(const Column &column);
/// No collation makes unlike texts of the column equal.
[[nodiscard]] bool isBinaryCollated(const Column &column);

} // namespace Rejoin
