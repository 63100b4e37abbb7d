#include "diffcore/dialect/sqlitedialect.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

using namespace Qt::StringLiterals;

// Every cell comes as text behind a letter that tells its storage class, because the driver gives all classes as the
// same text and ends text at its first NUL. Text that holds one comes as hexadecimal digits, behind those of 'a', which
// tell the encoding of the database.

namespace Rejoin {

namespace {

const auto alias = u"t"_s;
constexpr int allDigits = 17; // of a float

bool isValidUtf8(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes).toUtf8() == bytes;
}

QString quotedText(QString text)
{
    return u'\'' + text.replace(u'\'', u"''"_s) + u'\'';
}

QString hexText(const QByteArray &bytes)
{
    return u"X'"_s + QString::fromLatin1(bytes.toHex().toUpper()) + u'\'';
}

/// A literal ends at a NUL, so that a text which no other place of it holds stands for it.
QString textWithNul(QString text)
{
    QString placeholder = u"<0>"_s;
    while (text.contains(placeholder))
        placeholder.insert(1, u'0');
    text.replace(QChar(u'\0'), placeholder);
    return u"replace(%1, '%2', char(0))"_s.arg(quotedText(text), placeholder);
}

QString textLiteral(const QByteArray &bytes)
{
    if (!isValidUtf8(bytes))
        return u"CAST(%1 AS TEXT)"_s.arg(hexText(bytes));
    const QString text = QString::fromUtf8(bytes);
    return bytes.contains('\0') ? textWithNul(text) : quotedText(text);
}

/// The digits of a float's shortest text as a number of nineteen digits, and the power of ten of the last one.
struct Decimal
{
    quint64 digits = 0;
    int exponent = 0;
};

Decimal shortestDecimal(double number)
{
    constexpr int most = 19;
    std::array<char, 64> text{};
    const auto end = std::to_chars(text.begin(), text.end(), std::abs(number), std::chars_format::scientific).ptr;
    const QByteArray scientific(text.data(), end - text.data());
    const qsizetype mark = scientific.indexOf('e');
    const QByteArray digits = scientific.first(mark).replace(".", "").leftJustified(most, '0');
    return {digits.toULongLong(), scientific.sliced(mark + 1).toInt() - (most - 1)};
}

/// SQLite reads decimals with long double arithmetic, so a text whose value lies about halfway between two floats can
/// come out as either. The shortest text of a float can be such a one; that of all its digits never is.
bool isFarFromHalfway(double number)
{
    const Decimal decimal = shortestDecimal(number);
    const quint64 error = (decimal.digits >> 58) + 1; // more than all of SQLite's steps can be wrong by
    for (const quint64 digits : {decimal.digits - error, decimal.digits + error}) {
        const QByteArray text = QByteArray::number(digits) + 'e' + QByteArray::number(decimal.exponent);
        double read = 0;
        std::from_chars(text.begin(), text.end(), read);
        if (read != std::abs(number))
            return false;
    }
    return true;
}

QString exactDecimal(double number)
{
    std::array<char, 64> text{};
    const bool isShort = number == 0 || isFarFromHalfway(number);
    const auto written =
        isShort ? std::to_chars(text.begin(), text.end(), number)
                : std::to_chars(text.begin(), text.end(), number, std::chars_format::scientific, allDigits - 1);
    const QString decimal = QString::fromLatin1(text.data(), written.ptr - text.data());
    const bool whole = !decimal.contains(u'.') && !decimal.contains(u'e');
    return whole ? decimal + u".0"_s : decimal; // a whole number would be an integer
}

QString floatLiteral(const QByteArray &canonical)
{
    double number = 0;
    if (std::from_chars(canonical.begin(), canonical.end(), number).ec != std::errc())
        return quotedText(QString::fromUtf8(canonical));
    if (std::isnan(number))
        return u"NULL"_s; // what SQLite makes of it
    if (std::isinf(number))
        return number < 0 ? u"-9e999"_s : u"9e999"_s;
    return exactDecimal(number);
}

bool isNumber(const QByteArray &text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), number);
    return error == std::errc() && end == text.end();
}

