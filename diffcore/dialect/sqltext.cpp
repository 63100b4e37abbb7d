#include "diffcore/dialect/sqltext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

QString oneLine(const QString &text)
{
    const auto isPlain = [](QChar character) { return character >= u' ' && character <= u'~'; };
    if (std::ranges::all_of(text, isPlain))
        return text;
    QString line = text;
    for (QChar &character : line) {
        const QChar::Category category = character.category();
        if (category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Separator_Line ||
            category == QChar::Separator_Paragraph)
            character = u' ';
    }
    return line;
}

QString doubledQuotes(const QString &text, QChar quote)
{
    return quote + QString(text).replace(quote, QString(2, quote)) + quote;
}

std::optional<QString> plainLiteral(const QByteArray &bytes)
{
    QByteArray literal;
    if (!appendPlainText(literal, bytes))
        return std::nullopt;
    return QString::fromLatin1(literal);
}

bool appendPlainText(QByteArray &text, QByteArrayView bytes, QByteArrayView end)
{
    const bool isPlain = std::ranges::all_of(
        bytes, [](char byte) { return byte >= ' ' && byte <= '~' && byte != '\'' && byte != '\\'; });
    if (!isPlain)
        return false;
    text += '\'';
    text += bytes;
    text += '\'';
    text += end;
    return true;
}

bool isDecimalNumber(QByteArrayView text, qsizetype most)
{
    const auto digits = [&] {
        const auto end = std::ranges::find_if_not(text, [](char byte) { return byte >= '0' && byte <= '9'; });
        const qsizetype count = end - text.begin();
        text = text.sliced(count);
        return count;
    };
    if (text.startsWith('-'))
        text = text.sliced(1);
    if (const qsizetype count = digits(); count == 0 || count > most)
        return false;
    if (text.isEmpty())
        return true;
    if (!text.startsWith('.'))
        return false;
    text = text.sliced(1);
    return digits() > 0 && text.isEmpty();
}

QString dashComment(const QString &text)
{
    return text.isEmpty() ? u"--"_s : u"-- "_s + oneLine(text);
}

QString literalWithout(QChar character, const QString &text, const QString &literal, const QString &asExpression)
{
    const QString code = QString::number(character.unicode());
    QString placeholder = u'<' + code + u'>';
    while (text.contains(placeholder))
        placeholder.insert(1, u'0');
    return u"replace(%1, '%2', %3)"_s.arg(QString(literal).replace(character, placeholder), placeholder,
                                          QString(asExpression).replace("%1"_L1, code));
}

QString conditionAfter(const QString &word, const QString &condition)
{
    return condition.isEmpty() ? QString() : u' ' + word + u" ("_s + condition + u')';
}

QString lexicographic(const QStringList &same, const QStringList &compared)
{
    QStringList choices;
    for (qsizetype column = 0; column < compared.size(); ++column) {
        const QStringList conditions = same.first(column) + QStringList{compared[column]};
        choices += conditions.join(u" AND "_s);
    }
    return u'(' + choices.join(u" OR "_s) + u')';
}

QString columnShape(const Column &column, const QString &type)
{
    QString shape = column.name + u' ' + type;
    if (!column.nullable)
        shape += u" not null"_s;
    switch (column.source) {
    case ValueSource::Written: return shape + u" w"_s;
    case ValueSource::Generated: return shape + u" g"_s;
    case ValueSource::Computed: return shape + u" c"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace Rejoin
