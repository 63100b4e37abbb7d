#pragma once

#include "diffcore/dialect/mariadbdialect.h"

namespace Rejoin {

/// Statements that stop the script where the condition holds, the transaction rolled back; `message` is an expression.
/// MariaDB: SIGNAL in a block. MySQL has neither blocks nor conditions outside of routines, and a routine would be left
/// behind by a script that stops; there, a setting is given the message for a value, which the server's error repeats.
[[nodiscard]] QStringList stopWhere(const MariaDbDialect &dialect, const QString &condition, const QString &message);
/// With a refusal's words.
[[nodiscard]] QStringList refuseWhere(const MariaDbDialect &dialect, const QString &condition, const QString &what);

/// The number of rows of these tables that refer to none: an expression. Switching the checks on again checks nothing.
[[nodiscard]] QString orphanCount(const MariaDbDialect &dialect, const QList<const Table *> &tables);

/// The number that the column's generator gives out next, an expression.
[[nodiscard]] QString mariaDbNextNumber(const Table &table, const Column &column);

// Numbers given out by AUTO_INCREMENT or a sequence. ALTER commits, so neither can stand within the transaction.

/// Before the transaction: raises the number where it is lower.
[[nodiscard]] QStringList raiseGenerator(const GeneratorChange &change, const MariaDbDialect &dialect);
/// Within: stops where it is below the highest key.
[[nodiscard]] QStringList proveGenerator(const GeneratorChange &change, const MariaDbDialect &dialect);
/// After the commit: sets it back where nobody has taken a number since.
[[nodiscard]] QStringList restoreGenerator(const GeneratorChange &change, const MariaDbDialect &dialect);

} // namespace Rejoin
