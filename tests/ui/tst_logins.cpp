#include "tests/support/printing.h"
#include "tests/ui/windowdriver.h"
#include "ui/logins.h"
#include "ui/passworddialog.h"
#include "ui/serverform.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

namespace {

/// What a keychain holds, for a test to see; it answers later, as the real one.
struct Kept
{
    QMap<QString, QString> passwords;
    bool isBroken = false;
};

class FakeStore : public PasswordStore
{
public:
    explicit FakeStore(Kept &kept)
        : m_kept(kept)
    {
    }

    void read(const QString &name, const std::function<void(const Result<QString> &)> &tell) override
    {
        QTimer::singleShot(0, &m_context, [this, name, tell] {
            if (m_kept.isBroken || !m_kept.passwords.contains(name))
                tell(fail(ErrorCode::LoginFailed, u"the keychain has no password for %1"_s.arg(name)));
            else
                tell(m_kept.passwords.value(name));
        });
    }
    void write(const QString &name, const QString &password,
               const std::function<void(const Result<void> &)> &tell) override
    {
        QTimer::singleShot(0, &m_context, [this, name, password, tell] {
            if (m_kept.isBroken) {
                tell(fail(ErrorCode::CannotWrite, u"the keychain cannot keep the password of %1"_s.arg(name)));
                return;
            }
            m_kept.passwords.insert(name, password);
            tell({});
        });
    }

private:
    Kept &m_kept;
    QObject m_context;
};

ConnectionString parsed(const QString &text)
{
    return ConnectionString::parse(text).value_or(ConnectionString());
}

QComboBox *comboNamed(const QWidget &form, const QString &name)
{
    for (QComboBox *box : form.findChildren<QComboBox *>()) {
        if (box->accessibleName() == name)
            return box;
    }
    return nullptr;
}

} // namespace

class TestLogins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void askedEveryTime();
    void keptInTheKeychain();
    void readFromTheKeychain();
    void theKeychainHasNone();
    void aBrokenKeychainIsTold();
    void workWithoutTheServers();
    void filesAndDataSourcesAreNotAsked();
    void formTakesAllThree();
    void formWritesEncryption();
    void formKeepsWhatOthersWrote();

private:
    void open(const QString &a, const QString &b);
    [[nodiscard]] PasswordDialog *dialog() { return m_window->findChild<PasswordDialog *>(); }
    [[nodiscard]] QString passwordOf(Side side)
    {
        return m_window->workspace().project().servers[side].connection.value(u"Pwd"_s);
    }

    QTemporaryDir m_folder;
    Kept m_kept;
    std::unique_ptr<MainWindow> m_window;
};

void TestLogins::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
    QCoreApplication::setApplicationName(u"rejoin"_s);
    QCoreApplication::setOrganizationName(u"rejoin"_s);
}

void TestLogins::init()
{
    m_kept = {};
}

void TestLogins::open(const QString &a, const QString &b)
{
    Project project;
    project.servers.a = {.connection = parsed(a), .label = u"PRD01"_s};
    project.servers.b = {.connection = parsed(b), .label = u"PRD02"_s};
    const QString path = m_folder.filePath(u"shop.rejoin"_s);
    if (!saveProject(project, path))
        qFatal("the project is not written");
    m_window = std::make_unique<MainWindow>(u"dba"_s);
    m_window->logins().setStore(std::make_unique<FakeStore>(m_kept));
    m_window->show();
    m_window->openProject(path);
}

