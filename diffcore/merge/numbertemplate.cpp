#include "diffcore/merge/numbertemplate.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr int longestCounter = 18; // digits of a 64-bit number that can still be counted up

struct Parts
{
    QString prefix;
    QString suffix;
};

Parts partsOf(const QString &number)
{
    static const QRegularExpression lastDigits(uR"(\A(.*?)\d+(\D*)\z)"_s,
                                               QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = lastDigits.match(number);
    return match.hasMatch() ? Parts{match.captured(1), match.captured(2)} : Parts{number, {}};
}

} // namespace

Result<NumberTemplate> NumberTemplate::parse(const QString &text)
{
    static const QRegularExpression counter(uR"(\{n(?::(\d{1,2}))?\})"_s);
    NumberTemplate result;
    const QRegularExpressionMatch match = counter.match(text);
    result.m_width = match.captured(1).toInt();
    result.m_text = QString(text).replace(counter, u"\u0000"_s);
    const QString rest = QString(result.m_text).remove(u"{prefix}"_s).remove(u"{suffix}"_s);
    if (!match.hasMatch() || rest.count(u'\0') != 1 || rest.contains(u'{') || rest.contains(u'}') ||
        result.m_width > longestCounter)
        return fail(ErrorCode::Usage, u"'%1' is no template of numbers"_s.arg(text),
                    u"Write {n} or {n:4} once for the counter, and {prefix} or {suffix} for what the old number has "
                    "around it"_s);
    return result;
}

QString NumberTemplate::series(const QString &old) const
{
    const Parts parts = partsOf(old);
    return QString(m_text).replace(u"{prefix}"_s, parts.prefix).replace(u"{suffix}"_s, parts.suffix);
}

std::optional<qint64> NumberTemplate::counterIn(const QString &series, const QString &number)
{
    const qsizetype at = series.indexOf(u'\0');
    const qsizetype digits = number.size() - (series.size() - 1);
    if (digits < 1 || digits > longestCounter || !number.startsWith(QStringView(series).first(at)) ||
        !number.endsWith(QStringView(series).sliced(at + 1)))
        return std::nullopt;
    const QString counter = number.sliced(at, digits);
    const bool isNumber = std::ranges::all_of(counter, [](QChar digit) { return digit >= u'0' && digit <= u'9'; });
    return isNumber ? std::optional(counter.toLongLong()) : std::nullopt;
}

QString NumberTemplate::number(const QString &series, qint64 counter) const
{
    return QString(series).replace(u'\0', QString::number(counter).rightJustified(m_width, u'0'));
}

} // namespace Rejoin
