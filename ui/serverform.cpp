#include "ui/serverform.h"

#include "diffcore/odbc/connection.h"
#include "diffcore/odbc/encryption.h"
#include "diffcore/odbc/login.h"
#include "diffcore/odbc/serveraddress.h"
#include "ui/words.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

const QString driverMeans = u"driver"_s;
const QString sourceMeans = u"dsn"_s;
const QString textMeans = u"text"_s;

} // namespace

ServerForm::ServerForm(const QString &title, Kind kind, QWidget *parent)
    : QGroupBox(title, parent)
    , m_kind(kind)
    , m_form(new QFormLayout(this))
    , m_means(new QComboBox(this))
    , m_fileRow(new QWidget(this))
    , m_file(new QLineEdit(m_fileRow))
    , m_browse(new QToolButton(m_fileRow))
    , m_login(new QComboBox(this))
    , m_encryption(new QComboBox(this))
    , m_authorityRow(new QWidget(this))
    , m_authority(new QLineEdit(m_authorityRow))
    , m_check(new QLabel(this))
{
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setVerticalSpacing(4);
    if (kind == Kind::Server) {
        m_label = addEdit(tr("Label"), tr("PRD01"));
        m_role = new QComboBox(this);
        m_role->addItem(tr("live"), int(Role::Live));
        m_role->addItem(tr("standby: its rows get new keys where keys collide"), int(Role::Standby));
        m_role->setAccessibleName(tr("%1: role").arg(title));
        m_form->addRow(tr("Role"), m_role);
    }
    m_form->addRow(tr("Reach by"), m_means);
    m_means->setAccessibleName(tr("%1: driver, data source or connection string").arg(title));

    auto *fileLayout = new QHBoxLayout(m_fileRow);
    fileLayout->setContentsMargins(0, 0, 0, 0);
    fileLayout->addWidget(m_file);
    fileLayout->addWidget(m_browse);
    m_file->setAccessibleName(tr("%1: database file").arg(title));
    m_browse->setText(u"…"_s);
    m_browse->setAccessibleName(tr("%1: choose the database file").arg(title));
    m_browse->setToolTip(tr("Choose the database file"));
    connect(m_browse, &QToolButton::clicked, this, &ServerForm::chooseFile);
    connect(m_file, &QLineEdit::textEdited, this, &ServerForm::edited);
    m_form->addRow(tr("Database file"), m_fileRow);
    m_string = addEdit(tr("Connection string"), u"Driver={…};Server=…;Database=…"_s);
    m_host = addEdit(tr("Host"));
    m_port = addEdit(tr("Port"), tr("the engine's own"));
    m_database = addEdit(tr("Database"));
    m_user = addEdit(tr("User"));
    m_password = addEdit(tr("Password"), tr("for this run; or env:VARIABLE, which is saved"));
    m_password->setEchoMode(QLineEdit::Password);
    m_login->addItem(tr("ask every time"), int(LoginFrom::Person));
    m_login->addItem(tr("keep in the keychain"), int(LoginFrom::Keychain));
    m_login->addItem(tr("needs none, or the data source has it"), int(LoginFrom::DataSource));
    m_login->setAccessibleName(tr("%1: keeping the password").arg(title));
    m_form->addRow(tr("Keep it"), m_login);
    makeEncryption();
    m_check->setWordWrap(true);
    m_check->setTextFormat(Qt::PlainText);
    m_check->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_form->addRow(m_check);
    setTabOrders();
    fillMeans();
    connect(m_means, &QComboBox::currentIndexChanged, this, [this] { // also when a letter chose it
        fillEncryption();
        showFields();
        Q_EMIT edited();
    });
    connect(m_login, &QComboBox::activated, this, &ServerForm::edited);
    fillEncryption();
    showFields();
}

/// From field to field as they stand.
void ServerForm::setTabOrders()
{
    QWidget *before = nullptr;
    const auto add = [&before](QWidget *widget) {
        if (!(widget->focusPolicy() & Qt::TabFocus))
            return;
        if (before)
            QWidget::setTabOrder(before, widget);
        before = widget;
    };
    for (int row = 0; row < m_form->rowCount(); ++row) {
        const QLayoutItem *item = m_form->itemAt(row, QFormLayout::FieldRole);
        if (!item || !item->widget())
            continue;
        add(item->widget());
        if (QLayout *inner = item->widget()->layout()) {
            for (int at = 0; at < inner->count(); ++at) {
                if (QWidget *widget = inner->itemAt(at)->widget())
                    add(widget);
            }
        }
    }
}

