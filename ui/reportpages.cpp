#include "ui/reportpages.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>

namespace Rejoin {

namespace {

/// What stays on one page: a line of text, a row of a table.
struct Piece
{
    qreal top = 0;
    qreal bottom = 0;
    bool keepsNext = false;       ///< a heading, or the head of a table
    std::optional<QRectF> header; ///< of the table that it is a row of
};

void addLines(QList<Piece> &pieces, const QTextBlock &block)
{
    const qreal top = block.document()->documentLayout()->blockBoundingRect(block).top();
    for (int line = 0; line < block.layout()->lineCount(); ++line) {
        const QRectF room = block.layout()->lineAt(line).rect();
        pieces.append({.top = top + room.top(),
                       .bottom = top + room.bottom(),
                       .keepsNext = block.blockFormat().headingLevel() > 0,
                       .header = {}});
    }
}

/// The room of a row with its borders.
QRectF rowRect(const QTextTable &table, int row, qreal width)
{
    const auto *layout = table.document()->documentLayout();
    const qreal around = table.format().cellPadding() + table.format().border();
    QRectF room;
    for (int column = 0; column < table.columns(); ++column) {
        const QTextTableCell cell = table.cellAt(row, column);
        for (auto part = cell.begin(); part != cell.end(); ++part) {
            if (part.currentBlock().isValid())
                room |= layout->blockBoundingRect(part.currentBlock());
        }
    }
    return {0, room.top() - around, width, room.height() + 2 * around};
}

void addRows(QList<Piece> &pieces, const QTextTable &table, qreal width)
{
    const bool hasHeader = table.rows() > 1 && table.format().headerRowCount() > 0;
    const std::optional<QRectF> header = hasHeader ? std::optional(rowRect(table, 0, width)) : std::nullopt;
    for (int row = 0; row < table.rows(); ++row) {
        const QRectF room = rowRect(table, row, width);
        const bool isHeader = hasHeader && row == 0;
        pieces.append({.top = room.top(),
                       .bottom = room.bottom(),
                       .keepsNext = isHeader,
                       .header = isHeader ? std::nullopt : header});
    }
}

QList<Piece> piecesOf(const QTextDocument &document, qreal width)
{
    QList<Piece> pieces;
    for (auto part = document.rootFrame()->begin(); part != document.rootFrame()->end(); ++part) {
        if (const auto *table = qobject_cast<const QTextTable *>(part.currentFrame()))
            addRows(pieces, *table, width);
        else if (part.currentBlock().isValid())
            addLines(pieces, part.currentBlock());
    }
    return pieces;
}

} // namespace

QList<ReportPage> reportPages(const QTextDocument &document, const QSizeF &room)
{
    QList<Piece> pieces = piecesOf(document, room.width());
    QList<ReportPage> pages;
    qsizetype at = 0;
    while (at < pieces.size()) {
        ReportPage page{
            .top = pieces[at].top, .bottom = 0, .header = pages.isEmpty() ? std::nullopt : pieces[at].header};
        const qreal height = room.height() - (page.header ? page.header->height() : 0);
        qsizetype next = at;
        while (next < pieces.size() && pieces[next].bottom - page.top <= height)
            ++next;
        if (next == at) {
            page.bottom = page.top + height;
            pieces[at].top = page.bottom;
        } else {
            const qsizetype fitting = next;
            while (next < pieces.size() && next > at && pieces[next - 1].keepsNext)
                --next;
            if (next == at)
                next = fitting;
            page.bottom = pieces[next - 1].bottom;
        }
        at = next;
        pages.append(page);
    }
    return pages;
}

} // namespace Rejoin
