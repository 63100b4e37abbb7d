#include "models/evidencemodel.h"

#include "diffcore/schema/schemadiff.h"

#include <QLocale>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// "2,000,000 · 2,000,100"
QString rowsText(const PerSide<std::optional<qint64>> &rows)
{
    const auto text = [](const std::optional<qint64> &count) { return count ? QLocale().toString(*count) : u"?"_s; };
    return rows.a || rows.b ? u"%1 · %2"_s.arg(text(rows.a), text(rows.b)) : QString();
}

} // namespace

EvidenceModel::EvidenceModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void EvidenceModel::show(const EvidenceSurvey &survey, const QList<EvidenceChoice> &choices)
{
    beginResetModel();
    m_choices = choices;
    m_rows.clear();
    for (qsizetype i = 0; i < survey.offers.size(); ++i) {
        const AlignedTable &table = survey.alignment.tables[i];
        const QList<SchemaRow> schema = schemaRows(table);
        const auto changes = std::ranges::count_if(schema, &SchemaRow::isChanged);
        m_rows.append({table.name, table.whyNotCompared, changes, survey.rows.value(i), survey.offers[i],
                       chosenNames(survey.offers[i])});
    }
    endResetModel();
}

void EvidenceModel::clear()
{
    show({}, {});
}

int EvidenceModel::firstChangedRow() const
{
    const auto found = std::ranges::find_if(m_rows, [](const TableRow &row) { return row.schemaChanges > 0; });
    return found == m_rows.end() ? 0 : static_cast<int>(found - m_rows.begin());
}

int EvidenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int EvidenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

/// The means without the glob; empty where the person chose none for this table.
QString EvidenceModel::chosenText(const TableRow &row) const
{
    const EvidenceChoice *choice = choiceFor(m_choices, row.name);
    return choice ? choice->toText().section(u'=', 1) : QString();
}

QString EvidenceModel::evidenceName(const TableRow &row) const
{
    if (!row.whyNotCompared.isEmpty())
        return {};
    const QString chosen = chosenText(row);
    for (const EvidenceOffer &offer : row.offers) {
        if (meansText(offer.means) == chosen)
            return offer.name;
    }
    return chosen.isEmpty() ? row.asked : chosen;
}

QString EvidenceModel::limits(const TableRow &row) const
{
    if (!row.whyNotCompared.isEmpty())
        return row.whyNotCompared;
    const QString chosen = chosenText(row);
    QStringList texts;
    for (const EvidenceOffer &offer : row.offers) {
        if (chosen.isEmpty() ? offer.chosen : chosen.split(u'+').contains(meansText(offer.means)))
            texts.append(offer.whyNot.isEmpty() ? offer.limits : offer.whyNot);
    }
    texts.removeAll(QString());
    return texts.join(u' ');
}

QVariant EvidenceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TableRow &row = m_rows[index.row()];
    if (role == Qt::EditRole && index.column() == EvidenceColumn)
        return chosenText(row);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (Column(index.column())) {
    case TableColumn: return row.name.display();
    case EvidenceColumn: return evidenceName(row);
    case SchemaColumn:
        return row.schemaChanges == 0   ? tr("the same")
               : row.schemaChanges == 1 ? tr("1 change")
                                        : tr("%1 changes").arg(row.schemaChanges);
    case RowsColumn: return rowsText(row.rows);
    case LimitsColumn: return limits(row);
    case ColumnCount: break;
    }
    return {};
}

QVariant EvidenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("Table"), tr("Evidence"), tr("Schema"), tr("Rows of A, B"), tr("What it cannot tell")};
    return names.value(section);
}

Qt::ItemFlags EvidenceModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool isEditable =
        index.isValid() && index.column() == EvidenceColumn && !m_rows[index.row()].offers.isEmpty();
    return isEditable ? flags | Qt::ItemIsEditable : flags;
}

bool EvidenceModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const QString name = m_rows[index.row()].name.display();
    QList<EvidenceChoice> choices = m_choices;
    choices.removeIf(
        [&](const EvidenceChoice &choice) { return choice.tables.compare(name, Qt::CaseInsensitive) == 0; });
    if (!value.toString().isEmpty()) {
        const auto choice = EvidenceChoice::parse(name + u'=' + value.toString());
        if (!choice)
            return false;
        choices.append(*choice);
    }
    m_choices = choices;
    Q_EMIT dataChanged(index.siblingAtColumn(EvidenceColumn), index.siblingAtColumn(LimitsColumn));
    return true;
}

} // namespace Rejoin
