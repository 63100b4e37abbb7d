#include "diffcore/evidence/writetimes.h"
#include "diffcore/merge/cellmerge.h"
#include "models/tableorder.h"
#include "ui/conflictspanel.h"
#include "ui/enginewords.h"
#include "ui/findbar.h"
#include "ui/rowgrids.h"
#include "ui/rowspage.h"

#include <QSet>

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

/// What a search for an undecided row starts from; a value, so that a job may search.
struct RowsPage::Search
{
    QList<int> tables; ///< in the order of the search
    std::optional<TimeSpan> written;
    bool startsHere = false; ///< the first table is the one that is shown
    QList<qint64> shown;     ///< its rows as they stand
    int current = -1;        ///< row of `shown`
    Direction direction = Direction::Forward;
};

RowsPage::Search RowsPage::searchFromHere(Direction direction) const
{
    return {.tables = tablesFromHere(direction),
            .written = m_written,
            .startsHere = m_table.has_value(),
            .shown = m_source.ids(),
            .current = m_grids->currentRow(),
            .direction = direction};
}

namespace {

/// The row nearest to `current` that is open; 0 = none.
qint64 nearestOf(const QList<qint64> &shown, int current, int step, const QList<qint64> &open)
{
    const QSet<qint64> isOpen(open.cbegin(), open.cend());
    for (qsizetype row = current + step; row >= 0 && row < shown.size(); row += step) {
        if (isOpen.contains(shown.at(row)))
            return shown.at(row);
    }
    return 0;
}

} // namespace

Result<qint64> RowsPage::find(const Session &session, const Search &search)
{
    const bool forward = search.direction == Direction::Forward;
    bool isHere = search.startsHere;
    for (const int table : search.tables) {
        const DifferenceFilter filter{.table = table, .unresolvedOnly = true, .written = search.written};
        REJOIN_TRY_VALUE(open, session.ids(filter));
        if (std::exchange(isHere, false)) {
            if (const qint64 found = nearestOf(search.shown, search.current, forward ? 1 : -1, open))
                return found;
        } else if (!open.isEmpty()) {
            return forward ? open.first() : open.last();
        }
    }
    return 0;
}

/// The same for rows in the order of their keys, where the file finds the next one by itself.
qint64 RowsPage::nextUndecided() const
{
    const Session &session = *m_workspace.session();
    bool isHere = m_table.has_value();
    for (const int table : tablesFromHere(Direction::Forward)) {
        const bool startsHere = std::exchange(isHere, false);
        DifferenceFilter open = startsHere ? filter() : DifferenceFilter{.table = table, .written = m_written};
        open.unresolvedOnly = true;
        const qint64 after = startsHere ? currentId() : 0;
        const auto found = session.page(open, after, 1);
        if (found && !found->isEmpty())
            return found->first().id;
    }
    return 0;
}

void RowsPage::goUndecided(Direction direction)
{
    if (!m_workspace.session())
        return;
    const bool inKeyOrder = m_source.shown().order == RowOrder::Key && m_source.shown().differingIn < 0;
    if (direction == Direction::Forward && inKeyOrder) {
        arriveAt(nextUndecided());
        return;
    }
    const Search search = searchFromHere(direction);
    if (m_workspace.isSmall()) {
        arriveAt(find(*m_workspace.session(), search).value_or(0));
        return;
    }
    m_searching.start(
        tr("Looking for an undecided row"), CancelMeans::Drop,
        [path = m_workspace.session()->path(), search](const CancelToken &, const Progress &) -> Result<qint64> {
            REJOIN_TRY_VALUE(opened, Session::openExisting(path));
            return find(*opened, search);
        },
        [this](const Result<qint64> &found) { arriveAt(found.value_or(0)); });
}

void RowsPage::arriveAt(qint64 undecided)
{
    if (undecided > 0) {
        showRow(undecided);
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

struct RowsPage::TextSearch
{
    QString text;
    QList<qint64> ids; ///< in the order of the search
    QList<int> columns;
};

Result<qint64> RowsPage::findText(const Session &session, const TextSearch &search, const CancelToken &cancel)
{
    for (const qint64 id : search.ids) {
        if (cancel.isCancelled())
            return fail(ErrorCode::Cancelled, QStringLiteral("cancelled"));
        REJOIN_TRY_VALUE(difference, session.difference(id));
        const auto holds = [&](const std::optional<Row> &row) {
            return row && std::ranges::any_of(search.columns, [&](int column) {
                       return row->value(column).toText().contains(search.text, Qt::CaseInsensitive);
                   });
        };
        if (std::ranges::any_of(allVersions, [&](Version version) { return holds(difference.rows[version]); }))
            return id;
    }
    return 0;
}

void RowsPage::goToText(const QString &text, Direction direction)
{
    const AlignedTable *table = m_source.table();
    if (!table || m_source.count() == 0)
        return;
    TextSearch search{.text = text, .ids = m_source.ids()};
    for (int column = 0; column < table->columns.size(); ++column) {
        if (!m_model.isHidden(column))
            search.columns.append(column);
    }
    // from the row behind the current one around to it
    const int current = std::max(m_grids->currentRow(), 0);
    if (direction == Direction::Backward)
        std::ranges::reverse(search.ids);
    const qsizetype here = direction == Direction::Forward ? current : search.ids.size() - 1 - current;
    std::rotate(search.ids.begin(), search.ids.begin() + (here + 1) % search.ids.size(), search.ids.end());
    const auto arrive = [this](const Result<qint64> &found) {
        const qint64 id = found.value_or(0);
        m_find->say(id > 0 ? QString() : tr("not found"));
        if (const int row = id > 0 ? m_source.rowOf(id) : -1; row >= 0)
            m_grids->setCurrentRow(row);
    };
    if (m_workspace.isSmall()) {
        arrive(findText(*m_workspace.session(), search, {}));
        return;
    }
    m_find->say(tr("looking…"));
    m_searching.start(
        tr("Looking for a text"), CancelMeans::Drop,
        [path = m_workspace.session()->path(), search](const CancelToken &cancel, const Progress &) -> Result<qint64> {
            REJOIN_TRY_VALUE(opened, Session::openExisting(path));
            return findText(*opened, search, cancel);
        },
        arrive);
}

} // namespace Rejoin
