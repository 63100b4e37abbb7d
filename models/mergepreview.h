#pragma once

#include "diffcore/session/session.h"

#include <QMultiHash>

namespace Rejoin {

/// What the merge will make of the rows: every decision so far, and where one is missing its suggestion, if there is
/// one. A value; asks no server and changes nothing.
class MergePreview
{
public:
    MergePreview() = default;
    /// Reads all differences, on a worker where they are many.
    [[nodiscard]] static Result<MergePreview> of(const Session &session);
    /// It holds every row in memory: sessions of more rows have none.
    static constexpr qint64 largestSession = 20'000;

    /// A row that gets another key, and what moves with it.
    struct Move
    {
        Side side = Side::B;
        RowKey newKey;
        QList<std::pair<int, int>> with; ///< table index and rows, by table
    };

    /// Nothing for rows that keep their keys.
    [[nodiscard]] std::optional<Move> moveOf(const Difference &difference) const;
    /// The merged row that stands under the difference's own key; nothing where none does or it is not known.
    [[nodiscard]] std::optional<Row> rowOf(const Difference &difference) const;

private:
    void index(const MergedState &merged);
    void countChildren(const MergeInput &input);

    QHash<qint64, Move> m_moves;
    QMultiHash<qint64, Entity> m_entities;
};

} // namespace Rejoin
