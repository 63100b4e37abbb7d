#include "diffcore/evidence/checkpoint.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QtEndian>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

using CheckpointFormat::Entry;
using CheckpointFormat::Record;

Checkpoint::Checkpoint(const QString &path)
    : m_file(path)
{
}

Result<std::unique_ptr<Checkpoint>> Checkpoint::open(const QString &path)
{
    const QString shown = QDir::toNativeSeparators(path);
    if (!QFileInfo::exists(path))
        return fail(ErrorCode::BadFile, u"there is no checkpoint %1"_s.arg(shown),
                    u"Take one with rejoin checkpoint"_s);
    if (QFileInfo(path).isDir())
        return fail(ErrorCode::BadFile, u"%1 is a folder, not a checkpoint"_s.arg(shown));
    std::unique_ptr<Checkpoint> checkpoint(new Checkpoint(path));
    if (!checkpoint->m_file.open(QIODevice::ReadOnly))
        return fail({.code = ErrorCode::BadFile,
                     .message = u"%1 cannot be read"_s.arg(shown),
                     .advice = u"Check the rights of the file"_s,
                     .driverText = checkpoint->m_file.errorString()});
    REJOIN_TRY(checkpoint->load());
    return checkpoint;
}

Result<void> Checkpoint::load()
{
    REJOIN_TRY(CheckpointFormat::proveStart(m_file));
    REJOIN_TRY_VALUE(first, CheckpointFormat::read(m_file));
    if (first.kind != Record::Header)
        return fail(CheckpointFormat::damaged(m_file, u"it has no header"_s));
    const auto header = CheckpointFormat::decodeHeader(first.payload);
    if (!header)
        return fail(CheckpointFormat::damaged(m_file, header.error()));
    m_header = *header;
    REJOIN_TRY(loadIndex(first.hash));
    arrange();
    return {};
}

/// The index stands where the last eight bytes say.
Result<void> Checkpoint::loadIndex(const QByteArray &headerHash)
{
    constexpr qint64 trailer = sizeof(qint64);
    const qint64 end = m_file.size() - trailer;
    m_file.seek(end);
    const QByteArray place = m_file.read(trailer);
    const qint64 offset = place.size() == trailer ? qFromBigEndian<qint64>(place.constData()) : -1;
    if (offset <= 0 || offset >= end)
        return fail(ErrorCode::BadFile,
                    u"the checkpoint %1 is not finished or is cut off"_s.arg(QDir::toNativeSeparators(path())),
                    u"Run rejoin checkpoint again, or copy the whole file"_s);
    m_file.seek(offset);
    REJOIN_TRY_VALUE(record, CheckpointFormat::read(m_file));
    if (record.kind != Record::Index || m_file.pos() != end)
        return fail(CheckpointFormat::damaged(m_file, u"its index is not that of this file"_s));
    const auto index = CheckpointFormat::decodeIndex(record.payload);
    if (!index)
        return fail(CheckpointFormat::damaged(m_file, index.error()));
    if (index->headerHash != headerHash || index->tables.size() != m_header.tables.tables.size())
        return fail(CheckpointFormat::damaged(m_file, u"its index is not that of this file"_s));
    m_tables = index->tables;
    m_orders.resize(m_tables.size());
    for (const CheckpointBlock &block : index->blocks) {
        if (block.table < 0 || block.table >= m_orders.size())
            return fail(CheckpointFormat::damaged(m_file, u"its index names a table that is not there"_s));
        m_orders[block.table].blocks.append(block);
    }
    return {};
}

void Checkpoint::arrange()
{
    for (Order &order : m_orders) {
        std::ranges::sort(order.blocks, {}, &CheckpointBlock::first);
        QByteArray highest;
        for (const CheckpointBlock &block : std::as_const(order.blocks)) {
            highest = std::max(highest, block.last);
            order.highestSoFar.append(highest);
        }
    }
}

Catalog Checkpoint::catalog() const
{
    Catalog catalog;
    catalog.engine = m_header.server.engine;
    for (const AlignedTable &table : m_header.tables.tables)
        catalog.tables.append(*table.in.a);
    return catalog;
}

int Checkpoint::indexOf(const TableName &name) const
{
    const auto &tables = m_header.tables.tables;
    const auto found = std::ranges::find(tables, name, &AlignedTable::name);
    return found == tables.end() ? -1 : int(found - tables.begin());
}

Result<QList<Entry>> Checkpoint::entriesOf(const CheckpointBlock &block)
{
    m_file.seek(block.offset);
    REJOIN_TRY_VALUE(record, CheckpointFormat::read(m_file));
    QList<Entry> entries;
    if (record.kind != Record::Block || record.hash != block.hash)
        return fail(CheckpointFormat::damaged(m_file, u"a block is not the one that was written"_s));
    if (const auto read = CheckpointFormat::decodeBlock(record.payload, &entries); !read)
        return fail(CheckpointFormat::damaged(m_file, read.error()));
    return entries;
}

Result<QHash<QByteArray, QByteArray>> Checkpoint::lookUp(int table, const QList<QByteArray> &keys)
{
    const Order &order = m_orders.at(table);
    QMap<qsizetype, QSet<QByteArray>> wanted; // by place of the block
    for (const QByteArray &key : keys) {
        auto place = std::ranges::upper_bound(order.blocks, key, {}, &CheckpointBlock::first) - order.blocks.begin();
        while (--place >= 0 && order.highestSoFar[place] >= key) {
            if (order.blocks[place].last >= key)
                wanted[place].insert(key);
        }
    }
    QHash<QByteArray, QByteArray> found;
    for (const auto &[place, inBlock] : wanted.asKeyValueRange()) {
        REJOIN_TRY_VALUE(entries, entriesOf(order.blocks[place]));
        for (const Entry &entry : std::as_const(entries)) {
            if (inBlock.contains(entry.key))
                found.insert(entry.key, entry.payload);
        }
    }
    return found;
}

Result<void> Checkpoint::proveAll()
{
    m_file.seek(0);
    REJOIN_TRY(CheckpointFormat::proveStart(m_file));
    for (;;) {
        REJOIN_TRY_VALUE(record, CheckpointFormat::read(m_file));
        if (record.kind == Record::Index)
            break;
    }
    for (const Order &order : std::as_const(m_orders)) {
        for (const CheckpointBlock &block : order.blocks)
            REJOIN_TRY(entriesOf(block));
    }
    return {};
}

} // namespace Rejoin
