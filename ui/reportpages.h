#pragma once

#include <QList>
#include <QRectF>
#include <optional>

class QTextDocument;

namespace Rejoin {

/// A part of a long document, in its coordinates, and the head of the table that goes on there, to be drawn above it.
struct ReportPage
{
    qreal top = 0;
    qreal bottom = 0;
    std::optional<QRectF> header;
};

/// Cuts a document that is laid out on one long page, so that each part has room on a page of this size. Lines and rows
/// of tables stay whole, but for those that are higher than a page; a heading, and the head of a table, stay with what
/// comes after.
[[nodiscard]] QList<ReportPage> reportPages(const QTextDocument &document, const QSizeF &room);

} // namespace Rejoin
