#include "diffcore/script/html.h"
#include "ui/reportpages.h"
#include "ui/reportpdf.h"

#include <QAbstractTextDocumentLayout>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextTable>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Rejoin;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Pages that a PDF says it has.
int pagesOf(const QByteArray &pdf)
{
    static const QRegularExpression count(u"/Count (\\d+)"_s);
    return count.match(QString::fromLatin1(pdf)).captured(1).toInt();
}

QByteArray reportWithRows(int rows)
{
    HtmlPage page(u"Merge of A · PRD01 and B · PRD02"_s);
    page.heading(u"Decisions"_s);
    page.beginTable({u"Row"_s, u"A"_s, u"B"_s});
    for (int row = 0; row < rows; ++row)
        page.row({u"orders order_id=%1"_s.arg(row), u"<open>"_s, u"paid"_s});
    page.endTable();
    return page.finish();
}

} // namespace

class TestReportPdf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void longTablesGoOnToFurtherPages();
    void rowsAreNotCut();
    void aRowHigherThanAPageGoesOn();
    void aPlaceThatCannotBeWrittenIsNamed();

private:
    QTemporaryDir m_folder;
};

void TestReportPdf::longTablesGoOnToFurtherPages()
{
    const QString path = m_folder.filePath(u"report.pdf"_s);
    QVERIFY(writeReportPdf(reportWithRows(3), path).has_value());
    const QByteArray small = contentOf(path);
    QVERIFY(small.startsWith("%PDF-"));
    QCOMPARE(pagesOf(small), 1);
    QVERIFY(writeReportPdf(reportWithRows(400), path).has_value());
    QVERIFY(pagesOf(contentOf(path)) >= 4);
}

namespace {

/// A document whose table has rows of one to five lines.
void fill(QTextDocument &document, int rows)
{
    QString html = u"<h1>Merge</h1><p>Text</p><h2>Rows</h2><table><thead><tr><th>Row</th><th>A</th></tr></thead>"_s;
    for (int row = 0; row < rows; ++row)
        html += u"<tr><td>%1</td><td>%2</td></tr>"_s.arg(row).arg(QStringList(row % 5 + 1, u"line"_s).join(u"<br>"_s));
    document.setHtml(html + u"</table><p>End</p>"_s);
    document.setTextWidth(400);
}

} // namespace

void TestReportPdf::rowsAreNotCut()
{
    constexpr int rows = 200;
    QTextDocument document;
    fill(document, rows);
    const QSizeF room(400, 300);
    const QList<ReportPage> pages = reportPages(document, room);
    QVERIFY(pages.size() > 10);
    qreal end = 0;
    for (const ReportPage &page : pages) {
        QVERIFY(page.top >= end);
        QVERIFY(page.bottom - page.top + (page.header ? page.header->height() : 0) <= room.height());
        end = page.bottom;
    }
    int inTable = 0;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QRectF place = document.documentLayout()->blockBoundingRect(block);
        place.setBottom(place.top() + block.layout()->lineAt(block.layout()->lineCount() - 1).rect().bottom());
        if (block.text().isEmpty())
            continue;
        const auto holder = std::ranges::find_if(
            pages, [&](const ReportPage &page) { return place.top() >= page.top && place.bottom() <= page.bottom; });
        QVERIFY2(holder != pages.end(), qPrintable(block.text() + u" is cut"_s));
        const bool isData = QTextCursor(block).currentTable() && block.text() != u"Row"_s && block.text() != u"A"_s;
        inTable += isData ? 1 : 0;
        const bool hasHead = holder->header || holder == pages.begin(); // the first page has the table's own
        QVERIFY2(!isData || hasHead, qPrintable(u"no head above "_s + block.text()));
    }
    QCOMPARE(inTable, 2 * rows);
}

void TestReportPdf::aRowHigherThanAPageGoesOn()
{
    QTextDocument document;
    document.setHtml(
        u"<p>Text</p><table><tr><td>%1</td></tr></table>"_s.arg(QStringList(60, u"line"_s).join(u"<br>"_s)));
    document.setTextWidth(400);
    const QList<ReportPage> pages = reportPages(document, {400, 300});
    QVERIFY(pages.size() > 2);
    for (qsizetype at = 2; // the row begins on a page of its own
         at < pages.size(); ++at)
        QCOMPARE(pages[at].top, pages[at - 1].bottom);
    QVERIFY(pages.constLast().bottom >= document.size().height() - 2 * document.documentMargin());
}

void TestReportPdf::aPlaceThatCannotBeWrittenIsNamed()
{
    const auto refused = writeReportPdf(reportWithRows(1), u"/nowhere/report.pdf"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::CannotWrite);
    QVERIFY(refused.error().message.contains(u"/nowhere/report.pdf"_s));
}

QTEST_MAIN(TestReportPdf)
#include "tst_reportpdf.moc"
