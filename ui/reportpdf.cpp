#include "ui/reportpdf.h"

#include "ui/reportpages.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSaveFile>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr int dotsPerInch = 300;
constexpr double marginMm = 14;
constexpr double footerMm = 6;

/// What a rich text document understands of a style sheet: neither light-dark() nor rules for print.
const QString style = uR"(
body { font-family: 'DejaVu Sans', sans-serif; font-size: 7.5pt; }
h1 { font-size: 14pt; }
h2 { font-size: 10.5pt; margin-top: 14px; margin-bottom: 4px; }
p, li { margin-top: 2px; margin-bottom: 2px; }
th { background-color: #e4e7ea; text-align: left; }
.mark { color: #555555; font-style: italic; }
.warning { color: #8e0f5e; font-weight: bold; }
)"_s;

QString forPages(const QByteArray &html)
{
    static const QRegularExpression screenStyle(u"<style>.*?</style>"_s,
                                                QRegularExpression::DotMatchesEverythingOption);
    QString text = QString::fromUtf8(html);
    text.remove(screenStyle);
    text.replace(u"▇▇"_s, u"▇"_s); // a bar of the timeline has half the room
    text.replace(u"<table>"_s, u"<table border=\"1\" cellspacing=\"0\" cellpadding=\"3\" width=\"100%\" "
                               "style=\"border-collapse: collapse; border-style: solid; border-color: #9aa0a6\">"_s);
    return text;
}

/// A part of the document, with its top at `y` of the page.
void drawPart(QPainter &painter, const QTextDocument &document, const QRectF &part, qreal y)
{
    painter.save();
    painter.translate(0, y - part.top());
    QAbstractTextDocumentLayout::PaintContext context;
    context.clip = part;
    context.palette.setColor(QPalette::Text, Qt::black);
    painter.setClipRect(part);
    document.documentLayout()->draw(&painter, context);
    painter.restore();
}

void drawFooter(QPainter &painter, const QTextDocument &document, const QRectF &body, int page, qsizetype pages)
{
    QFont small = document.defaultFont();
    small.setPointSizeF(7);
    painter.setFont(small);
    const QRectF footer(0, body.height(), body.width(), footerMm / 25.4 * dotsPerInch);
    painter.drawText(footer, Qt::AlignLeft | Qt::AlignBottom, document.metaInformation(QTextDocument::DocumentTitle));
    painter.drawText(footer, Qt::AlignRight | Qt::AlignBottom, u"%1 / %2"_s.arg(page).arg(pages));
}

void drawPages(QPdfWriter &writer, const QTextDocument &document, const QRectF &body)
{
    const QList<ReportPage> pages = reportPages(document, body.size());
    QPainter painter(&writer);
    int number = 0;
    for (const ReportPage &page : pages) {
        if (number++ > 0)
            writer.newPage();
        qreal y = 0;
        if (page.header) {
            drawPart(painter, document, *page.header, 0);
            y = page.header->height();
        }
        drawPart(painter, document, QRectF(0, page.top, body.width(), page.bottom - page.top), y);
        drawFooter(painter, document, body, number, pages.size());
    }
}

} // namespace

Result<void> writeReportPdf(const QByteArray &html, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::CannotWrite, u"cannot write %1: %2"_s.arg(path, file.errorString()));
    QPdfWriter writer(&file);
    writer.setResolution(dotsPerInch);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(marginMm, marginMm, marginMm, marginMm), QPageLayout::Millimeter);

    QTextDocument document;
    document.setDocumentMargin(0);
    document.documentLayout()->setPaintDevice(&writer); // points of the style become dots of the page
    document.setDefaultStyleSheet(style);
    document.setDefaultFont(QFont(u"DejaVu Sans"_s, 8));
    document.setHtml(forPages(html));
    const QString title = document.metaInformation(QTextDocument::DocumentTitle);
    writer.setTitle(title);
    writer.setCreator(u"Rejoin"_s);
    const QRectF body(0, 0, writer.width(), writer.height() - footerMm / 25.4 * dotsPerInch);
    document.setTextWidth(body.width()); // one long page, cut between its rows
    drawPages(writer, document, body);
    if (!file.commit())
        return fail(ErrorCode::CannotWrite, u"cannot write %1: %2"_s.arg(path, file.errorString()));
    return {};
}

} // namespace Rejoin
