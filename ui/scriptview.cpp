#include "ui/scriptview.h"

#include "ui/palette.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>
#include <QEvent>
#include <QFontDatabase>
#include <QPainter>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr int numberPadding = 8;

QString definitionName(Engine engine)
{
    switch (engine) {
    case Engine::PostgreSql: return u"SQL (PostgreSQL)"_s;
    case Engine::MariaDb:
    case Engine::MySql: return u"SQL (MySQL)"_s;
    case Engine::SqlServer: return u"SQL (T-SQL)"_s;
    case Engine::Sqlite: break;
    }
    return u"SQL"_s;
}

} // namespace

class ScriptView::LineNumbers : public QWidget
{
public:
    explicit LineNumbers(ScriptView *view)
        : QWidget(view)
        , m_view(view)
    {
    }

protected:
    void paintEvent(QPaintEvent *event) override { m_view->paintNumbers(event); }

private:
    ScriptView *m_view;
};

ScriptView::ScriptView(KSyntaxHighlighting::Repository &repository, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_repository(repository)
    , m_highlighter(std::make_unique<KSyntaxHighlighting::SyntaxHighlighter>(document()))
    , m_numbers(new LineNumbers(this))
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(NoWrap);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_numbers->scroll(0, dy);
        else
            m_numbers->update(0, rect.y(), m_numbers->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::blockCountChanged, this, [this] { setViewportMargins(numbersWidth(), 0, 0, 0); });
    chooseTheme();
}

ScriptView::~ScriptView() = default;

void ScriptView::setScript(const QByteArray &text, Engine engine)
{
    showText(text, definitionName(engine));
}

void ScriptView::setChanges(const QByteArray &text)
{
    showText(text, u"Diff"_s);
}

void ScriptView::showText(const QByteArray &text, const QString &definition)
{
    m_highlighter.reset(); // what it put off to do is about lines that go now
    if (text.size() <= shownBytes) {
        setPlainText(QString::fromUtf8(text));
    } else {
        const qsizetype end = text.lastIndexOf('\n', shownBytes);
        setPlainText(QString::fromUtf8(text.first(end > 0 ? end : shownBytes)) + u"\n\n-- "_s +
                     tr("%1 MB more; the bundle holds the whole script").arg((text.size() - shownBytes) >> 20));
    }
    setViewportMargins(numbersWidth(), 0, 0, 0);
    m_highlighter = std::make_unique<KSyntaxHighlighting::SyntaxHighlighter>(static_cast<QObject *>(nullptr));
    chooseTheme();
    m_highlighter->setDefinition(m_repository.definitionForName(definition));
    m_highlighter->setDocument(document()); // one pass over the text
}

void ScriptView::setWatermark(const QString &text)
{
    m_watermark = text;
    viewport()->update();
}

void ScriptView::goToLine(int line)
{
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    if (!block.isValid())
        return;
    setTextCursor(QTextCursor(block));
    centerCursor();
}

int ScriptView::currentLine() const
{
    return textCursor().blockNumber() + 1;
}

void ScriptView::chooseTheme()
{
    using KSyntaxHighlighting::Repository;
    m_highlighter->setTheme(
        m_repository.defaultTheme(isDark(palette()) ? Repository::DarkTheme : Repository::LightTheme));
    m_highlighter->rehighlight();
}

void ScriptView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter)
        chooseTheme();
}

void ScriptView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    const QRect room = contentsRect();
    m_numbers->setGeometry(room.left(), room.top(), numbersWidth(), room.height());
}

int ScriptView::numbersWidth() const
{
    return fontMetrics().horizontalAdvance(u'9') * int(QString::number(blockCount()).size()) + 2 * numberPadding;
}

void ScriptView::paintNumbers(QPaintEvent *event)
{
    QPainter painter(m_numbers);
    painter.fillRect(event->rect(), palette().color(QPalette::Window));
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > event->rect().bottom())
            break;
        painter.drawText(QRectF(0, place.top(), m_numbers->width() - numberPadding, fontMetrics().height()),
                         Qt::AlignRight, QString::number(block.blockNumber() + 1));
    }
}

void ScriptView::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    if (m_watermark.isEmpty())
        return;
    QPainter painter(viewport());
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 3);
    large.setBold(true);
    painter.setFont(large);
    QColor color = tintColors(Tint::Conflict, palette()).accent;
    color.setAlphaF(0.35F);
    painter.setPen(color);
    painter.translate(viewport()->rect().center());
    painter.rotate(-18);
    painter.drawText(QRectF(-viewport()->width(), -60, 2 * viewport()->width(), 120), Qt::AlignCenter, m_watermark);
}

} // namespace Rejoin
