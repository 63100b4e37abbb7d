#include "diffcore/session/sessionfile.h"
#include "tests/support/shopsession.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace Rejoin;
using namespace Rejoin::Shop;
using namespace Qt::StringLiterals;

namespace {

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void runInSqlite(const QString &path, const QStringList &statements)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"foreign"_s);
        database.setDatabaseName(path);
        QVERIFY(database.open());
        for (const QString &statement : statements)
            QVERIFY2(QSqlQuery(database).exec(statement), qPrintable(statement));
    }
    QSqlDatabase::removeDatabase(u"foreign"_s);
}

} // namespace

class SessionFileTest : public SessionTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { m_session.reset(); }

    void refusesWhatOthersPutIn_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::newRow("trigger") << QStringList{u"CREATE TRIGGER other AFTER UPDATE ON differences BEGIN "
                                                "UPDATE differences SET decision = 1; END"_s};
        QTest::newRow("view") << QStringList{u"DROP TABLE reviews"_s,
                                             u"CREATE VIEW other AS SELECT 1 AS id, x'' AS value"_s};
        QTest::newRow("another table") << QStringList{u"DROP TABLE reviews"_s,
                                                      u"CREATE TABLE other (id, value AS (id + 1))"_s};
    }

    void refusesWhatOthersPutIn()
    {
        QFETCH(QStringList, statements);
        const QString path = m_folder.filePath(QString::fromLatin1(QTest::currentDataTag()));
        VERIFY_OK(SessionFile::open(path, SessionFile::Missing::Create));
        VERIFY_OK(SessionFile::open(path, SessionFile::Missing::Refuse));
        runInSqlite(path, statements);
        const auto opened = SessionFile::open(path, SessionFile::Missing::Refuse);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::BadFile);
        QVERIFY2(opened.error().message.contains(u"holds 'other'"_s), qPrintable(opened.error().message));
    }

    void refusesWhatIsNoSession_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("message");
        QTest::newRow("missing") << u"missing"_s << u"there is no session"_s;
        QTest::newRow("folder") << u"folder"_s << u"is a folder"_s;
        QTest::newRow("text") << u"text"_s << u"is not a session of Rejoin"_s;
        QTest::newRow("empty") << u"empty"_s << u"is empty"_s;
        QTest::newRow("database") << u"database"_s << u"is an SQLite file, but not a session of Rejoin"_s;
        QTest::newRow("newer") << u"newer"_s << u"is a session of version 9000"_s;
        QTest::newRow("torn") << u"torn"_s << u"is damaged"_s;
    }

    void refusesWhatIsNoSession()
    {
        QFETCH(QString, kind);
        QFETCH(QString, message);
        const QString path = m_folder.filePath(kind);
        if (kind == u"folder"_s)
            QVERIFY(QDir().mkdir(path));
        else if (kind == u"text"_s)
            writeFile(path, "customer_id,name\n1,Anna\n");
        else if (kind == u"empty"_s)
            writeFile(path, {});
        else if (kind == u"database"_s)
            runInSqlite(path, {u"CREATE TABLE t (x)"_s});
        else if (kind == u"torn"_s)
            writeFile(path, QByteArray("SQLite format 3\0", 16) + QByteArray(5000, 'x'));
        else if (kind == u"newer"_s) {
            VERIFY_OK(Session::open(path));
            runInSqlite(path, {u"PRAGMA user_version = 9000"_s});
        }
        const auto refused = Session::openExisting(path);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::BadFile);
        QVERIFY2(describe(refused.error()).contains(message), qPrintable(describe(refused.error())));
        QVERIFY(!refused.error().advice.isEmpty());
        if (kind != u"missing"_s && kind != u"empty"_s)
            QCOMPARE(Session::open(path).error().code, ErrorCode::BadFile);
    }

    void rowsOfAnotherWidthAreDamaged_data()
    {
        QTest::addColumn<QString>("change");
        const QString text = u"UPDATE differences SET %1 = x'%2'"_s;
        const auto row = [](const Row &cells) { return QString::fromLatin1(encodeRow(cells).toHex()); };
        QTest::newRow("no cells") << text.arg(u"a"_s, row({}));
        QTest::newRow("a cell too many") << text.arg(u"b"_s, row({Value::null(), Value::null(), Value::null()}));
        QTest::newRow("no key") << text.arg(u"key"_s, QString());
        QTest::newRow("a key of two") << text.arg(u"key"_s,
                                                  QString::fromLatin1(encodeKey({{Value(), Value()}}).toHex()));
        QTest::newRow("a count that none can have")
            << u"UPDATE counts SET found = 9223372036854775807, table_id = 0, outcome = outcome + 1"_s;
    }

    void rowsOfAnotherWidthAreDamaged()
    {
        QFETCH(QString, change);
        compare({conflict(1, u"paid"_s, u"closed"_s)});
        runInSqlite(m_path, {change});
        const bool isCount = change.contains(u"counts"_s);
        const auto page = m_session->page({}, 0, 10);
        QCOMPARE(page.has_value(), isCount);
        const auto input = m_session->mergeInput();
        QCOMPARE(input.has_value(), isCount);
        QCOMPARE(m_session->counts().has_value(), !isCount);
        if (isCount)
            return;
        QCOMPARE(page.error().code, ErrorCode::BadFile);
        QVERIFY2(page.error().message.contains(u"is damaged"_s), qPrintable(page.error().message));
        QCOMPARE(input.error().code, ErrorCode::BadFile);
    }

    void aFolderThatIsNotThereCannotBeWritten()
    {
        const auto refused = Session::open(m_folder.filePath(u"nowhere/shop.session"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::CannotWrite);
    }
};

QTEST_GUILESS_MAIN(SessionFileTest)
#include "tst_sessionfile.moc"
