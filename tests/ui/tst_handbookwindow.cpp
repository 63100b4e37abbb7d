#include "tests/support/printing.h"
#include "tests/ui/windowdriver.h"
#include "ui/handbookwindow.h"
#include "ui/helpmenu.h"

#include <QFile>
#include <QImage>
#include <QListWidget>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTextBlock>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using namespace Rejoin::Testing;

/// The handbook in the window, read and searched with no network, and the other entries of the Help menu.
class TestHandbookWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPageIsShown();
    void linksLeadToPagesAndHeadings();
    void goesBack();
    void picturesFit();
    void searchNarrowsTheContents();
    void searchGoesOnInTheNextPage();
    void menuOpensIt();
    void menuWritesDiagnostics();

private:
    static QStringList shown(const HandbookWindow &window)
    {
        const auto *contents = visible<QListWidget>(window, u"Contents of the handbook"_s);
        QStringList titles;
        for (int i = 0; contents && i < contents->count(); ++i) {
            if (!contents->item(i)->isHidden())
                titles += contents->item(i)->text();
        }
        return titles;
    }
    /// The headings that stand in the upper third of the page.
    static bool isOnTop(const HandbookPage &page, const QString &heading)
    {
        for (QTextBlock block = page.document()->begin(); block.isValid(); block = block.next()) {
            if (block.text() == heading)
                return page.cursorRect(QTextCursor(block)).top() < page.viewport()->height() / 3;
        }
        return false;
    }
};

void TestHandbookWindow::everyPageIsShown()
{
    HandbookWindow window;
    window.show();
    QVERIFY(window.names().size() > 10);
    for (const QString &name : window.names()) {
        window.page()->open(name);
        QCOMPARE(window.page()->name(), name);
        QVERIFY2(window.page()->document()->blockCount() > 5, qPrintable(name));
        QVERIFY2(window.page()->document()->begin().blockFormat().headingLevel() == 1, qPrintable(name));
    }
}

void TestHandbookWindow::linksLeadToPagesAndHeadings()
{
    HandbookWindow window;
    window.show();
    QCOMPARE(window.page()->name(), u"README.md"_s);
    window.page()->open(u"automation.md#a-pipeline-with-a-gate"_s);
    QCOMPARE(window.page()->name(), u"automation.md"_s);
    QVERIFY(isOnTop(*window.page(), u"A pipeline with a gate"_s));
    QVERIFY(!isOnTop(*window.page(), u"Exit codes"_s) || window.page()->verticalScrollBar()->value() > 0);
    QCOMPARE(HandbookPage::anchorOf(u"The switch-over, from 09:50 to 10:50"_s), u"the-switch-over-from-0950-to-1050"_s);
}

void TestHandbookWindow::goesBack()
{
    HandbookWindow window;
    window.show();
    window.page()->open(u"glossary.md"_s);
    window.page()->backward();
    QCOMPARE(window.page()->name(), u"README.md"_s);
}

void TestHandbookWindow::picturesFit()
{
    HandbookWindow window;
    window.show();
    window.page()->open(u"pages.md"_s);
    QCoreApplication::processEvents();
    int pictures = 0;
    for (QTextBlock block = window.page()->document()->begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextImageFormat format = part.fragment().charFormat().toImageFormat();
            if (!format.isValid())
                continue;
            const auto image = window.page()->document()->resource(QTextDocument::ImageResource, QUrl(format.name()));
            QVERIFY2(!image.value<QImage>().isNull(), qPrintable(format.name()));
            QVERIFY(image.value<QImage>().width() <= window.page()->viewport()->width());
            ++pictures;
        }
    }
    QVERIFY(pictures >= 6);
}

void TestHandbookWindow::searchNarrowsTheContents()
{
    HandbookWindow window;
    window.show();
    QCOMPARE(shown(window).size(), window.names().size());
    QVERIFY(type(window, u"Search the handbook"_s, u"SQL Server Agent"_s));
    QCOMPARE(shown(window), QStringList{u"Automation"_s});
    QVERIFY(type(window, u"Search the handbook"_s, u"qwertzuiop"_s));
    QVERIFY(shown(window).isEmpty());
}

void TestHandbookWindow::searchGoesOnInTheNextPage()
{
    HandbookWindow window;
    window.show();
    QVERIFY(type(window, u"Search the handbook"_s, u"SQL Server Agent"_s));
    QTest::keyClick(visible<QLineEdit>(window, u"Search the handbook"_s), Qt::Key_Return);
    QCOMPARE(window.page()->name(), u"automation.md"_s);
    QCOMPARE(window.page()->textCursor().selectedText(), u"SQL Server Agent"_s);
}

void TestHandbookWindow::menuOpensIt()
{
    MainWindow window(u"dba"_s);
    window.show();
    auto *menu = window.findChild<HelpMenu *>();
    QVERIFY(menu);
    const HandbookWindow *handbook = menu->showHandbook();
    QVERIFY(handbook->isVisible());
    QCOMPARE(menu->showHandbook(), handbook);
}

void TestHandbookWindow::menuWritesDiagnostics()
{
    const QTemporaryDir folder;
    MainWindow window(u"dba"_s);
    auto *menu = window.findChild<HelpMenu *>();
    QVERIFY(menu);
    QStringList told;
    connect(menu, &HelpMenu::message, this, [&told](const QString &text) { told += text; });
    menu->writeDiagnostics(folder.filePath(u"d.txt"_s));
    QFile file(folder.filePath(u"d.txt"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("[drivers]"));
    QCOMPARE(told.size(), 1);
    bool hasFailed = false;
    connect(menu, &HelpMenu::failed, this, [&hasFailed] { hasFailed = true; });
    menu->writeDiagnostics(folder.filePath(u"none/d.txt"_s));
    QVERIFY(hasFailed);
}

QTEST_MAIN(TestHandbookWindow)
#include "tst_handbookwindow.moc"
