#pragma once

#include "models/workspace.h"
#include "ui/passwordstore.h"

#include <QObject>
#include <memory>

class QWidget;

namespace Rejoin {

/// Gets the passwords that a project does not have: out of the keychain where it says so, else from the person, once.
class Logins : public QObject
{
    Q_OBJECT

public:
    /// The workspace must outlive it. `window` carries the dialog.
    Logins(Workspace &workspace, QWidget *window);
    /// In place of the keychain.
    void setStore(std::unique_ptr<PasswordStore> store);

    /// Completes the open project; returns at once.
    void complete();
    /// Asks for all of them, also for those that are known.
    void askAgain();
    /// Puts those into the keychain that shall be there and were typed.
    void keep();

Q_SIGNALS:
    void message(const QString &text);

private:
    void readNext(QList<Version> left, const QList<Version> &missing, const QString &notKept);
    void askPerson(const QList<Version> &servers, const QString &notKept);
    [[nodiscard]] QList<Version> withPasswords() const;
    [[nodiscard]] const ServerEntry *entry(Version version) const;
    void keep(Version version);

    Workspace &m_workspace;
    std::unique_ptr<PasswordStore> m_store;
    QWidget *m_window;
};

} // namespace Rejoin
