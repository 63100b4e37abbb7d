#include "diffcore/value/value.h"

#include <QDataStream>
#include <QIODevice>

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
    return QString::fromUtf8(m_bytes);
}

std::optional<qint64> Value::toInteger() const
{
    if (!isPresent() || m_family != TypeFamily::Integer)
        return std::nullopt;
    bool fits = false;
    const qint64 number = m_bytes.toLongLong(&fits);
    return fits ? std::optional(number) : std::nullopt;
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

QByteArray encodeRow(const Row &row)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << static_cast<quint32>(row.size());
    for (const Value &value : row) {
        const quint8 state = value.isAbsent() ? 0 : value.isNull() ? 1 : 2;
        out << state;
        if (value.isPresent())
            out << static_cast<quint8>(value.family()) << value.bytes();
    }
    return bytes;
}

static std::optional<Value> readValue(QDataStream &in)
{
    quint8 state = 0;
    in >> state;
    if (state == 0)
        return Value();
    if (state == 1)
        return Value::null();
    quint8 family = 0;
    QByteArray bytes;
    in >> family >> bytes;
    if (state != 2 || family > static_cast<quint8>(TypeFamily::Other))
        return std::nullopt;
    return Value::of(static_cast<TypeFamily>(family), bytes);
}

std::optional<Row> decodeRow(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_0);
    quint32 size = 0;
    in >> size;
    if (in.status() != QDataStream::Ok || size > static_cast<quint32>(bytes.size()))
        return std::nullopt;
    Row row;
    row.reserve(size);
    for (quint32 i = 0; i < size; ++i) {
        const std::optional<Value> value = readValue(in);
        if (!value || in.status() != QDataStream::Ok)
            return std::nullopt;
        row.append(*value);
    }
    return in.atEnd() ? std::optional(row) : std::nullopt;
}

} // namespace Rejoin
