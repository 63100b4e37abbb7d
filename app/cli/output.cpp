#include "app/cli/output.h"

#include "diffcore/base/log.h"

#include <QDateTime>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Rejoin {

/// Nothing that a terminal would take for a command: names, labels and reasons come from files of others, too.
static QByteArray shown(const QString &text)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = printable(line);
    return lines.join(u'\n').toUtf8() + '\n';
}

Output::Output(const Terminal &terminal, Form form)
    : m_terminal(terminal)
    , m_form(form)
{
}

void Output::line(const QString &text)
{
    if (isJson())
        return;
    clearProgress();
    m_terminal.out(shown(text));
}

void Output::json(const QJsonObject &document)
{
    if (!isJson() || m_isPrinted)
        return;
    m_isPrinted = true;
    clearProgress();
    m_terminal.out(QJsonDocument(document).toJson(QJsonDocument::Indented));
}

void Output::raw(const QByteArray &bytes)
{
    m_isPrinted = true;
    m_terminal.out(bytes);
}

void Output::note(const QString &text)
{
    clearProgress();
    log(LogLevel::Debug, u"says: "_s + text);
    m_terminal.err(shown(text));
}

void Output::warn(const QString &text)
{
    note(u"rejoin: warning: "_s + text);
}

Progress Output::progress()
{
    if (!m_terminal.isInteractive)
        return [](const ProgressReport &) {};
    return [this](const ProgressReport &report) {
        constexpr qint64 pauseMs = 100;
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        if (now - m_lastShown < pauseMs)
            return;
        m_lastShown = now;
        QString text = report.doing;
        if (report.total > 0)
            text += u" %1 %"_s.arg(qMin(report.done, report.total) * 100 / report.total);
        else if (report.done > 0)
            text += u" %1"_s.arg(report.done);
        text = shortened(text, 78);
        m_terminal.err('\r' + text.leftJustified(m_progressWidth).toUtf8());
        m_progressWidth = int(text.size());
    };
}

void Output::clearProgress()
{
    if (m_progressWidth == 0)
        return;
    m_terminal.err('\r' + QByteArray(m_progressWidth, ' ') + '\r');
    m_progressWidth = 0;
}

TextTable::TextTable(QList<Align> columns, int indent)
    : m_columns(std::move(columns))
    , m_indent(indent)
{
}

void TextTable::add(const QStringList &cells)
{
    Q_ASSERT(cells.size() == m_columns.size());
    m_rows.append(cells);
}

QStringList TextTable::lines() const
{
    QList<qsizetype> widths(m_columns.size(), 0);
    for (const QStringList &row : m_rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = qMax(widths[i], row[i].size());
    }

    QStringList all;
    for (const QStringList &row : m_rows) {
        QStringList cells;
        for (qsizetype i = 0; i < row.size(); ++i)
            cells += m_columns[i] == Align::Left ? row[i].leftJustified(widths[i]) : row[i].rightJustified(widths[i]);
        QString text = QString(m_indent, u' ') + cells.join("  "_L1);
        while (text.endsWith(u' '))
            text.chop(1);
        all += text;
    }
    return all;
}

void TextTable::print(Output &output) const
{
    for (const QString &text : lines())
        output.line(text);
}

QString printable(const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (const QChar character : text) {
        if (character == u'\n')
            clean += "\\n"_L1;
        else if (character == u'\t')
            clean += "\\t"_L1;
        else if (character.category() == QChar::Other_Control || character.category() == QChar::Other_Format)
            clean += u"\\u%1"_s.arg(uint(character.unicode()), 4, 16, QChar(u'0'));
        else
            clean += character;
    }
    return clean;
}

QString shortened(const QString &text, int length)
{
    const QString clean = printable(text);
    return clean.size() <= length ? clean : clean.left(length - 1) + u'…';
}

QString counted(qint64 number, const QString &noun)
{
    return counted(number, noun, noun + u's');
}

QString counted(qint64 number, const QString &one, const QString &many)
{
    return u"%1 %2"_s.arg(QString::number(number), number == 1 ? one : many);
}

} // namespace Rejoin
