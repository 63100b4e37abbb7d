#pragma once

#include "diffcore/dialect/engine.h"
#include "tests/bench/shopdata.h"

namespace Rejoin::Bench {

/// Script for the engine's own client: makes the table of the data and loads its rows from a file.
[[nodiscard]] QString makingTable(Engine engine, const ShopData &data, Side side, const QString &rowsFile);
/// Script: the rows of a table that is there go, and those of the file come.
[[nodiscard]] QString reloadingTable(Engine engine, const ShopData &data, const QString &rowsFile);
/// Script: an index on the time of the last write.
[[nodiscard]] QString indexingTimes(Engine engine);
/// Query: all rows in the order of their key.
[[nodiscard]] QString readingAll(const ShopData &data);
/// Query: the strongest checksum of a whole `orders` that the engine gives in one pass; empty where it has none.
[[nodiscard]] QString checksumOfAll(Engine engine);

} // namespace Rejoin::Bench
