#include "diffcore/base/inflatedsize.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin;

namespace {

constexpr qsizetype sizeBytes = 4; // that qCompress() puts before the stream
constexpr qint64 noLimit = std::numeric_limits<qint64>::max();

QByteArray zlib(const QByteArray &bytes, int level)
{
    return qCompress(bytes, level).sliced(sizeBytes);
}

/// Bytes of `kinds` different values: few of them repeat, many do not.
QByteArray randomBytes(QRandomGenerator &random, qsizetype size, int kinds)
{
    QByteArray bytes(size, '\0');
    for (char &byte : bytes)
        byte = char(random.bounded(kinds));
    return bytes;
}

/// Text that repeats at all lengths and distances.
QByteArray repetitiveBytes(QRandomGenerator &random, qsizetype size)
{
    QByteArray bytes = randomBytes(random, 300, 256);
    while (bytes.size() < size) {
        const qsizetype from = random.bounded(bytes.size());
        bytes += bytes.sliced(from, std::min<qsizetype>(random.bounded(1, 400), bytes.size() - from));
        bytes += randomBytes(random, random.bounded(3), 256);
    }
    return bytes.first(size);
}

} // namespace

class TestInflatedSize : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhatQtUnpacks();
    void stopsAtTheLimit();
    void countsLittle_data();
    void countsLittle();
    void refusesWhatIsNoStream_data();
    void refusesWhatIsNoStream();
    void anyBytesEnd();
};

void TestInflatedSize::countsWhatQtUnpacks()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    for (int round = 0; round < 400; ++round) {
        const qsizetype size =
            random.bounded(1, round % 20 == 0 ? 300'000 : 3000); // qCompress() makes no stream of none
        const QByteArray bytes =
            round % 2 == 0 ? randomBytes(random, size, 1 << random.bounded(9)) : repetitiveBytes(random, size);
        const int level = random.bounded(10);
        QVERIFY2(inflatedSize(zlib(bytes, level), noLimit) == bytes.size(),
                 qPrintable(u"seed %1, round %2, %3 bytes at level %4"_s.arg(seed).arg(round).arg(size).arg(level)));
    }
}

void TestInflatedSize::stopsAtTheLimit()
{
    const QByteArray bytes(5'000'000, 'x');
    for (const int level : {0, 1, 9}) {
        const QByteArray stream = zlib(bytes, level);
        QCOMPARE(inflatedSize(stream, bytes.size()), bytes.size());
        const auto more = inflatedSize(stream, 1000);
        QVERIFY(more && *more > 1000 && *more < 100'000);
    }
}

void TestInflatedSize::countsLittle_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("longest repetition") << QByteArray(259, 'a');
    QTest::newRow("all bytes") << [] {
        QByteArray all;
        for (int byte = 0; byte < 256; ++byte)
            all += char(byte);
        return all;
    }();
    for (int size = 1; size < 300; size += 7)
        QTest::addRow("%d equal bytes", size) << QByteArray(size, 'a');
}

void TestInflatedSize::countsLittle()
{
    QFETCH(QByteArray, bytes);
    for (int level = 0; level < 10; ++level)
        QCOMPARE(inflatedSize(zlib(bytes, level), noLimit), bytes.size());
}

void TestInflatedSize::refusesWhatIsNoStream_data()
{
    QTest::addColumn<QByteArray>("stream");
    const QByteArray good = zlib(QByteArray(1000, 'x') + "and some more", 9);
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("head alone") << good.first(2);
    QTest::newRow("another method") << QByteArray(good).replace(0, 1, "\x77");
    QTest::newRow("cut off") << good.first(good.size() / 2);
    QTest::newRow("fourth kind of block") << QByteArray("\x78\x9c\x07", 3);
    QTest::newRow("stored, with another length") << QByteArray("\x78\x9c\x01\x01\x00\x00\x00\x61", 8);
    QTest::newRow("stored, cut off") << QByteArray("\x78\x9c\x01\x09\x00\xf6\xff\x61", 8);
}

void TestInflatedSize::refusesWhatIsNoStream()
{
    QFETCH(QByteArray, stream);
    QVERIFY(!inflatedSize(stream, noLimit));
}

/// Whatever the bytes are: it comes to an end, and to what Qt unpacks where Qt does.
void TestInflatedSize::anyBytesEnd()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    int unpacked = 0;
    for (int round = 0; round < 3000; ++round) {
        QByteArray stream = zlib(repetitiveBytes(random, random.bounded(1, 300)), random.bounded(10));
        if (round % 3 > 0)
            stream[random.bounded(stream.size())] = char(random.bounded(256));
        const auto size = inflatedSize(stream, 1'000'000);
        const QByteArray whole = qUncompress(QByteArray(sizeBytes, '\0') + stream);
        if (whole.isEmpty())
            continue;
        QVERIFY2(size == whole.size(), qPrintable(u"seed %1, round %2"_s.arg(seed).arg(round)));
        ++unpacked;
    }
    QVERIFY(unpacked > 900);
}

QTEST_GUILESS_MAIN(TestInflatedSize)
#include "tst_inflatedsize.moc"
