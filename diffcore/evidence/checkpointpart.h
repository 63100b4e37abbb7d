#pragma once

#include "diffcore/evidence/checkpointformat.h"

#include <memory>

namespace Rejoin {

/// A checkpoint that is being written: PATH.part, to which whole records are added, and which becomes PATH when it is
/// finished. Left behind unfinished, it can be taken up again. Errors: CannotWrite.
class CheckpointPart
{
public:
    /// Takes up what an earlier run left behind, if that was at the same point of the same server's stream of writes
    /// and recorded the same tables in the same way; else starts anew.
    [[nodiscard]] static Result<std::unique_ptr<CheckpointPart>> open(const QString &path,
                                                                      const CheckpointHeader &header);

    /// That of the first run, where one was taken up.
    [[nodiscard]] const CheckpointHeader &header() const { return m_header; }
    [[nodiscard]] const CheckpointTable &table(int table) const { return m_index.tables.at(table); }
    [[nodiscard]] qint64 rows() const;
    /// The key behind which a table goes on; nothing = from its start.
    [[nodiscard]] std::optional<QList<Value>> resumeAfter(int table) const;

    [[nodiscard]] Result<void> addBlock(int table, const QList<CheckpointFormat::Entry> &entries);
    [[nodiscard]] Result<void> endTable(int table, const CheckpointTable &end);
    /// Adds the index, writes everything to disk and gives the file its name.
    [[nodiscard]] Result<void> finish();

private:
    CheckpointPart(const QString &path, const CheckpointHeader &header);
    [[nodiscard]] Result<void> start();
    [[nodiscard]] bool takeUp();
    [[nodiscard]] bool takeUpRecord(const CheckpointFormat::ReadRecord &record);
    [[nodiscard]] Error unwritable() const;

    QString m_path;
    QFile m_file;
    CheckpointHeader m_header;
    CheckpointFormat::Index m_index;
};

} // namespace Rejoin
