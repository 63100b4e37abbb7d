#pragma once

#include "diffcore/base/result.h"

#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>
#include <functional>

namespace Rejoin {

/// An ODBC connection string that cannot leak its secrets: every way of turning it into text but one leaves them out.
///
/// `Driver={SQLite3};Database=/srv/a.sqlite;Pwd=env:PRD01_PW`. Attribute names are compared without case, values in
/// braces may hold semicolons, `}}` in braces is one brace (ODBC programmer's reference, "Connection strings").
/// Secret attributes: pwd, password, and anything that contains `secret`, `token` or ends in `pwd`.
class ConnectionString
{
public:
    ConnectionString() = default;
    /// Fails with Usage on text that is no list of attribute=value.
    [[nodiscard]] static Result<ConnectionString> parse(const QString &text);

    [[nodiscard]] QString value(const QString &attribute) const; ///< empty where it is not given
    [[nodiscard]] bool contains(const QString &attribute) const;
    /// The attributes that are given, as they are written, in their order.
    [[nodiscard]] QStringList names() const;
    void set(const QString &attribute, const QString &value);
    void remove(const QString &attribute);

    /// For eyes, logs and errors: literal secrets read `***`, `env:NAME` stays.
    [[nodiscard]] QString redacted() const;
    /// For a project file: literal secrets are left out, `env:NAME` stays.
    [[nodiscard]] QString saved() const;
    /// True where a password stands in it literally (the command line warns).
    [[nodiscard]] bool hasLiteralSecret() const;
    /// The only way to the secrets: the text for the driver, `env:NAME` read from the environment.
    /// Fails with LoginFailed where a named variable is not set.
    [[nodiscard]] Result<QString> forDriver() const;
    /// `text` with every secret of this string replaced by `***`; drivers repeat them in their errors.
    [[nodiscard]] QString scrub(QString text) const;

    /// Short name for people where no label was given: the database file or name, and the server.
    [[nodiscard]] QString displayName() const;

private:
    QList<QPair<QString, QString>> m_attributes;
};

} // namespace Rejoin
