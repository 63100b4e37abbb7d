#include "diffcore/evidence/checkpointpart.h"

#include "diffcore/session/alignmentjson.h"

#include <QDir>
#include <QtEndian>
#include <algorithm>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Rejoin {

using CheckpointFormat::Entry;
using CheckpointFormat::Record;

CheckpointPart::CheckpointPart(const QString &path, const CheckpointHeader &header)
    : m_path(path)
    , m_file(path + u".part"_s)
    , m_header(header)
{
    m_index.tables.resize(header.tables.tables.size());
}

Result<std::unique_ptr<CheckpointPart>> CheckpointPart::open(const QString &path, const CheckpointHeader &header)
{
    std::unique_ptr<CheckpointPart> part(new CheckpointPart(path, header));
    if (!part->m_file.open(QIODevice::ReadWrite))
        return fail(part->unwritable());
    if (!part->takeUp())
        REJOIN_TRY(part->start());
    return part;
}

Error CheckpointPart::unwritable() const
{
    return {.code = ErrorCode::CannotWrite,
            .message = u"%1 cannot be written"_s.arg(QDir::toNativeSeparators(m_path)),
            .advice = u"Check that its folder is there, may be written and has room"_s,
            .driverText = m_file.errorString()};
}

Result<void> CheckpointPart::start()
{
    m_index = {};
    m_index.tables.resize(m_header.tables.tables.size());
    m_file.seek(0);
    if (!m_file.resize(0))
        return fail(unwritable());
    REJOIN_TRY(CheckpointFormat::writeStart(m_file));
    REJOIN_TRY_VALUE(hash, CheckpointFormat::write(m_file, Record::Header, CheckpointFormat::encodeHeader(m_header)));
    m_index.headerHash = hash;
    return {};
}

/// Every whole record up to the first that is cut or damaged is believed; what comes after is written again. What was
/// counted of a keyless table went with the run that counted it, so that its blocks count together with its end only.
bool CheckpointPart::takeUp()
{
    if (m_header.position.isEmpty() || !CheckpointFormat::proveStart(m_file))
        return false;
    const auto first = CheckpointFormat::read(m_file);
    if (!first || first->kind != Record::Header)
        return false;
    const auto header = CheckpointFormat::decodeHeader(first->payload);
    if (!header || header->position != m_header.position || header->server.identity != m_header.server.identity ||
        header->content != m_header.content || header->split != m_header.split ||
        encodeAlignment(header->tables) != encodeAlignment(m_header.tables))
        return false;
    m_header = *header;
    m_index.headerHash = first->hash;
    qint64 good = m_file.pos();
    for (auto record = CheckpointFormat::read(m_file); record && takeUpRecord(*record);
         record = CheckpointFormat::read(m_file)) {
        const bool isOpen = record->kind == Record::Block && m_index.blocks.last().resume.isEmpty();
        good = isOpen ? good : m_file.pos();
    }
    while (!m_index.blocks.isEmpty() && m_index.blocks.last().offset >= good) {
        const CheckpointBlock block = m_index.blocks.takeLast();
        m_index.tables[block.table].rows -= block.rows;
    }
    return m_file.resize(good) && m_file.seek(good);
}

bool CheckpointPart::takeUpRecord(const CheckpointFormat::ReadRecord &record)
{
    if (record.kind == Record::Block) {
        auto block = CheckpointFormat::decodeBlock(record.payload, nullptr);
        if (!block || block->table < 0 || block->table >= m_index.tables.size())
            return false;
        block->offset = record.offset;
        block->hash = record.hash;
        m_index.tables[block->table].rows += block->rows;
        m_index.blocks.append(*block);
        return true;
    }
    int table = 0;
    CheckpointTable end;
    if (record.kind != Record::TableEnd || !CheckpointFormat::decodeTableEnd(record.payload, table, end) || table < 0 ||
        table >= m_index.tables.size())
        return false;
    m_index.tables[table] = end;
    return true;
}

qint64 CheckpointPart::rows() const
{
    qint64 rows = 0;
    for (const CheckpointTable &table : m_index.tables)
        rows += table.rows;
    return rows;
}

std::optional<QList<Value>> CheckpointPart::resumeAfter(int table) const
{
    for (auto block = m_index.blocks.crbegin(); block != m_index.blocks.crend(); ++block) {
        if (block->table != table)
            continue;
        const auto key = decodeKey(block->resume);
        return key ? std::optional(key->values) : std::nullopt;
    }
    return std::nullopt;
}

Result<void> CheckpointPart::addBlock(int table, const QList<Entry> &entries)
{
    const auto [lowest, highest] = std::ranges::minmax_element(entries, {}, &Entry::key);
    CheckpointBlock block{.table = table,
                          .first = lowest->key,
                          .last = highest->key,
                          .resume = {},
                          .rows = entries.size(),
                          .offset = 0,
                          .hash = {}};
    if (!m_header.tables.tables[table].isKeyless())
        block.resume = entries.last().key;
    const qint64 offset = m_file.pos();
    REJOIN_TRY_VALUE(hash,
                     CheckpointFormat::write(m_file, Record::Block, CheckpointFormat::encodeBlock(block, entries)));
    block.offset = offset;
    block.hash = hash;
    m_index.blocks.append(block);
    m_index.tables[table].rows += block.rows;
    return {};
}

Result<void> CheckpointPart::endTable(int table, const CheckpointTable &end)
{
    m_index.tables[table] = end;
    REJOIN_TRY(CheckpointFormat::write(m_file, Record::TableEnd, CheckpointFormat::encodeTableEnd(table, end)));
    return {};
}

Result<void> CheckpointPart::finish()
{
    const qint64 offset = m_file.pos();
    REJOIN_TRY(CheckpointFormat::write(m_file, Record::Index, CheckpointFormat::encodeIndex(m_index)));
    QByteArray trailer(sizeof(qint64), '\0');
    qToBigEndian<qint64>(offset, trailer.data());
    if (m_file.write(trailer) != trailer.size() || !m_file.flush() || ::fsync(m_file.handle()) != 0)
        return fail(unwritable());
    QFile::remove(m_path);
    if (!m_file.rename(m_path))
        return fail(unwritable());
    return {};
}

} // namespace Rejoin
