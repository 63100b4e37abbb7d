#include "diffcore/merge/planorder.h"

#include "diffcore/merge/planedges.h"
#include "diffcore/merge/rekey.h"

#include <algorithm>
#include <functional>
#include <queue>
#include <vector>

namespace Rejoin {

namespace {

using Tuple = QList<Value>;

/// Parents have lower ranks than their children; cycles fall where the order of tables puts them.
class TableRanks
{
public:
    explicit TableRanks(const Alignment &alignment)
        : m_parents(alignment.tables.size())
        , m_rank(alignment.tables.size(), -1)
    {
        for (const Relation &relation : alignment.relations) {
            if (relation.child != relation.parent)
                m_parents[relation.child].append(relation.parent);
        }
        for (int table = 0; table < m_rank.size(); ++table)
            visit(table);
    }

    [[nodiscard]] int operator[](int table) const { return m_rank[table]; }

private:
    void visit(int table)
    {
        if (m_rank[table] != -1)
            return;
        m_rank[table] = -2; // being visited: a cycle ends here
        for (const int parent : std::as_const(m_parents[table]))
            visit(parent);
        m_rank[table] = m_next++;
    }

    QList<QList<int>> m_parents;
    QList<int> m_rank;
    int m_next = 0;
};

class Orderer
{
public:
    Orderer(const Alignment &alignment, QList<RowOperation> operations, ForeignKeyTiming timing)
        : m_alignment(alignment)
        , m_operations(std::move(operations))
        , m_timing(timing)
    {
    }

    Result<QList<RowOperation>> run()
    {
        sortByRank();
        m_edges.resize(m_operations.size());
        m_uniqueBefore.fill(0, m_operations.size());
        m_foreignBefore.fill(0, m_operations.size());
        m_waitable.fill(0, m_operations.size());
        m_done.fill(false, m_operations.size());
        m_ordered.reserve(m_operations.size());
        for (const UniqueConstraint &unique : m_alignment.uniques)
            addUniqueEdges(unique);
        for (const Relation &relation : m_alignment.relations) {
            if (relation.declared)
                addForeignKeyEdges(relation);
        }
        for (int i = 0; i < m_operations.size(); ++i)
            considerFree(i);
        while (m_ordered.size() < m_operations.size() + m_extra) {
            if (m_free.empty())
                REJOIN_TRY(breakCycle());
            else
                emitNext();
        }
        return std::move(m_ordered);
    }

private:
    void sortByRank()
    {
        const TableRanks ranks(m_alignment);
        const auto phase = [](const RowOperation &operation) {
            switch (operation.kind) {
            case RowOperation::Kind::Delete: return 0;
            case RowOperation::Kind::Update: return 1;
            case RowOperation::Kind::Insert: return 2;
            }
            return 3;
        };
        struct Place
        {
            int phase;
            int rank;
            qsizetype index;
        };
        std::vector<Place> places;
        places.reserve(m_operations.size());
        for (qsizetype index = 0; index < m_operations.size(); ++index) {
            const RowOperation &operation = m_operations[index];
            const int rank = ranks[operation.table];
            places.push_back({phase(operation), operation.kind == RowOperation::Kind::Delete ? -rank : rank, index});
        }
        // they mostly come by their keys, so nothing is left of the dearest comparison but to see that it is so
        std::ranges::stable_sort(places, {}, [](const Place &place) { return std::pair(place.phase, place.rank); });
        const auto byKey = [&](const Place &left, const Place &right) {
            return m_operations[left.index].key < m_operations[right.index].key;
        };
        for (auto begin = places.begin(); begin != places.end();) {
            const auto end = std::find_if(begin, places.end(), [&](const Place &place) {
                return place.phase != begin->phase || place.rank != begin->rank;
            });
            if (!std::is_sorted(begin, end, byKey))
                std::stable_sort(begin, end, byKey);
            begin = end;
        }
        if (std::ranges::is_sorted(places, {}, &Place::index))
            return;
        QList<RowOperation> sorted;
        sorted.reserve(m_operations.size());
        for (const Place &place : places)
            sorted += std::move(m_operations[place.index]);
        m_operations = std::move(sorted);
    }

    static Tuple tupleOf(const std::optional<Row> &row, const QList<int> &columns)
    {
        const Tuple values = row ? valuesAt(*row, columns) : Tuple();
        return hasGap(values) ? Tuple() : values;
    }

    void addEdge(int from, int to, EdgeKind kind, bool canWait = false)
    {
        if (from == to)
            return;
        m_edges[from].append({to, kind, canWait});
        ++(kind == EdgeKind::Unique ? m_uniqueBefore : m_foreignBefore)[to];
        m_waitable[to] += canWait ? 1 : 0;
    }

