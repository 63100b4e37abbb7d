#include "tests/contract/randomvalues.h"

#include "diffcore/dialect/floattext.h"

#include <QRegularExpression>
#include <QUuid>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

namespace {

template <typename T> constexpr T lowestOf = std::numeric_limits<T>::lowest();
template <typename T> constexpr T highestOf = std::numeric_limits<T>::max();

QByteArray padded(qint64 number, int digits)
{
    return QByteArray::number(number).rightJustified(digits, '0');
}

QByteArray textOf(double number)
{
    return canonicalFloat(QByteArray::number(number, 'g', 17));
}

QByteArray textOf(float number)
{
    return canonicalSingle(QByteArray::number(static_cast<double>(number), 'g', 17));
}

/// Of a decimal: as the server prints it, so without zeros in front, and no zero below zero.
QByteArray decimalText(bool negative, QByteArray whole, const QByteArray &fraction)
{
    while (whole.size() > 1 && whole.startsWith('0'))
        whole.remove(0, 1);
    const QByteArray text = fraction.isEmpty() ? whole : whole + '.' + fraction;
    const bool isZero = QByteArray(text).replace('0', "").replace('.', "").isEmpty();
    return negative && !isZero ? '-' + text : text;
}

QString withoutTrailingBlanks(QString text)
{
    while (text.endsWith(u' '))
        text.chop(1);
    return text;
}

} // namespace

RandomValues::RandomValues(Engine engine, const QString &type, QList<Value> samples, quint32 seed)
    : m_engine(engine)
    , m_type(type)
    , m_base(type.section(u'(', 0, 0))
    , m_samples(std::move(samples))
    , m_family(m_samples.first().family())
    , m_random(seed)
{
    static const QRegularExpression lengths(u"\\((\\d+)(?:,(\\d+))?\\)"_s);
    if (const auto match = lengths.match(type); match.hasMatch()) {
        m_length = match.captured(1).toInt();
        m_digits = match.captured(2).isEmpty() ? -1 : match.captured(2).toInt();
    }
}

bool RandomValues::keepsSpelling() const
{
    if (m_engine == Engine::PostgreSql && (m_family == Family::Float || m_type == "point"_L1))
        return false; // it takes the digits that lie nearest to the number, not the fewest
    return m_type != "jsonb"_L1 && m_type != "interval"_L1 && m_type != "inet6"_L1;
}

Value RandomValues::next()
{
    return oneIn(20) ? Value::null() : present();
}

Value RandomValues::present()
{
    if (m_engine == Engine::Sqlite)
        return ofSqlite();
    switch (m_family) {
    case Family::Boolean: return Value::of(m_family, oneIn(2) ? "true" : "false");
    case Family::Integer: return integer();
    case Family::Decimal: return decimal();
    case Family::Float: return floating();
    case Family::Text: return text();
    case Family::Binary: return binary();
    case Family::Date: return Value::of(m_family, date());
    case Family::Time: return time();
    case Family::Timestamp:
    case Family::TimestampTz: return timestamp();
    case Family::Uuid: return Value::of(m_family, uuid());
    case Family::Json: return json();
    case Family::Xml: return xml();
    case Family::Array: return array();
    case Family::Spatial: return spatial();
    case Family::Other: return other();
    case Family::Interval: return interval();
    case Family::RowVersion: return sample();
    }
    Q_UNREACHABLE_RETURN({});
}

/// Of the versions that a generator gives: MariaDB takes no other bits.
QByteArray RandomValues::uuid()
{
    QByteArray bytes = anyBytes(-16);
    bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x40);
    bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);
    return QUuid::fromRfc4122(bytes).toByteArray(QUuid::WithoutBraces);
}

QByteArray RandomValues::integerBetween(qint64 lowest, qint64 highest)
{
    switch (below(8)) {
    case 0: return QByteArray::number(lowest);
    case 1: return QByteArray::number(highest);
    case 2: return QByteArray::number(std::clamp<qint64>(below(3) - 1, lowest, highest));
    default: break;
    }
    const qint64 number = static_cast<qint64>(m_random.generate64()) >> below(64);
    return QByteArray::number(std::clamp(number, lowest, highest));
}

