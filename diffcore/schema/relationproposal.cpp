#include "diffcore/schema/relationproposal.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

bool isSameName(const QString &left, const QString &right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

bool isSameTable(const TableName &left, const TableName &right)
{
    return isSameName(left.name, right.name) &&
           (left.schema.isEmpty() || right.schema.isEmpty() || isSameName(left.schema, right.schema));
}

} // namespace

QString RelationProposal::toText() const
{
    return u"%1.%2 → %3.%4"_s.arg(relation.child.display(), relation.column, relation.parent.display(),
                                  relation.parentColumn);
}

bool isSameReference(const VirtualRelation &left, const VirtualRelation &right)
{
    return isSameTable(left.child, right.child) && isSameName(left.column, right.column) &&
           isSameTable(left.parent, right.parent) && isSameName(left.parentColumn, right.parentColumn);
}

bool isAmong(const QList<VirtualRelation> &relations, const VirtualRelation &relation)
{
    return std::ranges::any_of(relations, [&](const VirtualRelation &each) { return isSameReference(each, relation); });
}

QList<RelationProposal> withoutDismissed(QList<RelationProposal> proposals, const QList<VirtualRelation> &dismissed)
{
    proposals.removeIf([&](const RelationProposal &proposal) { return isAmong(dismissed, proposal.relation); });
    return proposals;
}

QStringList warningsOf(const QList<RelationProposal> &proposals)
{
    QStringList warnings;
    for (const RelationProposal &proposal : proposals) {
        if (!proposal.needsAttention())
            continue;
        const QString evidence = proposal.evidence.join(u"; "_s);
        warnings += proposal.withinText
                        ? u"%1: numbers within its texts would keep the old keys (%2). If they are "
                          "none: rejoin compare FILE --no-relation %3"_s.arg(proposal.toText(), evidence,
                                                                             proposal.relation.toText())
                        : u"%1 seems to be a reference, which new keys would not follow (%2). If it is one: rejoin "
                          "compare FILE --relation %3; if not, --no-relation"_s.arg(proposal.toText(), evidence,
                                                                                    proposal.relation.toText());
    }
    return warnings;
}

} // namespace Rejoin
