#include "app/cli/cli.h"
#include "diffcore/session/project.h"
#include "tests/support/printing.h"
#include "tests/support/storysession.h"

#include <QFile>
#include <QTest>

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

namespace {

/// A terminal with somebody before it, and a keychain that knows some passwords.
struct Someone
{
    QMap<QString, QString> keychain;
    std::optional<QString> types;

    QStringList asked;
    QStringList lookedUp;
    QString err;

    [[nodiscard]] int rejoin(const QStringList &arguments)
    {
        Terminal terminal;
        terminal.out = [](const QByteArray &) {};
        terminal.err = [this](const QByteArray &bytes) { err += QString::fromUtf8(bytes); };
        terminal.askPassword = [this](const QString &question) {
            asked += question;
            return types;
        };
        terminal.readKeychain = [this](const QString &name) -> Result<QString> {
            lookedUp += name;
            if (!keychain.contains(name))
                return fail(ErrorCode::LoginFailed, u"the keychain has no password for %1"_s.arg(name));
            return keychain.value(name);
        };
        return runCommandLine(arguments, terminal);
    }
};

} // namespace

/// Passwords that neither the project nor the command gives. SQLite takes any.
class TestPasswords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fromTheKeychain();
    void theKeychainHasNone();
    void builtWithoutAKeychain();
    void fromThePerson();
    void theDataSourceIsNotAsked();
    void standardInputGoesFirst();

private:
    QString project(const QString &attributes);

    std::unique_ptr<StorySession> m_session;
};

void TestPasswords::init()
{
    const Story told = switchOverStory();
    m_session = std::make_unique<StorySession>(told, told.input());
}

/// The attributes are A's.
QString TestPasswords::project(const QString &attributes)
{
    Project project = m_session->project();
    const QString own = project.servers.a.connection.saved();
    project.servers.a.connection = ConnectionString::parse(own + u';' + attributes).value_or(ConnectionString());
    const QString path = m_session->folder(u"story.rejoin"_s);
    if (!saveProject(project, path))
        qFatal("the project is not written");
    return path;
}

void TestPasswords::fromTheKeychain()
{
    const QString path = project(u"Server=prd01;Uid=merge;RejoinLogin=keychain"_s);
    const QString name = u"merge@prd01/%1"_s.arg(m_session->project().servers.a.connection.value(u"Database"_s));
    Someone someone{.keychain = {{name, u"geheim"_s}}};
    QVERIFY2(someone.rejoin({u"check"_s, path}) != 11, qPrintable(someone.err));
    QCOMPARE(someone.lookedUp, QStringList{name});
    QCOMPARE(someone.asked, QStringList());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("geheim"));
}

void TestPasswords::theKeychainHasNone()
{
    Someone someone;
    QCOMPARE(someone.rejoin({u"check"_s, project(u"Server=prd01;Uid=merge;RejoinLogin=keychain"_s)}), 11);
    QVERIFY2(someone.err.contains(u"the keychain has no password for merge@prd01"_s), qPrintable(someone.err));
    QVERIFY2(someone.err.contains(u"--password-stdin"_s), qPrintable(someone.err));
}

void TestPasswords::builtWithoutAKeychain()
{
    Terminal terminal;
    QString err;
    terminal.out = [](const QByteArray &) {};
    terminal.err = [&err](const QByteArray &bytes) { err += QString::fromUtf8(bytes); };
    QCOMPARE(runCommandLine({u"check"_s, project(u"Uid=merge;RejoinLogin=keychain"_s)}, terminal), 11);
    QVERIFY2(err.contains(u"built without a keychain"_s), qPrintable(err));
}

void TestPasswords::fromThePerson()
{
    Someone someone{.types = u"geheim"_s};
    QVERIFY(someone.rejoin({u"check"_s, project(u"Server=prd01;Uid=merge"_s)}) != 11);
    QCOMPARE(someone.asked.size(), 1);
    QVERIFY2(someone.asked.first().startsWith(u"Password of merge@prd01/"_s), qPrintable(someone.asked.first()));
    QVERIFY2(!someone.err.contains(u"geheim"_s), qPrintable(someone.err));
}

void TestPasswords::theDataSourceIsNotAsked()
{
    Someone someone{.types = u"geheim"_s};
    QVERIFY(someone.rejoin({u"check"_s, project(u"Uid=merge;RejoinLogin=dsn"_s)}) != 11);
    QCOMPARE(someone.asked, QStringList());
}

void TestPasswords::standardInputGoesFirst()
{
    Someone someone{.types = u"geheim"_s};
    QVERIFY(someone.rejoin({u"check"_s, project(u"Uid=merge"_s), u"--password-stdin"_s}) == 10); // it is empty
    QCOMPARE(someone.asked, QStringList());
}

QTEST_MAIN(TestPasswords)
#include "tst_passwords.moc"
