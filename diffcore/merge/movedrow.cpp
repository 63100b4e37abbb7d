#include "diffcore/merge/movedrow.h"

#include "diffcore/base/overloaded.h"
#include "diffcore/merge/cellmerge.h"

namespace Rejoin {

namespace {

/// One row of one key, before and now.
class Move
{
public:
    Move(const AlignedTable &table, const Difference &before, const Difference &now)
        : m_table(table)
        , m_before(before)
        , m_now(now)
    {
    }

    [[nodiscard]] bool sameRowsAreThere() const
    {
        return m_before.baselineKnown == m_now.baselineKnown &&
               std::ranges::all_of(allVersions, [this](Version version) {
                   return m_before.rows[version].has_value() == m_now.rows[version].has_value();
               });
    }

    [[nodiscard]] bool keptBothStand(const KeepBoth &both) const
    {
        return std::ranges::all_of(both.values.keys(),
                                   [&](const QString &name) { return !moved(columnOf(name), versionOf(both.moves)); });
    }

    [[nodiscard]] bool cellsStand(const Cells &cells) const
    {
        if (!m_now.rows.a || !m_now.rows.b)
            return false;
        const bool chosenLie = std::ranges::all_of(cells.choices.keys(), [this](const QString &name) {
            return std::ranges::none_of(allVersions, [&](Version version) { return moved(columnOf(name), version); });
        });
        return chosenLie &&
               mergeCells(m_table, m_now.rows.baseline, *m_now.rows.a, *m_now.rows.b, cells).conflicting.isEmpty();
    }

    [[nodiscard]] bool takenStands(Version from) const
    {
        if (from == Version::Baseline || !m_now.rows.a || !m_now.rows.b || !m_now.rows.baseline)
            return false;
        const Version lost = from == Version::A ? Version::B : Version::A;
        for (int column = 0; column < m_table.columns.size(); ++column) {
            if (moved(column, lost) || moved(column, Version::Baseline))
                return false;
            if (moved(column, from) && !isUntouched(column, lost))
                return false;
        }
        return true;
    }

private:
    [[nodiscard]] int columnOf(const QString &name) const { return m_table.columnIndex(name); }

    [[nodiscard]] bool moved(int column, Version version) const
    {
        const std::optional<Row> &before = m_before.rows[version];
        const std::optional<Row> &now = m_now.rows[version];
        return column < 0 || (before && now && before->at(column) != now->at(column));
    }

    [[nodiscard]] bool isUntouched(int column, Version version) const
    {
        const AlignedColumn &aligned = m_table.columns[column];
        return equal(aligned.atSplit(m_now.rows.baseline->at(column)), m_now.rows[version]->at(column),
                     aligned.equality);
    }

    const AlignedTable &m_table;
    const Difference &m_before;
    const Difference &m_now;
};

} // namespace

bool standsAfterMove(const AlignedTable &table, const Difference &before, const Difference &now,
                     const Decision &decision)
{
    const Move move(table, before, now);
    if (before.outcome != now.outcome || !move.sameRowsAreThere())
        return false;
    return std::visit(Overloaded{
                          [](const Unresolved &) { return false; },
                          [&](const Take &take) { return move.takenStands(take.from); },
                          [&](const Cells &cells) { return move.cellsStand(cells); },
                          [&](const KeepBoth &both) { return move.keptBothStand(both); },
                          [](const SameEntity &) { return false; },
                          [](const DeleteRow &) { return false; },
                          [](const Skip &) { return true; },
                      },
                      decision.kind);
}

} // namespace Rejoin
