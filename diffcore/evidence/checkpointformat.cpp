#include "diffcore/evidence/checkpointformat.h"

#include "diffcore/base/sha256.h"
#include "diffcore/session/alignmentjson.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <zlib.h>

using namespace Qt::StringLiterals;

namespace Rejoin {

// Where lists of them find them.
static QDataStream &operator<<(QDataStream &out, const std::optional<qint64> &number)
{
    return out << number.has_value() << number.value_or(0);
}

static QDataStream &operator>>(QDataStream &in, std::optional<qint64> &number)
{
    bool isThere = false;
    qint64 value = 0;
    in >> isThere >> value;
    number = isThere ? std::optional(value) : std::nullopt;
    return in;
}

static QDataStream &operator<<(QDataStream &out, const CheckpointTable &table)
{
    return out << table.isComplete << table.rows << table.generator.lastGiven << table.generator.highest;
}

static QDataStream &operator>>(QDataStream &in, CheckpointTable &table)
{
    return in >> table.isComplete >> table.rows >> table.generator.lastGiven >> table.generator.highest;
}

static QDataStream &operator<<(QDataStream &out, const CheckpointBlock &block)
{
    return out << qint32(block.table) << block.first << block.last << block.resume << block.rows << block.offset
               << block.hash;
}

static QDataStream &operator>>(QDataStream &in, CheckpointBlock &block)
{
    qint32 table = 0;
    in >> table >> block.first >> block.last >> block.resume >> block.rows >> block.offset >> block.hash;
    block.table = table;
    return in;
}

namespace CheckpointFormat {

static QDataStream &operator<<(QDataStream &out, const Entry &entry)
{
    return out << entry.key << entry.payload;
}

static QDataStream &operator>>(QDataStream &in, Entry &entry)
{
    return in >> entry.key >> entry.payload;
}

namespace {

constexpr auto streamVersion = QDataStream::Qt_6_0;
constexpr qint64 hashBytes = 32;
constexpr quint32 largestRecord = 2'000'000'000;
constexpr int compression = 3; // half of the time of the default, a tenth more bytes
constexpr qint64 mebibyte = 1024 * 1024;
constexpr qint64 largestOverview = 128 * mebibyte; // of the header or the index; ten thousand tables take half of it
constexpr qint64 largestRows = largestEntry + 16 * mebibyte;
constexpr quint32 mostRows = 1'000'000; // of a block

class Writer : public QDataStream
{
public:
    explicit Writer(QByteArray *bytes)
        : QDataStream(bytes, QIODevice::WriteOnly)
    {
        setVersion(streamVersion);
    }
};

class Reader : public QDataStream
{
public:
    explicit Reader(const QByteArray &bytes)
        : QDataStream(bytes)
    {
        setVersion(streamVersion);
    }

