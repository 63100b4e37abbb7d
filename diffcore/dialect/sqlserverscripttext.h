#pragma once

#include "diffcore/dialect/dialect.h"

namespace Rejoin {

// Pieces of scripts for SQL Server.

/// Statements as one batch, the end mark included. GO ends variables: each batch has its own.
[[nodiscard]] QString batch(const QStringList &statements);
/// A batch that does nothing where the script has been stopped: clients go on with the next batch after an error.
[[nodiscard]] QString guardedBatch(const QStringList &statements);

/// The same, counted at its end in the table #rejoin_steps. A client goes on after a batch that the server did not
/// compile, too, and such a batch leaves the transaction standing: what must have run is counted.
[[nodiscard]] QString countedBatch(const QStringList &statements);
[[nodiscard]] QString countStep();
/// How many of the batches are counted.
[[nodiscard]] qsizetype countedSteps(const QStringList &batches);

/// Numbers of the errors that guards raise.
enum class GuardError : quint16 { Refused = 50001, AlreadyApplied = 50002, WrongTarget = 50003 };
/// A message as THROW takes it: to it a % begins a format, and one that it does not know leaves the message empty.
/// `message`: an expression of type nvarchar.
[[nodiscard]] QString asThrown(const QString &message);
/// One statement that raises, and with XACT_ABORT rolls back. It takes constants and variables only (documentation,
/// "THROW").
[[nodiscard]] QString throwText(GuardError error, const QString &message);
/// The same with what the variable @rejoin_says holds, and the statement that declares it. `message`: an expression.
[[nodiscard]] QString throwVariable(GuardError error);
[[nodiscard]] QString sayings(const QString &message);
/// Batches that switch the enforced foreign keys between the tables off, and on again: checked, and trusted again,
/// where they were trusted. Where they were not, the script may leave no more rows that refer to none than there were.
[[nodiscard]] QStringList suspendForeignKeys(const Dialect &dialect, const QList<const Table *> &tables);
[[nodiscard]] QStringList resumeForeignKeys(const Dialect &dialect, const QList<const Table *> &tables);

/// Notes a row that is not as expected.
[[nodiscard]] QString note(const QString &row);

} // namespace Rejoin
