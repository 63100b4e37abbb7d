#pragma once

#include "diffcore/base/side.h"
#include "diffcore/dialect/engine.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>
#include <QVersionNumber>
#include <optional>
#include <tuple>
#include <type_traits>

/// Values to JSON and back, from one description of each struct. For what Rejoin itself writes and reads: a member that
/// is missing (but for a LaterMember) or of the wrong type makes reading fail. Files that people write are read with
/// JsonReader.
namespace Rejoin::Archive {

/// One member of a struct: its name in JSON and where it stands.
template <typename Class, typename Type> struct Member
{
    QLatin1StringView name;
    Type Class::*field;
};

template <typename Class, typename Type> constexpr Member<Class, Type> member(const char *name, Type Class::*field)
{
    return {QLatin1StringView(name), field};
}

/// A member that came later: where it is missing the struct keeps what it has by itself.
template <typename Class, typename Type> struct LaterMember
{
    QLatin1StringView name;
    Type Class::*field;
};

template <typename Class, typename Type>
constexpr LaterMember<Class, Type> laterMember(const char *name, Type Class::*field)
{
    return {QLatin1StringView(name), field};
}

/// Specialised for every struct that is written: a tuple of Member.
template <typename Type> inline constexpr auto members = std::tuple<>();
/// Specialised for every enum that is written: its last enumerator.
template <typename Type> inline constexpr std::optional<Type> lastOf = std::nullopt;

template <typename Type>
inline constexpr auto members<PerSide<Type>> =
    std::tuple(member("a", &PerSide<Type>::a), member("b", &PerSide<Type>::b));
template <typename Type>
inline constexpr auto members<PerVersion<Type>> =
    std::tuple(member("baseline", &PerVersion<Type>::baseline), member("a", &PerVersion<Type>::a),
               member("b", &PerVersion<Type>::b));
template <> inline constexpr std::optional<Side> lastOf<Side> = Side::B;
template <> inline constexpr std::optional<Engine> lastOf<Engine> = Engine::SqlServer;

template <typename Type>
concept Described = (std::tuple_size_v<std::remove_const_t<decltype(members<Type>)>> > 0);
template <typename Type>
concept Enumerated = std::is_enum_v<Type>;
template <typename Type>
concept Whole = std::is_integral_v<Type> && !std::is_same_v<Type, bool>;

inline QJsonValue toJson(bool value)
{
    return value;
}

inline QJsonValue toJson(double number)
{
    return number;
}

inline QJsonValue toJson(const QString &text)
{
    return text;
}

inline QJsonValue toJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

inline QJsonValue toJson(const QVersionNumber &version)
{
    return version.toString();
}

template <Whole Type> QJsonValue toJson(Type number)
{
    return static_cast<qint64>(number);
}

template <Enumerated Type> QJsonValue toJson(Type value)
{
    static_assert(lastOf<Type>.has_value(), "describe the enum with lastOf");
    Q_ASSERT(value <= *lastOf<Type>);
    return static_cast<int>(value);
}

template <typename Type> QJsonValue toJson(const QList<Type> &list);
template <typename Type> QJsonValue toJson(const std::optional<Type> &value);

template <Described Type> QJsonValue toJson(const Type &value)
{
    QJsonObject object;
    std::apply([&](const auto &...each) { (object.insert(each.name, toJson(value.*each.field)), ...); }, members<Type>);
    return object;
}

template <typename Type> QJsonValue toJson(const QList<Type> &list)
{
    QJsonArray array;
    for (const Type &value : list)
        array.append(toJson(value));
    return array;
}

template <typename Type> QJsonValue toJson(const std::optional<Type> &value)
{
    return value ? toJson(*value) : QJsonValue();
}

[[nodiscard]] inline bool fromJson(const QJsonValue &json, bool &value)
{
    value = json.toBool();
    return json.isBool();
}

[[nodiscard]] inline bool fromJson(const QJsonValue &json, double &number)
{
    number = json.toDouble();
    return json.isDouble();
}

[[nodiscard]] inline bool fromJson(const QJsonValue &json, QString &text)
{
    text = json.toString();
    return json.isString();
}

[[nodiscard]] inline bool fromJson(const QJsonValue &json, QDateTime &time)
{
    time = QDateTime::fromString(json.toString(), Qt::ISODateWithMs);
    return json.isNull() || (time.isValid() && time.timeSpec() == Qt::UTC);
}

[[nodiscard]] inline bool fromJson(const QJsonValue &json, QVersionNumber &version)
{
    version = QVersionNumber::fromString(json.toString());
    return json.isString();
}

template <Whole Type> [[nodiscard]] bool fromJson(const QJsonValue &json, Type &number)
{
    const qint64 read = json.toInteger();
    number = static_cast<Type>(read);
    return json.isDouble() && static_cast<qint64>(number) == read;
}

template <Enumerated Type> [[nodiscard]] bool fromJson(const QJsonValue &json, Type &value)
{
    const qint64 read = json.toInteger(-1);
    if (!json.isDouble() || read < 0 || read > static_cast<qint64>(*lastOf<Type>))
        return false;
    value = static_cast<Type>(read);
    return true;
}

template <typename Type> [[nodiscard]] bool fromJson(const QJsonValue &json, QList<Type> &list);
template <typename Type> [[nodiscard]] bool fromJson(const QJsonValue &json, std::optional<Type> &value);
template <Described Type> [[nodiscard]] bool fromJson(const QJsonValue &json, Type &value);

template <typename Class, typename Type>
[[nodiscard]] bool readMember(const QJsonObject &object, Class &value, const Member<Class, Type> &member)
{
    return fromJson(object.value(member.name), value.*member.field);
}

template <typename Class, typename Type>
[[nodiscard]] bool readMember(const QJsonObject &object, Class &value, const LaterMember<Class, Type> &member)
{
    return !object.contains(member.name) || fromJson(object.value(member.name), value.*member.field);
}

template <Described Type> bool fromJson(const QJsonValue &json, Type &value)
{
    const QJsonObject object = json.toObject();
    return json.isObject() &&
           std::apply([&](const auto &...each) { return (readMember(object, value, each) && ...); }, members<Type>);
}

template <typename Type> bool fromJson(const QJsonValue &json, QList<Type> &list)
{
    list.clear();
    for (const auto &element : json.toArray()) {
        if (!fromJson(element, list.emplaceBack()))
            return false;
    }
    return json.isArray();
}

template <typename Type> bool fromJson(const QJsonValue &json, std::optional<Type> &value)
{
    value.reset();
    return json.isNull() || fromJson(json, value.emplace());
}

/// A described struct as the bytes of one JSON document.
template <Described Type> [[nodiscard]] QByteArray encode(const Type &value)
{
    return QJsonDocument(toJson(value).toObject()).toJson(QJsonDocument::Compact);
}

/// Nothing for bytes that encode() did not write.
template <Described Type> [[nodiscard]] std::optional<Type> decode(const QByteArray &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    Type value;
    return document.isObject() && fromJson(document.object(), value) ? std::optional(std::move(value)) : std::nullopt;
}

} // namespace Rejoin::Archive