QByteArray canonicalFloat(QByteArrayView text)
{
    double number = 0;
    if (std::from_chars(text.begin(), text.end(), number).ec != std::errc())
        return text.toByteArray();
    std::array<char, 64> shortest{};
    const auto [end, error] = std::to_chars(shortest.data(), shortest.data() + shortest.size(), number);
    return QByteArray(shortest.data(), end - shortest.data());
}

/// "61:…", "6100:…" or "0061:…": UTF-8, UTF-16 with the low or the high byte first.
QByteArray textOfHex(QByteArrayView digits)
{
    const qsizetype colon = digits.indexOf(':');
    const QByteArrayView letter = digits.first(std::max<qsizetype>(colon, 0));
    const QByteArray bytes = QByteArray::fromHex(digits.sliced(colon + 1).toByteArray());
    if (letter == "6100")
        return QString(QStringDecoder(QStringDecoder::Utf16LE, QStringDecoder::Flag::ConvertInitialBom)(bytes))
            .toUtf8();
    if (letter == "0061")
        return QString(QStringDecoder(QStringDecoder::Utf16BE, QStringDecoder::Flag::ConvertInitialBom)(bytes))
            .toUtf8();
    return bytes;
}

bool comparesBytes(const Column &column)
{
    return column.collation.isEmpty() || column.collation.compare("BINARY"_L1, Qt::CaseInsensitive) == 0;
}

/// Writes the pieces of the queries that read one table.
class ReadText
{
public:
    ReadText(const SqliteDialect &dialect, const Table &table)
        : m_dialect(dialect)
        , m_table(table)
    {
    }

    QString select(const QStringList &columns) const
    {
        QStringList parts;
        for (const QString &column : columns)
            parts += tagged(column);
        return u"SELECT "_s + parts.join(u", "_s) + u" FROM "_s + m_dialect.name(m_table.name) + u" AS "_s + alias;
    }

    QString named(const QString &column) const { return alias + u'.' + m_dialect.name(column); }

    /// The column as keys are compared: by bytes, whatever the column's collation, so that every server has one order.
    QString term(const QString &column) const
    {
        return named(column) + (comparesBytes(columnOf(column)) ? QString() : u" COLLATE BINARY"_s);
    }

    QStringList terms(const QStringList &columns) const
    {
        QStringList all;
        for (const QString &column : columns)
            all += term(column);
        return all;
    }

    QString literals(const QStringList &columns, const QList<Value> &values) const
    {
        QStringList all;
        for (qsizetype i = 0; i < columns.size(); ++i)
            all += literal(columns[i], values[i]);
        return all.join(u", "_s);
    }

    QString literal(const QString &column, const Value &value) const
    {
        return m_dialect.literal(value, columnOf(column));
    }

    QString after(const QStringList &key, const QList<Value> &values) const
    {
        if (isPlain(key, values))
            return rowValue(terms(key)) + u" > "_s + bound(key, values);
        return lexicographic(key, values, [this](const QString &column, const Value &value) {
            return value.isNull() ? term(column) + u" IS NOT NULL"_s : term(column) + u" > "_s + literal(column, value);
        });
    }

    QString through(const QStringList &key, const QList<Value> &values) const
    {
        if (isPlain(key, values))
            return rowValue(terms(key)) + u" <= "_s + bound(key, values);
        const QString less = lexicographic(key, values, [this](const QString &column, const Value &value) {
            return value.isNull() ? u"0"_s : u"(%1 < %2 OR %1 IS NULL)"_s.arg(term(column), literal(column, value));
        });
        return u'(' + less + u" OR "_s + same(key, values, key.size()) + u')';
    }

    /// Null-safe, by storage class and bytes.
    QString exactly(const QString &column, const Value &value) const
    {
        if (!value.isPresent())
            return named(column) + u" IS NULL"_s;
        QString condition = term(column) + u" IS "_s + literal(column, value);
        if (value.family() == TypeFamily::Integer)
            condition += u" AND typeof(%1) = 'integer'"_s.arg(named(column));
        else if (value.family() == TypeFamily::Float)
            condition += u" AND typeof(%1) = 'real'"_s.arg(named(column));
        return condition;
    }

