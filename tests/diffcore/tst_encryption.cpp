#include "diffcore/odbc/encryption.h"
#include "tests/support/printing.h"

#include <QTest>

using namespace Rejoin;
using namespace Qt::StringLiterals;

using Mode = Encryption::Mode;

class TestEncryption : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void written_data();
    void written();
    void comesBack_data();
    void comesBack();
    void otherOptionsStay();
    void whatStoodBeforeGoes();
    void readAsPeopleWriteIt_data();
    void readAsPeopleWriteIt();
    void whatADriverTakes_data();
    void whatADriverTakes();
};

namespace {

ConnectionString parsed(const QString &text)
{
    return ConnectionString::parse(text).value_or(ConnectionString());
}

} // namespace

void TestEncryption::written_data()
{
    QTest::addColumn<QString>("driver");
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("authority");
    QTest::addColumn<QString>("expected");
    const auto add = [](const char *name, const QString &driver, Mode mode, const QString &file, const QString &text) {
        QTest::newRow(name) << driver << int(mode) << file << u"Driver={%1};"_s.arg(driver) + text;
    };
    // the handbook's table
    add("PostgreSQL", u"PostgreSQL Unicode"_s, Mode::Verified, u"/etc/ssl/prd-ca.pem"_s,
        u"SSLmode=verify-full;pqopt={sslrootcert=/etc/ssl/prd-ca.pem}"_s);
    add("MariaDB", u"MariaDB Unicode"_s, Mode::Verified, u"/etc/ssl/prd-ca.pem"_s,
        u"SSLVerify=1;ForceTLS=1;SSLCA=/etc/ssl/prd-ca.pem"_s);
    add("MySQL", u"MySQL ODBC 9.1 Unicode Driver"_s, Mode::Verified, u"/ca.pem"_s,
        u"SSLMODE=VERIFY_IDENTITY;SSLCA=/ca.pem"_s);
    add("SQL Server", u"ODBC Driver 18 for SQL Server"_s, Mode::Verified, u"/ignored.pem"_s,
        u"Encrypt=yes;TrustServerCertificate=no"_s);
    add("SQL Server, unchecked", u"ODBC Driver 18 for SQL Server"_s, Mode::Unchecked, {},
        u"Encrypt=yes;TrustServerCertificate=yes"_s);
    add("FreeTDS", u"FreeTDS"_s, Mode::Unchecked, {}, u"Encryption=require"_s);
    add("PostgreSQL, unchecked", u"PostgreSQL Unicode"_s, Mode::Unchecked, u"/not/asked.pem"_s, u"SSLmode=require"_s);
}

void TestEncryption::written()
{
    QFETCH(QString, driver);
    QFETCH(int, mode);
    QFETCH(QString, authority);
    QFETCH(QString, expected);
    ConnectionString where = parsed(u"Driver={%1}"_s.arg(driver));
    setEncryption(where, {Mode(mode), authority});
    const ConnectionString wanted = parsed(expected);
    QCOMPARE(where.saved(), wanted.saved());
}

void TestEncryption::comesBack_data()
{
    QTest::addColumn<QString>("driver");
    for (const char *driver : {"PostgreSQL Unicode", "MariaDB Unicode", "MySQL ODBC 9.1 Unicode Driver",
                               "ODBC Driver 18 for SQL Server", "FreeTDS"})
        QTest::newRow(driver) << QString::fromLatin1(driver);
}

void TestEncryption::comesBack()
{
    QFETCH(QString, driver);
    for (const Mode mode : {Mode::Default, Mode::Verified, Mode::Unchecked}) {
        if (mode == Mode::Verified && !takesVerified(driver))
            continue;
        const bool hasFile = mode == Mode::Verified && takesAuthority(driver);
        const Encryption given{mode, hasFile ? u"/etc/ssl/ca.pem"_s : QString()};
        ConnectionString where = parsed(u"Driver={%1};Server=prd01"_s.arg(driver));
        setEncryption(where, given);
        QCOMPARE(encryptionOf(where), given);
        QCOMPARE(encryptionOf(parsed(where.saved())), given);
    }
}

void TestEncryption::otherOptionsStay()
{
    ConnectionString where = parsed(u"Driver={PostgreSQL Unicode};pqopt={keepalives=1 sslrootcert=/old.pem}"_s);
    setEncryption(where, {Mode::Verified, u"/new.pem"_s});
    QCOMPARE(where.value(u"pqopt"_s), u"keepalives=1 sslrootcert=/new.pem"_s);
    setEncryption(where, {});
    QCOMPARE(where.value(u"pqopt"_s), u"keepalives=1"_s);
}

void TestEncryption::whatStoodBeforeGoes()
{
    ConnectionString where = parsed(u"Driver={MariaDB Unicode};Server=prd01;ForceTLS=1;SSLVerify=1;SSLCA=/ca.pem"_s);
    setEncryption(where, {});
    QCOMPARE(where.saved(), parsed(u"Driver={MariaDB Unicode};Server=prd01"_s).saved());
}

void TestEncryption::readAsPeopleWriteIt_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("mode");
    QTest::newRow("Microsoft's own default")
        << u"Driver={ODBC Driver 18 for SQL Server};Encrypt=Yes"_s << int(Mode::Verified);
    QTest::newRow("true for yes")
        << u"Driver={ODBC Driver 18 for SQL Server};encrypt=true;TrustServerCertificate=True"_s << int(Mode::Unchecked);
    QTest::newRow("nothing") << u"Driver={PostgreSQL Unicode};Server=a"_s << int(Mode::Default);
    QTest::newRow("prefer") << u"Driver={PostgreSQL Unicode};SSLmode=prefer"_s << int(Mode::Default);
    QTest::newRow("no driver") << u"DSN=prd01;Encrypt=yes"_s << int(Mode::Default);
}

void TestEncryption::readAsPeopleWriteIt()
{
    QFETCH(QString, text);
    QFETCH(int, mode);
    QCOMPARE(int(encryptionOf(parsed(text)).mode), mode);
}

void TestEncryption::whatADriverTakes_data()
{
    QTest::addColumn<QString>("driver");
    QTest::addColumn<bool>("encrypts");
    QTest::addColumn<bool>("verifies");
    QTest::addColumn<bool>("authority");
    QTest::newRow("SQLite") << u"SQLite3"_s << false << false << false;
    QTest::newRow("PostgreSQL") << u"PostgreSQL Unicode"_s << true << true << true;
    QTest::newRow("Microsoft") << u"ODBC Driver 18 for SQL Server"_s << true << true << false;
    QTest::newRow("FreeTDS") << u"FreeTDS"_s << true << false << false;
}

void TestEncryption::whatADriverTakes()
{
    QFETCH(QString, driver);
    QTEST(takesEncryption(driver), "encrypts");
    QTEST(takesVerified(driver), "verifies");
    QTEST(takesAuthority(driver), "authority");
}

QTEST_MAIN(TestEncryption)
#include "tst_encryption.moc"