void TestLogins::askedEveryTime()
{
    open(u"Driver={X};Server=prd01;Database=shop;Uid=merge"_s, u"Driver={X};Server=prd02;Database=shop;Uid=merge"_s);
    QTRY_VERIFY(dialog() && dialog()->isVisible());
    QVERIFY(!dialog()->findChild<QCheckBox *>()->isChecked());
    QCOMPARE(dialog()->findChildren<QLineEdit *>().size(), 2);
    QCOMPARE(dialog()->findChildren<QLineEdit *>().constFirst()->echoMode(), QLineEdit::Password);
    QVERIFY(dialog()->focusWidget() == dialog()->findChildren<QLineEdit *>().constFirst());
    QVERIFY(type(*dialog(), u"Password of A · PRD01 (standby)"_s, u"one"_s) ||
            type(*dialog(), u"Password of A · PRD01 (live)"_s, u"one"_s));
    QVERIFY(click(*dialog(), u"Log in"_s));
    QCOMPARE(passwordOf(Side::A), u"one"_s);
    QCOMPARE(passwordOf(Side::B), QString()); // the server is asked without one
    QCoreApplication::processEvents();
    QVERIFY(m_kept.passwords.isEmpty());
    QFile file(m_folder.filePath(u"shop.rejoin"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("one"));
}

void TestLogins::keptInTheKeychain()
{
    open(u"Driver={X};Server=prd01;Database=shop;Uid=merge"_s, u"Driver={SQLite3};Database=/b"_s);
    QTRY_VERIFY(dialog() && dialog()->isVisible());
    dialog()->findChild<QLineEdit *>()->setText(u"one"_s);
    dialog()->findChild<QCheckBox *>()->setChecked(true);
    QVERIFY(click(*dialog(), u"Log in"_s));
    QTRY_COMPARE(m_kept.passwords.value(u"merge@prd01/shop"_s), u"one"_s);
}

void TestLogins::readFromTheKeychain()
{
    m_kept.passwords = {{u"merge@prd01/shop"_s, u"one"_s}};
    open(u"Driver={X};Server=prd01;Database=shop;Uid=merge;RejoinLogin=keychain"_s, u"Driver={SQLite3};Database=/b"_s);
    QTRY_COMPARE(passwordOf(Side::A), u"one"_s);
    QVERIFY(!dialog());
}

void TestLogins::theKeychainHasNone()
{
    open(u"Driver={X};Server=prd01;Database=shop;Uid=merge;RejoinLogin=keychain"_s, u"Driver={SQLite3};Database=/b"_s);
    QTRY_VERIFY(dialog() && dialog()->isVisible());
    QVERIFY(dialog()->findChild<QCheckBox *>()->isChecked());
    QStringList said;
    for (const QLabel *label : dialog()->findChildren<QLabel *>())
        said += label->text();
    QVERIFY2(said.contains(u"⚠ the keychain has no password for merge@prd01/shop."_s), qPrintable(said.join(u'\n')));
}

void TestLogins::aBrokenKeychainIsTold()
{
    m_kept.isBroken = true;
    open(u"Driver={X};Server=prd01;Database=shop;Uid=merge;RejoinLogin=keychain"_s, u"Driver={SQLite3};Database=/b"_s);
    QTRY_VERIFY(dialog() && dialog()->isVisible());
    dialog()->findChild<QLineEdit *>()->setText(u"one"_s);
    QVERIFY(click(*dialog(), u"Log in"_s));
    QCOMPARE(passwordOf(Side::A), u"one"_s); // it serves this run all the same
    const auto *messages = m_window->findChild<QListWidget *>(u"messages"_s);
    QTRY_VERIFY(messages->count() > 0);
    QVERIFY2(messages->item(messages->count() - 1)->text().contains(u"The password is not kept: the keychain cannot"_s),
             qPrintable(messages->item(messages->count() - 1)->text()));
}

void TestLogins::workWithoutTheServers()
{
    open(u"Driver={X};Server=prd01;Uid=merge"_s, u"Driver={SQLite3};Database=/b"_s);
    QTRY_VERIFY(dialog() && dialog()->isVisible());
    QVERIFY(click(*dialog(), u"Work without the servers"_s));
    QVERIFY(m_window->workspace().isOpen());
    QCOMPARE(passwordOf(Side::A), QString());
}

void TestLogins::filesAndDataSourcesAreNotAsked()
{
    open(u"DSN=prd01"_s, u"Driver={SQLite3};Database=/b"_s);
    QCoreApplication::processEvents();
    QVERIFY(!dialog());
}

void TestLogins::formTakesAllThree()
{
    ServerForm form(u"A"_s, ServerForm::Kind::Server);
    form.setEntry({.connection = parsed(u"DSN=prd01;Uid=merge"_s), .label = u"PRD01"_s});
    QComboBox *login = comboNamed(form, u"A: keeping the password"_s);
    QVERIFY(login);
    QCOMPARE(login->currentText(), u"needs none, or the data source has it"_s);
    for (int row = 0; row < login->count(); ++row) {
        login->setCurrentIndex(row);
        const auto entry = form.entry();
        VERIFY_OK(entry);
        ServerForm other(u"A"_s, ServerForm::Kind::Server);
        other.setEntry(*entry);
        QCOMPARE(comboNamed(other, u"A: keeping the password"_s)->currentIndex(), row);
    }
}

void TestLogins::formWritesEncryption()
{
    ServerForm form(u"A"_s, ServerForm::Kind::Server);
    form.setEntry({.connection = parsed(u"Driver={PostgreSQL Unicode};Server=prd01;Database=shop;Uid=merge"_s)});
    QComboBox *means = comboNamed(form, u"A: driver, data source or connection string"_s);
    if (means->currentText() != u"PostgreSQL Unicode"_s)
        QSKIP("the driver PostgreSQL Unicode is not installed");
    QComboBox *encryption = comboNamed(form, u"A: encryption"_s);
    encryption->setCurrentIndex(encryption->findText(u"encrypted, certificate checked"_s));
    for (QLineEdit *edit : form.findChildren<QLineEdit *>()) {
        if (edit->accessibleName() == u"A: certificate of the authority"_s)
            edit->setText(u"/etc/ssl/prd-ca.pem"_s);
    }
    const auto entry = form.entry();
    VERIFY_OK(entry);
    QCOMPARE(entry->connection.value(u"SSLmode"_s), u"verify-full"_s);
    QCOMPARE(entry->connection.value(u"pqopt"_s), u"sslrootcert=/etc/ssl/prd-ca.pem"_s);
    encryption->setCurrentIndex(encryption->findText(u"as the driver does by itself"_s));
    const auto plain = form.entry();
    VERIFY_OK(plain);
    QVERIFY(!plain->connection.contains(u"SSLmode"_s));
}

void TestLogins::formKeepsWhatOthersWrote()
{
    const QString text = u"Driver={PostgreSQL Unicode};Server=prd01;Database=shop;Uid=merge;SSLmode=prefer"_s;
    ServerForm form(u"A"_s, ServerForm::Kind::Server);
    form.setEntry({.connection = parsed(text)});
    const auto entry = form.entry();
    VERIFY_OK(entry);
    QCOMPARE(entry->connection.value(u"SSLmode"_s), u"prefer"_s);
}

QTEST_MAIN(TestLogins)
#include "tst_logins.moc"
