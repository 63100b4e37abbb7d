#pragma once

#include "diffcore/dialect/dialect.h"

namespace Rejoin {

// A generated column is an identity or has a default that asks a sequence. One that goes down is left alone.

/// Query for the last number that the column's generator gave out, one cell; no row where it goes down.
[[nodiscard]] QString selectLastGiven(const Dialect &dialect, const Table &table, const Column &column,
                                      const QVersionNumber &version);
/// Statements of a batch of a script that set the generator.
[[nodiscard]] QStringList setGenerator(const Dialect &dialect, const GeneratorChange &change,
                                       const QVersionNumber &version);

/// A batch that takes numbers out of the generator and tells first, last and step; see Dialect::takeNumbers().
[[nodiscard]] QString takeNumbersText(const Dialect &dialect, const NumberRequest &request,
                                      const QVersionNumber &version);

/// "[dbo].[order_numbers]", from the column's default; empty for an identity.
[[nodiscard]] QString generatorSequence(const Column &column);

/// Whether the table has an identity, to which inserts may give numbers by SET IDENTITY_INSERT alone.
[[nodiscard]] bool hasIdentity(const Table &table);
/// Whether the row that an insert writes brings the number of an identity along, which SET IDENTITY_INSERT must allow.
/// Where that is set, an insert without one is refused.
[[nodiscard]] bool givesIdentity(const RowChange &insertion);

} // namespace Rejoin
