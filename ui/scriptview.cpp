#include "ui/scriptview.h"

#include "ui/palette.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>
#include <QEvent>
#include <QFontDatabase>
#include <QPainter>
#include <QTextBlock>
#include <algorithm>

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
    m_text = text;
    m_definition = definition;
    cutIntoParts();
    m_part = -1;
    showPart(0);
}

void ScriptView::cutIntoParts()
{
    constexpr qsizetype searched = partBytes / 4; // for a gap between statements
    m_parts = {Part{}};
    m_lines = 1;
    qsizetype start = 0;
    const auto linesTo = [&](qsizetype end) {
        m_lines += int(std::count(m_text.cbegin() + start, m_text.cbegin() + end, '\n'));
        start = end;
    };
    while (m_text.size() - start > partBytes) {
        const qsizetype limit = start + partBytes;
        const QByteArrayView tail = QByteArrayView(m_text).sliced(limit - searched, searched);
        const qsizetype gap = tail.lastIndexOf("\n\n");
        const qsizetype line = tail.lastIndexOf('\n');
        const qsizetype end = gap >= 0    ? limit - searched + gap + 2
                              : line >= 0 ? limit - searched + line + 1
                                          : m_text.indexOf('\n', limit) + 1;
        if (end <= start || end >= m_text.size())
            break;
        linesTo(end);
        m_parts.append({end, m_lines});
    }
    linesTo(m_text.size());
}

QByteArray ScriptView::textOf(int part) const
{
    const qsizetype start = m_parts.at(part).start;
    const bool isLast = part + 1 == partCount();
    const qsizetype end = isLast ? m_text.size() : m_parts.at(part + 1).start - 1; // without its last line's end
    return m_text.sliced(start, std::max<qsizetype>(end - start, 0));
}

void ScriptView::showPart(int part)
{
    if (part < 0 || part >= partCount() || part == m_part)
        return;
    m_part = part;
    m_highlighter.reset(); // what it put off to do is about lines that go now
    setPlainText(QString::fromUtf8(textOf(part)));
    setViewportMargins(numbersWidth(), 0, 0, 0);
    m_highlighter = std::make_unique<KSyntaxHighlighting::SyntaxHighlighter>(static_cast<QObject *>(nullptr));
    chooseTheme();
    m_highlighter->setDefinition(m_repository.definitionForName(m_definition));
    m_highlighter->setDocument(document()); // one pass over the text
    Q_EMIT partChanged();
}

int ScriptView::lastLine() const
{
    return m_part + 1 == partCount() ? m_lines : m_parts.at(m_part + 1).firstLine - 1;
}

bool ScriptView::find(const QString &text, Direction direction)
{
    const QTextDocument::FindFlags flags =
        direction == Direction::Backward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (text.isEmpty())
        return false;
    if (QPlainTextEdit::find(text, flags))
        return true;
    const int step = direction == Direction::Forward ? 1 : -1;
    for (int offset = 1; offset <= partCount(); ++offset) {
        const int part = ((m_part + step * offset) % partCount() + partCount()) % partCount();
        if (!QString::fromUtf8(textOf(part)).contains(text, Qt::CaseInsensitive))
            continue;
        showPart(part);
        moveCursor(direction == Direction::Forward ? QTextCursor::Start : QTextCursor::End);
        return QPlainTextEdit::find(text, flags);
    }
    return false;
}

void ScriptView::setWatermark(const QString &text)
{
    m_watermark = text;
    viewport()->update();
}

void ScriptView::goToLine(int line)
{
    const auto after = std::ranges::upper_bound(m_parts, line, {}, &Part::firstLine);
    showPart(after == m_parts.begin() ? 0 : int(after - m_parts.begin()) - 1);
    const QTextBlock block = document()->findBlockByNumber(line - firstLine());
    if (!block.isValid())
        return;
    setTextCursor(QTextCursor(block));
    centerCursor();
}

int ScriptView::currentLine() const
{
    return textCursor().blockNumber() + firstLine();
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
    return fontMetrics().horizontalAdvance(u'9') * int(QString::number(m_lines).size()) + 2 * numberPadding;
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
                         Qt::AlignRight, QString::number(block.blockNumber() + firstLine()));
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
