#include "diffcore/value/value.h"

#include <QtEndian>

namespace Rejoin {

// A key's bytes, ordered like the key by memcmp. Each value starts with a mark that orders its kind:
// absent < NULL < integer < anything else. Integers follow as eight bytes, big end first, the sign bit flipped.
// All else follows as its family and its bytes, 0x00 written as 0x00 0xFF and ended by 0x00 0x00, so that no value is
// another's prefix.
namespace {

enum Mark : char { AbsentMark = 1, NullMark = 2, IntegerMark = 3, OtherMark = 4 };

void appendInteger(QByteArray &bytes, qint64 number)
{
    char big[8];
    qToBigEndian(static_cast<quint64>(number) ^ (quint64(1) << 63), big);
    bytes.append(IntegerMark).append(big, 8);
}

void appendOther(QByteArray &bytes, const Value &value)
{
    bytes.append(OtherMark).append(static_cast<char>(value.family()));
    for (const char byte : value.bytes()) {
        bytes.append(byte);
        if (byte == '\0')
            bytes.append('\xFF');
    }
    bytes.append('\0').append('\0');
}

class KeyReader
{
public:
    explicit KeyReader(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_at == m_bytes.size(); }

    std::optional<Value> next()
    {
        switch (take()) {
        case AbsentMark: return Value();
        case NullMark: return Value::null();
        case IntegerMark: return integer();
        case OtherMark: return other();
        }
        return std::nullopt;
    }

private:
    char take() { return m_at < m_bytes.size() ? m_bytes[m_at++] : '\0'; }

    std::optional<Value> integer()
    {
        if (m_bytes.size() - m_at < 8)
            return std::nullopt;
        const quint64 number = qFromBigEndian<quint64>(m_bytes.constData() + m_at) ^ (quint64(1) << 63);
        m_at += 8;
        return Value::integer(static_cast<qint64>(number));
    }

    std::optional<Value> other()
    {
        const auto family = static_cast<quint8>(take());
        QByteArray bytes;
        while (m_at + 1 < m_bytes.size()) {
            const char byte = take();
            if (byte == '\0' && take() == '\0')
                return family <= static_cast<quint8>(TypeFamily::Other)
                           ? std::optional(Value::of(static_cast<TypeFamily>(family), bytes))
                           : std::nullopt;
            bytes.append(byte);
        }
        return std::nullopt;
    }

    const QByteArray &m_bytes;
    qsizetype m_at = 0;
};

} // namespace

QByteArray encodeKey(const RowKey &key)
{
    QByteArray bytes;
    for (const Value &value : key.values) {
        if (value.isAbsent())
            bytes.append(AbsentMark);
        else if (value.isNull())
            bytes.append(NullMark);
        else if (const std::optional<qint64> number = value.toInteger())
            appendInteger(bytes, *number);
        else
            appendOther(bytes, value);
    }
    return bytes;
}

std::optional<RowKey> decodeKey(const QByteArray &bytes)
{
    RowKey key;
    KeyReader reader(bytes);
    while (!reader.atEnd()) {
        const std::optional<Value> value = reader.next();
        if (!value)
            return std::nullopt;
        key.values.append(*value);
    }
    return key;
}

} // namespace Rejoin
