#pragma once

#include "diffcore/session/project.h"

#include <QDialog>
#include <QMap>

class QCheckBox;
class QLineEdit;

namespace Rejoin {

/// Asks for the passwords of servers, for this run of the program; without them one works offline.
class PasswordDialog : public QDialog
{
    Q_OBJECT

public:
    /// `notKept`: why the keychain did not give those that it should have; may be empty.
    PasswordDialog(const Project &project, const QList<Version> &servers, const QString &notKept,
                   QWidget *parent = nullptr);

    /// Those that were typed.
    [[nodiscard]] QMap<Version, QString> passwords() const;
    [[nodiscard]] bool isKept() const;

private:
    QMap<Version, QLineEdit *> m_edits;
    QCheckBox *m_keep;
};

} // namespace Rejoin
