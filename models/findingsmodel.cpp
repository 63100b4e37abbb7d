#include "models/findingsmodel.h"

#include <QCoreApplication>

#include <algorithm>

namespace Rejoin {

namespace {

using Severity = Finding::Severity;

Finding findingOf(const SchemaDifference &difference)
{
    return {difference.blocks ? Severity::Blocked : Severity::Notice, difference.table.display(), difference.message};
}

void addTable(QList<Finding> &findings, const AlignedTable &table, const TableStatus &status)
{
    const QString name = table.name.display();
    if (status.state == TableStatus::State::Failed)
        findings.append({Severity::Failed, name, status.reason});
    if (status.state == TableStatus::State::NotComparable)
        findings.append({Severity::Blocked, name, status.reason});
    for (const SchemaDifference &difference : table.differences)
        findings.append(findingOf(difference));
    for (const QString &text : status.findings)
        findings.append({Severity::Notice, name, text});
}

/// What seems to refer to keys that name two rows, and would keep the old ones.
Finding findingOf(const RelationProposal &proposal)
{
    const QString evidence = proposal.evidence.join(QStringLiteral("; "));
    const QString text =
        proposal.withinText ? QCoreApplication::translate(
                                  "Rejoin::FindingsModel",
                                  "%1: numbers within its texts would keep the old keys (%2). Dismiss it on the Scope "
                                  "page (Ctrl+E) if they are none.")
                            : QCoreApplication::translate(
                                  "Rejoin::FindingsModel",
                                  "%1 seems to be a reference, which new keys would not follow (%2). Follow or dismiss "
                                  "it on the Scope page (Ctrl+E).");
    return {Severity::Notice, proposal.relation.child.display(), text.arg(proposal.toText(), evidence)};
}

QList<Finding> findingsOf(const Session &session)
{
    QList<Finding> findings;
    for (const SchemaDifference &difference : session.alignment().differences)
        findings.append(findingOf(difference));
    const auto statuses = session.statuses().value_or(QList<TableStatus>());
    for (int at = 0; at < statuses.size(); ++at)
        addTable(findings, session.alignment().tables.at(at), statuses.at(at));
    for (const RelationProposal &proposal : session.relationProposals().value_or(QList<RelationProposal>())) {
        if (proposal.needsAttention())
            findings.append(findingOf(proposal));
    }
    std::ranges::stable_sort(findings, {}, &Finding::severity);
    return findings;
}

} // namespace

FindingsModel::FindingsModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void FindingsModel::show(const Session *session)
{
    beginResetModel();
    m_findings = session && session->hasComparison() ? findingsOf(*session) : QList<Finding>();
    endResetModel();
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_findings.size());
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Finding &finding = m_findings.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return finding.text;
    case SeverityRole: return int(finding.severity);
    case TableRole: return finding.table;
    default: return {};
    }
}

} // namespace Rejoin
