#pragma once

#include "diffcore/dialect/dialect.h"

namespace Rejoin {

/// PostgreSQL 13 and later through psqlODBC (Unicode). Names, literals and reading stand in postgresqldialect.cpp, what
/// types mean in postgresqltypes.cpp, sums of rows in postgresqlsums.cpp, the catalog in postgresqlcatalog.cpp, rights
/// in postgresqlrights.cpp, scripts in postgresqlscript.cpp and postgresqlsplit.cpp.
///
/// A value is the text that the server itself prints under the settings of beginSession(): dates in ISO style, in UTC,
/// intervals in ISO 8601, floats as the shortest text that reads back the same, money as a plain number; char(n)
/// without its trailing blanks. Every table has its schema in its name, so that no search_path has a say in what a
/// statement means. Neighbours are two schemas of one database; see oneSchemaOf().
///
/// Text keys are read in the order of their bytes (COLLATE "C"), which is the same on every server. Where a key
/// column's own collation is another one, the server sorts for each page instead of walking along the index.
class PostgreSqlDialect final : public Dialect
{
public:
    explicit PostgreSqlDialect(const ServerInfo &server);

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
    [[nodiscard]] quint64 addedSums(quint64 left, quint64 right) const override;
    [[nodiscard]] QString withinRange(const Selection &what, const KeyRange &range) const override;
    [[nodiscard]] WholeQuery wholeQuery(const QString &query) const override;
    [[nodiscard]] std::optional<Neighbour> neighbour(const ServerInfo &here, const ServerInfo &there) const override;
    [[nodiscard]] bool joinsBy(const Column &here, const Column &there) const override;
    [[nodiscard]] QString selectUnlike(const Joining &what) const override;
    [[nodiscard]] QString selectRunningStatements() const override;
    [[nodiscard]] QString selectRowEstimate(const Table &table) const override;
    [[nodiscard]] QStringList beginRead() const override;
    [[nodiscard]] QStringList endRead() const override;
    [[nodiscard]] QString selectClock() const override;
    [[nodiscard]] const Past &past() const override;
    [[nodiscard]] QString selectCommitTimesKept() const override;
    [[nodiscard]] QString selectCommitTimes(const Selection &what, const QList<QList<Value>> &tuples) const override;

    [[nodiscard]] QString comment(const QString &text) const override;
    [[nodiscard]] QStringList scriptHead(const ScriptHead &head) const override;
    [[nodiscard]] QStringList scriptOperation(const RowChange &change) const override;
    [[nodiscard]] QStringList scriptOperations(const QList<RowChange> &changes) const override;
    [[nodiscard]] bool changesAtOnce() const override { return true; }
    [[nodiscard]] QStringList scriptAtOnce(const QList<RowChange> &changes) const override;
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

private:
    QVersionNumber m_version;
};

} // namespace Rejoin