    void addUniqueEdges(const UniqueConstraint &unique)
    {
        if (unique.columns == m_alignment.tables[unique.table].keyColumns)
            return; // one operation a key
        QHash<Tuple, int> freedBy;
        for (int i = 0; i < m_operations.size(); ++i) {
            const RowOperation &operation = m_operations[i];
            if (operation.table != unique.table)
                continue;
            const Tuple before = tupleOf(operation.before, unique.columns);
            if (!before.isEmpty() && before != tupleOf(operation.after, unique.columns))
                freedBy.insert(before, i);
        }
        for (int i = 0; i < m_operations.size() && !freedBy.isEmpty(); ++i) {
            if (m_operations[i].table != unique.table)
                continue;
            const auto from = freedBy.constFind(tupleOf(m_operations[i].after, unique.columns));
            if (from != freedBy.constEnd())
                addEdge(*from, i, EdgeKind::Unique);
        }
    }

    void addForeignKeyEdges(const Relation &relation)
    {
        QHash<Tuple, int> comesWith;
        QHash<Tuple, int> goesWith;
        for (int i = 0; i < m_operations.size(); ++i) {
            const RowOperation &operation = m_operations[i];
            if (operation.table != relation.parent)
                continue;
            const Tuple before = tupleOf(operation.before, relation.parentColumns);
            const Tuple after = tupleOf(operation.after, relation.parentColumns);
            if (before == after)
                continue;
            if (!after.isEmpty())
                comesWith.insert(after, i);
            if (!before.isEmpty())
                goesWith.insert(before, i);
        }
        if (comesWith.isEmpty() && goesWith.isEmpty())
            return;
        for (int i = 0; i < m_operations.size(); ++i) {
            if (m_operations[i].table != relation.parent)
                continue;
            const Tuple before = tupleOf(m_operations[i].before, relation.parentColumns);
            const auto taker = comesWith.constFind(before);
            if (!before.isEmpty() && taker != comesWith.constEnd() && goesWith.value(before, -1) == i)
                addEdge(*taker, i, EdgeKind::ValueStays);
        }
        for (int i = 0; i < m_operations.size(); ++i) {
            const RowOperation &operation = m_operations[i];
            if (operation.table != relation.child)
                continue;
            const Tuple before = tupleOf(operation.before, relation.childColumns);
            const Tuple after = tupleOf(operation.after, relation.childColumns);
            const auto canWait = [&] { return emptyable(operation, relation) >= 0; };
            if (const auto parent = comesWith.constFind(after); !after.isEmpty() && parent != comesWith.constEnd())
                addEdge(*parent, i, EdgeKind::ParentComes, canWait());
            if (const auto parent = goesWith.constFind(before);
                !before.isEmpty() && before != after && parent != goesWith.constEnd())
                addEdge(i, *parent, EdgeKind::ChildLeaves, canWait());
        }
    }

    void considerFree(int index)
    {
        if (!m_done[index] && m_uniqueBefore[index] == 0 && m_foreignBefore[index] == 0)
            m_free.push(index);
    }

    void emitNext()
    {
        const int index = m_free.top();
        m_free.pop();
        if (m_done[index])
            return;
        m_done[index] = true;
        m_ordered.append(std::move(m_operations[index]));
        for (const PlanEdge &edge : std::as_const(m_edges[index]))
            release(edge);
    }

    void release(const PlanEdge &edge)
    {
        --(edge.kind == EdgeKind::Unique ? m_uniqueBefore : m_foreignBefore)[edge.to];
        m_waitable[edge.to] -= edge.canWait ? 1 : 0;
        considerFree(edge.to);
    }

    Result<void> breakCycle()
    {
        if (m_timing == ForeignKeyTiming::Deferred) {
            for (int i = 0; i < m_operations.size(); ++i) {
                if (!m_done[i] && m_uniqueBefore[i] == 0) {
                    m_free.push(i);
                    return {};
                }
            }
        }
        for (int i = 0; i < m_operations.size(); ++i) {
            if (!m_done[i] && (park(i) || postponeReference(i)))
                return {};
        }
        if (emitAtOnce() || leaveReferencesToServer())
            return {};
        for (int i = 0; i < m_operations.size(); ++i) {
            if (!m_done[i])
                return fail(ErrorCode::Unsupported,
                            QStringLiteral("no order of operations gets %1 past the constraints")
                                .arg(m_alignment.tables[m_operations[i].table].describeKey(m_operations[i].key)));
        }
        return fail(ErrorCode::Bug, QStringLiteral("the plan's order lost an operation"));
    }

