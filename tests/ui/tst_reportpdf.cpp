#include "diffcore/script/html.h"
#include "ui/reportpdf.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

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

void TestReportPdf::aPlaceThatCannotBeWrittenIsNamed()
{
    const auto refused = writeReportPdf(reportWithRows(1), u"/nowhere/report.pdf"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::CannotWrite);
    QVERIFY(refused.error().message.contains(u"/nowhere/report.pdf"_s));
}

QTEST_MAIN(TestReportPdf)
#include "tst_reportpdf.moc"
