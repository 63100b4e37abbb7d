#pragma once

#include "diffcore/evidence/checkpointformat.h"

#include <QHash>
#include <memory>

namespace Rejoin {

/// A checkpoint file, opened for looking up keys. Header and index are proved by their hashes when it is opened, each
/// block when it is read; memory holds the index and one block. One object on one thread.
class Checkpoint
{
public:
    /// Fails with BadFile: no such file, no checkpoint, a newer version, unfinished, damaged.
    [[nodiscard]] static Result<std::unique_ptr<Checkpoint>> open(const QString &path);

    [[nodiscard]] const CheckpointHeader &header() const { return m_header; }
    [[nodiscard]] QString path() const { return m_file.fileName(); }
    /// The tables as they were: a baseline's catalog.
    [[nodiscard]] Catalog catalog() const;
    /// Index of a table by the name that it had; -1 where it is not in the checkpoint.
    [[nodiscard]] int indexOf(const TableName &name) const;
    [[nodiscard]] const AlignedTable &shape(int table) const { return m_header.tables.tables.at(table); }
    [[nodiscard]] const CheckpointTable &table(int table) const { return m_tables.at(table); }

    /// What is kept under each of these keys (as in CheckpointFormat::Entry), those that are not there left out. Only
    /// the blocks that may hold one of them are read. Fails with BadFile where one of them is damaged.
    [[nodiscard]] Result<QHash<QByteArray, QByteArray>> lookUp(int table, const QList<QByteArray> &keys);
    /// Reads every record and proves it.
    [[nodiscard]] Result<void> proveAll();

private:
    explicit Checkpoint(const QString &path);
    [[nodiscard]] Result<void> load();
    [[nodiscard]] Result<void> loadIndex(const QByteArray &headerHash);
    void arrange();
    [[nodiscard]] Result<QList<CheckpointFormat::Entry>> entriesOf(const CheckpointBlock &block);

    /// Blocks of a table by their lowest keys, and the highest key of each and all before it: the server's order of
    /// keys need not be that of their bytes, so that blocks may overlap.
    struct Order
    {
        QList<CheckpointBlock> blocks;
        QList<QByteArray> highestSoFar;
    };

    QFile m_file;
    CheckpointHeader m_header;
    QList<CheckpointTable> m_tables;
    QList<Order> m_orders; ///< by table
};

} // namespace Rejoin
