#pragma once

#include "models/schemamodel.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QTableView;
class QVBoxLayout;

namespace Rejoin {

/// What the upgrade did to one table: its schema three ways, and the columns that may have been renamed, for a person
/// to say so.
class SchemaView : public QWidget
{
    Q_OBJECT

public:
    explicit SchemaView(QWidget *parent = nullptr);

    /// `renamed`: those of AlignmentOptions::renamed that the person has confirmed for this table.
    void show(const AlignedTable &table, const QStringList &renamed);
    void clear();

Q_SIGNALS:
    /// The person says whether two columns are one; `rename` as AlignmentOptions::renamed has it.
    void renameDecided(const QString &table, const QString &rename, bool isOne);

private:
    void fill();
    void showRenames(const QStringList &renamed);

    AlignedTable m_table;
    SchemaModel m_model;
    QLabel *m_title;
    QCheckBox *m_all;
    QTableView *m_view;
    QWidget *m_renames = nullptr; ///< made anew with each table
};

} // namespace Rejoin