    /// Gives the unique columns of a row that changes or goes a free value first, so that others can take what it had.
    bool park(int index)
    {
        RowOperation &operation = m_operations[index];
        if (operation.kind == RowOperation::Kind::Insert || m_parked.contains(index) ||
            !leads(index, isOf(EdgeKind::Unique)))
            return false;
        RowOperation parking = operation;
        parking.kind = RowOperation::Kind::Update;
        parking.columns.clear();
        parking.after = operation.before;
        for (const UniqueConstraint &unique : m_alignment.uniques) {
            const bool mayPark = m_timing == ForeignKeyTiming::Deferred || m_leftToServer || !isReferredTo(unique);
            const bool frees = mayPark && unique.table == operation.table &&
                               tupleOf(operation.before, unique.columns) != tupleOf(operation.after, unique.columns);
            const int column = frees ? parkingColumn(operation, unique) : -1;
            if (column >= 0 && !parking.columns.contains(column)) {
                parking.columns.append(column);
                (*parking.after)[column] = parkingValue(operation, column);
            }
        }
        if (parking.columns.isEmpty())
            return false;
        operation.before = parking.after;
        m_parked.insert(index);
        emitExtra(parking);
        releaseAll(index, isOf(EdgeKind::Unique));
        return true;
    }

    [[nodiscard]] int parkingColumn(const RowOperation &operation, const UniqueConstraint &unique) const
    {
        const QList<int> &keyColumns = m_alignment.tables[operation.table].keyColumns;
        for (const int column : unique.columns) {
            const bool changes = operation.kind == RowOperation::Kind::Delete ? !keyColumns.contains(column)
                                                                              : operation.columns.contains(column);
            if (changes)
                return column;
        }
        return -1;
    }

    [[nodiscard]] Value parkingValue(const RowOperation &operation, int column) const
    {
        const AlignedColumn &aligned = m_alignment.tables[operation.table].columns[column];
        const auto nullableOn = [&](Side side) { return aligned.in[side] && aligned.in[side]->nullable; };
        if (nullableOn(Side::A) && nullableOn(Side::B))
            return Value::null();
        const qint64 number = -1000000000 - m_extra;
        if (operation.before->at(column).family() == TypeFamily::Integer)
            return Value::integer(number);
        return Value::text(QStringLiteral("rejoin%1").arg(number));
    }

    /// Inserts or changes a row with its nullable references empty and sets them afterwards; a row that goes loses them
    /// first. Its other references hold: a row comes when their parents are there, and keeps those that they have.
    bool postponeReference(int index)
    {
        RowOperation &operation = m_operations[index];
        const bool insert = operation.kind == RowOperation::Kind::Insert;
        if (m_postponed.contains(index) || (insert && !waitsForEmptyableAlone(index)))
            return false;
        const QList<int> postponed = postponable(operation);
        const auto helps = [&](const PlanEdge &edge) {
            return insert ? edge.kind == EdgeKind::ParentComes : edge.kind == EdgeKind::ChildLeaves && edge.canWait;
        };
        if (postponed.isEmpty() || !leads(index, helps))
            return false;
        RowOperation first = operation;
        if (!insert) {
            first.kind = RowOperation::Kind::Update;
            first.columns = postponed;
            first.after = operation.before;
        }
        for (const int column : postponed)
            (*first.after)[column] = Value::null();
        if (insert)
            operation.kind = RowOperation::Kind::Update;
        operation.before = first.after;
        if (insert)
            operation.columns = postponed;
        m_postponed.insert(index);
        emitExtra(first);
        releaseAll(index, helps);
        return true;
    }

    [[nodiscard]] bool waitsForEmptyableAlone(int index) const
    {
        return m_uniqueBefore[index] == 0 && m_foreignBefore[index] == m_waitable[index];
    }

    /// A column each of the declared references that can be empty for a while.
    [[nodiscard]] QList<int> postponable(const RowOperation &operation) const
    {
        QList<int> columns;
        for (const Relation &relation : m_alignment.relations) {
            const bool isOurs = relation.declared && relation.child == operation.table;
            const int column = isOurs ? emptyable(operation, relation) : -1;
            if (column >= 0 && !columns.contains(column))
                columns.append(column);
        }
        return columns;
    }

