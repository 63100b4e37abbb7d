#pragma once

#include "models/rowsmodel.h"
#include "models/workspace.h"
#include "ui/cellpane.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace Rejoin {

/// One cell in full: baseline, A, B and the result, which can be edited; as text with what changed marked, as a tree of
/// JSON, in hex or as a picture. What is chosen here decides this cell alone.
class CellDetail : public QWidget
{
    Q_OBJECT

public:
    CellDetail(Workspace &workspace, RowsModel *model, QWidget *parent = nullptr);

    /// Shows the cell in which a section stands; a section without a column empties the view.
    void show(int row, int section);
    void beginEdit();
    void setNull();

protected:
    /// Ctrl+Return in the result takes what was typed.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makePane(Face face);
    void showPanes();
    [[nodiscard]] CellView chosenView() const;
    [[nodiscard]] QString heading(const Difference &difference) const;
    void clear();
    void choose(const CellChoice &choice);
    void setEdited();
    [[nodiscard]] std::optional<Value> editedValue() const;
    [[nodiscard]] bool isDecidable(const Difference &difference) const;

    Workspace &m_workspace;
    RowsModel *m_model;
    QLabel *m_heading;
    QLabel *m_note;
    QComboBox *m_view;
    QHash<Face, CellPane *> m_panes;
    QPushButton *m_set;
    QPushButton *m_null;
    qint64 m_difference = 0;
    int m_row = -1;
    int m_column = -1;
};

} // namespace Rejoin
