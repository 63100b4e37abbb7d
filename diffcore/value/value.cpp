#include "diffcore/value/value.h"

#include "diffcore/value/utf16text.h"

#include <QtEndian>
#include <charconv>

namespace Rejoin {

Value Value::null()
{
    Value value;
    value.m_state = State::Null;
    return value;
}

Value Value::integer(qint64 number)
{
    return of(TypeFamily::Integer, QByteArray::number(number));
}

Value Value::text(const QString &text)
{
    return of(TypeFamily::Text, text.toUtf8());
}

Value Value::binary(QByteArray bytes)
{
    return of(TypeFamily::Binary, std::move(bytes));
}

Value Value::of(TypeFamily family, QByteArray canonical)
{
    Value value;
    value.m_state = State::Present;
    value.m_family = family;
    // a null array and an empty one are one value
    value.m_bytes = canonical.isNull() ? QByteArray("") : std::move(canonical);
    return value;
}

QString Value::toText() const
{
    if (!isPresent())
        return {};
    if (m_family == TypeFamily::Binary)
        return QLatin1String("0x") + QString::fromLatin1(m_bytes.toHex().toUpper());
    return utf16OfBytes(m_bytes);
}

std::optional<qint64> Value::toInteger() const
{
    if (!isPresent() || m_family != TypeFamily::Integer)
        return std::nullopt;
    qint64 number = 0;
    const auto [end, error] = std::from_chars(m_bytes.begin(), m_bytes.end(), number);
    return error == std::errc() && end == m_bytes.end() ? std::optional(number) : std::nullopt;
}

std::strong_ordering operator<=>(const Value &left, const Value &right)
{
    if (left.m_state != right.m_state)
        return left.m_state <=> right.m_state;
    if (!left.isPresent())
        return std::strong_ordering::equal;
    const std::optional<qint64> leftNumber = left.toInteger();
    const std::optional<qint64> rightNumber = right.toInteger();
    if (leftNumber && rightNumber)
        return *leftNumber <=> *rightNumber;
    if (leftNumber.has_value() != rightNumber.has_value())
        return leftNumber ? std::strong_ordering::less : std::strong_ordering::greater;
    if (left.m_family != right.m_family)
        return left.m_family <=> right.m_family;
    return left.m_bytes.compare(right.m_bytes) <=> 0;
}

std::strong_ordering operator<=>(const RowKey &left, const RowKey &right)
{
    return std::lexicographical_compare_three_way(left.values.begin(), left.values.end(), right.values.begin(),
                                                  right.values.end());
}

// A row as bytes: how many values, each its state and, where it is present, family, length and bytes; numbers of 32
// bits begin with the highest byte.
namespace {

constexpr quint8 absentMark = 0;
constexpr quint8 nullMark = 1;
constexpr quint8 presentMark = 2;
constexpr qsizetype numberBytes = sizeof(quint32);

void appendNumber(QByteArray &bytes, qsizetype number)
{
    const quint32 bigEndian = qToBigEndian(static_cast<quint32>(number));
    bytes.append(reinterpret_cast<const char *>(&bigEndian), numberBytes);
}

/// Takes bytes from the front; once there are too few, nothing more.
class ByteTaker
{
public:
    explicit ByteTaker(QByteArrayView bytes)
        : m_left(bytes)
    {
    }

    [[nodiscard]] std::optional<QByteArrayView> take(qsizetype count)
    {
        if (count > m_left.size())
            return std::nullopt;
        const QByteArrayView taken = m_left.first(count);
        m_left = m_left.sliced(count);
        return taken;
    }

    [[nodiscard]] std::optional<quint8> byte()
    {
        const std::optional<QByteArrayView> taken = take(1);
        return taken ? std::optional(static_cast<quint8>(taken->front())) : std::nullopt;
    }

    [[nodiscard]] std::optional<qsizetype> number()
    {
        const std::optional<QByteArrayView> taken = take(numberBytes);
        return taken ? std::optional<qsizetype>(qFromBigEndian<quint32>(taken->data())) : std::nullopt;
    }

    [[nodiscard]] bool isAtEnd() const { return m_left.isEmpty(); }

private:
    QByteArrayView m_left;
};

std::optional<Value> takeValue(ByteTaker &from)
{
    const std::optional<quint8> mark = from.byte();
    if (mark == absentMark)
        return Value();
    if (mark == nullMark)
        return Value::null();
    const std::optional<quint8> family = mark == presentMark ? from.byte() : std::nullopt;
    const std::optional<qsizetype> size = family ? from.number() : std::nullopt;
    const std::optional<QByteArrayView> bytes = size ? from.take(*size) : std::nullopt;
    if (!bytes || *family > static_cast<quint8>(TypeFamily::Other))
        return std::nullopt;
    return Value::of(static_cast<TypeFamily>(*family), bytes->toByteArray());
}

} // namespace

QByteArray encodeRow(const Row &row)
{
    qsizetype size = numberBytes;
    for (const Value &value : row)
        size += value.isPresent() ? 2 + numberBytes + value.bytes().size() : 1;
    QByteArray bytes;
    bytes.reserve(size);
    appendNumber(bytes, row.size());
    for (const Value &value : row) {
        if (!value.isPresent()) {
            bytes.append(static_cast<char>(value.isAbsent() ? absentMark : nullMark));
            continue;
        }
        bytes.append(static_cast<char>(presentMark));
        bytes.append(static_cast<char>(value.family()));
        appendNumber(bytes, value.bytes().size());
        bytes.append(value.bytes());
    }
    return bytes;
}

std::optional<Row> decodeRow(const QByteArray &bytes)
{
    ByteTaker from(bytes);
    const std::optional<qsizetype> size = from.number();
    if (!size || *size > bytes.size())
        return std::nullopt;
    Row row;
    row.reserve(*size);
    for (qsizetype i = 0; i < *size; ++i) {
        const std::optional<Value> value = takeValue(from);
        if (!value)
            return std::nullopt;
        row.append(*value);
    }
    return from.isAtEnd() ? std::optional(row) : std::nullopt;
}

} // namespace Rejoin
