#pragma once

#include "diffcore/base/progress.h"
#include "diffcore/evidence/checkpointformat.h"
#include "diffcore/session/project.h"

namespace Rejoin {

class Connection;

struct CheckpointOptions
{
    CheckpointContent content = CheckpointContent::Values;
    int pageRows = 5000;                                  ///< held in memory at once
    qint64 largestEntry = CheckpointFormat::largestEntry; ///< bytes; a larger row is refused, since no reader takes it
};

struct TakenCheckpoint
{
    QString path;
    qint64 tables = 0;
    qint64 rows = 0;
    qint64 bytes = 0;
    qint64 resumedRows = 0; ///< that an interrupted run had written
    QDateTime takenAt;
    QStringList points;  ///< "change tracking 1207": where the server's own lists of changes stood
    QStringList leftOut; ///< "blobs: it has no column that can be compared"
};

/// Writes the rows of all tables in the project's scope into a file, in one consistent read of one server.
///
/// What is written stands in `path`.part until all of it is there. An interrupted or cancelled run leaves that behind:
/// the next one goes on from it if the server can prove that nobody wrote since, and starts anew otherwise, so that the
/// file is one moment's state in any case. Memory is bounded by `pageRows`. Fails with CannotWrite, Cancelled,
/// Unsupported (a row without its key, or larger than a checkpoint keeps), and with what the server refuses.
[[nodiscard]] Result<TakenCheckpoint> takeCheckpoint(Connection &server, const Project &project, Side side,
                                                     const QString &path, const CheckpointOptions &options,
                                                     const CancelToken &cancel, const Progress &progress);

} // namespace Rejoin
