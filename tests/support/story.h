#pragma once

#include "diffcore/merge/mergedstate.h"
#include "diffcore/merge/plan.h"

#include <QMap>

namespace Rejoin::Testing {

/// The rows of one database in memory: table → key → row.
using State = QMap<QString, QMap<RowKey, Row>>;

/// A small divergence, told in a few lines and held in memory, with no server at hand.
///
/// Tables, one a line: a name and its columns. A column's marks: `#` key handed out by the server, `*` part of the key,
/// `!` unique, `?` nullable, `>table` foreign key to that table's first column (`>table.column` to another), `~>table`
/// the same, not declared. A table with no key column is keyless.
///
///     employees employee_id# name manager_id?>employees
///     order_lines order_id*>orders line_no* product
///
/// Rows: `orders: 1001 5 9; 1002 6 8`. `-` is NULL, numbers are integers, everything else is text.
class Story
{
public:
    explicit Story(const QString &tables);

    /// Adds rows; a row whose key is there already takes its place.
    void put(Version version, const QString &rows);
    /// Takes rows away by key: `orders: 1001`.
    void drop(Version version, const QString &keys);
    /// The same for all three versions.
    void putEverywhere(const QString &rows);

    [[nodiscard]] const Alignment &alignment() const { return m_alignment; }
    [[nodiscard]] State &state(Version version) { return m_states[version]; }

    /// Classifies every key, with entangled rows and automatic decisions; made anew, decisions are gone.
    [[nodiscard]] MergeInput input() const;
    /// `orders 1001`; nothing (and a test failure) where there is no such difference.
    [[nodiscard]] Difference *find(MergeInput &input, const QString &row) const;

    [[nodiscard]] QString text(const State &state, const QString &table) const;

private:
    [[nodiscard]] Row parseRow(int table, const QString &text) const;
    [[nodiscard]] RowKey keyFor(int table, const Row &row, const State &state) const;
    void addDifference(MergeInput &input, int table, const RowKey &key, bool entangled) const;
    void addEntangled(MergeInput &input) const;

    Alignment m_alignment;
    PerVersion<State> m_states;
};

/// Decides the difference and says whether that settles it.
void decide(const MergeInput &input, Difference &difference, const DecisionKind &kind);

/// The unique key or foreign key that a state breaks; empty if none.
[[nodiscard]] QString brokenConstraint(const Alignment &alignment, const State &state);

/// Carries a plan out in memory. Gives what went wrong, empty if nothing did: a guard (the slot is not as the plan
/// says), a unique key broken on the way, a foreign key broken behind a row (Immediate) or statement (Statement) or at
/// the end (Deferred).
[[nodiscard]] QString carryOut(const Plan &plan, const Alignment &alignment, State &state, ForeignKeyTiming timing);

} // namespace Rejoin::Testing