    QString oneOf(const QStringList &key, const QList<QList<Value>> &tuples) const
    {
        QStringList rows;
        for (const QList<Value> &tuple : tuples)
            rows += key.size() == 1 ? literals(key, tuple) : u'(' + literals(key, tuple) + u')';
        const QString list = (key.size() == 1 ? u"("_s : u"(VALUES "_s) + rows.join(u", "_s) + u')';
        QStringList own;
        for (const QString &column : key)
            own += named(column);
        const QString condition = rowValue(own) + u" IN "_s + list;
        // the column's own collation for the index, then the bytes
        return own == terms(key) ? condition : condition + u" AND "_s + rowValue(terms(key)) + u" IN "_s + list;
    }

private:
    /// The likeliest storage class first: it is asked for each cell.
    QString tagged(const QString &name) const
    {
        const Column &column = columnOf(name);
        const auto part = [&](QLatin1StringView text) { return QString(text).replace("%1"_L1, named(name)); };
        if (column.source == ValueSource::Generated)
            return part("'i'||%1"_L1); // the row number holds integers only
        const QString integers = part(" WHEN 'integer' THEN 'i'||%1"_L1);
        const QString floats = part(" WHEN 'real' THEN 'r'||printf('%!.17g', %1)"_L1);
        const QString texts = part(" WHEN 'text' THEN CASE WHEN instr(%1, char(0)) THEN 'h'||hex('a')||':'||hex(%1) "
                                   "ELSE 't'||%1 END"_L1);
        const QString binaries = part(" WHEN 'blob' THEN 'x'||hex(%1)"_L1);
        const bool textFirst = column.family == TypeFamily::Text;
        const bool floatFirst = column.family == TypeFamily::Float;
        const QString numbers = floatFirst ? floats + integers : integers + floats;
        return part("CASE typeof(%1)"_L1) + (textFirst ? texts + numbers : numbers + texts) + binaries + u" END"_s;
    }

    static QString rowValue(const QStringList &parts)
    {
        return parts.size() == 1 ? parts[0] : u'(' + parts.join(u", "_s) + u')';
    }

    QString bound(const QStringList &key, const QList<Value> &values) const
    {
        return key.size() == 1 ? literals(key, values) : u'(' + literals(key, values) + u')';
    }

    /// A row value that holds NULL compares as unknown, so that such keys need the long way.
    bool isPlain(const QStringList &key, const QList<Value> &values) const
    {
        return std::ranges::none_of(key, [this](const QString &column) { return columnOf(column).nullable; }) &&
               std::ranges::all_of(values, &Value::isPresent);
    }

    QString same(const QStringList &key, const QList<Value> &values, qsizetype count) const
    {
        QStringList conditions;
        for (qsizetype i = 0; i < count; ++i)
            conditions += term(key[i]) + u" IS "_s + literal(key[i], values[i]);
        return conditions.join(u" AND "_s);
    }

    /// Columns before the i-th are the same and the i-th is as `compared` says, for any i.
    template <typename Compared>
    QString lexicographic(const QStringList &key, const QList<Value> &values, Compared compared) const
    {
        QStringList choices;
        for (qsizetype i = 0; i < key.size(); ++i) {
            const QString before = same(key, values, i);
            choices += (before.isEmpty() ? QString() : before + u" AND "_s) + compared(key[i], values[i]);
        }
        return u'(' + choices.join(u" OR "_s) + u')';
    }

    const Column &columnOf(const QString &name) const
    {
        static const Column unknown;
        const Column *column = m_table.column(name);
        return column ? *column : unknown;
    }

    const SqliteDialect &m_dialect;
    const Table &m_table;
};

} // namespace

SqliteDialect::SqliteDialect(const ServerInfo &server)
    : m_server(server)
{
}

Engine SqliteDialect::engine() const
{
    return Engine::Sqlite;
}

QString SqliteDialect::name(const QString &identifier) const
{
    return u'"' + QString(identifier).replace(u'"', u"\"\""_s) + u'"';
}

