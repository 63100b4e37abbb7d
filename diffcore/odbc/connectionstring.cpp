#include "diffcore/odbc/connectionstring.h"

#include <QFileInfo>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

const auto hidden = u"***"_s;
const auto environmentMark = u"env:"_s;
const auto ownAttribute = u"RejoinLogin"_s; ///< of login.h: no driver knows it

bool sameName(const QString &left, const QString &right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

bool isSecret(const QPair<QString, QString> &attribute)
{
    const QString name = attribute.first.toLower();
    QString value = attribute.second.toLower();
    value.remove(u' '); // libpq takes blanks around '='
    if (name.endsWith("pwd"_L1))
        return true;
    for (const auto &part : {"passw"_L1, "passphrase"_L1, "secret"_L1, "token"_L1}) {
        if (name.contains(part))
            return true;
    }
    // options in options: pqopt={password=…}
    return value.contains("password="_L1) || value.contains("pwd="_L1);
}

bool isFromEnvironment(const QString &value)
{
    return value.startsWith(environmentMark);
}

bool isLiteralSecret(const QPair<QString, QString> &attribute)
{
    return isSecret(attribute) && !attribute.second.isEmpty() && !isFromEnvironment(attribute.second);
}

QString inBraces(const QString &value)
{
    return u'{' + QString(value).replace(u'}', u"}}"_s) + u'}';
}

QString written(const QString &value)
{
    const bool needsBraces = value.contains(u';') || value.startsWith(u'{') || value.trimmed() != value;
    return needsBraces ? inBraces(value) : value;
}

QString joined(const QList<QPair<QString, QString>> &attributes)
{
    QStringList parts;
    for (const auto &[name, value] : attributes)
        parts += name + u'=' + written(value);
    return parts.join(u';');
}

/// The value of a secret; nothing where it names a variable that is not set.
std::optional<QString> revealed(const QString &value)
{
    if (!isFromEnvironment(value))
        return value;
    const QByteArray variable = value.mid(environmentMark.size()).toLocal8Bit();
    if (!qEnvironmentVariableIsSet(variable.constData()))
        return std::nullopt;
    return qEnvironmentVariable(variable.constData());
}

/// Reads attribute=value;… from left to right. Its errors name places, never values: those may be secrets.
class Parser
{
public:
    explicit Parser(const QString &text)
        : m_text(text)
    {
    }

    Result<QList<QPair<QString, QString>>> parse()
    {
        QList<QPair<QString, QString>> attributes;
        while (skipToAttribute()) {
            ++m_count;
            REJOIN_TRY_VALUE(name, readName());
            REJOIN_TRY_VALUE(value, readValue(name));
            const bool repeated =
                std::ranges::any_of(attributes, [&](const auto &a) { return sameName(a.first, name); });
            if (!repeated) // the first one counts, as in the driver manager
                attributes += {name, value};
        }
        if (attributes.isEmpty())
            return wrong(u"the connection string is empty"_s);
        return attributes;
    }

private:
    bool skipToAttribute()
    {
        while (m_at < m_text.size() && (m_text[m_at] == u';' || m_text[m_at].isSpace()))
            ++m_at;
        return m_at < m_text.size();
    }

    Result<QString> readName()
    {
        const qsizetype end = m_text.indexOf(u'=', m_at);
        const qsizetype semicolon = m_text.indexOf(u';', m_at);
        if (end < 0 || (semicolon >= 0 && semicolon < end))
            return wrong(u"part %1 of the connection string has no '='"_s.arg(m_count));
        const QString name = m_text.mid(m_at, end - m_at).trimmed();
        m_at = end + 1;
        const bool valid = std::ranges::none_of(name, [](QChar c) { return u"[]{}(),?*!@"_s.contains(c); });
        if (name.isEmpty() || !valid)
            return wrong(u"part %1 of the connection string has no attribute name before '='"_s.arg(m_count));
        return name;
    }

    Result<QString> readValue(const QString &name)
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
        if (m_at < m_text.size() && m_text[m_at] == u'{')
            return readBraced(name);
        qsizetype end = m_text.indexOf(u';', m_at);
        if (end < 0)
            end = m_text.size();
        const QString value = m_text.mid(m_at, end - m_at).trimmed();
        m_at = end;
        return value;
    }

    Result<QString> readBraced(const QString &name)
    {
        QString value;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == u'}') {
                if (m_at + 1 >= m_text.size() || m_text[m_at + 1] != u'}')
                    return endBraced(name, value);
                ++m_at;
            }
            value += m_text[m_at];
        }
        return wrong(u"the value of %1 has no closing brace"_s.arg(name));
    }

    Result<QString> endBraced(const QString &name, const QString &value)
    {
        ++m_at;
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
        if (m_at < m_text.size() && m_text[m_at] != u';')
            return wrong(u"there is text after the closing brace of %1"_s.arg(name));
        return value;
    }

    std::unexpected<Error> wrong(const QString &message) const
    {
        return fail(ErrorCode::Usage, message, u"Write it as Driver={SQLite3};Database=/path/to/file"_s);
    }

    const QString &m_text;
    qsizetype m_at = 0;
    int m_count = 0;
};

} // namespace

