#include "ui/celldelegate.h"

#include "ui/rowstext.h"
#include "ui/words.h"

#include <QApplication>
#include <QPainter>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr int edgeWidth = 3;
constexpr int padding = 6;
constexpr qreal dimmed = 0.55;

bool isInFocus(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *view = qobject_cast<const QTableView *>(option.widget);
    return view && view->currentIndex() == index;
}

void paintGround(QPainter &painter, const QStyleOptionViewItem &option, Tint tint)
{
    const TintColors colors = tintColors(tint, option.palette);
    painter.fillRect(option.rect, colors.fill.isValid() ? colors.fill : option.palette.color(QPalette::Base));
    if (tint == Tint::Conflict) {
        QColor hatch = colors.accent;
        hatch.setAlphaF(0.28F);
        painter.fillRect(option.rect, QBrush(hatch, Qt::BDiagPattern));
    }
    if (option.state & QStyle::State_Selected) {
        QColor selection = option.palette.color(QPalette::Highlight);
        selection.setAlphaF(colors.fill.isValid() ? 0.22F : 0.30F);
        painter.fillRect(option.rect, selection);
    }
    if (tint != Tint::Plain)
        painter.fillRect(QRect(option.rect.topLeft(), QSize(edgeWidth, option.rect.height())), colors.accent);
}

void paintChip(QPainter &painter, const QRect &room, const QString &text, const QPalette &palette)
{
    QFont font = painter.font();
    font.setPointSizeF(font.pointSizeF() * 0.8);
    painter.setFont(font);
    const int width = painter.fontMetrics().horizontalAdvance(text) + 10;
    const QRect chip(room.left(), room.center().y() - painter.fontMetrics().height() / 2, width,
                     painter.fontMetrics().height() + 1);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette.color(QPalette::PlaceholderText));
    painter.setBrush(palette.color(QPalette::Window));
    painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(palette.color(QPalette::Text));
    painter.drawText(chip, Qt::AlignCenter, text);
}

void paintText(QPainter &painter, const QRect &room, const QModelIndex &index, CellKind kind, const QPalette &palette)
{
    const QString value = index.data(Qt::DisplayRole).toString();
    switch (kind) {
    case CellKind::Null: paintChip(painter, room, Words::cell(kind, {}), palette); return;
    case CellKind::Absent:
    case CellKind::NoRow:
    case CellKind::Pending: {
        QFont font = painter.font();
        font.setItalic(true);
        painter.setFont(font);
        painter.setPen(palette.color(QPalette::PlaceholderText));
        break;
    }
    case CellKind::Value: {
        const auto color = index.data(Qt::ForegroundRole).value<QColor>();
        painter.setPen(color.isValid() ? color : palette.color(QPalette::Text));
        break;
    }
    }
    QString text = Words::cell(kind, value);
    text.replace(u'\n', u'⏎');
    const auto family = index.data(RowsModel::ValueRole).value<Value>().family();
    const bool isNumber = kind == CellKind::Value && (family == TypeFamily::Integer || family == TypeFamily::Decimal ||
                                                      family == TypeFamily::Float);
    painter.drawText(room, int(Qt::AlignVCenter) | int(isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
}

bool isCell(const QModelIndex &index)
{
    return index.data(RowsModel::CellKindRole).isValid();
}

} // namespace

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setClipRect(option.rect);
    const auto tint = Tint(index.data(RowsText::TintRole).toInt());
    paintGround(*painter, option, tint);

    QRect room = option.rect.adjusted(edgeWidth + padding - 2, 0, -padding, 0);
    const QVariant font = index.data(Qt::FontRole);
    painter->setFont(font.isValid() ? font.value<QFont>() : option.font);
    const bool isDataCell = isCell(index);
    if (isDataCell && tint != Tint::Plain) {
        const QString sign = glyph(tint);
        painter->setPen(tintColors(tint, option.palette).accent);
        const int width = painter->fontMetrics().horizontalAdvance(sign);
        painter->drawText(room, int(Qt::AlignVCenter) | int(Qt::AlignLeft), sign);
        room.setLeft(room.left() + width + 4);
    }
    if (index.data(RowsModel::LosesRole).toBool())
        painter->setOpacity(dimmed);
    const auto kind = isDataCell ? CellKind(index.data(RowsModel::CellKindRole).toInt()) : CellKind::Value;
    paintText(*painter, room, index, kind, option.palette);
    painter->setOpacity(1);
    if (isInFocus(option, index)) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(QPen(option.palette.color(QPalette::Highlight), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(option.font);
    const auto kind = isCell(index) ? CellKind(index.data(RowsModel::CellKindRole).toInt()) : CellKind::Value;
    const QString text = Words::cell(kind, index.data(Qt::DisplayRole).toString());
    return {metrics.horizontalAdvance(text) + edgeWidth + 2 * padding + metrics.horizontalAdvance(u'◀') + 6,
            metrics.height() + 8};
}

} // namespace Rejoin