Value RandomValues::integer()
{
    const bool isUnsigned = m_type.contains("unsigned"_L1) || m_type.contains("zerofill"_L1);
    if (m_base.startsWith("bigint"_L1) && isUnsigned)
        return Value::of(m_family,
                         oneIn(8) ? "18446744073709551615" : QByteArray::number(m_random.generate64() >> below(64)));
    if (m_base == "year"_L1)
        return Value::of(m_family, oneIn(8) ? "0" : integerBetween(1901, 2155));
    if (m_base == "oid"_L1)
        return Value::of(m_family, integerBetween(0, highestOf<quint32>));
    if (m_base == "boolean"_L1)
        return Value::of(m_family, integerBetween(lowestOf<qint8>, highestOf<qint8>));
    if (m_base == "smallint"_L1)
        return Value::of(m_family, integerBetween(lowestOf<qint16>, highestOf<qint16>));
    if (m_base == "mediumint"_L1)
        return Value::of(m_family, integerBetween(0, 0xffffff));
    if (m_base == "bigint"_L1)
        return Value::of(m_family, integerBetween(lowestOf<qint64>, highestOf<qint64>));
    return Value::of(m_family, integerBetween(lowestOf<qint32>, highestOf<qint32>));
}

Value RandomValues::decimal()
{
    const auto digits = [this](int count) {
        QByteArray made;
        for (int i = 0; i < count; ++i)
            made += static_cast<char>('0' + (oneIn(3) ? 9 : below(10)));
        return made;
    };
    const bool isMoney = m_type == "money"_L1;
    const bool hasScale = m_length > 0 || isMoney;
    if (!hasScale && oneIn(10))
        return sample();
    const int scale = isMoney ? 2 : hasScale ? std::max(m_digits, 0) : below(40);
    const int most = isMoney ? 16 : hasScale ? m_length - scale : 60;
    const QByteArray whole = digits(1 + below(most));
    return Value::of(m_family, decimalText(!m_type.contains("zerofill"_L1) && oneIn(2), whole, digits(scale)));
}

double RandomValues::anyDouble()
{
    for (;;) {
        const double number = oneIn(2) ? std::bit_cast<double>(m_random.generate64())
                                       : std::ldexp(static_cast<double>(below(1 << 20)), below(40) - 20);
        const bool isSmall = number == 0 || std::fpclassify(number) == FP_SUBNORMAL;
        if (std::isfinite(number) && !(isSmall && std::signbit(number)))
            return number;
    }
}

float RandomValues::anyFloat()
{
    for (;;) {
        const float number =
            oneIn(2) ? std::bit_cast<float>(m_random.generate()) : static_cast<float>(below(1 << 20)) / 64;
        if (std::isfinite(number) && !(number == 0 && std::signbit(number)))
            return number;
    }
}

Value RandomValues::floating()
{
    const bool isSingle = m_base == "real"_L1 || m_base == "float"_L1;
    if (m_length > 0) { // as many digits as the column keeps
        const double number = static_cast<double>(below(9'999'999)) / 100 * (oneIn(2) ? -1 : 1);
        return Value::of(m_family, isSingle ? textOf(static_cast<float>(number)) : textOf(number));
    }
    if (oneIn(10))
        return sample();
    return Value::of(m_family, isSingle ? textOf(anyFloat()) : textOf(anyDouble()));
}

/// What quoting, splitting, drivers and clients take for something else.
QString RandomValues::fragment()
{
    static const QStringList fragments{
        u"'"_s,         u"''"_s,      u"\""_s,       u"`"_s,          u"\\"_s,     u"\\'"_s,
        u"\\\\"_s,      u"\\n"_s,     u"\n"_s,       u"\r"_s,         u"\r\n"_s,   u"\t"_s,
        u";"_s,         u"--"_s,      u"-- "_s,      u"#"_s,          u"/*"_s,     u"*/"_s,
        u"$$"_s,        u"$1$"_s,     u"$rejoin$"_s, u"$("_s,         u"["_s,      u"]]"_s,
        u"{"_s,         u"}"_s,       u"{d '1'}"_s,  u"{fn now()}"_s, u"?"_s,      u":name"_s,
        u"@x"_s,        u"%"_s,       u"%1"_s,       u"%2"_s,         u"%%"_s,     u"_"_s,
        u"&amp;"_s,     u"<13>"_s,    u"<92>"_s,     u"<0>"_s,        u"<013>"_s,  u"E'"_s,
        u"N'"_s,        u"X'"_s,      u"0x00"_s,     u"NULL"_s,       u"\nGO\n"_s, u"\nDELIMITER //\n"_s,
        u"\n.quit\n"_s, u"\n\\q\n"_s, u"COMMIT;"_s,  u" "_s,          u"  "_s,     u"\u00a0"_s,
        u"\u0001"_s,    u"\u001a"_s,  u"\u001b"_s,   u"\u007f"_s,     u"\u0085"_s, u"\u200b"_s,
        u"\u202e"_s,    u"\u2028"_s,  u"\ufeff"_s,   u"\ufffd"_s,     u"\uffff"_s, u"e\u0301"_s,
        u"é"_s,         u"ß"_s,       u"İ"_s,        u"日本"_s,       u"😀"_s,     u"\U0010ffff"_s,
    };
    switch (below(4)) {
    case 0: return QChar(u'a' + below(26));
    case 1: {
        const auto point = static_cast<char32_t>(below(0x110000));
        return QChar::isSurrogate(point) || point == 0 ? u"x"_s : QString::fromUcs4(&point, 1);
    }
    default: return oneOf(fragments);
    }
}

