#include "diffcore/compare/outcome.h"

namespace Rejoin {

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Unchanged: return QStringLiteral("Unchanged");
    case Outcome::OnlyA: return QStringLiteral("OnlyA");
    case Outcome::OnlyB: return QStringLiteral("OnlyB");
    case Outcome::Convergent: return QStringLiteral("Convergent");
    case Outcome::KeyCollision: return QStringLiteral("KeyCollision");
    case Outcome::CellMerge: return QStringLiteral("CellMerge");
    case Outcome::CellConflict: return QStringLiteral("CellConflict");
    case Outcome::DeleteUpdate: return QStringLiteral("DeleteUpdate");
    case Outcome::UpdateDelete: return QStringLiteral("UpdateDelete");
    case Outcome::MissingUnknown: return QStringLiteral("MissingUnknown");
    case Outcome::DriftedBefore: return QStringLiteral("DriftedBefore");
    }
    return {};
}

std::optional<Outcome> outcomeFromName(const QString &name)
{
    for (const Outcome outcome : allOutcomes) {
        if (outcomeName(outcome).compare(name, Qt::CaseInsensitive) == 0)
            return outcome;
    }
    return std::nullopt;
}

Outcome swapped(Outcome outcome)
{
    switch (outcome) {
    case Outcome::OnlyA: return Outcome::OnlyB;
    case Outcome::OnlyB: return Outcome::OnlyA;
    case Outcome::DeleteUpdate: return Outcome::UpdateDelete;
    case Outcome::UpdateDelete: return Outcome::DeleteUpdate;
    case Outcome::Unchanged:
    case Outcome::Convergent:
    case Outcome::KeyCollision:
    case Outcome::CellMerge:
    case Outcome::CellConflict:
    case Outcome::MissingUnknown:
    case Outcome::DriftedBefore: return outcome;
    }
    return outcome;
}

} // namespace Rejoin
