#pragma once

#include <QStyledItemDelegate>

namespace Rejoin {

/// Paints a cell of the rows: fill, edge bar and glyph for who changed it, hatch for a conflict, a chip for NULL, words
/// for what is not there, the loser of a decision dimmed. The colours follow the view's palette.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace Rejoin