/// At most so many characters.
QString RandomValues::anyText(int longest)
{
    const bool takesNul = m_engine == Engine::MariaDb || m_engine == Engine::Sqlite;
    const int wanted = oneIn(4) ? longest : below(longest + 1);
    QList<uint> points;
    while (points.size() < wanted)
        points += (takesNul && oneIn(12) ? QString(QChar(u'\0')) : fragment()).toUcs4();
    points.resize(wanted);
    QString made;
    for (const uint point : std::as_const(points))
        made += QString::fromUcs4(reinterpret_cast<const char32_t *>(&point), 1);
    return made;
}

Value RandomValues::text()
{
    constexpr int usual = 24;
    if (m_base == "enum"_L1 || m_base == "set"_L1 || m_type == "kinds.mood"_L1)
        return sample();
    if (m_type == "\"char\""_L1)
        return Value::of(m_family, QByteArray(1, static_cast<char>(' ' + below('~' - ' '))));
    const bool isCharacter = m_type == "character"_L1;
    const int most = isCharacter                 ? 1
                     : m_type == "kinds.code"_L1 ? 3
                     : m_type == "name"_L1       ? 12
                     : m_length > 0              ? m_length
                                                 : usual;
    QString made = anyText(most);
    if (m_base == "char"_L1 || m_base == "character"_L1)
        made = withoutTrailingBlanks(made);
    if (m_type.contains("latin1"_L1)) {
        for (QChar &unit : made) {
            const bool isLatin = unit < u'\x7f' || (unit >= u'\u00a0' && unit <= u'\u00ff');
            unit = isLatin ? unit : QChar(u'\u00a0' + unit.unicode() % 0x60);
        }
        made.truncate(most); // units were characters
    }
    return Value::text(made);
}

/// At most so many; below 0: just as many.
QByteArray RandomValues::anyBytes(int longest)
{
    const int size = longest < 0 ? -longest : below(longest + 1);
    static constexpr std::array awkward{'\0', '\'', '\\', '\n', '\r', '\x1a', '\xff', '\x80'};
    QByteArray made;
    for (int i = 0; i < size; ++i)
        made += oneIn(3) ? awkward[below(awkward.size())] : static_cast<char>(below(256));
    return made;
}

Value RandomValues::binary()
{
    constexpr int usual = 300;
    return Value::binary(m_base == "binary"_L1 ? anyBytes(-m_length) : anyBytes(m_length > 0 ? m_length : usual));
}

