#include "diffcore/base/jsonreader.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

QString typeText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null: return u"null"_s;
    case QJsonValue::Bool: return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double: return u"a number"_s;
    case QJsonValue::String: return u"a text"_s;
    case QJsonValue::Array: return u"an array"_s;
    case QJsonValue::Object: return u"an object"_s;
    case QJsonValue::Undefined: return u"missing"_s;
    }
    return {};
}

QString listed(const QStringList &words, const QString &last)
{
    QStringList quoted;
    for (const QString &word : words)
        quoted.append(u'"' + word + u'"');
    if (quoted.size() < 2)
        return quoted.join(QString());
    const QString end = quoted.takeLast();
    return quoted.join(u", "_s) + u' ' + last + u' ' + end;
}

bool areTexts(const QJsonValue &value)
{
    if (!value.isArray())
        return false;
    for (const auto &element : value.toArray()) {
        if (!element.isString())
            return false;
    }
    return true;
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    for (const auto &element : value.toArray())
        texts.append(element.toString());
    return texts;
}

} // namespace

JsonReader::JsonReader(const QJsonObject &object, const QString &path)
    : m_object(object)
    , m_path(path)
{
}

bool JsonReader::has(const QString &member)
{
    if (!m_known.contains(member))
        m_known.append(member);
    return m_object.contains(member);
}

QString JsonReader::text(const QString &member, const QString &expected)
{
    if (has(member) && !m_object.value(member).isString())
        wrongType(member, typeText(m_object.value(member)), expected);
    return m_object.value(member).toString();
}

QStringList JsonReader::texts(const QString &member)
{
    const QJsonValue value = m_object.value(member);
    if (has(member) && !areTexts(value))
        wrongType(member, value.isArray() ? u"an array of other things"_s : typeText(value), u"an array of texts"_s);
    return textsOf(value);
}

QHash<QString, QStringList> JsonReader::lists(const QString &member)
{
    JsonReader part = inside(member);
    QHash<QString, QStringList> lists;
    for (const QString &name : part.m_object.keys())
        lists.insert(name, part.texts(name));
    merge(part);
    return lists;
}

QJsonObject JsonReader::object(const QString &member)
{
    if (has(member) && !m_object.value(member).isObject())
        wrongType(member, typeText(m_object.value(member)), u"an object"_s);
    return m_object.value(member).toObject();
}

QJsonArray JsonReader::array(const QString &member)
{
    if (has(member) && !m_object.value(member).isArray())
        wrongType(member, typeText(m_object.value(member)), u"an array"_s);
    return m_object.value(member).toArray();
}

std::optional<qint64> JsonReader::number(const QString &member)
{
    if (!has(member))
        return std::nullopt;
    const QJsonValue value = m_object.value(member);
    const qint64 number = value.toInteger();
    if (value.isDouble() && static_cast<double>(number) == value.toDouble())
        return number;
    wrongType(member, typeText(value), u"a whole number"_s);
    return std::nullopt;
}

bool JsonReader::isTrue(const QString &member)
{
    return has(member) && m_object.value(member).toBool();
}

JsonReader JsonReader::inside(const QString &member)
{
    return JsonReader(object(member), named(member));
}

void JsonReader::merge(const JsonReader &part)
{
    JsonReader finished = part;
    finished.requireAllKnown();
    rejectAll(finished.m_error);
}

void JsonReader::reject(const QString &member, const QString &expected)
{
    rejectAll(has(member) ? u"member \"%1\" is wrong, expected %2"_s.arg(named(member), expected)
                          : u"there is no member \"%1\", expected %2"_s.arg(named(member), expected));
}

Result<void> JsonReader::finish()
{
    requireAllKnown();
    if (m_error.isEmpty())
        return {};
    return fail(ErrorCode::BadFile, m_error, u"Correct the file"_s);
}

QString JsonReader::named(const QString &member) const
{
    return m_path.isEmpty() ? member : m_path + u'.' + member;
}

void JsonReader::rejectAll(const QString &message)
{
    if (m_error.isEmpty())
        m_error = message;
}

void JsonReader::wrongType(const QString &member, const QString &found, const QString &expected)
{
    rejectAll(u"member \"%1\" is %2, expected %3"_s.arg(named(member), found, expected));
}

void JsonReader::wrongChoice(const QString &member, const QStringList &words)
{
    const QJsonValue value = m_object.value(member);
    const QString found = value.isString() ? u'"' + value.toString() + u'"' : typeText(value);
    rejectAll(u"member \"%1\" is %2, expected %3"_s.arg(named(member), found, listed(words, u"or"_s)));
}

void JsonReader::requireAllKnown()
{
    for (const QString &member : m_object.keys()) {
        if (!m_known.contains(member))
            rejectAll(u"member \"%1\" is not known, expected %2"_s.arg(named(member), listed(m_known, u"or"_s)));
    }
}

} // namespace Rejoin
