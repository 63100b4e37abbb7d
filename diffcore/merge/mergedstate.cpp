#include "diffcore/merge/mergedstate.h"

#include "diffcore/merge/cellmerge.h"
#include "diffcore/merge/rekey.h"

namespace Rejoin {

namespace {

/// Carries out the decision of one difference.
class Carrier
{
public:
    Carrier(const MergeInput &input, const RekeyedRows &rekeyed, MergedState &merged)
        : m_input(input)
        , m_rekeyed(rekeyed)
        , m_merged(merged)
    {
    }

    void carry(int index)
    {
        m_difference = &m_input.differences[index];
        m_table = &m_input.alignment.tables[m_difference->table];
        m_rows = &m_rekeyed.rows[index];
        const DecisionKind &kind = m_difference->decision.kind;
        if (std::holds_alternative<Skip>(kind))
            m_merged.skipped.append(m_difference->id);
        else if (m_rekeyed.impossible.contains(index) || !carryOut(kind))
            m_merged.unresolved.append(m_difference->id);
    }

private:
    [[nodiscard]] RowKey keyOf(const Row &row) const
    {
        const qint64 ordinal = m_table->isKeyless() ? m_difference->key.values.last().toInteger().value_or(1) : 1;
        return m_table->keyOf(row, ordinal);
    }

    [[nodiscard]] bool isSeparated() const { return m_rows->a && m_rows->b && keyOf(*m_rows->a) != keyOf(*m_rows->b); }

    /// False: the decision does not settle the row.
    bool carryOut(const DecisionKind &kind)
    {
        if (std::holds_alternative<Unresolved>(kind))
            return false;
        if (const auto *same = std::get_if<SameEntity>(&kind); same && same->of)
            return joined(*same->of);
        if (std::holds_alternative<DeleteRow>(kind) || std::holds_alternative<SameEntity>(kind))
            return single(std::nullopt);
        if (isSeparated())
            return separated(kind);
        if (std::holds_alternative<KeepBoth>(kind))
            return false;
        if (const auto *cells = std::get_if<Cells>(&kind))
            return cellwise(*cells);
        return take(std::get<Take>(kind).from);
    }

    /// Of two rows under one key that of `gone` becomes one with a row elsewhere.
    bool joined(Side gone)
    {
        for (const Side side : bothSides) {
            Entity &entity = start();
            entity.at[other(side)].reset();
            if (side != gone)
                finish(entity, (*m_rows)[side]);
        }
        return true;
    }

    bool separated(const DecisionKind &kind)
    {
        const auto *chosen = std::get_if<Take>(&kind);
        if (!std::holds_alternative<KeepBoth>(kind) && (!chosen || chosen->from == Version::Baseline))
            return false;
        // what A and B have in common by chance was taken as one row before its parent became two
        const bool byChance = chosen && m_difference->decision.origin == Decision::Origin::Automatic;
        for (const Side side : bothSides) {
            Entity &entity = start();
            entity.at[other(side)].reset();
            if (!chosen || byChance || chosen->from == versionOf(side))
                finish(entity, (*m_rows)[side]);
        }
        return true;
    }

    bool take(Version from)
    {
        // an automatic decision was made on digits: where keys were given out anew, the cells decide again
        const bool touched = m_rows->a != m_difference->rows.a || m_rows->b != m_difference->rows.b;
        if (touched && m_rows->a && m_rows->b && m_difference->decision.origin == Decision::Origin::Automatic)
            return cellwise({});
        return single(from == Version::Baseline ? m_difference->rows.baseline
                                                : (*m_rows)[from == Version::A ? Side::A : Side::B]);
    }

    bool cellwise(const Cells &cells)
    {
        const std::optional<Row> &a = m_rows->a ? m_rows->a : m_rows->b;
        const std::optional<Row> &b = m_rows->b ? m_rows->b : m_rows->a;
        if (!a)
            return false;
        const MergedCells merged = mergeCells(*m_table, m_difference->rows.baseline, *a, *b, cells);
        return merged.conflicting.isEmpty() && single(merged.row);
    }

