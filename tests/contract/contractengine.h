#pragma once

#include "diffcore/odbc/connection.h"
#include "diffcore/value/value.h"
#include "tests/support/clientrun.h"

#include <QHash>
#include <QList>

namespace Rejoin::Testing {

/// A value that a column of some type holds, in the engine's canonical spelling.
struct TypeCase
{
    QString kind; ///< one of requiredKinds()
    QString type; ///< as CREATE TABLE takes it
    Value value;
};

/// What the suite needs of an engine: a server, its words, and what it can hold. Nothing here is tested.
class ContractEngine
{
public:
    virtual ~ContractEngine() = default;

    [[nodiscard]] virtual Engine engine() const = 0;
    [[nodiscard]] QString title() const { return engineName(engine()); }
    /// Starts what is needed. Fails with Unsupported, saying why, where it is not installed.
    [[nodiscard]] virtual Result<void> start() = 0;
    /// Makes the database, or empties it.
    [[nodiscard]] virtual Result<void> emptyDatabase(const QString &database) = 0;
    [[nodiscard]] virtual ConnectionString connection(const QString &database) const = 0;
    /// The database that a connection string leads to, as run() and dump() take it.
    [[nodiscard]] virtual QString databaseOf(const ConnectionString &where) const;
    /// For a user who may make databases; not for an engine that has no server.
    [[nodiscard]] virtual ConnectionString server() const { return {}; }
    /// Runs a script in the engine's own client, which stops at the first error.
    [[nodiscard]] virtual ClientRun run(const QString &database, const QByteArray &script) const = 0;
    /// Everything in the database as SQL text.
    [[nodiscard]] virtual QString dump(const QString &database) const = 0;

    /// {generated key}, {text}, {integer}, {schema}, {long binary}…: what stands for them in the suite's CREATE TABLE
    /// statements.
    [[nodiscard]] virtual QHash<QString, QString> words() const = 0;
    /// A statement of the suite, its words replaced, where the engine says it otherwise.
    [[nodiscard]] virtual QString spoken(QString statement) const { return statement; }
    /// Statements for a trigger `stamp` that appends '!' to the column with each update of the table.
    [[nodiscard]] virtual QStringList appendingTrigger(const QString &table, const QString &key,
                                                       const QString &column) const = 0;
    /// Statements that make a view and, where the engine has them, other things that are no base tables.
    [[nodiscard]] virtual QStringList noBaseTables() const = 0;
    /// Statements that run before the type cases: types to be declared.
    [[nodiscard]] virtual QStringList typeDeclarations() const { return {}; }
    [[nodiscard]] virtual QList<TypeCase> typeCases() const = 0;
    /// False for a name that the server refuses.
    [[nodiscard]] virtual bool takesName(const QString &) const { return true; }
    /// False where an empty text and one of blanks are one key.
    [[nodiscard]] virtual bool countsTrailingBlanks() const { return true; }
    /// Of requiredKinds() and requiredAbilities(): those that the engine does not have, with the reason.
    [[nodiscard]] virtual QHash<QString, QString> lacks() const = 0;
    /// The same database for a user who may read its tables and no more; asked only where not lacking.
    [[nodiscard]] virtual Result<ConnectionString> readerOf(const QString &database) const = 0;

    /// The same database for a user who has these rights and no others: "SELECT, INSERT ON orders". Fails with
    /// Unsupported, saying why, where the suite makes no such users.
    [[nodiscard]] virtual Result<ConnectionString> userWith(const QString &database, const QStringList &grants) const;

    [[nodiscard]] static QStringList requiredKinds();
};

} // namespace Rejoin::Testing
