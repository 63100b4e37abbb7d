#include "ui/handbookwindow.h"

#include "ui/keymap.h"

#include <QAction>
#include <QFile>
#include <QHBoxLayout>
#include <QImage>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QSplitter>
#include <QStyle>
#include <QTextBlock>
#include <QToolBar>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr auto contentsName = "README.md"_L1;
constexpr auto folder = "qrc:/handbook/"_L1;

QString textOf(const QString &name)
{
    QFile file(u":/handbook/"_s + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The first heading.
QString titleOf(const QString &text)
{
    return text.section(u'\n', 0, 0).remove(u'#').trimmed();
}

} // namespace

HandbookPage::HandbookPage(QWidget *parent)
    : QTextBrowser(parent)
{
    setOpenExternalLinks(true);
    setAccessibleName(tr("Page of the handbook"));
    connect(this, &QTextBrowser::sourceChanged, this, [this](const QUrl &url) {
        if (url.hasFragment())
            scrollToHeading(url.fragment());
    });
}

void HandbookPage::open(const QString &link)
{
    setSource(QUrl(folder + link), QTextDocument::MarkdownResource);
}

QString HandbookPage::name() const
{
    return source().fileName();
}

QString HandbookPage::anchorOf(const QString &heading)
{
    QString anchor;
    for (const QChar character : heading.toLower()) {
        if (character.isLetterOrNumber() || character == u'-' || character == u'_')
            anchor += character;
        else if (character == u' ')
            anchor += u'-';
    }
    return anchor;
}

QVariant HandbookPage::loadResource(int type, const QUrl &name)
{
    constexpr int margin = 40;
    constexpr int leastWidth = 320;
    const QVariant loaded = QTextBrowser::loadResource(type, name);
    if (type != QTextDocument::ImageResource)
        return loaded;
    const QImage image = QImage::fromData(loaded.toByteArray());
    const int width = qMax(leastWidth, viewport()->width() - margin);
    return image.width() <= width ? image : image.scaledToWidth(width, Qt::SmoothTransformation);
}

void HandbookPage::scrollToHeading(const QString &anchor)
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0 || anchorOf(block.text()) != anchor)
            continue;
        // the heading goes to the top: first to the end, so that it is scrolled back to
        moveCursor(QTextCursor::End);
        setTextCursor(QTextCursor(block));
        ensureCursorVisible();
        return;
    }
}

HandbookWindow::HandbookWindow(QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_search(new QLineEdit(this))
    , m_contents(new QListWidget(this))
    , m_page(new HandbookPage(this))
{
    setWindowTitle(tr("Handbook"));
    resize(1000, 720);
    m_search->setPlaceholderText(tr("Search the handbook"));
    m_search->setAccessibleName(tr("Search the handbook"));
    m_search->setClearButtonEnabled(true);
    m_contents->setAccessibleName(tr("Contents of the handbook"));

    auto *bar = new QToolBar(this);
    QAction *back =
        bar->addAction(style()->standardIcon(QStyle::SP_ArrowBack), tr("Back"), m_page, &QTextBrowser::backward);
    QAction *forward =
        bar->addAction(style()->standardIcon(QStyle::SP_ArrowForward), tr("Forward"), m_page, &QTextBrowser::forward);
    bindKey(back, KeyAction::HandbookBack, back->text());
    bindKey(forward, KeyAction::HandbookForward, forward->text());
    back->setEnabled(false);
    forward->setEnabled(false);
    connect(m_page, &QTextBrowser::backwardAvailable, back, &QAction::setEnabled);
    connect(m_page, &QTextBrowser::forwardAvailable, forward, &QAction::setEnabled);

    auto *left = new QWidget(this);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->addWidget(m_search);
    leftLayout->addWidget(m_contents, 1);
    auto *right = new QWidget(this);
    auto *rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(0, 0, 0, 0);
    rightLayout->setSpacing(0);
    rightLayout->addWidget(bar);
    rightLayout->addWidget(m_page, 1);
    auto *splitter = new QSplitter(this);
    splitter->addWidget(left);
    splitter->addWidget(right);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({280, 720});
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(splitter);

    readContents();
    connect(m_search, &QLineEdit::textChanged, this, &HandbookWindow::search);
    connect(m_search, &QLineEdit::returnPressed, this, &HandbookWindow::findNext);
    connect(m_contents, &QListWidget::itemClicked, this, &HandbookWindow::showCurrent);
    connect(m_contents, &QListWidget::itemActivated, this, &HandbookWindow::showCurrent);
    connect(m_page, &QTextBrowser::sourceChanged, this,
            [this] { m_contents->setCurrentRow(int(m_names.indexOf(m_page->name()))); });
    auto *find = new QAction(m_search->placeholderText(), this);
    connect(find, &QAction::triggered, this, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    auto *shut = new QAction(tr("Close"), this);
    connect(shut, &QAction::triggered, this, &QWidget::close);
    bindKey(find, KeyAction::HandbookFind);
    bindKey(shut, KeyAction::HandbookClose);
    addActions({find, shut});
    m_page->open(contentsName);
}

/// The contents are the pages that the first one links to, in its order.
void HandbookWindow::readContents()
{
    static const QRegularExpression link(uR"(\]\(([a-z-]+\.md)\))"_s);
    m_names = {contentsName};
    m_texts = {textOf(contentsName)};
    for (auto match = link.globalMatch(m_texts.constFirst()); match.hasNext();) {
        const QString name = match.next().captured(1);
        if (m_names.contains(name))
            continue;
        m_names += name;
        m_texts += textOf(name);
    }
    for (const QString &text : std::as_const(m_texts))
        m_contents->addItem(titleOf(text));
}

/// Only the pages that have all the words stay in the contents.
void HandbookWindow::search(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (int i = 0; i < m_contents->count(); ++i) {
        const bool hasAll = std::ranges::all_of(
            words, [&](const QString &word) { return m_texts[i].contains(word, Qt::CaseInsensitive); });
        m_contents->item(i)->setHidden(!hasAll);
    }
}

/// The next place in this page, or else in the next page that stands in the contents.
void HandbookWindow::findNext()
{
    const QString text = m_search->text().trimmed();
    if (text.isEmpty() || m_page->find(text))
        return;
    const int count = m_contents->count();
    const int here = int(m_names.indexOf(m_page->name()));
    for (int step = 1; step <= count; ++step) {
        const int i = (here + step) % count;
        if (m_contents->item(i)->isHidden())
            continue;
        m_page->open(m_names[i]);
        m_page->moveCursor(QTextCursor::Start);
        if (!m_page->find(text)) // the words stand apart
            m_page->find(text.section(u' ', 0, 0));
        return;
    }
}

void HandbookWindow::showCurrent()
{
    const int row = m_contents->currentRow();
    if (row >= 0 && m_names[row] != m_page->name())
        m_page->open(m_names[row]);
}

} // namespace Rejoin