QString SqliteDialect::literal(const Value &value, const Column &) const
{
    if (!value.isPresent())
        return u"NULL"_s;
    switch (value.family()) {
    case TypeFamily::Integer: return QString::fromLatin1(value.bytes());
    case TypeFamily::Float: return floatLiteral(value.bytes());
    case TypeFamily::Binary: return hexText(value.bytes());
    case TypeFamily::Boolean: return value.bytes() == "true" ? u"1"_s : u"0"_s;
    case TypeFamily::Decimal:
        return isNumber(value.bytes()) ? QString::fromLatin1(value.bytes()) : textLiteral(value.bytes());
    case TypeFamily::Text:
    case TypeFamily::Date:
    case TypeFamily::Time:
    case TypeFamily::Timestamp:
    case TypeFamily::TimestampTz:
    case TypeFamily::Interval:
    case TypeFamily::Uuid:
    case TypeFamily::Json:
    case TypeFamily::Xml:
    case TypeFamily::Array:
    case TypeFamily::Spatial:
    case TypeFamily::RowVersion:
    case TypeFamily::Other: return textLiteral(value.bytes());
    }
    Q_UNREACHABLE();
}

QStringList SqliteDialect::beginSession(Access access) const
{
    const auto reach = u"SELECT count(*) FROM sqlite_schema"_s;
    switch (access) {
    case Access::ReadOnly: return {u"PRAGMA query_only = ON"_s, reach};
    case Access::ReadWrite: return {reach};
    }
    Q_UNREACHABLE();
}

QString SqliteDialect::selectPage(const Selection &what, const KeyRange &range, int limit) const
{
    const ReadText text(*this, *what.table);
    QStringList conditions;
    if (range.after)
        conditions += text.after(what.keyColumns, *range.after);
    if (range.through)
        conditions += text.through(what.keyColumns, *range.through);
    const QString where = conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u" AND "_s);
    return text.select(what.columns) + where + u" ORDER BY "_s + text.terms(what.keyColumns).join(u", "_s) +
           u" LIMIT "_s + QString::number(limit);
}

QString SqliteDialect::selectMatching(const Selection &what, const QList<QList<Value>> &tuples) const
{
    const ReadText text(*this, *what.table);
    return text.select(what.columns) + u" WHERE "_s + text.oneOf(what.keyColumns, tuples) + u" ORDER BY "_s +
           text.terms(what.keyColumns).join(u", "_s);
}

QString SqliteDialect::selectAll(const Selection &what) const
{
    return ReadText(*this, *what.table).select(what.columns);
}

QString SqliteDialect::countEqual(const Table &table, const QList<QPair<QString, Value>> &values) const
{
    const ReadText text(*this, table);
    QStringList conditions;
    for (const auto &[column, value] : values)
        conditions += text.exactly(column, value);
    return u"SELECT count(*) FROM "_s + name(table.name) + u" AS "_s + alias + u" WHERE "_s +
           conditions.join(u" AND "_s);
}

QString SqliteDialect::countRows(const Table &table) const
{
    return u"SELECT count(*) FROM "_s + name(table.name);
}

Value SqliteDialect::decode(const Column &, std::optional<QByteArrayView> cell) const
{
    if (!cell || cell->isEmpty())
        return Value::null();
    const QByteArrayView rest = cell->sliced(1);
    switch (cell->front()) {
    case 'i': return Value::of(TypeFamily::Integer, rest.toByteArray());
    case 'r': return Value::of(TypeFamily::Float, canonicalFloat(rest));
    case 'h': return Value::of(TypeFamily::Text, textOfHex(rest));
    case 'x': return Value::of(TypeFamily::Binary, QByteArray::fromHex(rest.toByteArray()));
    }
    return Value::of(TypeFamily::Text, rest.toByteArray());
}

QStringList SqliteDialect::beginRead() const
{
    // the transaction begins with its first read
    return {u"BEGIN"_s, u"SELECT count(*) FROM sqlite_schema"_s};
}

QStringList SqliteDialect::endRead() const
{
    return {u"COMMIT"_s};
}

QString SqliteDialect::selectClock() const
{
    return u"SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"_s;
}

} // namespace Rejoin