    [[nodiscard]] bool isGood() const { return status() == QDataStream::Ok; }
};

/// What qCompress() made smaller: the size, and a stream of zlib. Others can make a part that becomes more than the
/// machine's memory, and the size that it says can be a lie: no more than that, and no more than `most`, is taken.
Decoded<QByteArray> inflated(const QByteArray &bytes, qint64 most)
{
    quint32 said = 0;
    Reader(bytes) >> said;
    if (said > most)
        return std::unexpected(u"a part of it would unpack to more than %1 MB"_s.arg(most / mebibyte));
    if (said == 0)
        return QByteArray();
    const QByteArrayView stream = QByteArrayView(bytes).sliced(sizeof(said));
    QByteArray whole(said, Qt::Uninitialized);
    uLongf size = said;
    const int result = uncompress(reinterpret_cast<Bytef *>(whole.data()), &size,
                                  reinterpret_cast<const Bytef *>(stream.data()), stream.size());
    if (result != Z_OK || size != said)
        return std::unexpected(u"a part of it cannot be unpacked"_s);
    return whole;
}

/// A list as QDataStream writes it, without belief in its count: memory is taken for what is there.
template <typename Type>
void readList(QDataStream &in, QList<Type> &list, quint32 most = std::numeric_limits<quint32>::max())
{
    quint32 count = 0;
    in >> count;
    list.clear();
    for (quint32 i = 0; i < std::min(count, most) && in.status() == QDataStream::Ok; ++i)
        in >> list.emplaceBack();
}

QByteArray headOf(Record kind, const QByteArray &payload)
{
    QByteArray head;
    Writer(&head) << quint8(kind) << quint32(payload.size());
    return head;
}

QByteArray sha256(const QByteArray &head, const QByteArray &payload)
{
    Sha256 hash;
    hash.add(head);
    hash.add(payload);
    return hash.result();
}

Error unwritable(const QFile &file)
{
    return {.code = ErrorCode::CannotWrite,
            .message = u"%1 cannot be written"_s.arg(QDir::toNativeSeparators(file.fileName())),
            .advice = u"Check that its folder may be written and has room"_s,
            .driverText = file.errorString()};
}

} // namespace

Error damaged(const QFile &file, const QString &what)
{
    return {.code = ErrorCode::BadFile,
            .message = u"the checkpoint %1 is damaged: %2"_s.arg(QDir::toNativeSeparators(file.fileName()), what),
            .advice = u"Nothing of it is believed. Copy it again from where it was made, or choose other evidence"_s};
}

Result<QByteArray> write(QFile &file, Record kind, const QByteArray &payload)
{
    const QByteArray head = headOf(kind, payload);
    const QByteArray hash = sha256(head, payload);
    for (const QByteArray *part : {&head, &payload, &hash}) {
        if (file.write(*part) != part->size())
            return fail(unwritable(file));
    }
    return hash;
}

Result<ReadRecord> read(QFile &file)
{
    ReadRecord record;
    record.offset = file.pos();
    const QByteArray head = file.read(5);
    quint8 kind = 0;
    quint32 size = 0;
    Reader in(head);
    in >> kind >> size;
    if (!in.isGood() || kind < quint8(Record::Header) || kind > quint8(Record::Index) || size > largestRecord ||
        size > file.size() - file.pos())
        return fail(damaged(file, u"it ends too early"_s));
    record.kind = Record(kind);
    record.payload = file.read(size);
    record.hash = file.read(hashBytes);
    if (record.hash != sha256(head, record.payload))
        return fail(damaged(file, u"its bytes are not those that were written"_s));
    return record;
}

Result<void> writeStart(QFile &file)
{
    QByteArray start = magic.toByteArray();
    QByteArray number;
    Writer(&number) << version;
    start += number;
    if (file.write(start) != start.size())
        return fail(unwritable(file));
    return {};
}

Result<void> proveStart(QFile &file)
{
    const QString shown = QDir::toNativeSeparators(file.fileName());
    if (file.read(magic.size()) != magic)
        return fail(ErrorCode::BadFile, u"%1 is not a checkpoint of Rejoin"_s.arg(shown),
                    u"Take one with rejoin checkpoint"_s);
    quint32 found = 0;
    Reader in(file.read(4));
    in >> found;
    if (!in.isGood() || found == 0)
        return fail(damaged(file, u"it ends too early"_s));
    if (found > version)
        return fail(
            ErrorCode::BadFile,
            u"%1 is a checkpoint of version %2, and this Rejoin reads version %3"_s.arg(shown).arg(found).arg(version),
            u"Open it with a newer Rejoin"_s);
    return {};
}

QByteArray encodeHeader(const CheckpointHeader &header)
{
    QByteArray bytes;
    Writer out(&bytes);
    const ServerInfo &server = header.server;
    out << header.title << quint8(server.engine) << server.product << server.version << server.serverName
        << server.database << server.identity << header.takenAt << header.split << quint8(header.content)
        << header.position << encodeAlignment(header.tables);
    return qCompress(bytes, compression);
}

Decoded<CheckpointHeader> decodeHeader(const QByteArray &payload)
{
    const std::unexpected none(u"it has no header"_s);
    const auto bytes = inflated(payload, largestOverview);
    if (!bytes)
        return std::unexpected(bytes.error());
    CheckpointHeader header;
    ServerInfo &server = header.server;
    quint8 engine = 0;
    quint8 content = 0;
    QByteArray tables;
    Reader in(*bytes);
    QList<int> segments; // of the version, as QDataStream writes one
    in >> header.title >> engine >> server.product;
    readList(in, segments);
    in >> server.serverName >> server.database >> server.identity >> header.takenAt >> header.split >> content >>
        header.position >> tables;
    const auto alignment = decodeAlignment(tables);
    if (!in.isGood() || !alignment || engine > quint8(Engine::SqlServer) || content > quint8(CheckpointContent::Hashes))
        return none;
    const bool allShaped = std::ranges::all_of(alignment->tables, [](const AlignedTable &table) {
        return table.in.a &&
               std::ranges::all_of(table.columns, [](const auto &column) { return column.in.a.has_value(); });
    });
    if (!allShaped)
        return none;
    server.engine = Engine(engine);
    server.version = QVersionNumber(segments);
    header.content = CheckpointContent(content);
    header.tables = *alignment;
    return header;
}

QByteArray encodeBlock(const CheckpointBlock &block, const QList<Entry> &entries)
{
    QByteArray rows;
    Writer intoRows(&rows);
    intoRows << entries;
    QByteArray bytes;
    Writer out(&bytes);
    out << block << qCompress(rows, compression);
    return bytes;
}

Decoded<CheckpointBlock> decodeBlock(const QByteArray &payload, QList<Entry> *entries)
{
    const std::unexpected other(u"a block is not the one that was written"_s);
    CheckpointBlock block;
    QByteArray rows;
    Reader in(payload);
    in >> block >> rows;
    if (!in.isGood())
        return other;
    if (entries) {
        const auto bytes = inflated(rows, largestRows);
        if (!bytes)
            return std::unexpected(bytes.error());
        Reader inRows(*bytes);
        readList(inRows, *entries, mostRows);
        if (!inRows.isGood() || entries->size() != block.rows)
            return other;
    }
    return block;
}

QByteArray encodeTableEnd(int table, const CheckpointTable &end)
{
    QByteArray bytes;
    Writer out(&bytes);
    out << qint32(table) << end;
    return bytes;
}

bool decodeTableEnd(const QByteArray &payload, int &table, CheckpointTable &end)
{
    qint32 index = 0;
    Reader in(payload);
    in >> index >> end;
    table = index;
    return in.isGood();
}

QByteArray encodeIndex(const Index &index)
{
    QByteArray bytes;
    Writer out(&bytes);
    out << index.headerHash << index.blocks << index.tables;
    return qCompress(bytes, compression);
}

Decoded<Index> decodeIndex(const QByteArray &payload)
{
    const auto bytes = inflated(payload, largestOverview);
    if (!bytes)
        return std::unexpected(bytes.error());
    Index index;
    Reader in(*bytes);
    in >> index.headerHash;
    readList(in, index.blocks);
    readList(in, index.tables);
    if (!in.isGood())
        return std::unexpected(u"its index is not that of this file"_s);
    return index;
}

QByteArray hashOf(const Row &row)
{
    return QCryptographicHash::hash(encodeRow(row), QCryptographicHash::Blake2s_128);
}

} // namespace CheckpointFormat

} // namespace Rejoin
