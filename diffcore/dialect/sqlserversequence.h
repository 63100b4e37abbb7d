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

/// Whether inserted numbers must be allowed by SET IDENTITY_INSERT.
[[nodiscard]] bool hasIdentity(const Table &table);

} // namespace Rejoin
