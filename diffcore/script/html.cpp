#include "diffcore/script/html.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr qsizetype shownLength = 200;

const QString style = uR"(
:root { color-scheme: light dark; }
body { font: 15px/1.45 system-ui, sans-serif; margin: 2em auto; max-width: 75em; padding: 0 1em; }
h1 { font-size: 1.6em; } h2 { font-size: 1.2em; margin-top: 2em; border-bottom: 1px solid; }
table { border-collapse: collapse; width: 100%; margin: 0.5em 0 1em; }
th, td { border: 1px solid light-dark(#b0b0b0, #606060); padding: 0.2em 0.5em; text-align: left; vertical-align: top;
  overflow-wrap: anywhere; }
th { background: light-dark(#ededed, #34383b); }
hr { border: 0; border-top: 1px dashed; margin: 0.2em 0; }
.mark { border: 1px solid; border-radius: 0.4em; padding: 0 0.3em; font-size: 0.8em; }
.warning { border-left: 0.4em solid light-dark(#8e0f5e, #ff7ac6); padding: 0.3em 0.8em; font-weight: bold; }
@media print { body { margin: 0; max-width: none; font-size: 11px; } h2 { break-after: avoid; } tr { break-inside: avoid; } }
)"_s;

bool isUnseen(QChar character)
{
    const QChar::Category category = character.category();
    return (category == QChar::Other_Control && character != u'\n' && character != u'\t') ||
           category == QChar::Other_Format;
}

} // namespace

QString escaped(const QString &text)
{
    QString shown = text;
    for (QChar &character : shown) {
        if (isUnseen(character))
            character = QChar::ReplacementCharacter;
    }
    return shown.toHtmlEscaped().replace(u'\'', u"&#39;"_s);
}

QString valueHtml(const Value &value)
{
    if (value.isAbsent())
        return u"<span class=\"mark\">no such column</span>"_s;
    if (value.isNull())
        return u"<span class=\"mark\">NULL</span>"_s;
    const QString text = value.toText();
    if (text.isEmpty())
        return u"<span class=\"mark\">empty</span>"_s;
    if (text.size() <= shownLength)
        return escaped(text);
    return escaped(text.left(shownLength)) + u"… <span class=\"mark\">%1 characters</span>"_s.arg(text.size());
}

HtmlPage::HtmlPage(const QString &title)
{
    add(u"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>"_s + escaped(title) +
        u"</title>\n<style>"_s + style + u"</style></head><body>\n<h1>"_s + escaped(title) + u"</h1>"_s);
}

void HtmlPage::add(const QString &html)
{
    m_bytes += html.toUtf8();
    m_bytes += '\n';
}

void HtmlPage::heading(const QString &text)
{
    add(u"<h2>"_s + escaped(text) + u"</h2>"_s);
}

void HtmlPage::paragraph(const QString &text)
{
    add(u"<p>"_s + escaped(text) + u"</p>"_s);
}

void HtmlPage::warning(const QString &text)
{
    add(u"<p class=\"warning\">"_s + escaped(text) + u"</p>"_s);
}

void HtmlPage::list(const QStringList &items)
{
    add(u"<ul>"_s);
    for (const QString &item : items)
        add(u"<li>"_s + escaped(item) + u"</li>"_s);
    add(u"</ul>"_s);
}

void HtmlPage::beginTable(const QStringList &headings)
{
    add(u"<table><thead><tr>"_s);
    for (const QString &text : headings)
        add(u"<th>"_s + escaped(text) + u"</th>"_s);
    add(u"</tr></thead><tbody>"_s);
}

void HtmlPage::rowHtml(const QStringList &cellsHtml)
{
    add(u"<tr><td>"_s + cellsHtml.join(u"</td><td>"_s) + u"</td></tr>"_s);
}

void HtmlPage::row(const QStringList &cells)
{
    QStringList html;
    for (const QString &cell : cells)
        html += escaped(cell);
    rowHtml(html);
}

void HtmlPage::endTable()
{
    add(u"</tbody></table>"_s);
}

QByteArray HtmlPage::finish()
{
    return m_bytes + "</body></html>\n";
}

} // namespace Rejoin
