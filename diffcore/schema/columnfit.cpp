#include "diffcore/schema/columnfit.h"

#include "diffcore/value/conversion.h"
#include "diffcore/value/utf16text.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

struct Range
{
    qint64 lowest = 0;
    quint64 highest = 0;
};

/// "integer" of "INTEGER", "int" of "int(11) unsigned"
QString baseType(const Column &column)
{
    static const QRegularExpression firstWord(u"^[a-z0-9_]+"_s);
    return firstWord.match(column.declaredType.toLower()).captured();
}

/// 8 for "tinyint"; 0 for what is none of the engines' integer types.
int bitsOf(const QString &type)
{
    static const QHash<QString, int> bits{{u"tinyint"_s, 8},    {u"smallint"_s, 16}, {u"int2"_s, 16},
                                          {u"mediumint"_s, 24}, {u"int"_s, 32},      {u"integer"_s, 32},
                                          {u"int4"_s, 32},      {u"bigint"_s, 64},   {u"int8"_s, 64}};
    return bits.value(type);
}

/// Sizes of the integer types: each engine's documentation on numeric types. SQL Server's tinyint has no sign.
std::optional<Range> rangeOf(const Column &column, Engine engine)
{
    const QString type = baseType(column);
    const int bits = bitsOf(type);
    if (bits == 0)
        return std::nullopt;
    const bool isUnsigned = column.declaredType.contains("unsigned"_L1, Qt::CaseInsensitive) ||
                            (engine == Engine::SqlServer && type == "tinyint"_L1);
    const quint64 highest = isUnsigned ? ~quint64{0} >> (64 - bits) : ~quint64{0} >> (65 - bits);
    return Range{isUnsigned ? 0 : -qint64(highest) - 1, highest};
}

bool isInRange(const QByteArray &digits, const Range &range)
{
    bool isNumber = false;
    if (digits.startsWith('-')) {
        const qint64 number = digits.toLongLong(&isNumber);
        return isNumber && number >= range.lowest;
    }
    const quint64 number = digits.toULongLong(&isNumber);
    return isNumber && number <= range.highest;
}

/// The two numbers of "numeric(10,2)"; the second is 0 where it is not given.
std::optional<std::pair<int, int>> precisionAndScale(const Column &column)
{
    static const QRegularExpression type(u"^(?:numeric|decimal|dec)\\s*\\(\\s*([0-9]+)\\s*(?:,\\s*([0-9]+)\\s*)?\\)"_s);
    const auto match = type.match(column.declaredType.toLower());
    if (!match.hasMatch())
        return std::nullopt;
    return std::pair(match.captured(1).toInt(), match.captured(2).toInt());
}

QString whyNotDecimal(const Value &value, const Column &column)
{
    const auto type = precisionAndScale(column);
    if (!type)
        return {};
    static const QRegularExpression number(u"^-?0*([0-9]*)(?:\\.([0-9]*?)0*)?$"_s);
    const auto match = number.match(QString::fromLatin1(value.bytes()));
    if (!match.hasMatch())
        return {};
    if (match.capturedLength(1) > type->first - type->second)
        return u"%1, which is out of the range of %2"_s.arg(value.toText(), column.declaredType);
    if (match.capturedLength(2) > type->second)
        return u"%1, which has more decimals than %2 keeps"_s.arg(value.toText(), column.declaredType);
    return {};
}

/// The text within one pair of brackets that encloses the whole, over and over: SQL Server's ((0)).
QString withoutBrackets(QString expression)
{
    static const QRegularExpression enclosed(u"^\\(([^()]*|\\(+[^()]*\\)+)\\)$"_s);
    for (;;) {
        const auto match = enclosed.match(expression);
        if (!match.hasMatch())
            return expression;
        expression = match.captured(1).trimmed();
    }
}

/// 'it''s', N'x', "x" (SQLite), with a cast behind it or not ('x'::text); nothing where it is no text constant.
std::optional<QString> quotedText(const QString &expression)
{
    static const QRegularExpression quoted(
        u"^[nN]?(?:'((?:[^']|'')*)'|\"((?:[^\"]|\"\")*)\")(?:::[a-z0-9_ ().,\\[\\]\"]+)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = quoted.match(expression);
    if (!match.hasMatch())
        return std::nullopt;
    return match.hasCaptured(1) ? match.captured(1).replace("''"_L1, "'"_L1)
                                : match.captured(2).replace("\"\""_L1, "\""_L1);
}

} // namespace

Value asColumnHolds(const Value &value, const Column &column)
{
    return converted(value, column.family).value_or(value);
}

QString whyNotHeld(const Value &value, const Column &column, Engine engine)
{
    if (!value.isPresent())
        return {};
    if (value.family() == TypeFamily::Text && engine != Engine::SqlServer && hasHalfCharacters(value.bytes()))
        return u"'%1', a text with half a character, which SQL Server alone keeps"_s.arg(value.toText().left(40));
    if (engine == Engine::Sqlite)
        return {};
    const std::optional<Value> held = converted(value, column.family);
    if (!held)
        return u"'%1', which is no %2"_s.arg(value.toText().left(40), column.declaredType);
    if (held->family() == TypeFamily::Decimal)
        return whyNotDecimal(*held, column);
    const auto range = held->family() == TypeFamily::Integer ? rangeOf(column, engine) : std::nullopt;
    if (range && !isInRange(held->bytes(), *range))
        return u"%1, which is out of the range of %2"_s.arg(held->toText(), column.declaredType);
    return {};
}

int fractionDigits(const Column &column, Engine engine)
{
    const bool holdsTimes = column.family == TypeFamily::Time || column.family == TypeFamily::Timestamp ||
                            column.family == TypeFamily::TimestampTz;
    if (!holdsTimes || engine == Engine::Sqlite)
        return -1;
    static const QRegularExpression digits(u"\\(\\s*([0-9])\\s*\\)"_s);
    if (const auto match = digits.match(column.declaredType); match.hasMatch())
        return match.captured(1).toInt();
    const QString type = baseType(column);
    switch (engine) {
    case Engine::PostgreSql: return 6;
    case Engine::MariaDb:
    case Engine::MySql: return 0;
    case Engine::SqlServer: return type == "smalldatetime"_L1 ? 0 : type == "datetime"_L1 ? 3 : 7;
    case Engine::Sqlite: break;
    }
    return -1;
}

std::optional<Value> constantDefault(const Column &column)
{
    const QString expression = withoutBrackets(column.defaultExpression.trimmed());
    static const QRegularExpression nothing(u"^null(::.*)?$"_s, QRegularExpression::CaseInsensitiveOption);
    if (expression.isEmpty() || nothing.match(expression).hasMatch())
        return Value::null();
    if (const auto text = quotedText(expression))
        return converted(Value::text(*text), column.family);
    static const QRegularExpression plain(u"^(?:[+-]?[0-9]+(?:\\.[0-9]+)?|true|false)(?:::[a-z0-9_ (),]+)?$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    if (!plain.match(expression).hasMatch())
        return std::nullopt;
    return converted(Value::text(expression.section("::"_L1, 0, 0).toLower()), column.family);
}

} // namespace Rejoin
