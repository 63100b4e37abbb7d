#include "ui/passworddialog.h"

#include "diffcore/odbc/login.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr int fieldWidth = 260;

const ConnectionString &connectionOf(const Project &project, Version version)
{
    switch (version) {
    case Version::Baseline: return project.baseline->connection;
    case Version::A: return project.servers.a.connection;
    case Version::B: break;
    }
    return project.servers.b.connection;
}

} // namespace

PasswordDialog::PasswordDialog(const Project &project, const QList<Version> &servers, const QString &notKept,
                               QWidget *parent)
    : QDialog(parent)
    , m_keep(new QCheckBox(tr("&Keep in the keychain of this machine"), this))
{
    setWindowTitle(tr("Passwords"));
    auto *layout = new QVBoxLayout(this);
    auto *why = new QLabel(notKept.isEmpty() ? tr("The project keeps no passwords. They serve this run of Rejoin.")
                                             : tr("⚠ %1").arg(notKept),
                           this);
    why->setWordWrap(true);
    why->setTextFormat(Qt::PlainText);
    layout->addWidget(why);
    auto *form = new QFormLayout;
    for (const Version version : servers) {
        const QString title =
            version == Version::Baseline ? tr("Baseline") : project.title(version == Version::A ? Side::A : Side::B);
        auto *edit = new QLineEdit(this);
        edit->setEchoMode(QLineEdit::Password);
        edit->setMinimumWidth(fieldWidth);
        edit->setAccessibleName(tr("Password of %1").arg(title));
        edit->setToolTip(loginName(connectionOf(project, version)));
        form->addRow(u"%1\n%2"_s.arg(title, loginName(connectionOf(project, version))), edit);
        m_edits.insert(version, edit);
    }
    layout->addLayout(form);
    m_keep->setChecked(std::ranges::all_of(servers, [&project](Version version) {
        return loginFrom(connectionOf(project, version)) == LoginFrom::Keychain;
    }));
    layout->addWidget(m_keep);
    if (!servers.isEmpty()) {
        QWidget::setTabOrder(m_edits[servers.last()], m_keep);
        m_edits[servers.first()]->setFocus();
    }
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Log in"), QDialogButtonBox::AcceptRole)->setDefault(true);
    buttons->addButton(tr("Work without the servers"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
}

QMap<Version, QString> PasswordDialog::passwords() const
{
    QMap<Version, QString> typed;
    for (auto edit = m_edits.cbegin(); edit != m_edits.cend(); ++edit) {
        if (!edit.value()->text().isEmpty())
            typed.insert(edit.key(), edit.value()->text());
    }
    return typed;
}

bool PasswordDialog::isKept() const
{
    return m_keep->isChecked();
}

} // namespace Rejoin
