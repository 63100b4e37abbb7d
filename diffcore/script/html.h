#pragma once

#include "diffcore/value/value.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Rejoin {

/// Text that HTML shows as it is: mark-up, quotes and control characters cannot act.
[[nodiscard]] QString escaped(const QString &text);
/// A cell's value: NULL, absent and long values are marked, so that no text can imitate them.
[[nodiscard]] QString valueHtml(const Value &value);

/// Writes one HTML document from top to bottom. `Html` arguments are mark-up, all others are escaped.
class HtmlPage
{
public:
    explicit HtmlPage(const QString &title);

    void heading(const QString &text);
    void paragraph(const QString &text);
    void warning(const QString &text);
    void list(const QStringList &items);
    void beginTable(const QStringList &headings);
    void rowHtml(const QStringList &cellsHtml);
    void row(const QStringList &cells);
    void endTable();
    [[nodiscard]] QByteArray finish();

private:
    void add(const QString &html);
    QByteArray m_bytes;
};

} // namespace Rejoin