QByteArray RandomValues::date()
{
    if (oneIn(6) && m_family == Family::Date)
        return sample().bytes();
    const bool isPostgreSql = m_engine == Engine::PostgreSql;
    const int month = 1 + below(12);
    const int day = 1 + below(28);
    const int year = isPostgreSql && oneIn(4) ? 10000 + below(280'000) : 1 + below(9999);
    const QByteArray text = padded(year, 4) + '-' + padded(month, 2) + '-' + padded(day, 2);
    const bool isBefore = isPostgreSql && year < 4713 && m_family == Family::Date && oneIn(4);
    return isBefore ? text + " BC" : text;
}

/// Behind the seconds, as the column keeps it.
QByteArray RandomValues::fraction()
{
    const bool isPostgreSql = m_engine == Engine::PostgreSql;
    const int most = m_length > 0 || m_type.contains("(0)"_L1) ? m_length : isPostgreSql ? 6 : 0;
    if (most == 0)
        return {};
    QByteArray digits = padded(oneIn(5) ? 0 : below(static_cast<qint64>(std::pow(10, most))), most);
    while (isPostgreSql && digits.endsWith('0'))
        digits.chop(1);
    return digits.isEmpty() ? digits : '.' + digits;
}

QByteArray RandomValues::timeOfDay()
{
    return padded(below(24), 2) + ':' + padded(below(60), 2) + ':' + padded(below(60), 2) + fraction();
}

Value RandomValues::time()
{
    if (oneIn(10))
        return sample();
    if (m_type == "time with time zone"_L1) {
        QByteArray zone = (oneIn(2) ? "+" : "-") + padded(below(15), 2);
        if (oneIn(3))
            zone += ":30";
        return Value::of(m_family, timeOfDay() + (zone == "-00" ? "+00" : zone));
    }
    if (m_engine != Engine::MariaDb)
        return Value::of(m_family, timeOfDay());
    const QByteArray hours = padded(below(838), 2);
    const QByteArray rest = ':' + padded(below(60), 2) + ':' + padded(1 + below(59), 2) + fraction();
    return Value::of(m_family, (oneIn(3) ? "-" : "") + hours + rest);
}

Value RandomValues::timestamp()
{
    if (oneIn(10))
        return sample();
    if (m_engine == Engine::PostgreSql)
        return Value::of(m_family, date() + ' ' + timeOfDay() + (m_family == Family::TimestampTz ? "+00" : ""));
    if (m_family == Family::Timestamp)
        return Value::of(m_family, date() + ' ' + timeOfDay());
    const QByteArray day =
        padded(1971 + below(66), 4) + '-' + padded(1 + below(12), 2) + '-' + padded(1 + below(28), 2);
    return Value::of(m_family, day + ' ' + timeOfDay());
}

QByteArray RandomValues::jsonText(int depth)
{
    const auto quoted = [this] {
        QString made;
        for (const QChar unit : anyText(8)) {
            if (unit < u' ' || (unit == u'\u007f' && oneIn(2)))
                made += u"\\u%1"_s.arg(std::max<int>(unit.unicode(), 1), 4, 16, QChar(u'0'));
            else if (unit == u'"' || unit == u'\\')
                made += QString(u'\\') + unit;
            else
                made += unit;
        }
        return '"' + made.toUtf8() + '"';
    };
    const QByteArray blank = oneIn(3) ? " " : "";
    switch (below(depth > 2 ? 4 : 6)) {
    case 0: return oneOf(QList<QByteArray>{"null", "true", "false"});
    case 1: return integerBetween(lowestOf<qint32>, highestOf<qint32>);
    case 2: return oneOf(QList<QByteArray>{"1.0", "-0", "1e5", "0.10", "12345678901234567890"});
    case 3: return quoted();
    case 4: return '[' + blank + jsonText(depth + 1) + ',' + blank + jsonText(depth + 1) + ']';
    default:
        return '{' + quoted() + blank + ':' + jsonText(depth + 1) + ',' + quoted() + ':' + jsonText(depth + 1) + '}';
    }
}

Value RandomValues::json()
{
    return Value::of(m_family, jsonText(0));
}

Value RandomValues::interval()
{
    if (m_type != "interval"_L1)
        return sample();
    const auto part = [this](int most, const char *unit) {
        const QByteArray sign = oneIn(3) ? "-" : "";
        return oneIn(3) ? QByteArray() : sign + QByteArray::number(below(most)) + unit;
    };
    const QByteArray days = part(1000, "Y") + part(30, "M") + part(100'000, "D");
    const QByteArray seconds = oneIn(2) ? QByteArray("0.") + padded(below(1'000'000), 6) + 'S' : part(100, "S");
    return Value::of(m_family, 'P' + days + "T0H" + part(100, "M") + seconds);
}

Value RandomValues::xml()
{
    QString made;
    for (const QChar unit : anyText(16)) {
        const bool isText =
            (unit >= u' ' && unit < u'\u007f') || unit == u'\n' || (unit >= u'\u00a1' && unit < u'\u2000');
        if (isText && !u"<>&]"_s.contains(unit))
            made += unit;
    }
    return Value::of(m_family, "<a b=\"it's\">" + made.toUtf8() + "</a>");
}

/// Of texts and numbers; of the rest the samples.
Value RandomValues::array()
{
    const bool isText = m_type == "text[]"_L1;
    if (!isText && m_type != "integer[]"_L1)
        return sample();
    QByteArrayList elements;
    for (int i = below(5); i > 0; --i) {
        if (oneIn(6)) {
            elements += "NULL";
        } else if (!isText) {
            elements += integerBetween(lowestOf<qint32>, highestOf<qint32>);
        } else {
            QByteArray element = anyText(6).toUtf8();
            static const QRegularExpression awkward(u"[{},\"\\\\ \\t\\n\\r\\x0b\\x0c]"_s); // array_out of the server
            const bool isPlain =
                !element.isEmpty() && element.toUpper() != "NULL" && !QString::fromUtf8(element).contains(awkward);
            element.replace("\\", "\\\\").replace("\"", "\\\"");
            elements += isPlain ? element : '"' + element + '"';
        }
    }
    return Value::of(m_family, '{' + elements.join(',') + '}');
}

Value RandomValues::spatial()
{
    if (m_engine == Engine::PostgreSql)
        return m_type == "point"_L1 ? Value::of(m_family, '(' + textOf(anyDouble()) + ',' + textOf(anyDouble()) + ')')
                                    : sample();
    if (m_type != "point"_L1)
        return sample();
    QByteArray bytes("\0\0\0\0\1\1\0\0\0", 9); // no reference system, little-endian, a point
    for (int i = 0; i < 2; ++i) {
        const double number = anyDouble();
        bytes += QByteArray(reinterpret_cast<const char *>(&number), sizeof number);
    }
    return Value::of(m_family, bytes.toHex().toUpper());
}

Value RandomValues::other()
{
    const auto bits = [this](int count) {
        QByteArray made;
        for (int i = 0; i < count; ++i)
            made += oneIn(2) ? '1' : '0';
        return made;
    };
    const auto address = [this] {
        QByteArrayList parts;
        for (int i = 0; i < 4; ++i)
            parts += QByteArray::number(below(256));
        return parts.join('.');
    };
    if (m_base == "bit"_L1)
        return Value::of(m_family, bits(m_length));
    if (m_base == "bit varying"_L1)
        return Value::of(m_family, bits(below(m_length + 1)));
    if (m_type == "inet4"_L1)
        return Value::of(m_family, address());
    if (m_type == "inet6"_L1) {
        QByteArrayList groups;
        for (int i = 0; i < 8; ++i)
            groups += oneIn(2) ? QByteArray("0") : anyBytes(-2).toHex();
        return Value::of(m_family, groups.join(':'));
    }
    if (m_type == "inet"_L1)
        return Value::of(m_family, address() + '/' + QByteArray::number(below(32)));
    if (m_type == "macaddr"_L1)
        return Value::of(m_family, anyBytes(-6).toHex(':'));
    if (m_type == "int4range"_L1) {
        const int lower = below(1000);
        return Value::of(m_family,
                         '[' + QByteArray::number(lower) + ',' + QByteArray::number(lower + 1 + below(1000)) + ')');
    }
    if (m_type == "pg_lsn"_L1)
        return Value::of(m_family, QByteArray::number(m_random.generate(), 16).toUpper() + '/' +
                                       QByteArray::number(m_random.generate(), 16).toUpper());
    return sample();
}

/// A column of SQLite holds what it is given, but for what its type turns into a number.
Value RandomValues::ofSqlite()
{
    const bool isText = m_type == "TEXT"_L1;
    const bool isBlob = m_type == "BLOB"_L1;
    switch (below(isText ? 2 : isBlob ? 4 : 3)) {
    case 0: return Value::binary(anyBytes(100));
    case 1: return Value::text(isText || isBlob ? anyText(24) : u"x"_s + anyText(24));
    default: break;
    }
    const bool isReal = m_type == "REAL"_L1;
    if (!isReal && oneIn(2))
        return Value::of(Family::Integer, integerBetween(lowestOf<qint64>, highestOf<qint64>));
    const double number = anyDouble();
    const bool keepsFloats = isReal || isBlob || std::trunc(number) != number;
    return Value::of(Family::Float, textOf(keepsFloats ? number : 0.5));
}

} // namespace Rejoin::Testing
