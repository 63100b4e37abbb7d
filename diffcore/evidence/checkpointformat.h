#pragma once

#include "diffcore/base/result.h"
#include "diffcore/dialect/engine.h"
#include "diffcore/schema/alignment.h"

#include <QDateTime>
#include <QFile>

namespace Rejoin {

/// What a checkpoint keeps of each row.
enum class CheckpointContent : quint8 {
    Values,
    Hashes, ///< the key, and a hash of all values
};

/// What a checkpoint says of itself.
struct CheckpointHeader
{
    QString title; ///< "A · PRD01 (live)"
    ServerInfo server;
    QDateTime takenAt; ///< by the server's clock, when its consistent read began; UTC
    QDateTime split;   ///< as the project had it; invalid = not given
    CheckpointContent content = CheckpointContent::Values;
    /// What the server calls the point in its stream of writes; empty where it does not tell. While it stays the same,
    /// nobody wrote.
    QString position;
    /// The tables, each aligned with itself: in.a is its shape. Rows are in the order of its columns.
    Alignment tables;
};

/// Part of a table in the file: rows in the order in which the server gave them.
struct CheckpointBlock
{
    int table = -1;    ///< index into CheckpointHeader::tables
    QByteArray first;  ///< the lowest key of the block, as encodeKey() orders them
    QByteArray last;   ///< the highest
    QByteArray resume; ///< the key of the last row that was read
    qint64 rows = 0;
    qint64 offset = 0; ///< of the record in the file
    QByteArray hash;   ///< SHA-256 of the record
};

/// What was learned of a table when it was read to its end.
struct CheckpointTable
{
    bool isComplete = false;
    qint64 rows = 0;
    GeneratorState generator;
};

/// The file: records one after the other, each with its SHA-256. First the header, then blocks, a table's end after its
/// blocks, and last the index of all blocks with a seal over everything, and where the index stands. A reader looks up
/// keys by the index and reads the blocks that it needs; a writer that was interrupted goes on behind the last whole
/// record. (An SQLite file would bring its own index, and its pages would be neither compressed nor sealed.)
///
/// All numbers are in QDataStream's order; blocks, header and index are compressed by zlib. Since a checkpoint can come
/// from others, a part that would take more memory than Rejoin ever writes into one is refused before it is unpacked.
namespace CheckpointFormat {

inline constexpr QByteArrayView magic = "RejoinCheckpoint";
inline constexpr quint32 version = 1;
inline constexpr qint64 largestEntry = 512 * 1024 * 1024; ///< bytes of a row, its key included

/// What was read, or what is wrong with it, in words for damaged().
template <typename Type> using Decoded = std::expected<Type, QString>;

enum class Record : quint8 { Header = 1, Block = 2, TableEnd = 3, Index = 4 };

struct ReadRecord
{
    Record kind = Record::Header;
    QByteArray payload;
    QByteArray hash;
    qint64 offset = 0;
};

/// Writes one record where the file stands; gives its hash. Fails with CannotWrite.
[[nodiscard]] Result<QByteArray> write(QFile &file, Record kind, const QByteArray &payload);
/// Reads the record where the file stands and proves its hash. Fails with BadFile.
[[nodiscard]] Result<ReadRecord> read(QFile &file);

[[nodiscard]] Result<void> writeStart(QFile &file);
/// Fails with BadFile where the file is no checkpoint or one of a newer version.
[[nodiscard]] Result<void> proveStart(QFile &file);

[[nodiscard]] QByteArray encodeHeader(const CheckpointHeader &header);
[[nodiscard]] Decoded<CheckpointHeader> decodeHeader(const QByteArray &payload);

/// A row of a block: its key and what is kept of it.
struct Entry
{
    QByteArray key;     ///< encodeKey(); of keyless tables without the ordinal
    QByteArray payload; ///< encodeRow(), or the row's hash; of keyless tables how many rows there are, eight bytes
};
[[nodiscard]] QByteArray encodeBlock(const CheckpointBlock &block, const QList<Entry> &entries);
/// The block's own data without offset and hash; the entries where `entries` is given.
[[nodiscard]] Decoded<CheckpointBlock> decodeBlock(const QByteArray &payload, QList<Entry> *entries);

[[nodiscard]] QByteArray encodeTableEnd(int table, const CheckpointTable &end);
[[nodiscard]] bool decodeTableEnd(const QByteArray &payload, int &table, CheckpointTable &end);

struct Index
{
    QByteArray headerHash;
    QList<CheckpointBlock> blocks;
    QList<CheckpointTable> tables;
};
[[nodiscard]] QByteArray encodeIndex(const Index &index);
[[nodiscard]] Decoded<Index> decodeIndex(const QByteArray &payload);

/// Of all values of a row, 16 bytes.
[[nodiscard]] QByteArray hashOf(const Row &row);

[[nodiscard]] Error damaged(const QFile &file, const QString &what);

} // namespace CheckpointFormat

} // namespace Rejoin
