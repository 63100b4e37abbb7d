#pragma once

#include "diffcore/base/result.h"
#include "diffcore/compare/difference.h"
#include "diffcore/schema/alignment.h"

#include <memory>

namespace Rejoin {

/// A condition on a row as SQL has it, for rules: `status = 'open' AND b.amount > a.amount`.
///
/// `a.`, `b.` and `baseline.` name a version; it is NULL in every column where that version has no row. A column
/// without a version is asked of each server that has the row, and the condition must hold on all of them. Expressions
/// are SQLite's, evaluated here and never on a server: numbers compare as numbers (decimals as doubles), everything
/// else by its canonical text, binary as blobs. A query in it is refused: rules come with projects of others, and a
/// query can be endless. Belongs to the thread that made it.
class RowCondition
{
public:
    /// Fails with Usage where the text is no condition on the columns of this table.
    [[nodiscard]] static Result<RowCondition> make(const QString &text, const AlignedTable &table);
    ~RowCondition();
    RowCondition(RowCondition &&) noexcept;
    RowCondition &operator=(RowCondition &&) noexcept;

    /// NULL counts as no. Fails with Usage where the expression itself fails (a number that overflows).
    [[nodiscard]] Result<bool> holds(const Difference &difference);

private:
    struct State;
    explicit RowCondition(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace Rejoin
