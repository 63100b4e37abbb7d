#pragma once

#include "diffcore/dialect/dialect.h"
#include "diffcore/script/guardbatches.h"
#include "tests/contract/contractengine.h"
#include "tests/support/printing.h"

namespace Rejoin::Testing {

using Cells = QList<QPair<QString, Value>>;

/// The value; where there is none, the test has failed.
template <typename T> T must(Result<T> result)
{
    if (result)
        return std::move(*result);
    QTest::qFail(qPrintable(describe(result.error())), __FILE__, __LINE__);
    return T();
}

inline void must(const Result<void> &result)
{
    if (!result)
        QTest::qFail(qPrintable(describe(result.error())), __FILE__, __LINE__);
}

/// A script in the making, as script/ puts it together from a plan. Tables must outlive it.
class ScriptDraft
{
public:
    ScriptDraft(const Connection &target, QList<const Table *> tables);

    ScriptDraft &insert(const Table &table, const Cells &key, const Cells &rest);
    ScriptDraft &update(const Table &table, const Cells &key, const Cells &before, const Cells &after);
    ScriptDraft &remove(const Table &table, const Cells &key, const Cells &rest);
    /// Of a table without a key that holds the row `copies` times.
    ScriptDraft &insertCopy(const Table &table, const Cells &row, qint64 copies);
    ScriptDraft &removeCopy(const Table &table, const Cells &row, qint64 copies);
    ScriptDraft &raise(const GeneratorChange &change);

    [[nodiscard]] ScriptDraft undo() const;
    [[nodiscard]] QByteArray text(Guarding guarding = Guarding::EachRow) const;
    /// Checks that the rows are as the script leaves them.
    [[nodiscard]] QByteArray check() const;

private:
    ScriptDraft &add(const RowChange &change);
    [[nodiscard]] ScriptHead head() const;
    [[nodiscard]] QList<RowChange> finalRows() const;

    const Dialect *m_dialect;
    ServerInfo m_target;
    QList<const Table *> m_tables;
    QList<RowChange> m_changes;
    QList<GeneratorChange> m_generators;
};

/// A database of the engine under test, open for reading and writing, and what a case does with it.
class Workbench
{
public:
    /// Both ways in which a script comes to run.
    enum class Way : quint8 { Client, Statements };

    Workbench(ContractEngine &engine, QString database);

    /// Empties the database and connects.
    [[nodiscard]] Result<void> open();
    /// Connects to the database as it is.
    [[nodiscard]] Result<void> reopen();
    void close() { m_connection.reset(); }

    [[nodiscard]] Connection &connection() { return *m_connection; }
    [[nodiscard]] const Dialect &dialect() const { return m_connection->dialect(); }
    [[nodiscard]] const QString &database() const { return m_database; }
    [[nodiscard]] Result<std::unique_ptr<Connection>> another(bool readOnly = false) const;

    /// Words in braces are the engine's.
    void run(const QStringList &statements);
    [[nodiscard]] QString quoted(const QString &name) const { return dialect().name(name); }
    [[nodiscard]] Catalog catalog();
    [[nodiscard]] Table table(const QString &name);
    /// All rows and columns in the order of the primary key.
    [[nodiscard]] QList<Row> rows(const Table &table);
    [[nodiscard]] QList<Row> read(const Table &table, const QStringList &columns, const QString &sql);
    /// The row, columns by name.
    [[nodiscard]] static Cells cells(const Table &table, const Row &row);

    [[nodiscard]] Result<void> apply(const QByteArray &script, Way way) { return apply(script, way, m_database); }
    [[nodiscard]] Result<void> apply(const QByteArray &script, Way way, const QString &database);
    /// What is in the database, its lines sorted.
    [[nodiscard]] QString dump() const;

private:
    [[nodiscard]] Result<void> runInClient(const QByteArray &script, const QString &database) const;
    [[nodiscard]] Result<void> runStatements(const QByteArray &script, const QString &database) const;

    ContractEngine &m_engine;
    QString m_database;
    std::unique_ptr<Connection> m_connection;
};

} // namespace Rejoin::Testing

Q_DECLARE_METATYPE(Rejoin::Testing::Workbench::Way)