    /// The next of the merged state: deleted, until it is finished.
    Entity &start()
    {
        Entity &entity = m_merged.entities.emplaceBack();
        entity.table = m_difference->table;
        entity.difference = m_difference->id;
        for (const Side side : bothSides) {
            if (m_difference->rows[side])
                entity.at[side] = m_difference->key;
        }
        return entity;
    }

    void finish(Entity &entity, const std::optional<Row> &row) const
    {
        entity.row = row;
        if (row)
            entity.key = keyOf(*row);
    }

    bool single(const std::optional<Row> &row)
    {
        finish(start(), row);
        return true;
    }

    const MergeInput &m_input;
    const RekeyedRows &m_rekeyed;
    MergedState &m_merged;
    const Difference *m_difference = nullptr;
    const AlignedTable *m_table = nullptr;
    const PerSide<std::optional<Row>> *m_rows = nullptr;
};

void addMoves(const MergeInput &input, MergedState &merged)
{
    for (const Entity &entity : std::as_const(merged.entities)) {
        if (!entity.key || input.alignment.tables[entity.table].isKeyless())
            continue;
        for (const Side side : bothSides) {
            if (entity.at[side] && *entity.at[side] != *entity.key)
                merged.keyMap.append({side, entity.table, *entity.at[side], *entity.key, entity.difference});
        }
    }
}

/// Natural numbers that a decision wrote anew: printed papers know the old ones.
void addNumbers(const MergeInput &input, MergedState &merged)
{
    for (const Difference &difference : input.differences) {
        const auto *both = std::get_if<KeepBoth>(&difference.decision.kind);
        const auto *cells = std::get_if<Cells>(&difference.decision.kind);
        const bool isByRule = difference.decision.origin == Decision::Origin::Rule;
        const AlignedTable &table = input.alignment.tables[difference.table];
        const auto add = [&](Side side, const QString &name, const Value &value) {
            const int column = table.columnIndex(name);
            const std::optional<Row> &row = difference.rows[side];
            if (!row || column < 0 || table.keyColumns.contains(column) || row->at(column) == value)
                return;
            merged.keyMap.append({side, difference.table, {{row->at(column)}}, {{value}}, difference.id, column});
        };
        if (both) {
            for (const auto &[name, value] : both->values.asKeyValueRange())
                add(both->moves, name, value);
        } else if (cells && isByRule && (!difference.rows.a || !difference.rows.b)) {
            for (const auto &[name, choice] : cells->choices.asKeyValueRange()) {
                if (const auto *value = std::get_if<Value>(&choice))
                    add(difference.rows.a ? Side::A : Side::B, name, *value);
            }
        }
    }
}

QString describe(const AlignedTable &table, const KeyMapEntry &entry, const RowKey &key)
{
    if (entry.column < 0)
        return table.describeKey(key);
    return QStringLiteral("%1 %2=%3")
        .arg(table.name.display(), table.columns[entry.column].name, key.values.first().toText());
}

void addJoins(const MergeInput &input, MergedState &merged)
{
    for (const Difference &difference : input.differences) {
        const auto *same = std::get_if<SameEntity>(&difference.decision.kind);
        if (!same)
            continue;
        for (const Side side : bothSides) {
            if (difference.rows[side] && same->of.value_or(side) == side)
                merged.keyMap.append({side, difference.table, difference.key, same->winner, difference.id});
        }
    }
}

bool before(const KeyMapEntry &left, const KeyMapEntry &right)
{
    return std::tie(left.table, left.column, left.oldKey, left.server) <
           std::tie(right.table, right.column, right.oldKey, right.server);
}

} // namespace

QString describeOld(const AlignedTable &table, const KeyMapEntry &entry)
{
    return describe(table, entry, entry.oldKey);
}

QString describeNew(const AlignedTable &table, const KeyMapEntry &entry)
{
    return describe(table, entry, entry.newKey);
}

MergedState mergedState(const MergeInput &input)
{
    MergedState merged;
    const RekeyedRows rekeyed = rekey(input);
    merged.entities.reserve(input.differences.size());
    Carrier carrier(input, rekeyed, merged);
    for (int i = 0; i < input.differences.size(); ++i)
        carrier.carry(i);
    addMoves(input, merged);
    addJoins(input, merged);
    addNumbers(input, merged);
    std::ranges::stable_sort(merged.keyMap, before);
    return merged;
}

} // namespace Rejoin
