#pragma once

#include "diffcore/evidence/evidencesurvey.h"

#include <QAbstractTableModel>

namespace Rejoin {

/// The tables of a survey, what the knowledge of their past rests on, what that cannot tell, and whether their schema
/// changed. The evidence can be
/// set, by the text of a means ("timestamp:updated_at") or empty for the best that there is.
class EvidenceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TableColumn, EvidenceColumn, SchemaColumn, RowsColumn, LimitsColumn, ColumnCount };

    explicit EvidenceModel(QObject *parent = nullptr);

    void show(const EvidenceSurvey &survey, const QList<EvidenceChoice> &choices);
    void clear();
    [[nodiscard]] const QList<EvidenceOffer> &offers(int row) const { return m_rows.at(row).offers; }
    /// What the person chose so far, for the project.
    [[nodiscard]] const QList<EvidenceChoice> &choices() const { return m_choices; }

    /// The first table whose schema changed; the first one where none did.
    [[nodiscard]] int firstChangedRow() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    /// EditRole of the evidence: the chosen means' text, empty for the best.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

private:
    struct TableRow
    {
        TableName name;
        QString whyNotCompared;
        qsizetype schemaChanges = 0;
        PerSide<std::optional<qint64>> rows;
        QList<EvidenceOffer> offers;
        QString asked; ///< the evidence that the survey found chosen
    };

    [[nodiscard]] QString chosenText(const TableRow &row) const;
    [[nodiscard]] QString evidenceName(const TableRow &row) const;
    [[nodiscard]] QString limits(const TableRow &row) const;

    QList<TableRow> m_rows;
    QList<EvidenceChoice> m_choices;
};

} // namespace Rejoin
