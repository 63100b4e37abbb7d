#pragma once

#include "diffcore/session/session.h"

namespace Rejoin {

/// How the rows of a table stand in a list. Rows that are alike in it stand in the order of their keys.
enum class RowOrder : quint8 {
    Key,
    Outcome,     ///< as allOutcomes has them
    LatestWrite, ///< what a server wrote last stands first; rows of which no time is known at the end
    Decision,    ///< undecided first, then those that are decided alike together
    Parent,      ///< rows that refer to one row stand together: lines by their order; by the table's first reference
};
inline constexpr std::array allRowOrders{RowOrder::Key, RowOrder::Outcome, RowOrder::LatestWrite, RowOrder::Decision,
                                         RowOrder::Parent};

/// Ids of the rows that pass, lined up by the session's file. Opens the file by itself, so that any thread may call it;
/// fails as Session::openExisting() does.
[[nodiscard]] Result<QList<qint64>> orderedIds(const QString &session, const DifferenceFilter &filter, RowOrder order);

} // namespace Rejoin
