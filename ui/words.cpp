#include "ui/words.h"

#include "diffcore/base/overloaded.h"
#include "ui/enginewords.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

QString Words::outcome(const Difference &difference)
{
    const auto single = [](Change change, const QString &side) {
        switch (change) {
        case Change::Inserted: return tr("+ new on %1").arg(side);
        case Change::Updated: return tr("changed on %1").arg(side);
        case Change::Deleted: return tr("− deleted on %1").arg(side);
        case Change::Touched: return tr("new or changed on %1").arg(side);
        case Change::None:
        case Change::Unknown: break;
        }
        return tr("only %1").arg(side);
    };
    switch (difference.outcome) {
    case Outcome::Unchanged: return tr("unchanged");
    case Outcome::OnlyA: return single(difference.changes.a, u"A"_s);
    case Outcome::OnlyB: return single(difference.changes.b, u"B"_s);
    case Outcome::Convergent: return difference.entangled ? tr("alike, but two rows") : tr("same on both");
    case Outcome::KeyCollision: return tr("key collision");
    case Outcome::CellMerge: return tr("cells merge");
    case Outcome::CellConflict: return tr("cell conflict");
    case Outcome::DeleteUpdate: return tr("A deleted, B changed");
    case Outcome::UpdateDelete: return tr("A changed, B deleted");
    case Outcome::MissingUnknown: return difference.rows.a ? tr("missing on B") : tr("missing on A");
    case Outcome::DriftedBefore: return tr("drifted before");
    }
    return {};
}

QString Words::outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Unchanged: return tr("Unchanged");
    case Outcome::OnlyA: return tr("Only A");
    case Outcome::OnlyB: return tr("Only B");
    case Outcome::Convergent: return tr("Same on both");
    case Outcome::KeyCollision: return tr("Key collisions");
    case Outcome::CellMerge: return tr("Cells merge");
    case Outcome::CellConflict: return tr("Cell conflicts");
    case Outcome::DeleteUpdate: return tr("A deleted, B changed");
    case Outcome::UpdateDelete: return tr("A changed, B deleted");
    case Outcome::MissingUnknown: return tr("Missing on one side");
    case Outcome::DriftedBefore: return tr("Drifted before");
    }
    return {};
}

QString Words::outcomeMeaning(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Unchanged: return tr("Neither server changed the row.");
    case Outcome::OnlyA: return tr("Only A changed the row; B still has the baseline.");
    case Outcome::OnlyB: return tr("Only B changed the row; A still has the baseline.");
    case Outcome::Convergent: return tr("Both servers made the same change.");
    case Outcome::KeyCollision: return tr("Both servers gave this key to a new row: two different rows.");
    case Outcome::CellMerge: return tr("Both servers changed the row, in different columns: both changes are kept.");
    case Outcome::CellConflict: return tr("Both servers changed the same column to different values.");
    case Outcome::DeleteUpdate: return tr("A deleted the row, B changed it.");
    case Outcome::UpdateDelete: return tr("A changed the row, B deleted it.");
    case Outcome::MissingUnknown:
        return tr("The row is on one server only, and nothing tells whether it was inserted there or deleted here.");
    case Outcome::DriftedBefore: return tr("The row differed already before the split.");
    }
    return {};
}

Tint Words::outcomeTint(Outcome outcome)
{
    switch (outcome) {
    case Outcome::OnlyA: return Tint::AChanged;
    case Outcome::OnlyB: return Tint::BChanged;
    case Outcome::Convergent:
    case Outcome::CellMerge: return Tint::SameOnBoth;
    case Outcome::Unchanged: return Tint::Plain;
    case Outcome::KeyCollision:
    case Outcome::CellConflict:
    case Outcome::DeleteUpdate:
    case Outcome::UpdateDelete:
    case Outcome::MissingUnknown:
    case Outcome::DriftedBefore: return Tint::Conflict;
    }
    return Tint::Plain;
}

QString Words::decision(const Difference &difference)
{
    const auto cells = [&difference](const Cells &chosen) {
        if (!difference.resolved)
            return tr("undecided");
        const auto edited = [](const CellChoice &choice) { return std::holds_alternative<Value>(choice); };
        return std::any_of(chosen.choices.cbegin(), chosen.choices.cend(), edited) ? tr("✎ edited") : tr("cells");
    };
    return std::visit(Overloaded{
                          [](const Unresolved &) { return tr("undecided"); },
                          [](const Take &take) {
                              switch (take.from) {
                              case Version::A: return tr("A");
                              case Version::B: return tr("B");
                              case Version::Baseline: break;
                              }
                              return tr("base");
                          },
                          cells,
                          [](const KeepBoth &) { return tr("both"); },
                          [](const SameEntity &) { return tr("joined"); },
                          [](const DeleteRow &) { return tr("deleted"); },
                          [](const Skip &) { return tr("skipped"); },
                      },
                      difference.decision.kind);
}

QString Words::decisionDetail(const Decision &decision)
{
    QStringList lines{decision.isUnresolved() ? tr("Undecided") : engineText(kindText(decision.kind))};
    if (!decision.reason.isEmpty())
        lines.append(engineText(decision.reason));
    if (!decision.isUnresolved())
        lines.append(engineText(originText(decision)));
    if (!decision.by.isEmpty())
        lines.append(tr("%1, %2").arg(decision.by, time(decision.at)));
    return lines.join(u'\n');
}

