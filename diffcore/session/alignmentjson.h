#pragma once

#include "diffcore/schema/alignment.h"

#include <QByteArray>
#include <optional>

namespace Rejoin {

/// An alignment as JSON, for the session file. The same alignment gives the same bytes.
[[nodiscard]] QByteArray encodeAlignment(const Alignment &alignment);
/// Nothing for bytes that encodeAlignment did not write: every index of the result is in range.
[[nodiscard]] std::optional<Alignment> decodeAlignment(const QByteArray &bytes);

/// What the encoded rows and keys of a table depend on: the names of its columns, which of them are compared and how,
/// and its key. Tables of one shape have rows that can be compared byte by byte.
[[nodiscard]] QByteArray shapeOf(const AlignedTable &table);

} // namespace Rejoin
