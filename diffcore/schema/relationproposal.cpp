#include "diffcore/schema/relationproposal.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

QString RelationProposal::toText() const
{
    return u"%1.%2 → %3.%4"_s.arg(relation.child.display(), relation.column, relation.parent.display(),
                                  relation.parentColumn);
}

QStringList warningsOf(const QList<RelationProposal> &proposals)
{
    QStringList warnings;
    for (const RelationProposal &proposal : proposals) {
        if (proposal.rekeyed == 0 || (!proposal.strong && !proposal.withinText))
            continue;
        const QString evidence = proposal.evidence.join(u"; "_s);
        warnings +=
            proposal.withinText
                ? u"%1: numbers within its texts would keep the old keys (%2)"_s.arg(proposal.toText(), evidence)
                : u"%1 seems to be a reference, which new keys would not follow (%2). If it is one: rejoin "
                  "compare FILE --relation %3"_s.arg(proposal.toText(), evidence, proposal.relation.toText());
    }
    return warnings;
}

} // namespace Rejoin
