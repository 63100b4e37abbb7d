#pragma once

#include "diffcore/base/result.h"

#include <QObject>
#include <functional>

namespace Rejoin {

/// Where passwords are kept between runs, by the name of the login. Answers come later, on the thread that asked.
class PasswordStore
{
public:
    virtual ~PasswordStore() = default;

    /// LoginFailed where it has none of this name, or cannot be reached.
    virtual void read(const QString &name, const std::function<void(const Result<QString> &)> &tell) = 0;
    /// CannotWrite where it cannot be reached.
    virtual void write(const QString &name, const QString &password,
                       const std::function<void(const Result<void> &)> &tell) = 0;
};

/// The keychain of this user: what libsecret, KWallet, Keychain Access or the Credential Store holds.
class Keychain : public QObject, public PasswordStore
{
    Q_OBJECT

public:
    using QObject::QObject;

    void read(const QString &name, const std::function<void(const Result<QString> &)> &tell) override;
    void write(const QString &name, const QString &password,
               const std::function<void(const Result<void> &)> &tell) override;
};

/// The same for the command line, which has no window to wait in: returns when the keychain has answered.
[[nodiscard]] Result<QString> readKeychain(const QString &name);

} // namespace Rejoin
