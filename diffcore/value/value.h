#pragma once

#include <QByteArray>
#include <QHashFunctions>
#include <QList>
#include <QMetaType>
#include <QString>
#include <compare>
#include <optional>

namespace Rejoin {

/// What a column's type means, whatever the engine calls it. Values of unlike engines compare by family.
enum class TypeFamily : quint8 {
    Boolean,
    Integer,
    Decimal,
    Float,
    Text,
    Binary,
    Date,
    Time,
    Timestamp,
    TimestampTz,
    Interval,
    Uuid,
    Json,
    Xml,
    Array,
    Spatial,
    RowVersion,
    Other,
};

/// One cell: absent (the version has no such column), NULL, or a value.
///
/// A value is its family and its canonical bytes: raw bytes for Binary, UTF-8 text in the engine's canonical spelling
/// for everything else (integers without leading zeros or plus, floats as the shortest text that reads back the same,
/// timestamps as ISO 8601 with a blank). Implicitly shared; safe to read from any thread.
class Value
{
public:
    Value() = default; ///< absent

    [[nodiscard]] static Value null();
    [[nodiscard]] static Value integer(qint64 number);
    [[nodiscard]] static Value text(const QString &text);
    [[nodiscard]] static Value binary(QByteArray bytes);
    [[nodiscard]] static Value of(TypeFamily family, QByteArray canonical);

    [[nodiscard]] bool isAbsent() const { return m_state == State::Absent; }
    [[nodiscard]] bool isNull() const { return m_state == State::Null; }
    [[nodiscard]] bool isPresent() const { return m_state == State::Present; }
    [[nodiscard]] TypeFamily family() const { return m_family; }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

    /// For people and JSON: canonical text; `0x…` for binary; empty for NULL and absent.
    [[nodiscard]] QString toText() const;
    /// The number, where the value is an integer that fits.
    [[nodiscard]] std::optional<qint64> toInteger() const;

    friend bool operator==(const Value &, const Value &) = default;
    /// A total order for determinism, not for meaning: absent, NULL, then integers by number, all else by bytes.
    friend std::strong_ordering operator<=>(const Value &left, const Value &right);
    friend size_t qHash(const Value &value, size_t seed = 0)
    {
        return qHashMulti(seed, static_cast<int>(value.m_state), static_cast<int>(value.m_family), value.m_bytes);
    }

private:
    enum class State : quint8 { Absent, Null, Present };

    State m_state = State::Absent;
    TypeFamily m_family = TypeFamily::Other;
    QByteArray m_bytes;
};

/// The cells of one row, in the order of AlignedTable::columns.
using Row = QList<Value>;

/// The values of the comparison key, in the order of AlignedTable::keyColumns.
/// For a keyless table: every compared value, then the ordinal (from 1) among equal rows.
struct RowKey
{
    QList<Value> values;

    friend bool operator==(const RowKey &, const RowKey &) = default;
    friend std::strong_ordering operator<=>(const RowKey &left, const RowKey &right);
    friend size_t qHash(const RowKey &key, size_t seed = 0) { return qHash(key.values, seed); }
};

/// Bytes that read back the same; used by the session file. `decodeRow` gives nothing for bytes that encodeRow did
/// not write.
[[nodiscard]] QByteArray encodeRow(const Row &row);
[[nodiscard]] std::optional<Row> decodeRow(const QByteArray &bytes);

/// Bytes of a key whose memcmp order is the order of RowKey, and which decode to it: index and keyset paging use them.
[[nodiscard]] QByteArray encodeKey(const RowKey &key);
[[nodiscard]] std::optional<RowKey> decodeKey(const QByteArray &bytes);

} // namespace Rejoin

Q_DECLARE_TYPEINFO(Rejoin::Value, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(Rejoin::RowKey, Q_RELOCATABLE_TYPE);
Q_DECLARE_METATYPE(Rejoin::Value)
