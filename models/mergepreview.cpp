#include "models/mergepreview.h"

#include "diffcore/merge/suggestion.h"

#include <QMap>
#include <QSet>

namespace Rejoin {

namespace {

void acceptSuggestions(MergeInput &input, Side moves)
{
    for (Difference &difference : input.differences) {
        if (difference.resolved)
            continue;
        const AlignedTable &table = input.alignment.tables.at(difference.table);
        if (auto suggested = suggestion(table, difference, moves)) {
            difference.decision = *suggested;
            difference.resolved = settles(table, difference, suggested->kind);
        }
    }
}

QList<Value> cellsAt(const Row &row, const QList<int> &columns)
{
    QList<Value> cells;
    for (const int column : columns)
        cells.append(row.value(column));
    return cells;
}

/// Who refers to whom on one side, among the rows of the session.
class References
{
public:
    References(const MergeInput &input, Side side)
        : m_input(input)
        , m_side(side)
    {
        for (int relation = 0; relation < input.alignment.relations.size(); ++relation)
            m_byRelation.append(QMultiHash<QList<Value>, int>());
        for (int at = 0; at < input.differences.size(); ++at)
            add(at);
    }

    /// Positions of the rows that refer to the row at `parent`.
    [[nodiscard]] QList<int> childrenOf(const Difference &parent) const
    {
        QList<int> children;
        const auto &row = parent.rows[m_side];
        for (int at = 0; row && at < m_byRelation.size(); ++at) {
            const Relation &relation = m_input.alignment.relations.at(at);
            if (relation.parent == parent.table)
                children += m_byRelation.at(at).values(cellsAt(*row, relation.parentColumns));
        }
        return children;
    }

private:
    void add(int at)
    {
        const Difference &difference = m_input.differences.at(at);
        const auto &row = difference.rows[m_side];
        for (int relation = 0; row && relation < m_byRelation.size(); ++relation) {
            if (m_input.alignment.relations.at(relation).child == difference.table)
                m_byRelation[relation].insert(cellsAt(*row, m_input.alignment.relations.at(relation).childColumns), at);
        }
    }

    const MergeInput &m_input;
    Side m_side;
    QList<QMultiHash<QList<Value>, int>> m_byRelation;
};

} // namespace

Result<MergePreview> MergePreview::of(const Session &session)
{
    MergePreview preview;
    if (!session.hasComparison())
        return preview;
    REJOIN_TRY_VALUE(input, session.mergeInput());
    acceptSuggestions(input, session.header().moves);
    preview.index(mergedState(input));
    preview.countChildren(input);
    return preview;
}

void MergePreview::index(const MergedState &merged)
{
    for (const Entity &entity : merged.entities)
        m_entities.insert(entity.difference, entity);
    for (const KeyMapEntry &entry : merged.keyMap) {
        if (entry.column < 0)
            m_moves.insert(entry.difference, Move{entry.server, entry.newKey, {}});
    }
}

void MergePreview::countChildren(const MergeInput &input)
{
    const PerSide<References> references{References(input, Side::A), References(input, Side::B)};
    for (const Difference &difference : input.differences) {
        const auto move = m_moves.find(difference.id);
        if (move == m_moves.end())
            continue;
        QMap<int, int> counts;
        for (const int child : references[move->side].childrenOf(difference))
            ++counts[input.differences.at(child).table];
        for (auto it = counts.cbegin(); it != counts.cend(); ++it)
            move->with.append({it.key(), it.value()});
    }
}

std::optional<MergePreview::Move> MergePreview::moveOf(const Difference &difference) const
{
    const auto move = m_moves.constFind(difference.id);
    return move == m_moves.cend() ? std::nullopt : std::optional(*move);
}

std::optional<Row> MergePreview::rowOf(const Difference &difference) const
{
    for (const Entity &entity : m_entities.values(difference.id)) {
        if (entity.key == difference.key)
            return entity.row;
    }
    return std::nullopt;
}

} // namespace Rejoin
