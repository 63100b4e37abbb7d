#pragma once

#include "diffcore/schema/alignment.h"

namespace Rejoin {

/// A reference that no foreign key declares, as it seems, and what speaks for it. None is followed before a person
/// confirmed it.
struct RelationProposal
{
    VirtualRelation relation;
    /// Its name says it, and every value that was looked at is a key of the parent.
    bool strong = false;
    /// The numbers stand within a text or a document: the person is told, but re-keying cannot follow.
    bool withinText = false;
    QStringList evidence; ///< one sentence each: "named like orders.order_id"
    qint64 rekeyed = 0;   ///< values that name two rows each, so that one of them gets a new key

    /// "payments_log.order_no → orders.order_id"
    [[nodiscard]] QString toText() const;
    /// It refers to keys that name two rows, and is strong or within texts.
    [[nodiscard]] bool needsAttention() const { return rekeyed > 0 && (strong || withinText); }
    friend bool operator==(const RelationProposal &, const RelationProposal &) = default;
};

/// Whether two references are one: names without case, and a table named without its schema is that of any schema.
[[nodiscard]] bool isSameReference(const VirtualRelation &left, const VirtualRelation &right);
[[nodiscard]] bool isAmong(const QList<VirtualRelation> &relations, const VirtualRelation &relation);
/// Those that nobody dismissed.
[[nodiscard]] QList<RelationProposal> withoutDismissed(QList<RelationProposal> proposals,
                                                       const QList<VirtualRelation> &dismissed);

/// What a person should read before a script is written although these are not confirmed: those that need attention.
[[nodiscard]] QStringList warningsOf(const QList<RelationProposal> &proposals);

} // namespace Rejoin
