#include "diffcore/base/sha256.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace Rejoin {

class TestSha256 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isThatOfTheStandard_data();
    void isThatOfTheStandard();
    void isTheSameInPieces();
};

/// NIST, "Cryptographic Standards and Guidelines: Examples with Intermediate Values", SHA-256.
void TestSha256::isThatOfTheStandard_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("hex");
    QTest::newRow("nothing") << QByteArray() << u"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"_s;
    QTest::newRow("one block") << QByteArray("abc")
                               << u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s;
    QTest::newRow("two blocks") << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                                << u"248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"_s;
    QTest::newRow("a million") << QByteArray(1'000'000, 'a')
                               << u"cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"_s;
}

void TestSha256::isThatOfTheStandard()
{
    QFETCH(QByteArray, bytes);
    QTEST(sha256Hex(bytes), "hex");
}

void TestSha256::isTheSameInPieces()
{
    const QByteArray bytes(100'003, 'x');
    Sha256 hash;
    for (qsizetype begin = 0; begin < bytes.size(); begin += 1001)
        hash.add(QByteArrayView(bytes).sliced(begin, std::min<qsizetype>(1001, bytes.size() - begin)));
    const QByteArray digest = hash.result();
    QCOMPARE(digest.size(), 32);
    QCOMPARE(QString::fromLatin1(digest.toHex()), sha256Hex(bytes));
}

} // namespace Rejoin

QTEST_APPLESS_MAIN(Rejoin::TestSha256)
#include "tst_sha256.moc"