QString Words::stage(TableStage stage)
{
    switch (stage) {
    case TableStage::Waiting: return tr("waiting");
    case TableStage::Comparing: return tr("comparing…");
    case TableStage::Identical: return tr("= identical");
    case TableStage::NoChanges: return tr("= no changes found");
    case TableStage::Different: return tr("✓ different, automatic");
    case TableStage::Undecided: return tr("⚠ conflicts");
    case TableStage::Decided: return tr("✓ decided");
    case TableStage::Partial: return tr("partial");
    case TableStage::NotComparable: return tr("⚠ not compared");
    case TableStage::Failed: return tr("⚠ failed");
    }
    return {};
}

QString Words::stageMeaning(TableStage stage)
{
    switch (stage) {
    case TableStage::Waiting: return tr("Not compared yet");
    case TableStage::Comparing: return tr("Being compared now");
    case TableStage::Identical: return tr("No row differs");
    case TableStage::NoChanges: return tr("No row that was written since the split differs; others were not compared");
    case TableStage::Different: return tr("Rows differ; every decision is automatic");
    case TableStage::Undecided: return tr("Rows wait for you");
    case TableStage::Decided: return tr("Everything that needed you is decided");
    case TableStage::Partial: return tr("Cancelled half way; compare again");
    case TableStage::NotComparable: return tr("Cannot be compared");
    case TableStage::Failed: return tr("The comparison failed");
    }
    return {};
}

QString Words::face(Face face)
{
    switch (face) {
    case Face::Baseline: return tr("Baseline");
    case Face::A: return tr("A");
    case Face::B: return tr("B");
    case Face::Merged: return tr("Result");
    }
    return {};
}

QString Words::order(RowOrder order)
{
    switch (order) {
    case RowOrder::Key: return tr("by key");
    case RowOrder::Outcome: return tr("by outcome");
    case RowOrder::LatestWrite: return tr("latest write first");
    case RowOrder::Decision: return tr("undecided first");
    case RowOrder::Parent: return tr("by what they refer to");
    }
    return {};
}

QString Words::version(Version version)
{
    switch (version) {
    case Version::Baseline: return tr("Baseline");
    case Version::A: return tr("A");
    case Version::B: return tr("B");
    }
    return {};
}

QString Words::column(TablesModel::Column column)
{
    switch (column) {
    case TablesModel::NameColumn: return tr("Table");
    case TablesModel::KeyColumn: return tr("Key");
    case TablesModel::EvidenceColumn: return tr("Evidence");
    case TablesModel::OnlyAColumn: return tr("Only A");
    case TablesModel::OnlyBColumn: return tr("Only B");
    case TablesModel::MergedCellsColumn: return tr("Merged cells");
    case TablesModel::CollisionsColumn: return tr("Collisions");
    case TablesModel::ConflictsColumn: return tr("Conflicts");
    case TablesModel::UndecidedColumn: return tr("Undecided");
    case TablesModel::ProgressColumn: return tr("Progress");
    case TablesModel::StageColumn: return tr("State");
    case TablesModel::ColumnCount: break;
    }
    return {};
}

QString Words::checkLine(const CheckLine &line)
{
    switch (line.what) {
    case CheckLine::What::Reached: return line.good ? tr("Reachable, logged in") : engineText(line.detail);
    case CheckLine::What::Product: return line.detail;
    case CheckLine::What::Database: return line.detail;
    case CheckLine::What::Clock:
        return line.good ? tr("Clock agrees (%1 s)").arg(line.detail)
                         : tr("Clock differs from this machine's by %1 s").arg(line.detail);
    case CheckLine::What::Tables:
        if (line.good)
            return tr("%n tables, readable", nullptr, line.detail.toInt());
        return line.detail == u"0"_s ? tr("No tables in this database") : engineText(line.detail);
    case CheckLine::What::Rights:
        return line.good ? tr("Reads all, but a script cannot be applied without: %1").arg(line.detail)
                         : tr("Rights to read are missing: %1").arg(line.detail);
    case CheckLine::What::SameDatabase:
        return tr("The same database as %1: choose two different ones").arg(line.detail);
    case CheckLine::What::UnlikeEngines:
        return tr("The engines are not alike: they are compared by what values mean, and cannot be merged");
    case CheckLine::What::Schema: return engineText(line.detail);
    }
    return {};
}

QString Words::rows(qint64 count)
{
    return count == 1 ? tr("1 row") : tr("%1 rows").arg(count);
}

QString Words::time(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    return time.toUTC().toString(u"yyyy-MM-dd HH:mm"_s) + u" UTC"_s;
}

QString Words::age(const QDateTime &since, const QDateTime &now)
{
    const qint64 minutes = since.secsTo(now) / 60;
    if (minutes < 1)
        return tr("just now");
    if (minutes < 60)
        return tr("%1 min ago").arg(minutes);
    if (minutes < 48 * 60)
        return tr("%1 h ago").arg(minutes / 60);
    return tr("%1 days ago").arg(minutes / (24 * 60));
}

} // namespace Rejoin
