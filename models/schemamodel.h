#pragma once

#include "diffcore/schema/schemadiff.h"

#include <QAbstractTableModel>

namespace Rejoin {

/// The schema of one table three ways: each column, key and trigger in the baseline, on A and on B, and what became of
/// it.
class SchemaModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { ObjectColumn, BaselineColumn, AColumn, BColumn, ChangeColumn, ColumnCount };
    enum class Rows : quint8 { All, Changed };

    explicit SchemaModel(QObject *parent = nullptr);

    void show(const AlignedTable &table, Rows rows);
    void clear();
    /// Of the whole table, whatever rows are shown.
    [[nodiscard]] qsizetype changes() const { return m_changes; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    /// AccessibleTextRole: the row as a sentence.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString text(const SchemaRow &row, Column column);

    QList<SchemaRow> m_rows;
    qsizetype m_changes = 0;
};

} // namespace Rejoin
