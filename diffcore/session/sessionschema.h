#pragma once

#include <QStringList>

namespace Rejoin {

/// Marks an SQLite file as a session ("RjnS").
inline constexpr qint64 sessionApplicationId = 0x526A6E53;
/// Of the schema that this program reads and writes.
inline constexpr qint64 sessionVersion = 7;

/// Statements that make an empty SQLite file a session.
[[nodiscard]] QStringList sessionSchema();

} // namespace Rejoin
