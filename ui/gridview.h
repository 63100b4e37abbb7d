#pragma once

#include <QTableView>

namespace Rejoin {

/// One of several tables over the same model and selection: showing a cell whose column is another table's scrolls to
/// its row only. Rows have one height; the horizontal bar always takes its room, so that all tables show equal rows.
class GridView : public QTableView
{
    Q_OBJECT

public:
    explicit GridView(QWidget *parent = nullptr);

    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    [[nodiscard]] int firstVisibleSection() const; ///< -1 where every column is hidden

Q_SIGNALS:
    /// The person came here by mouse or key.
    void focused();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    void fitRows();
};

} // namespace Rejoin
