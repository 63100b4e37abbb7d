#include "tests/support/throwawayserver.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QTest>
#include <arpa/inet.h>
#include <csignal>
#include <cstdio>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using namespace Rejoin::Testing;

namespace {

constexpr int patience = 60000; // milliseconds
const auto holding = u"--hold"_s;

/// What the program does that the test kills: starts a server, says where, and waits.
int holdServer()
{
    const auto server = ThrowawayServer::start(Engine::PostgreSql);
    if (!server) {
        std::printf("none %s\n", qPrintable(server.error().message));
        return 1;
    }
    std::printf("%d %s\n", (*server)->port(), qPrintable((*server)->folder()));
    std::fflush(stdout);
    std::this_thread::sleep_for(std::chrono::minutes(5));
    return 0;
}

bool isOpen(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(uint16_t(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    const bool connected = connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    close(socket);
    return connected;
}

} // namespace

/// Servers of tests end with the test, however it ends.
class TestThrowawayServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void endsWithItsProgram_data();
    static void endsWithItsProgram();
    static void orphansGoWithTheNext();
};

void TestThrowawayServer::endsWithItsProgram_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("Ctrl+C") << SIGINT;
    QTest::newRow("terminated") << SIGTERM;
    QTest::newRow("killed") << SIGKILL;
    QTest::newRow("a failed assertion") << SIGABRT;
}

void TestThrowawayServer::endsWithItsProgram()
{
    QFETCH(int, signal);
    QProcess program;
    program.start(QCoreApplication::applicationFilePath(), {holding});
    QVERIFY(program.waitForReadyRead(patience * 2));
    const QStringList said = QString::fromUtf8(program.readLine()).trimmed().split(u' ');
    if (said.first() == "none"_L1)
        QSKIP(qPrintable(said.mid(1).join(u' ')));
    const int port = said.first().toInt();
    const QString folder = said.value(1);
    QVERIFY(isOpen(port));
    QVERIFY(QDir(folder).exists());
    QCOMPARE(kill(pid_t(program.processId()), signal), 0);
    QVERIFY(program.waitForFinished(patience));
    QTRY_VERIFY_WITH_TIMEOUT(!isOpen(port), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!QDir(folder).exists(), patience);
}

/// As after a power cut: the folder is there, the program is not.
void TestThrowawayServer::orphansGoWithTheNext()
{
    QProcess gone;
    gone.start(u"/bin/true"_s);
    const qint64 owner = gone.processId();
    QVERIFY(gone.waitForFinished(patience));
    const QString orphan = QDir::temp().filePath(u"rejoin-server-orphan%1"_s.arg(owner));
    QVERIFY(QDir().mkpath(orphan + u"/data"_s));
    QFile file(orphan + u"/owner"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::number(owner));
    file.close();
    const auto server = ThrowawayServer::start(Engine::PostgreSql);
    if (!server && server.error().code == ErrorCode::Unsupported)
        QSKIP(qPrintable(server.error().message));
    QVERIFY2(server, qPrintable(server ? QString() : describe(server.error())));
    QVERIFY(!QDir(orphan).exists());
    QVERIFY(QDir((*server)->folder()).exists());
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (application.arguments().contains(holding))
        return holdServer();
    TestThrowawayServer test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_throwawayserver.moc"
