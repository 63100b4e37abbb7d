#include "ui/cellpane.h"

#include "models/textdiff.h"
#include "ui/palette.h"
#include "ui/words.h"

#include <QBuffer>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QImageReader>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTextBlock>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr qsizetype bytesInLine = 16;
constexpr qsizetype dumpedBytes = 64 * 1024;
constexpr qint64 largestPicture = 8LL * 1024 * 1024; // bytes
constexpr int openedLevels = 2;
constexpr int leastHeight = 36; // the page fits a screen of 720 lines

bool isPicture(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    return buffer.open(QIODevice::ReadOnly) && QImageReader(&buffer).canRead();
}

std::optional<QJsonDocument> jsonOf(const QString &text)
{
    const QString start = text.trimmed().left(1);
    if (start != "{"_L1 && start != "["_L1)
        return std::nullopt;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &error);
    return error.error == QJsonParseError::NoError ? std::optional(document) : std::nullopt;
}

QString scalarText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null: return u"null"_s;
    case QJsonValue::Bool: return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double: return QString::number(value.toDouble(), 'g', 17);
    case QJsonValue::String: return u'"' + value.toString() + u'"';
    case QJsonValue::Array: return u"[ %1 ]"_s.arg(value.toArray().size());
    case QJsonValue::Object: return u"{ %1 }"_s.arg(value.toObject().size());
    case QJsonValue::Undefined: break;
    }
    return {};
}

/// Below `parent`; bold where `before` has another value there.
void addJson(QTreeWidgetItem *parent, const QString &name, const QJsonValue &value, const QJsonValue *before)
{
    auto *item = new QTreeWidgetItem(parent, {name, scalarText(value)});
    const bool isOther = before && *before != value;
    if (isOther) {
        QFont bold = item->font(1);
        bold.setBold(true);
        item->setFont(1, bold);
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        const QJsonObject old = before ? before->toObject() : QJsonObject();
        for (auto field = object.constBegin(); field != object.constEnd(); ++field) {
            const QJsonValue oldField = old.value(field.key());
            addJson(item, field.key(), field.value(), before ? &oldField : nullptr);
        }
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        const QJsonArray old = before ? before->toArray() : QJsonArray();
        for (qsizetype at = 0; at < array.size(); ++at) {
            const QJsonValue oldElement = old.at(at);
            addJson(item, u"[%1]"_s.arg(at), array.at(at), before ? &oldElement : nullptr);
        }
    }
}

QJsonValue rootOf(const QJsonDocument &document)
{
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

} // namespace

CellView bestView(const Value &value)
{
    if (!value.isPresent())
        return CellView::Text;
    if (value.family() == TypeFamily::Binary)
        return isPicture(value.bytes()) ? CellView::Image : CellView::Hex;
    if (value.family() == TypeFamily::Json || value.family() == TypeFamily::Text)
        return jsonOf(value.toText()) ? CellView::Json : CellView::Text;
    return CellView::Text;
}

QString hexDump(const QByteArray &bytes, qsizetype most)
{
    QStringList lines;
    for (qsizetype start = 0; start < std::min(bytes.size(), most); start += bytesInLine) {
        const QByteArray line = bytes.mid(start, bytesInLine);
        QString text;
        for (const char byte : line)
            text += byte >= ' ' && byte <= '~' ? QLatin1Char(byte) : QLatin1Char('.');
        lines.append(u"%1  %2  %3"_s.arg(QString::number(start, 16).rightJustified(8, u'0'),
                                         QString::fromLatin1(line.toHex(' ')).leftJustified(3 * bytesInLine - 1),
                                         text));
    }
    if (bytes.size() > most)
        lines.append(CellPane::tr("… and %1 bytes more").arg(bytes.size() - most));
    return lines.join(u'\n');
}

CellPane::CellPane(Face face, QWidget *parent)
    : QWidget(parent)
    , m_face(face)
    , m_head(new QWidget(this))
    , m_title(new QLabel(Words::face(face), m_head))
    , m_stack(new QStackedWidget(this))
    , m_text(new QPlainTextEdit(m_stack))
    , m_tree(new QTreeWidget(m_stack))
    , m_image(new QLabel(m_stack))
{
    const QString name = Words::face(face);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    auto *head = new QHBoxLayout(m_head);
    head->setContentsMargins(0, 0, 0, 0);
    head->addWidget(m_title, 1);
    layout->addWidget(m_head);
    layout->addWidget(m_stack, 1);
    if (face != Face::Merged) {
        m_take = new QPushButton(tr("Take"), m_head);
        m_take->setAccessibleName(tr("Take the cell from %1").arg(name));
        m_take->setToolTip(m_take->accessibleName());
        head->addWidget(m_take);
    }
    m_text->setAccessibleName(tr("Cell, %1").arg(name));
    m_text->setTabChangesFocus(true);
    m_text->setReadOnly(face != Face::Merged);
    for (QWidget *view : std::initializer_list<QWidget *>{m_text, m_tree, m_image})
        view->setMinimumHeight(leastHeight);
    m_title->setBuddy(m_text);
    m_tree->setAccessibleName(tr("Cell as JSON, %1").arg(name));
    m_tree->setHeaderHidden(true);
    m_tree->setColumnCount(2);
    m_tree->setUniformRowHeights(true);
    m_image->setAlignment(Qt::AlignCenter);
    for (QWidget *view : std::initializer_list<QWidget *>{m_text, m_tree, m_image})
        m_stack->addWidget(view);
}