    /// The first column of the reference that can be empty between the row as it was and as it will be; -1 for none.
    [[nodiscard]] int emptyable(const RowOperation &operation, const Relation &relation) const
    {
        const AlignedTable &table = m_alignment.tables[operation.table];
        for (const int column : relation.childColumns) {
            const bool leaves = operation.kind == RowOperation::Kind::Delete || operation.columns.contains(column);
            const bool isSet = operation.kind == RowOperation::Kind::Insert
                                   ? operation.after->at(column).isPresent()
                                   : leaves && operation.before->at(column).isPresent();
            if (isSet && table.columns[column].definition().nullable && !table.keyColumns.contains(column) &&
                !isReferredTo(operation.table, column))
                return column;
        }
        return -1;
    }

    void emitExtra(const RowOperation &operation)
    {
        m_ordered.append(operation);
        ++m_extra;
    }

    /// What foreign keys allow only together, happens in one statement.
    bool emitAtOnce()
    {
        const QList<int> group = m_timing == ForeignKeyTiming::Statement
                                     ? inUniqueOrder(m_edges, firstCycle(m_edges, m_done))
                                     : QList<int>();
        if (group.isEmpty() || !std::ranges::all_of(group, [this](int index) { return canShareStatement(index); }))
            return false;
        ++m_statements;
        for (const int index : group) {
            m_operations[index].atOnce = m_statements;
            m_done[index] = true;
            m_ordered.append(m_operations[index]);
        }
        for (const int index : group) {
            for (const PlanEdge &edge : std::as_const(m_edges[index]))
                release(edge);
        }
        return true;
    }

    /// Rows that go along with a deleted one could not be told from those that leave it in the same statement.
    [[nodiscard]] bool canShareStatement(int index) const
    {
        const AlignedTable &table = m_alignment.tables[m_operations[index].table];
        const bool takesChildren = std::ranges::any_of(
            bothSides, [&](Side side) { return table.in[side] && !table.in[side]->deleteActions.isEmpty(); });
        return !table.isKeyless() && !(takesChildren && m_operations[index].kind == RowOperation::Kind::Delete);
    }

    /// Nothing may refer to the values after all: the server judges.
    bool leaveReferencesToServer()
    {
        if (m_timing != ForeignKeyTiming::Statement || m_leftToServer)
            return false;
        m_leftToServer = true;
        for (int i = 0; i < m_operations.size(); ++i) {
            if (!m_done[i])
                releaseAll(i, isOf(EdgeKind::ValueStays));
        }
        return true;
    }

    [[nodiscard]] bool isReferredTo(const UniqueConstraint &unique) const
    {
        return std::ranges::any_of(unique.columns, [&](int column) { return isReferredTo(unique.table, column); });
    }

    [[nodiscard]] bool isReferredTo(int table, int column) const
    {
        return std::ranges::any_of(m_alignment.relations, [&](const Relation &relation) {
            return relation.declared && relation.parent == table && relation.parentColumns.contains(column);
        });
    }

    using Edges = std::function<bool(const PlanEdge &)>;

    [[nodiscard]] static Edges isOf(EdgeKind kind)
    {
        return [kind](const PlanEdge &edge) { return edge.kind == kind; };
    }

    [[nodiscard]] bool leads(int index, const Edges &edges) const
    {
        return std::ranges::any_of(m_edges[index],
                                   [&](const PlanEdge &edge) { return edges(edge) && !m_done[edge.to]; });
    }

    /// What waited for the operation's first half need not wait for its second.
    void releaseAll(int index, const Edges &edges)
    {
        QList<PlanEdge> kept;
        for (const PlanEdge &edge : std::as_const(m_edges[index])) {
            if (edges(edge))
                release(edge);
            else
                kept.append(edge);
        }
        m_edges[index] = kept;
    }

    const Alignment &m_alignment;
    QList<RowOperation> m_operations;
    ForeignKeyTiming m_timing;
    PlanEdges m_edges;
    QList<int> m_uniqueBefore;
    QList<int> m_foreignBefore;
    QList<int> m_waitable; ///< of m_foreignBefore: by references that can be empty for a while
    QList<bool> m_done;
    QSet<int> m_parked;
    QSet<int> m_postponed;
    int m_statements = 0; ///< that carry out several operations
    bool m_leftToServer = false;
    /// The lowest first; one that is done by now may still be among them.
    std::priority_queue<int, std::vector<int>, std::greater<>> m_free;
    QList<RowOperation> m_ordered;
    qsizetype m_extra = 0;
};

} // namespace

Result<QList<RowOperation>> orderOperations(const Alignment &alignment, QList<RowOperation> operations,
                                            ForeignKeyTiming timing)
{
    return Orderer(alignment, std::move(operations), timing).run();
}

} // namespace Rejoin
