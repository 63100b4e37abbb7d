#include "diffcore/base/error.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// Drivers and servers break their words where they like: a blank says as much.
QString joinedLines(const QString &words)
{
    static const QRegularExpression breaks(u"\\s*[\\n\\x0b\\f\\r\\x{85}\\x{2028}\\x{2029}]\\s*"_s);
    return QString(words).replace(breaks, u" "_s).trimmed();
}

/// What is named or quoted in a sentence can hold breaks, which are told.
QString withToldBreaks(const QString &text)
{
    QString line;
    line.reserve(text.size());
    for (const QChar sign : text) {
        if (sign == u'\n')
            line += "\\n"_L1;
        else if (sign == u'\r')
            line += "\\r"_L1;
        else if (sign == u'\v' || sign == u'\f' || sign == u'\x85' || sign == QChar::LineSeparator ||
                 sign == QChar::ParagraphSeparator)
            line += u"\\u%1"_s.arg(uint(sign.unicode()), 4, 16, QChar(u'0'));
        else
            line += sign;
    }
    return line;
}

} // namespace

QString describe(const Error &error)
{
    QString text;
    for (const QString &part : {error.server, error.table}) {
        if (!part.isEmpty())
            text += part + ": "_L1;
    }
    text = withToldBreaks(text + error.message);
    if (!error.driverText.isEmpty())
        text += " ("_L1 + joinedLines(error.driverText) + u')';
    if (!text.endsWith(u'.'))
        text += u'.';
    if (!error.advice.isEmpty()) {
        text += u' ' + withToldBreaks(error.advice);
        if (!error.advice.endsWith(u'.'))
            text += u'.';
    }
    return text;
}

} // namespace Rejoin