Result<ConnectionString> ConnectionString::parse(const QString &text)
{
    REJOIN_TRY_VALUE(attributes, Parser(text).parse());
    ConnectionString parsed;
    parsed.m_attributes = attributes;
    return parsed;
}

QString ConnectionString::value(const QString &attribute) const
{
    const auto found = std::ranges::find_if(m_attributes, [&](const auto &a) { return sameName(a.first, attribute); });
    return found == m_attributes.end() ? QString() : found->second;
}

bool ConnectionString::contains(const QString &attribute) const
{
    return std::ranges::any_of(m_attributes, [&](const auto &a) { return sameName(a.first, attribute); });
}

QStringList ConnectionString::names() const
{
    QStringList names;
    for (const auto &attribute : m_attributes)
        names += attribute.first;
    return names;
}

void ConnectionString::set(const QString &attribute, const QString &value)
{
    for (auto &[name, old] : m_attributes) {
        if (sameName(name, attribute)) {
            old = value;
            return;
        }
    }
    m_attributes += {attribute, value};
}

void ConnectionString::remove(const QString &attribute)
{
    m_attributes.removeIf([&](const auto &a) { return sameName(a.first, attribute); });
}

QString ConnectionString::redacted() const
{
    auto shown = m_attributes;
    for (auto &attribute : shown) {
        if (isLiteralSecret(attribute))
            attribute.second = hidden;
    }
    return joined(shown);
}

QString ConnectionString::saved() const
{
    auto kept = m_attributes;
    kept.removeIf(isLiteralSecret);
    return joined(kept);
}

bool ConnectionString::hasLiteralSecret() const
{
    return std::ranges::any_of(m_attributes, isLiteralSecret);
}

Result<QString> ConnectionString::forDriver() const
{
    auto attributes = m_attributes;
    attributes.removeIf([](const auto &attribute) { return sameName(attribute.first, ownAttribute); });
    for (auto &attribute : attributes) {
        if (!isSecret(attribute))
            continue;
        const std::optional<QString> secret = revealed(attribute.second);
        if (!secret) {
            const QString variable = attribute.second.mid(environmentMark.size());
            return fail(ErrorCode::LoginFailed,
                        u"the environment variable %1, which holds %2, is not set"_s.arg(variable, attribute.first),
                        u"Set it, or give the password in another way"_s);
        }
        attribute.second = *secret;
    }
    return joined(attributes) + u';';
}

QString ConnectionString::scrub(QString text) const
{
    QStringList secrets;
    for (const auto &attribute : m_attributes) {
        const std::optional<QString> secret = isSecret(attribute) ? revealed(attribute.second) : std::nullopt;
        if (secret && !secret->isEmpty())
            secrets += {*secret, inBraces(*secret)};
    }
    std::ranges::sort(secrets, std::greater(), &QString::size);
    for (const QString &secret : std::as_const(secrets))
        text.replace(secret, hidden);
    return text;
}

QString ConnectionString::displayName() const
{
    const auto firstOf = [this](const QStringList &names) {
        const auto found = std::ranges::find_if(names, [this](const QString &name) { return !value(name).isEmpty(); });
        return found == names.end() ? QString() : value(*found);
    };
    const QString database = firstOf({u"Database"_s, u"DBQ"_s, u"DB"_s});
    const QString server = firstOf({u"Server"_s, u"Servername"_s, u"Host"_s, u"Address"_s});
    const QString shortName = server.isEmpty() ? QFileInfo(database).fileName() : database;
    if (shortName.isEmpty())
        return server.isEmpty() ? firstOf({u"DSN"_s, u"Driver"_s}) : server;
    return server.isEmpty() ? shortName : shortName + u" on "_s + server;
}

} // namespace Rejoin
