#include "ui/logins.h"

#include "diffcore/odbc/login.h"
#include "ui/enginewords.h"
#include "ui/passworddialog.h"

#include <QWidget>
#include <utility>

using namespace Qt::StringLiterals;

namespace Rejoin {

Logins::Logins(Workspace &workspace, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_store(std::make_unique<Keychain>())
    , m_window(window)
{
}

void Logins::setStore(std::unique_ptr<PasswordStore> store)
{
    m_store = std::move(store);
}

/// Those that log in with a password of their own.
QList<Version> Logins::withPasswords() const
{
    QList<Version> versions;
    for (const Version version : {Version::A, Version::B, Version::Baseline}) {
        const ServerEntry *server = entry(version);
        if (!server)
            continue;
        ConnectionString without = server->connection;
        if (without.hasLiteralSecret())
            without.remove(u"Pwd"_s);
        if (lacksPassword(without))
            versions.append(version);
    }
    return versions;
}

void Logins::askAgain()
{
    if (const QList<Version> versions = withPasswords(); versions.isEmpty())
        Q_EMIT message(tr("No server of this project asks for a password"));
    else
        askPerson(versions, {});
}

const ServerEntry *Logins::entry(Version version) const
{
    const Project &project = m_workspace.project();
    switch (version) {
    case Version::Baseline: return project.baseline ? &*project.baseline : nullptr;
    case Version::A: return &project.servers.a;
    case Version::B: break;
    }
    return &project.servers.b;
}

void Logins::complete()
{
    QList<Version> lacking = withPasswords();
    lacking.removeIf([this](Version version) { return !lacksPassword(entry(version)->connection); });
    if (!lacking.isEmpty())
        readNext(lacking, {}, {});
}

void Logins::readNext(QList<Version> left, const QList<Version> &missing, const QString &notKept)
{
    if (left.isEmpty()) {
        if (!missing.isEmpty())
            askPerson(missing, notKept);
        return;
    }
    const Version version = left.takeFirst();
    if (loginFrom(entry(version)->connection) != LoginFrom::Keychain) {
        readNext(left, missing + QList{version}, notKept);
        return;
    }
    const QString path = m_workspace.path();
    m_store->read(loginName(entry(version)->connection), [this, left, missing, notKept, version,
                                                          path](const Result<QString> &password) {
        if (m_workspace.path() != path || !entry(version))
            return; // another project is open by now
        if (password)
            m_workspace.setPassword(version, *password);
        readNext(left, password ? missing : missing + QList{version}, password ? notKept : errorText(password.error()));
    });
}

void Logins::askPerson(const QList<Version> &servers, const QString &notKept)
{
    auto *dialog = new PasswordDialog(m_workspace.project(), servers, notKept, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const QString path = m_workspace.path();
    connect(dialog, &QDialog::accepted, this, [this, dialog, path] {
        if (m_workspace.path() != path)
            return;
        const QMap<Version, QString> typed = dialog->passwords();
        for (auto password = typed.cbegin(); password != typed.cend(); ++password) {
            m_workspace.setPassword(password.key(), password.value());
            if (dialog->isKept())
                keep(password.key());
        }
    });
    dialog->open();
}

void Logins::keep()
{
    for (const Version version : {Version::A, Version::B, Version::Baseline}) {
        const ServerEntry *server = entry(version);
        if (server && loginFrom(server->connection) == LoginFrom::Keychain && server->connection.hasLiteralSecret())
            keep(version);
    }
}

void Logins::keep(Version version)
{
    const ConnectionString &connection = entry(version)->connection;
    m_store->write(loginName(connection), connection.value(u"Pwd"_s), [this](const Result<void> &kept) {
        if (!kept)
            Q_EMIT message(tr("The password is not kept: %1").arg(errorText(kept.error())));
    });
}

} // namespace Rejoin
