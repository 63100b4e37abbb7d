#pragma once

#include "diffcore/compare/rowfetcher.h"

#include <memory>

namespace Rejoin {

/// A row value of a keyless table and how many rows each side has of it. `rows` hold one of them for each side that has
/// any; they differ in columns that are not compared, if at all.
struct CountedRow
{
    PerSide<std::optional<Row>> rows;
    PerSide<qint64> copies;
};

/// One of several equal rows: which versions have it. Ordinals before the first that is listed are on all versions.
struct RowCopy
{
    qint64 ordinal = 1;
    PerVersion<bool> in;

    friend bool operator==(const RowCopy &, const RowCopy &) = default;
};

/// The copies that A and B do not share. `baseline` nothing = how many it has is not known.
///
/// Rows that each side added are separate events, though they are equal, so they get ordinals of their own: baseline 1,
/// A 2, B 3 make 4 in the merged state. Rows that both sides deleted are the same deletion (line 15 of the outcome
/// table), so that nothing is deleted that one of them kept and had reason to: baseline 3, A 2, B 1 make 1. Where A and
/// B have equally many, they agree and nothing is listed.
[[nodiscard]] QList<RowCopy> unsharedCopies(const PerSide<qint64> &copies, std::optional<qint64> baseline);

/// Compares keyless tables as multisets: counts equal rows in a temporary file, in any order of reading. Memory does
/// not grow with the tables.
class MultisetRead
{
public:
    /// Fails with CannotWrite where there is no room for the file.
    [[nodiscard]] static Result<std::unique_ptr<MultisetRead>> make(PerSide<RowFetcher *> from,
                                                                    const AlignedTable &table);
    ~MultisetRead();
    MultisetRead(const MultisetRead &) = delete;
    MultisetRead &operator=(const MultisetRead &) = delete;

    /// Reads one side whole; both must be read before next().
    [[nodiscard]] Result<void> read(Side side);
    /// Up to `limit` row values of which A and B have unlike numbers; empty at the end. Where the table's filters let
    /// unlike numbers through, all equal rows count, those that a filter hides included.
    [[nodiscard]] Result<QList<CountedRow>> next(int limit);
    [[nodiscard]] PerSide<std::optional<qint64>> rowsSeen() const;

private:
    struct State;
    explicit MultisetRead(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace Rejoin
