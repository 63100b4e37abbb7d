#include "diffcore/odbc/encryption.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

using Mode = Encryption::Mode;

struct Setting
{
    QLatin1StringView name;
    QLatin1StringView value;
};

/// A driver's words. The first setting of a mode tells the modes apart.
struct Words
{
    std::array<QLatin1StringView, 2> drivers; ///< parts of its names, without case
    std::array<Setting, 2> verified;
    std::array<Setting, 2> unchecked;
    QLatin1StringView authority; ///< empty = it takes none
};

constexpr auto rootCertificate = "sslrootcert"_L1; ///< of libpq, within psqlodbc's pqopt
constexpr auto options = "pqopt"_L1;

// MariaDB's before MySQL's: its driver is offered for both.
constexpr std::array known{
    Words{{"postgres"_L1, "psqlodbc"_L1},
          {Setting{"SSLmode"_L1, "verify-full"_L1}},
          {Setting{"SSLmode"_L1, "require"_L1}},
          options},
    Words{{"mariadb"_L1, "maodbc"_L1},
          {Setting{"SSLVerify"_L1, "1"_L1}, Setting{"ForceTLS"_L1, "1"_L1}},
          {Setting{"ForceTLS"_L1, "1"_L1}, Setting{"SSLVerify"_L1, "0"_L1}},
          "SSLCA"_L1},
    Words{{"mysql"_L1, "myodbc"_L1},
          {Setting{"SSLMODE"_L1, "VERIFY_IDENTITY"_L1}},
          {Setting{"SSLMODE"_L1, "REQUIRED"_L1}},
          "SSLCA"_L1},
    Words{{"freetds"_L1, "tdsodbc"_L1}, {}, {Setting{"Encryption"_L1, "require"_L1}}, {}},
    Words{{"sql server"_L1, "msodbcsql"_L1},
          {Setting{"Encrypt"_L1, "yes"_L1}, Setting{"TrustServerCertificate"_L1, "no"_L1}},
          {Setting{"Encrypt"_L1, "yes"_L1}, Setting{"TrustServerCertificate"_L1, "yes"_L1}},
          {}},
};

const Words *wordsOf(const QString &driver)
{
    const auto found = std::ranges::find_if(known, [&driver](const Words &words) {
        return std::ranges::any_of(
            words.drivers, [&driver](QLatin1StringView part) { return driver.contains(part, Qt::CaseInsensitive); });
    });
    return found == known.end() ? nullptr : found;
}

bool isSet(const ConnectionString &where, const Setting &setting)
{
    const QString value = where.value(setting.name);
    const bool isYes = setting.value == "yes"_L1 || setting.value == "1"_L1;
    const bool saysYes = value == "1"_L1 || value.compare("yes"_L1, Qt::CaseInsensitive) == 0 ||
                         value.compare("true"_L1, Qt::CaseInsensitive) == 0;
    return isYes ? saysYes : value.compare(setting.value, Qt::CaseInsensitive) == 0;
}

/// All that are named. Microsoft's driver checks certificates where nothing else is said.
bool areSet(const ConnectionString &where, const std::array<Setting, 2> &settings)
{
    return !settings.front().name.isEmpty() && std::ranges::all_of(settings, [&where](const Setting &setting) {
        const bool isDefault = setting.value == "no"_L1 || setting.value == "0"_L1;
        return setting.name.isEmpty() || (isDefault && !where.contains(setting.name)) || isSet(where, setting);
    });
}

/// `sslrootcert=/etc/ssl/prd-ca.pem keepalives=1`, parted at blanks.
QStringList optionsWithoutAuthority(const ConnectionString &where)
{
    QStringList parts = where.value(options).split(u' ', Qt::SkipEmptyParts);
    parts.removeIf([](const QString &part) { return part.startsWith(rootCertificate + u'='); });
    return parts;
}

QString authorityOf(const ConnectionString &where, const Words &words)
{
    if (words.authority != options)
        return words.authority.isEmpty() ? QString() : where.value(words.authority);
    for (const QString &part : where.value(options).split(u' ', Qt::SkipEmptyParts)) {
        if (part.startsWith(rootCertificate + u'='))
            return part.sliced(rootCertificate.size() + 1);
    }
    return {};
}

void setAuthority(ConnectionString &where, const Words &words, const QString &file)
{
    if (words.authority.isEmpty())
        return;
    QString value = file;
    if (words.authority == options) {
        QStringList parts = optionsWithoutAuthority(where);
        if (!file.isEmpty())
            parts.append(rootCertificate + u'=' + file);
        value = parts.join(u' ');
    }
    if (value.isEmpty())
        where.remove(words.authority);
    else
        where.set(words.authority, value);
}

void set(ConnectionString &where, const std::array<Setting, 2> &settings)
{
    for (const Setting &setting : settings) {
        if (!setting.name.isEmpty())
            where.set(setting.name, setting.value);
    }
}

void remove(ConnectionString &where, const std::array<Setting, 2> &settings)
{
    for (const Setting &setting : settings) {
        if (!setting.name.isEmpty())
            where.remove(setting.name);
    }
}

} // namespace

bool takesEncryption(const QString &driver)
{
    return wordsOf(driver);
}

bool takesVerified(const QString &driver)
{
    const Words *words = wordsOf(driver);
    return words && !words->verified.front().name.isEmpty();
}

bool takesAuthority(const QString &driver)
{
    const Words *words = wordsOf(driver);
    return words && !words->authority.isEmpty();
}

Encryption encryptionOf(const ConnectionString &where)
{
    const Words *words = wordsOf(where.value(u"Driver"_s));
    if (!words)
        return {};
    const Mode mode = areSet(where, words->verified)    ? Mode::Verified
                      : areSet(where, words->unchecked) ? Mode::Unchecked
                                                        : Mode::Default;
    return {mode, authorityOf(where, *words)};
}

void setEncryption(ConnectionString &where, const Encryption &encryption)
{
    const Words *words = wordsOf(where.value(u"Driver"_s));
    if (!words)
        return;
    remove(where, words->verified);
    remove(where, words->unchecked);
    switch (encryption.mode) {
    case Mode::Default: break;
    case Mode::Verified: set(where, words->verified); break;
    case Mode::Unchecked: set(where, words->unchecked); break;
    }
    setAuthority(where, *words, encryption.mode == Mode::Verified ? encryption.authority : QString());
}

} // namespace Rejoin