void CellPane::addToHead(QWidget *widget)
{
    m_head->layout()->addWidget(widget);
}

void CellPane::clear()
{
    m_text->clear();
    m_text->setExtraSelections({});
    m_text->setPlaceholderText({});
    m_tree->clear();
    m_image->clear();
    m_title->setText(Words::face(m_face));
    m_stack->setCurrentWidget(m_text);
    setEnabled(false);
}

void CellPane::show(const Cell &cell, CellView view)
{
    setEnabled(true);
    const bool isThere = cell.kind == CellKind::Value && !cell.isHidden;
    QFont font =
        QFontDatabase::systemFont(view == CellView::Hex ? QFontDatabase::FixedFont : QFontDatabase::GeneralFont);
    m_text->setFont(font);
    m_text->setLineWrapMode(view == CellView::Hex ? QPlainTextEdit::NoWrap : QPlainTextEdit::WidgetWidth);
    showText(cell);
    m_stack->setCurrentWidget(m_text);
    m_imageText.clear();
    if (isThere && view == CellView::Hex) {
        m_text->setPlainText(hexDump(cell.value.bytes(), dumpedBytes));
        m_text->setExtraSelections({});
    } else if (isThere && view == CellView::Json) {
        showJson(cell);
    } else if (isThere && view == CellView::Image && showImage(cell)) {
        m_stack->setCurrentWidget(m_image);
    }
    showTitle(cell, view);
}

void CellPane::showTitle(const Cell &cell, CellView view)
{
    const QString name = Words::face(m_face);
    if (cell.kind != CellKind::Value)
        m_title->setText(u"%1 · %2"_s.arg(name, Words::cell(cell.kind, {})));
    else if (cell.isHidden)
        m_title->setText(u"%1 · %2"_s.arg(name, tr("masked")));
    else if (view == CellView::Image && !m_imageText.isEmpty())
        m_title->setText(u"%1 · %2"_s.arg(name, m_imageText));
    else if (cell.value.family() == TypeFamily::Binary)
        m_title->setText(tr("%1 · %2 bytes").arg(name).arg(cell.value.bytes().size()));
    else
        m_title->setText(tr("%1 · %2 chars").arg(name).arg(cell.text.size()));
}

void CellPane::showText(const Cell &cell)
{
    const bool isValue = cell.kind == CellKind::Value;
    m_text->setPlainText(isValue ? cell.text : QString());
    m_text->setPlaceholderText(isValue ? QString() : Words::cell(cell.kind, {}));
    QList<QTextEdit::ExtraSelection> marks;
    if (isValue && !cell.isHidden && cell.before) {
        const TintColors colors = tintColors(m_face == Face::B ? Tint::BChanged : Tint::AChanged, palette());
        for (const TextRange &range : changedRanges(*cell.before, cell.text)) {
            QTextEdit::ExtraSelection mark;
            mark.cursor = QTextCursor(m_text->document());
            mark.cursor.setPosition(int(range.start));
            mark.cursor.setPosition(int(range.start + range.length), QTextCursor::KeepAnchor);
            mark.format.setBackground(colors.fill);
            mark.format.setFontUnderline(true);
            marks.append(mark);
        }
    }
    m_text->setExtraSelections(marks);
}

void CellPane::showJson(const Cell &cell)
{
    const auto document = jsonOf(cell.text);
    if (!document)
        return;
    const auto old = cell.before ? jsonOf(*cell.before) : std::nullopt;
    m_tree->clear();
    const QJsonValue before = old ? rootOf(*old) : QJsonValue();
    addJson(m_tree->invisibleRootItem(), tr("JSON"), rootOf(*document), old ? &before : nullptr);
    m_tree->expandToDepth(openedLevels);
    m_tree->resizeColumnToContents(0);
    m_stack->setCurrentWidget(m_tree);
}

bool CellPane::showImage(const Cell &cell)
{
    if (cell.value.bytes().size() > largestPicture)
        return false;
    QBuffer buffer;
    buffer.setData(cell.value.bytes());
    QImageReader reader(&buffer);
    const QImage image = reader.read();
    if (image.isNull())
        return false;
    const QSize room = m_stack->size().expandedTo(QSize(64, 48));
    const bool fits = image.width() <= room.width() && image.height() <= room.height();
    m_image->setPixmap(
        QPixmap::fromImage(fits ? image : image.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
    m_imageText = tr("%1, %2 × %3, %4 bytes")
                      .arg(QString::fromLatin1(reader.format().toUpper()))
                      .arg(image.width())
                      .arg(image.height())
                      .arg(cell.value.bytes().size());
    m_image->setAccessibleName(tr("Cell, %1: %2").arg(Words::face(m_face), m_imageText));
    return true;
}

} // namespace Rejoin
