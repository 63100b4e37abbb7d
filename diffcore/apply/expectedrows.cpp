#include "diffcore/apply/expectedrows.h"

#include <QMap>

namespace Rejoin {

ExpectedRows::ExpectedRows(const MergeInput &input, const MergedState &merged, int table)
    : m_table(input.alignment.tables[table])
{
    const QSet<qint64> skipped(merged.skipped.begin(), merged.skipped.end());
    for (const Difference &difference : input.differences) {
        if (difference.table == table && skipped.contains(difference.id))
            m_skipped.insert(difference.key);
    }
    if (m_table.isKeyless())
        addCopies(input, merged, table);
    else
        addKeyed(input, merged, table);
}

void ExpectedRows::addKey(const RowKey &key, bool known)
{
    if (m_skipped.contains(key))
        return;
    if (!m_known.contains(key))
        m_keys += key;
    m_known[key] = known;
}

void ExpectedRows::addKeyed(const MergeInput &input, const MergedState &merged, int table)
{
    for (const Entity &entity : merged.entities) {
        if (entity.table != table)
            continue;
        for (const Side side : bothSides) {
            if (entity.at[side])
                addKey(*entity.at[side], true);
        }
        if (!entity.key)
            continue;
        addKey(*entity.key, true);
        m_rows[*entity.key] = entity.row;
    }
    const QSet<qint64> unresolved(merged.unresolved.begin(), merged.unresolved.end());
    for (const Difference &difference : input.differences) {
        if (difference.table == table && unresolved.contains(difference.id))
            addKey(difference.key, false);
    }
}

void ExpectedRows::addCopies(const MergeInput &input, const MergedState &merged, int table)
{
    struct Group
    {
        Row row;
        qint64 firstListed = 0;
        qint64 merged = 0;
        bool decided = true;
        bool skipped = false;
    };
    QMap<RowKey, Group> groups;
    const QSet<qint64> unresolved(merged.unresolved.begin(), merged.unresolved.end());
    for (const Difference &difference : input.differences) {
        if (difference.table != table)
            continue;
        const qint64 ordinal = difference.key.values.last().toInteger().value_or(1);
        Group &group = groups[withoutOrdinal(difference.key)];
        group.firstListed = group.firstListed == 0 ? ordinal : std::min(group.firstListed, ordinal);
        group.decided = group.decided && !unresolved.contains(difference.id);
        group.skipped = group.skipped || m_skipped.contains(difference.key);
        for (const Version version : allVersions) {
            if (group.row.isEmpty() && difference.rows[version])
                group.row = *difference.rows[version];
        }
    }
    for (const Entity &entity : merged.entities) {
        if (entity.table != table || !entity.row)
            continue;
        Group &group = groups[withoutOrdinal(*entity.key)];
        group.row = *entity.row;
        ++group.merged;
    }
    for (auto group = groups.begin(); group != groups.end(); ++group) {
        m_copied.insert(group.key());
        if (group->skipped)
            continue;
        // Equal rows that no difference lists are on both servers. A row that became equal to others through its new
        // key stands beside an unknown number of them.
        const bool isCounted = group->decided && group->firstListed > 0;
        m_copies += {group->row, isCounted ? std::optional(group->firstListed - 1 + group->merged) : std::nullopt};
    }
}

bool ExpectedRows::containsCopies(const Row &row) const
{
    return m_copied.contains(withoutOrdinal(m_table.keyOf(row)));
}

RowKey ExpectedRows::withoutOrdinal(RowKey key)
{
    key.values.removeLast();
    return key;
}

} // namespace Rejoin
