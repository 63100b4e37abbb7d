#pragma once

#include "diffcore/schema/catalog.h"

#include <QString>
#include <QStringList>

namespace Rejoin {

/// What indexed views, filtered indexes and computed columns ask of a session that writes, and what Rejoin does.
[[nodiscard]] QStringList requiredSettings();

/// SQL expression for the text that names this database among all others: a restored copy has its own time of creation.
[[nodiscard]] QString sqlServerIdentity();
/// The text came from sqlServerIdentity(), not from what the driver tells.
[[nodiscard]] bool isSqlServerIdentity(const QString &identity);
/// The server that such a text names, with its instance; empty where the server told none, or the text is another.
[[nodiscard]] QString sqlServerOf(const QString &identity);

/// The tables that the texts below are about: sys.columns as c with its type (ty), the type below an alias (base), its
/// default (d) and its expression (k).
[[nodiscard]] QString sqlServerColumnTables();
/// Declared type of a column.
[[nodiscard]] QString sqlServerTypeText();
/// 'c' computed, period or row version; 'g' generated; 'w' written.
[[nodiscard]] QString sqlServerSource();

/// Why no script can hold the names of the table, its columns, their types and the tables that it changes with its own
/// rows; empty where one can. A line of their own that says GO ends a batch wherever it stands, within brackets too
/// (documentation, "SQL Server Utilities Statements - GO"), so that such a name would be run.
[[nodiscard]] QString whyNotNamed(const Table &table);

} // namespace Rejoin