/// What the driver that is chosen can do; see encryption.h.
void ServerForm::makeEncryption()
{
    m_encryption->setAccessibleName(tr("%1: encryption").arg(title()));
    m_form->addRow(tr("Encryption"), m_encryption);
    auto *layout = new QHBoxLayout(m_authorityRow);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *browse = new QToolButton(m_authorityRow);
    layout->addWidget(m_authority);
    layout->addWidget(browse);
    m_authority->setPlaceholderText(tr("empty: those that this machine trusts"));
    m_authority->setAccessibleName(tr("%1: certificate of the authority").arg(title()));
    browse->setText(u"…"_s);
    browse->setAccessibleName(tr("%1: choose the certificate of the authority").arg(title()));
    browse->setToolTip(tr("Choose the certificate of the authority"));
    m_form->addRow(tr("Authority"), m_authorityRow);
    connect(browse, &QToolButton::clicked, this,
            [this] { chooseFileFor(m_authority, tr("Certificate of the authority")); });
    connect(m_authority, &QLineEdit::textEdited, this, &ServerForm::edited);
    connect(m_encryption, &QComboBox::activated, this, [this] {
        showAuthority();
        Q_EMIT edited();
    });
}

void ServerForm::fillEncryption()
{
    const int chosen = qMax(0, m_encryption->currentData().toInt());
    m_encryption->clear();
    m_encryption->addItem(tr("as the driver does by itself"), int(Encryption::Mode::Default));
    if (takesVerified(driver()))
        m_encryption->addItem(tr("encrypted, certificate checked"), int(Encryption::Mode::Verified));
    m_encryption->addItem(tr("encrypted, certificate not checked"), int(Encryption::Mode::Unchecked));
    m_encryption->setItemData(m_encryption->count() - 1, tr("Nothing tells with whom you speak"), Qt::ToolTipRole);
    m_encryption->setCurrentIndex(qMax(0, m_encryption->findData(chosen)));
}

void ServerForm::showAuthority()
{
    const auto mode = Encryption::Mode(m_encryption->currentData().toInt());
    m_form->setRowVisible(m_authorityRow,
                          !m_encryption->isHidden() && mode == Encryption::Mode::Verified && takesAuthority(driver()));
}

QString ServerForm::driver() const
{
    const QStringList means = m_means->currentData().toStringList();
    return means.value(0) == driverMeans ? means.value(1) : QString();
}

QLineEdit *ServerForm::addEdit(const QString &label, const QString &placeholder)
{
    auto *edit = new QLineEdit(this);
    edit->setPlaceholderText(placeholder);
    edit->setAccessibleName(u"%1: %2"_s.arg(title(), label));
    m_form->addRow(label, edit);
    connect(edit, &QLineEdit::textEdited, this, &ServerForm::edited);
    return edit;
}

void ServerForm::fillMeans()
{
    for (const QString &driver : installedDrivers())
        m_means->addItem(driver, QStringList{driverMeans, driver});
    for (const QString &source : installedDataSources())
        m_means->addItem(tr("DSN %1").arg(source), QStringList{sourceMeans, source});
    m_means->addItem(tr("connection string"), QStringList{textMeans, {}});
    const auto sqlite = m_means->findText(u"SQLite3"_s);
    m_means->setCurrentIndex(qMax(0, sqlite));
}

bool ServerForm::isFileDriver() const
{
    const QStringList means = m_means->currentData().toStringList();
    return means.value(0) == driverMeans && means.value(1).startsWith(u"sqlite"_s, Qt::CaseInsensitive);
}

bool ServerForm::isFreeText() const
{
    return m_means->currentData().toStringList().value(0) == textMeans;
}

void ServerForm::showFields()
{
    const bool file = isFileDriver();
    const bool text = isFreeText();
    const bool source = m_means->currentData().toStringList().value(0) == sourceMeans;
    m_form->setRowVisible(m_fileRow, file);
    for (QLineEdit *edit : {m_host, m_port})
        m_form->setRowVisible(edit, !file && !text && !source);
    m_form->setRowVisible(m_database, !file && !text);
    m_form->setRowVisible(m_user, !file && !text);
    m_form->setRowVisible(m_password, !file);
    m_form->setRowVisible(m_login, !file);
    m_form->setRowVisible(m_string, text);
    m_form->setRowVisible(m_encryption, takesEncryption(driver()));
    showAuthority();
}

void ServerForm::chooseFile()
{
    chooseFileFor(m_file, tr("Database file"));
}

void ServerForm::chooseFileFor(QLineEdit *edit, const QString &title)
{
    const QString folder = edit->text().isEmpty() ? QString() : QFileInfo(edit->text()).absolutePath();
    auto *dialog = new QFileDialog(this, title, folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, edit](const QString &path) {
        edit->setText(path);
        Q_EMIT edited();
    });
    dialog->open();
}

void ServerForm::selectMeans(const ConnectionString &connection)
{
    QStringList wanted{textMeans, {}};
    if (connection.contains(u"DSN"_s))
        wanted = {sourceMeans, connection.value(u"DSN"_s)};
    else if (connection.contains(u"Driver"_s))
        wanted = {driverMeans, connection.value(u"Driver"_s)};
    int found = -1;
    for (int at = 0; at < m_means->count(); ++at) {
        const QStringList means = m_means->itemData(at).toStringList();
        if (means.value(0) == wanted.value(0) && means.value(1).compare(wanted.value(1), Qt::CaseInsensitive) == 0)
            found = at;
    }
    m_means->setCurrentIndex(found >= 0 ? found : m_means->count() - 1);
}

