#pragma once

#include "diffcore/dialect/dialect.h"

namespace Rejoin {

/// SQLite 3 through the SQLite3 ODBC driver. Reading stands in sqlitedialect.cpp, the catalog in
/// sqlitecatalog.cpp, scripts in sqlitescript.cpp and sqlitesplit.cpp.
///
/// SQLite types values, not columns: a value's family is that of its storage class (integer, real, text, blob), so an
/// integer that stands in a text column comes back as an integer.
class SqliteDialect final : public Dialect
{
public:
    using Dialect::name;

    explicit SqliteDialect(const ServerInfo &server);

    [[nodiscard]] Engine engine() const override;
    [[nodiscard]] QString name(const QString &identifier) const override;
    [[nodiscard]] QString literal(const Value &value, const Column &column) const override;
    [[nodiscard]] QStringList beginSession(Access access) const override;

    [[nodiscard]] Result<Catalog> readCatalog(Connection &connection, const CancelToken &cancel) const override;
    [[nodiscard]] Result<GeneratorState> readGenerator(Connection &connection, const Table &table,
                                                       const QString &column) const override;

    [[nodiscard]] QString selectPage(const Selection &what, const KeyRange &range, int limit) const override;
    [[nodiscard]] QString selectMatching(const Selection &what, const QList<QList<Value>> &tuples) const override;
    [[nodiscard]] QString selectAll(const Selection &what) const override;
    [[nodiscard]] QString countEqual(const Table &table, const QList<QPair<QString, Value>> &values) const override;
    [[nodiscard]] QString countRows(const Table &table, const QString &condition) const override;
    [[nodiscard]] Value decode(const Column &column, std::optional<QByteArrayView> cell) const override;
    [[nodiscard]] std::optional<Neighbour> neighbour(const ServerInfo &here, const ServerInfo &there) const override;
    [[nodiscard]] bool joinsBy(const Column &here, const Column &there) const override;
    [[nodiscard]] QString selectUnlike(const Joining &what) const override;
    [[nodiscard]] QString withinRange(const Selection &what, const KeyRange &range) const override;
    [[nodiscard]] QStringList beginRead() const override;
    [[nodiscard]] QStringList endRead() const override;
    [[nodiscard]] QString selectClock() const override;
    [[nodiscard]] const Past &past() const override;

    [[nodiscard]] QString comment(const QString &text) const override;
    [[nodiscard]] QStringList scriptHead(const ScriptHead &head) const override;
    [[nodiscard]] QStringList scriptOperation(const RowChange &change) const override;
    [[nodiscard]] QStringList scriptOperations(const QList<RowChange> &changes) const override;
    [[nodiscard]] QStringList scriptTail(const ScriptTail &tail) const override;
    [[nodiscard]] QStringList rowChecks(const RowChanges &rows) const override;
    [[nodiscard]] QStringList checkScript(const ScriptHead &head, const QStringList &checks) const override;
    [[nodiscard]] Result<QList<ScriptStatement>> split(const QByteArray &script) const override;
    [[nodiscard]] QStringList unlikeRows() const override;
    [[nodiscard]] QStringList abandonScript() const override;
    [[nodiscard]] Error scriptError(const Error &error) const override;
    [[nodiscard]] bool defersForeignKeys() const override;
    [[nodiscard]] NumberStatements takeNumbers(const NumberRequest &request) const override;
    [[nodiscard]] QString selectLocks() const override;

private:
    ServerInfo m_server;
};

} // namespace Rejoin
