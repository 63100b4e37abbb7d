#include "diffcore/script/csv.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// Spreadsheets run what begins like this (OWASP, "CSV Injection").
bool isFormula(const QString &field)
{
    return !field.isEmpty() && u"=+-@\t\r"_s.contains(field.front());
}

} // namespace

QString csvField(const QString &text)
{
    const bool plain = std::ranges::none_of(text, [](QChar character) {
        return character == u'"' || character == u',' || character == u'\n' || character == u'\r';
    });
    return plain ? text : u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"';
}

QByteArray csvLine(const QStringList &fields)
{
    QStringList quoted;
    for (const QString &field : fields)
        quoted += csvField(isFormula(field) ? u'\'' + field : field);
    return (quoted.join(u',') + u"\r\n"_s).toUtf8();
}

} // namespace Rejoin
