#pragma once

#include "ui/gridview.h"
#include "ui/rowstext.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QSplitter;

namespace Rejoin {

/// The rows side by side: what is decided and the key stand still at the left, then one grid for each face that is
/// shown. All scroll, size and select together.
class RowGrids : public QWidget
{
    Q_OBJECT

public:
    explicit RowGrids(RowsText *model, QWidget *parent = nullptr);

    void setFaceTitle(Face face, const QString &title);
    void setFaceShown(Face face, bool shown);
    [[nodiscard]] bool isFaceShown(Face face) const;
    void setOnlyDiffering(bool only);

    [[nodiscard]] int currentRow() const; ///< -1 where there is none
    [[nodiscard]] QModelIndex currentIndex() const;
    void setCurrentRow(int row);
    void setCurrentCell(int row, int section);
    [[nodiscard]] QList<int> selectedRows() const; ///< in order; the current row where nothing is selected
    void focusNextPane();
    /// The face whose grid has the focus; that of the current cell where none has it.
    [[nodiscard]] Face focusedFace() const;
    /// Columns of cells that are not shown, by name; kept for the table.
    void setColumnsHidden(const QStringList &columns);
    [[nodiscard]] const QStringList &hiddenColumns() const { return m_hidden; }
    /// Columns of cells from left to right, by name; those that are not named stand at the end.
    void setColumnOrder(const QStringList &columns);
    [[nodiscard]] QStringList columnOrder() const;
    [[nodiscard]] GridView *view(Face face) const { return m_faces.value(face).view; }
    [[nodiscard]] GridView *frozenView() const { return m_frozen; }

Q_SIGNALS:
    void currentChanged();
    void menuRequested(const QPoint &globalPosition);
    void activated();
    /// A column of cells was clicked at its head; index into AlignedTable::columns.
    void columnClicked(int column);
    void columnMenuRequested(const QPoint &globalPosition);
    /// A person moved a column.
    void columnMoved();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Pane
    {
        QWidget *frame = nullptr;
        QLabel *title = nullptr;
        GridView *view = nullptr;
    };

    GridView *makeView(const QString &name);
    Pane makePane(const QString &title);
    void joinScrolling();
    void joinHeads(GridView *view);
    void scrollToCurrent();
    void showSections();
    void fitColumns();
    void tintTitles();
    [[nodiscard]] bool isShown(const RowsModel::Section &section) const;

    RowsText *m_model;
    QSplitter *m_splitter;
    GridView *m_frozen = nullptr;
    QWidget *m_frozenFrame = nullptr;
    QHash<Face, Pane> m_faces;
    QList<GridView *> m_views;
    QStringList m_hidden;
    bool m_onlyDiffering = false;
    bool m_joining = false;
};

} // namespace Rejoin
