#include "tests/fuzz/harness.h"
#include "tests/fuzz/mutation.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace Rejoin::Fuzzing;

namespace {

constexpr int shortForm = 5;      ///< seconds for each harness
constexpr int longestRun = 20000; ///< milliseconds for one input, as in fuzz.py

QDir checkout()
{
    return QDir(QStringLiteral(REJOIN_SOURCE_DIR));
}

/// The files that match a path in which a folder or the file's name may be a pattern.
QStringList matching(const QString &pattern)
{
    QStringList paths{checkout().path()};
    for (const QString &part : pattern.split(u'/')) {
        QStringList deeper;
        for (const QString &path : std::as_const(paths)) {
            const QDir folder(path);
            for (const QString &entry : folder.entryList({part}, QDir::AllEntries | QDir::NoDotAndDotDot))
                deeper += folder.filePath(entry);
        }
        paths = deeper;
    }
    return paths;
}

QStringList corpusOf(const Harness &harness)
{
    QStringList files;
    const QDir folder(checkout().filePath(u"tests/fuzz/corpus/"_s + harness.name));
    for (const QString &name : folder.entryList(QDir::Files))
        files += folder.filePath(name);
    for (const QString &seed : harness.seeds)
        files += matching(seed);
    return files;
}

} // namespace

/// What fuzzing began with, and what it found once, through each reader: see "fuzz" in CONTRIBUTING.md.
class TestFuzzCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyHarnessHasSeeds();
    void everyFolderIsOfAHarness();
    void read_data();
    void read();
    void readChanged_data();
    void readChanged();
};

void TestFuzzCorpus::everyHarnessHasSeeds()
{
    for (const Harness &harness : harnesses()) {
        QVERIFY2(!corpusOf(harness).isEmpty(), qPrintable(harness.name));
        for (const QString &seed : harness.seeds)
            QVERIFY2(!matching(seed).isEmpty(), qPrintable(seed));
    }
}

void TestFuzzCorpus::everyFolderIsOfAHarness()
{
    const QDir corpus(checkout().filePath(u"tests/fuzz/corpus"_s));
    for (const QString &name : corpus.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QVERIFY2(harnessNamed(name), qPrintable(name));
}

void TestFuzzCorpus::read_data()
{
    QTest::addColumn<QString>("harness");
    QTest::addColumn<QString>("path");
    for (const Harness &harness : harnesses()) {
        for (const QString &path : corpusOf(harness))
            QTest::addRow("%s %s", qPrintable(harness.name), qPrintable(checkout().relativeFilePath(path)))
                << harness.name << path;
    }
}

void TestFuzzCorpus::read()
{
    QFETCH(QString, harness);
    QFETCH(QString, path);
    QVERIFY(QFile::exists(path));
    harnessNamed(harness)->run(checkoutFile(checkout().relativeFilePath(path)));
}

void TestFuzzCorpus::readChanged_data()
{
    QTest::addColumn<QString>("harness");
    for (const Harness &harness : harnesses())
        QTest::newRow(qPrintable(harness.name)) << harness.name;
}

/// What lies near the corpus, without a sanitizer: a minute in all, an hour with REJOIN_TEST_FUZZ_SECONDS=300.
/// REJOIN_TEST_SEED repeats a run; the input that a run ends with stays in the folder that it names.
void TestFuzzCorpus::readChanged()
{
    QFETCH(QString, harness);
    const Harness &chosen = *harnessNamed(harness);
    QList<QByteArray> seeds;
    for (const QString &path : corpusOf(chosen))
        seeds += checkoutFile(checkout().relativeFilePath(path));
    bool isGiven = false;
    quint32 seed = qEnvironmentVariable("REJOIN_TEST_SEED").toUInt(&isGiven);
    if (!isGiven)
        seed = QRandomGenerator::global()->generate();
    qint64 seconds = qEnvironmentVariableIntValue("REJOIN_TEST_FUZZ_SECONDS", &isGiven);
    if (!isGiven)
        seconds = shortForm;
    QFile current(QDir(qEnvironmentVariable("REJOIN_RESULTS", QDir::tempPath())).filePath(harness + u".fuzzinput"_s));
    qInfo("REJOIN_TEST_SEED=%u, input in %s", seed, qPrintable(current.fileName()));
    QRandomGenerator random(seed);
    qint64 tried = 0;
    for (const QDeadlineTimer end(std::chrono::seconds{seconds}); !end.hasExpired(); ++tried) {
        const QByteArray input = mutated(seeds, chosen.longest, random);
        QVERIFY(current.open(QIODevice::WriteOnly) && current.write(input) == input.size());
        current.close();
        QElapsedTimer clock;
        clock.start();
        chosen.run(input);
        QVERIFY2(clock.elapsed() < longestRun,
                 qPrintable(u"an input took %1 ms: %2"_s.arg(clock.elapsed()).arg(current.fileName())));
    }
    QVERIFY(tried > 0);
    QVERIFY(current.remove());
    qInfo("%lld inputs", static_cast<long long>(tried));
}

QTEST_GUILESS_MAIN(TestFuzzCorpus)
#include "tst_fuzzcorpus.moc"
