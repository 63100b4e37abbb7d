#include "tests/fuzz/harness.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin::Fuzzing;

namespace {

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
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    harnessNamed(harness)->run(file.readAll());
}

QTEST_GUILESS_MAIN(TestFuzzCorpus)
#include "tst_fuzzcorpus.moc"