void ServerForm::setEntry(const ServerEntry &entry)
{
    m_rest = entry.connection;
    if (m_kind == Kind::Server) {
        m_label->setText(entry.label);
        setRole(entry.role);
    }
    selectMeans(entry.connection);
    const auto take = [this](QLineEdit *edit, const QString &attribute) { edit->setText(m_rest.value(attribute)); };
    m_file->setText(entry.connection.value(u"Database"_s));
    const ServerAddress address = addressOf(m_rest);
    m_host->setText(address.host);
    m_port->setText(address.port);
    take(m_database, u"Database"_s);
    take(m_user, u"Uid"_s);
    take(m_password, u"Pwd"_s);
    m_string->setText(entry.connection.saved());
    m_login->setCurrentIndex(m_login->findData(int(loginFrom(entry.connection))));
    const Encryption encryption = encryptionOf(entry.connection);
    fillEncryption();
    m_encryption->setCurrentIndex(qMax(0, m_encryption->findData(int(encryption.mode))));
    m_authority->setText(encryption.authority);
    setCheckText({});
    showFields();
}

void ServerForm::clear()
{
    setEntry({});
    const auto sqlite = m_means->findText(u"SQLite3"_s);
    m_means->setCurrentIndex(qMax(0, sqlite));
    showFields();
}

void ServerForm::setRole(Role role)
{
    m_role->setCurrentIndex(m_role->findData(int(role)));
}

bool ServerForm::isFilled() const
{
    if (isFileDriver())
        return !m_file->text().trimmed().isEmpty();
    if (isFreeText())
        return !m_string->text().trimmed().isEmpty();
    return m_means->currentData().toStringList().value(0) == sourceMeans || !m_database->text().trimmed().isEmpty() ||
           !m_host->text().trimmed().isEmpty();
}

Result<ConnectionString> ServerForm::connectionString() const
{
    const auto put = [](ConnectionString &connection, const QString &attribute, const QString &value) {
        if (value.isEmpty())
            connection.remove(attribute);
        else
            connection.set(attribute, value);
    };
    if (isFreeText()) {
        REJOIN_TRY_VALUE(parsed, ConnectionString::parse(m_string->text().trimmed()));
        if (!m_password->text().isEmpty())
            parsed.set(u"Pwd"_s, m_password->text());
        setLoginFrom(parsed, LoginFrom(m_login->currentData().toInt()));
        return parsed;
    }
    const QStringList means = m_means->currentData().toStringList();
    ConnectionString connection;
    const bool sameMeans = m_rest.value(u"Driver"_s).compare(means.value(1), Qt::CaseInsensitive) == 0 ||
                           m_rest.value(u"DSN"_s).compare(means.value(1), Qt::CaseInsensitive) == 0;
    if (sameMeans)
        connection = m_rest;
    connection.set(means.value(0) == sourceMeans ? u"DSN"_s : u"Driver"_s, means.value(1));
    if (isFileDriver()) {
        put(connection, u"Database"_s, m_file->text().trimmed());
        return connection;
    }
    if (means.value(0) == driverMeans)
        setAddress(connection, {m_host->text().trimmed(), m_port->text().trimmed()});
    put(connection, u"Database"_s, m_database->text().trimmed());
    put(connection, u"Uid"_s, m_user->text().trimmed());
    put(connection, u"Pwd"_s, m_password->text());
    setLoginFrom(connection, LoginFrom(m_login->currentData().toInt()));
    const Encryption encryption{Encryption::Mode(m_encryption->currentData().toInt()), m_authority->text().trimmed()};
    const Encryption before = encryptionOf(connection);
    const bool isChecked = encryption.mode == Encryption::Mode::Verified;
    if (encryption.mode != before.mode || (isChecked && encryption.authority != before.authority))
        setEncryption(connection, encryption);
    return connection;
}

Result<ServerEntry> ServerForm::entry() const
{
    if (!isFilled())
        return fail(ErrorCode::Usage, tr("%1 is not named").arg(title()), tr("Choose its database"));
    REJOIN_TRY_VALUE(connection, connectionString());
    ServerEntry entry{.connection = connection};
    if (m_kind == Kind::Server) {
        entry.label = m_label->text().trimmed();
        entry.role = Role(m_role->currentData().toInt());
    }
    return entry;
}

void ServerForm::setCheck(const QList<CheckLine> &lines)
{
    QStringList text;
    for (const CheckLine &line : lines)
        text.append(u"%1 %2"_s.arg(line.good ? u"✓"_s : u"✗"_s, Words::checkLine(line)));
    setCheckText(text.join(u'\n'));
}

void ServerForm::setCheckText(const QString &text)
{
    m_check->setText(text);
    m_check->setVisible(!text.isEmpty());
}

} // namespace Rejoin
