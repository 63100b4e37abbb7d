#include "diffcore/evidence/writetimes.h"
#include "models/tableorder.h"
#include "ui/conflictspanel.h"
#include "ui/enginewords.h"
#include "ui/rowgrids.h"
#include "ui/rowspage.h"

#include <algorithm>
#include <utility>

namespace Rejoin {

void RowsPage::goTable(Direction direction)
{
    const int step = direction == Direction::Forward ? 1 : -1;
    const int tables = int(m_workspace.session()->alignment().tables.size());
    for (int table = m_table.value_or(0) + step; table >= 0 && table < tables; table += step) {
        if (!hasRows(table))
            continue;
        showTable(table);
        if (direction == Direction::Backward)
            goToRow(m_source.count() - 1);
        return;
    }
    Q_EMIT message(direction == Direction::Forward ? tr("This is the last difference")
                                                   : tr("This is the first difference"));
}

void RowsPage::goToRow(int row)
{
    const Difference *difference = m_source.at(row);
    const QList<int> conflicts = difference ? conflictingColumns(*m_source.table(), *difference) : QList<int>();
    if (difference && difference->outcome == Outcome::CellConflict && !conflicts.isEmpty())
        m_grids->setCurrentCell(row, m_model.sectionOf(Face::A, conflicts.first()));
    else
        m_grids->setCurrentRow(row);
}

void RowsPage::goDifferent(Direction direction)
{
    if (!m_source.table())
        return;
    const int row = m_grids->currentRow() + (direction == Direction::Forward ? 1 : -1);
    if (row >= 0 && row < m_source.count())
        goToRow(row);
    else
        goTable(direction);
}

QList<int> RowsPage::tablesFromHere(Direction direction) const
{
    QList<int> order = m_workspace.session() ? parentsFirst(m_workspace.session()->alignment()) : QList<int>();
    if (direction == Direction::Backward)
        std::ranges::reverse(order);
    const qsizetype here = m_table ? order.indexOf(*m_table) : -1;
    if (here < 0)
        return order;
    std::rotate(order.begin(), order.begin() + here, order.end());
    order.append(*m_table); // the rows on the other side of where one is
    return order;
}

qint64 RowsPage::nearestUndecided(Direction direction) const
{
    const int step = direction == Direction::Forward ? 1 : -1;
    bool isStart = m_table.has_value();
    for (const int table : tablesFromHere(direction)) {
        const DifferenceFilter open{.table = table, .unresolvedOnly = true, .written = m_written};
        QList<qint64> ids = m_workspace.session()->ids(open).value_or(QList<qint64>());
        if (direction == Direction::Backward)
            std::ranges::reverse(ids);
        if (std::exchange(isStart, false)) {
            const int current = m_grids->currentRow();
            ids.removeIf([&](qint64 id) { return step * (m_source.rowOf(id) - current) <= 0; });
        }
        if (!ids.isEmpty())
            return ids.first();
    }
    return 0;
}

void RowsPage::goUndecided(Direction direction)
{
    if (const qint64 difference = nearestUndecided(direction)) {
        showRow(difference);
        return;
    }
    if (m_conflicts->count() > 0) {
        m_conflicts->focusFirst();
        Q_EMIT message(tr("Every row is decided; constraint conflicts left: %1").arg(m_conflicts->count()));
        return;
    }
    Q_EMIT message(
        m_written ? tr("Nothing is left to decide of what was written %1").arg(engineText(timeSpanText(*m_written)))
                  : tr("Nothing is left to decide: go on to Review"));
}

} // namespace Rejoin
