#pragma once

#include "diffcore/dialect/dialect.h"

namespace Rejoin {

/// MariaDB 10.5 and later, and MySQL 8: one dialect, the server's flavour kept as data. Names and reading stand in
/// mariadbdialect.cpp, types in mariadbtypes.cpp, values in mariadbvalues.cpp, sums of rows in mariadbsums.cpp, the
/// catalog in mariadbcatalog.cpp, the past in mariadbpast.cpp, rights in mariadbrights.cpp, scripts in
/// mariadbscript.cpp, mariadbscripttext.cpp and mariadbsplit.cpp.
///
/// A value is what the server prints in the time zone UTC; floats as the shortest text that reads back the same, bits
/// as digits 0 and 1, geometry as the hexadecimal digits of the SRID and the WKB. Tables have no schema in their name:
/// the connection's database is meant.
///
/// Text is compared exactly, and text keys are read in the order of their bytes, whatever the column's collation: where
/// that is another one, the server sorts for each page instead of walking along the index.
class MariaDbDialect final : public Dialect
{
public:
    explicit MariaDbDialect(const ServerInfo &server);

    using Dialect::name;

    [[nodiscard]] Engine engine() const override;
    [[nodiscard]] QString name(const QString &identifier) const override;
    [[nodiscard]] QString literal(const Value &value, const Column &column) const override;
    [[nodiscard]] QStringList beginSession(Access access) const override;
    [[nodiscard]] QString selectIdentity() const override;

    [[nodiscard]] Result<Catalog> readCatalog(Connection &connection, const CancelToken &cancel) const override;
    [[nodiscard]] Result<GeneratorState> readGenerator(Connection &connection, const Table &table,
                                                       const QString &column) const override;
    [[nodiscard]] QString selectMissingRights(const QList<const Table *> &tables) const override;

    [[nodiscard]] QString selectPage(const Selection &what, const KeyRange &range, int limit) const override;
    [[nodiscard]] QString selectMatching(const Selection &what, const QList<QList<Value>> &tuples) const override;
    [[nodiscard]] QString selectAll(const Selection &what) const override;
    [[nodiscard]] QString countEqual(const Table &table, const QList<QPair<QString, Value>> &values) const override;
    [[nodiscard]] QString countRows(const Table &table, const QString &condition) const override;
    [[nodiscard]] Value decode(const Column &column, std::optional<QByteArrayView> cell) const override;
    [[nodiscard]] QString summingMeans() const override;
    [[nodiscard]] QString selectSums(const Summing &what) const override;
    [[nodiscard]] QString selectRowSums(const Summing &what, const QList<qint64> &segments) const override;
    [[nodiscard]] QString withinRange(const Selection &what, const KeyRange &range) const override;
    [[nodiscard]] QString selectRunningStatements() const override;
    [[nodiscard]] QString selectRowEstimate(const Table &table) const override;
    [[nodiscard]] std::optional<Neighbour> neighbour(const ServerInfo &here, const ServerInfo &there) const override;
    [[nodiscard]] bool joinsBy(const Column &here, const Column &there) const override;
    [[nodiscard]] QString selectUnlike(const Joining &what) const override;
    [[nodiscard]] QStringList beginRead() const override;
    [[nodiscard]] QStringList endRead() const override;
    [[nodiscard]] QString selectClock() const override;
    [[nodiscard]] const Past &past() const override;

    [[nodiscard]] QString comment(const QString &text) const override;
    [[nodiscard]] QStringList scriptHead(const ScriptHead &head) const override;
    [[nodiscard]] QStringList scriptOperation(const RowChange &change) const override;
    [[nodiscard]] qsizetype rowsPerList() const override;
    [[nodiscard]] QStringList scriptOperations(const QList<RowChange> &changes) const override;
    [[nodiscard]] QStringList scriptTail(const ScriptTail &tail) const override;
    [[nodiscard]] QStringList rowChecks(const RowChanges &rows) const override;
    [[nodiscard]] QStringList checkScript(const ScriptHead &head, const QStringList &checks) const override;
    [[nodiscard]] Result<QList<ScriptStatement>> split(const QByteArray &script) const override;
    [[nodiscard]] QStringList unlikeRows() const override;
    [[nodiscard]] QString selectHold() const override;
    [[nodiscard]] QStringList abandonScript() const override;
    [[nodiscard]] Error scriptError(const Error &error) const override;
    [[nodiscard]] bool defersForeignKeys() const override;
    [[nodiscard]] QString selectRowChanges() const override;
    [[nodiscard]] NumberStatements takeNumbers(const NumberRequest &request) const override;
    [[nodiscard]] QString selectLocks() const override;
    [[nodiscard]] QString rollbackLeaves() const override;
    [[nodiscard]] bool switchesForeignKeysOff() const override;

    [[nodiscard]] bool isMySql() const { return m_server.engine == Engine::MySql; }
    /// Settings that reading and scripts share; they are of the session.
    [[nodiscard]] QStringList commonSettings() const;

private:
    ServerInfo m_server;
};

} // namespace Rejoin
