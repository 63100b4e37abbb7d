#include "tests/fuzz/harness.h"

#include "diffcore/evidence/checkpoint.h"
#include "diffcore/evidence/checkpointevidence.h"
#include "diffcore/evidence/checkpointpart.h"

#include <QDataStream>
#include <QFile>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace Rejoin::Fuzzing {

namespace {

using CheckpointFormat::Record;

/// What a comparison asks of a checkpoint: as the baseline of tables that are shaped as its own.
void useAsEvidence(Checkpoint &checkpoint, int index)
{
    AlignedTable table = checkpoint.shape(index);
    table.in.baseline = table.in.a;
    table.in.b = table.in.a;
    if (!CheckpointEvidence::whyNot(checkpoint, table).isEmpty())
        return;
    CheckpointEvidence evidence(checkpoint, table, checkpoint.header().split);
    static_cast<void>(evidence.limits());
    static_cast<void>(evidence.generatorAtSplit());
    Row row;
    for (const AlignedColumn &column : std::as_const(table.columns))
        row += column.definition().family == TypeFamily::Integer ? Value::integer(1) : Value::text(u"1"_s);
    if (table.isKeyless()) {
        static_cast<void>(evidence.askCounts({row}));
        return;
    }
    const auto known = evidence.ask({table.keyOf(row)}, {PerSide<std::optional<Row>>{row, row}});
    for (const Knowledge &knowledge : known.value_or(QList<Knowledge>()))
        require(!knowledge.row || knowledge.row->size() == table.columns.size(), "a row is as wide as its table");
}

void use(const QString &path)
{
    auto opened = Checkpoint::open(path);
    if (!opened) {
        require(opened.error().code == ErrorCode::BadFile, "a damaged checkpoint is BadFile");
        return;
    }
    Checkpoint &checkpoint = **opened;
    static_cast<void>(checkpoint.proveAll());
    const Catalog catalog = checkpoint.catalog();
    require(catalog.tables.size() == checkpoint.header().tables.tables.size(), "a baseline's catalog has all tables");
    static_cast<void>(CheckpointEvidence::lateness(checkpoint, checkpoint.header().split));
    for (int index = 0; index < catalog.tables.size(); ++index) {
        static_cast<void>(checkpoint.indexOf(checkpoint.shape(index).name));
        static_cast<void>(checkpoint.lookUp(index, {QByteArray(), encodeKey({{Value::integer(1)}})}));
        useAsEvidence(checkpoint, index);
    }
}

/// A file that is sealed as its writer would, whatever its parts are.
class Sealed
{
public:
    explicit Sealed(const QString &path)
        : m_file(path)
    {
        require(m_file.open(QIODevice::ReadWrite | QIODevice::Truncate) &&
                    CheckpointFormat::writeStart(m_file).has_value(),
                "the temporary folder has room");
    }

    QByteArray add(Record kind, const QByteArray &payload)
    {
        const auto hash = CheckpointFormat::write(m_file, kind, payload);
        require(hash.has_value(), "the temporary folder has room");
        return *hash;
    }

    void addHeader(const QByteArray &bytes) { m_index.headerHash = add(Record::Header, qCompress(bytes)); }

    void addBlock(const QByteArray &description, const QByteArray &rows)
    {
        QByteArray payload = description;
        QDataStream out(&payload, QIODevice::WriteOnly | QIODevice::Append);
        out << qCompress(rows);
        const qint64 offset = m_file.pos();
        const QByteArray hash = add(Record::Block, payload);
        auto block = CheckpointFormat::decodeBlock(payload, nullptr);
        if (!block)
            return;
        block->offset = offset;
        block->hash = hash;
        m_index.blocks += *block;
    }

    /// `bytes`: the index as another writer might have written it; its blocks and hashes are replaced by those of this
    /// file where it can be read.
    void addIndex(const QByteArray &bytes)
    {
        const qint64 offset = m_file.pos();
        auto index = CheckpointFormat::decodeIndex(qCompress(bytes));
        if (index) {
            index->headerHash = m_index.headerHash;
            index->blocks += m_index.blocks;
        }
        add(Record::Index, index ? CheckpointFormat::encodeIndex(*index) : qCompress(bytes));
        QByteArray trailer(sizeof(qint64), '\0');
        qToBigEndian<qint64>(offset, trailer.data());
        m_file.write(trailer);
    }

    void close() { m_file.close(); }

private:
    QFile m_file;
    CheckpointFormat::Index m_index;
};

enum Part : quint8 { HeaderPart, BlockPart, TableEndPart, IndexPart };

} // namespace

/// The file as it is.
void checkpoint(const QByteArray &input)
{
    use(fileWith(u"split.checkpoint"_s, input));
}

/// Its parts before they are compressed and sealed: the header; of each block what the index says of it, and its rows;
/// ends of tables; the index. Also as what an interrupted run left behind.
void checkpointParts(const QByteArray &input)
{
    const QString path = fileWith(u"split.checkpoint"_s, {});
    Pieces pieces(input);
    Sealed sealed(path);
    QByteArray header;
    bool isFinished = false;
    while (!pieces.atEnd() && !isFinished) {
        switch (pieces.byte() % 4) {
        case HeaderPart:
            header = pieces.piece();
            sealed.addHeader(header);
            break;
        case BlockPart: {
            const QByteArray description = pieces.piece();
            sealed.addBlock(description, pieces.piece());
            break;
        }
        case TableEndPart: sealed.add(Record::TableEnd, pieces.piece()); break;
        case IndexPart:
            sealed.addIndex(pieces.piece());
            isFinished = true;
            break;
        }
    }
    sealed.close();
    use(path);

    const auto decoded = CheckpointFormat::decodeHeader(qCompress(header));
    if (!decoded)
        return;
    QFile::remove(path + u".part"_s);
    require(QFile::rename(path, path + u".part"_s), "the temporary folder can be written");
    const auto part = CheckpointPart::open(path, *decoded);
    if (!part)
        return;
    static_cast<void>((*part)->rows());
    for (int table = 0; table < (*part)->header().tables.tables.size(); ++table)
        static_cast<void>((*part)->resumeAfter(table));
}

} // namespace Rejoin::Fuzzing
