#include "diffcore/base/sha256.h"
#include "diffcore/script/bundle.h"
#include "tests/support/printing.h"
#include "tests/support/storysession.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <sys/stat.h>

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

namespace {

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator entries(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext())
        files += QDir(folder).relativeFilePath(entries.next());
    files.sort();
    return files;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

void writeTo(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(file.errorString()));
}

Result<WrittenBundle> write(const StorySession &story, const QString &folder,
                            const QList<Side> &targets = {Side::A, Side::B})
{
    return writeBundle(story.session(), story.project(), folder,
                       {.targets = targets, .ticket = u"CHG-1"_s, .reason = u"switch-over"_s, .by = u"dba"_s}, {}, {});
}

const QStringList wholeBundle{u"SHA256SUMS"_s, u"a/merge.sql"_s,   u"a/postcheck.sql"_s, u"a/precheck.sql"_s,
                              u"a/undo.sql"_s, u"b/merge.sql"_s,   u"b/postcheck.sql"_s, u"b/precheck.sql"_s,
                              u"b/undo.sql"_s, u"decisions.csv"_s, u"keymap.csv"_s,      u"manifest.json"_s,
                              u"report.html"_s};

} // namespace

class TestBundle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesEveryFileWithItsHash();
    void writesTheSameBytesAgain();
    void writesOneTargetAlone();
    void keepsSecretsOut();
    void refusesUndecidedRows();
    void refusesConstraintConflicts();
    void refusesAnUnfinishedComparison();
    void replacesABundleButNothingElse();
    void leavesNothingWhenCancelled();
    void opensWhatItWrote();
    void namesTheFileThatDiffers_data();
    void namesTheFileThatDiffers();
    void refusesWhatIsNoBundle();
    void refusesPathsThatLeaveTheFolder();
    void itsScriptsNameTheirChecks();
    void doesNotWaitForAPipe();
};

void TestBundle::writesEveryFileWithItsHash()
{
    const Story story = switchOverStory();
    const StorySession made(story, decidedInput(story));
    const QString folder = made.folder(u"out/bundle"_s);
    const auto written = write(made, folder);
    VERIFY_OK(written);
    QCOMPARE(filesBelow(folder), wholeBundle);
    QCOMPARE(filesBelow(made.folder(u"out"_s)).size(), wholeBundle.size());

    QProcess check;
    check.setWorkingDirectory(folder);
    check.start(u"sha256sum"_s, {u"-c"_s, u"--strict"_s, u"SHA256SUMS"_s});
    QVERIFY(check.waitForFinished());
    QCOMPARE(check.exitCode(), 0);
    QCOMPARE(check.readAllStandardOutput().count(": OK\n"), wholeBundle.size() - 1);

    QCOMPARE(written->targets.size(), 2);
    const QByteArray merge = contentOf(folder + u"/b/merge.sql"_s);
    QCOMPARE(written->targets[1].mergeHash,
             QString::fromLatin1(QCryptographicHash::hash(merge, QCryptographicHash::Sha256).toHex()));
    QCOMPARE(written->targets[1].counts.value(u"insert"_s), 6);
    QCOMPARE(written->movedKeys, 3);
    QVERIFY(
        contentOf(folder + u"/keymap.csv"_s).contains("B · PRD02 (standby),orders,order_id=1001,order_id=1002\r\n"));
    QVERIFY(contentOf(folder + u"/decisions.csv"_s).contains("orders,order_id=1001,KeyCollision,"));

    const auto history = made.session().history();
    VERIFY_OK(history);
    QCOMPARE(history->size(), 2);
    for (qsizetype index = 0; index < history->size(); ++index) {
        QCOMPARE(history->at(index).event, HistoryEntry::Event::Export);
        QCOMPARE(history->at(index).by, u"dba"_s);
        QCOMPARE(history->at(index).hash, written->targets[index].mergeHash);
    }
}

void TestBundle::writesTheSameBytesAgain()
{
    const Story story = switchOverStory();
    const StorySession made(story, decidedInput(story));
    VERIFY_OK(write(made, made.folder(u"one"_s)));
    VERIFY_OK(write(made, made.folder(u"two"_s)));
    for (const QString &file : wholeBundle)
        QCOMPARE(contentOf(made.folder(u"one/"_s + file)), contentOf(made.folder(u"two/"_s + file)));
}

void TestBundle::writesOneTargetAlone()
{
    const Story story = switchOverStory();
    const StorySession made(story, decidedInput(story));
    VERIFY_OK(write(made, made.folder(u"bundle"_s), {Side::B}));
    QVERIFY(!QFileInfo::exists(made.folder(u"bundle/a"_s)));
    const auto bundle = openBundle(made.folder(u"bundle"_s));
    VERIFY_OK(bundle);
    QCOMPARE(bundle->targets.size(), 1);
    QCOMPARE(bundle->targets[0].side, Side::B);
}

void TestBundle::keepsSecretsOut()
{
    const Story story = switchOverStory();
    const StorySession made(story, decidedInput(story));
    Project project = made.project();
    project.servers.a.connection.set(u"Pwd"_s, u"hunter2"_s);
    project.servers.b.connection.set(u"Pwd"_s, u"env:PRD02_PW"_s);
    VERIFY_OK(writeBundle(made.session(), project, made.folder(u"bundle"_s), {}, {}, {}));
    for (const QString &file : filesBelow(made.folder(u"bundle"_s)))
        QVERIFY2(!contentOf(made.folder(u"bundle/"_s + file)).contains("hunter2"), qPrintable(file));
    QVERIFY(contentOf(made.folder(u"bundle/manifest.json"_s)).contains("env:PRD02_PW"));
}

void TestBundle::refusesUndecidedRows()
{
    const Story story = switchOverStory();
    const StorySession made(story, story.input());
    const auto written = write(made, made.folder(u"bundle"_s));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Undecided);
    QVERIFY2(written.error().message.contains(u"rows are not decided: "_s), qPrintable(written.error().message));
    QVERIFY(written.error().rows.contains(u"orders order_id=1001"_s));
    QVERIFY(!QFileInfo::exists(made.folder(u"bundle"_s)));
}

void TestBundle::refusesConstraintConflicts()
{
    Story story(u"customers customer_id# email!"_s);
    story.put(Version::A, u"customers: 1 x@y"_s);
    story.put(Version::B, u"customers: 2 x@y"_s);
    const StorySession made(story, story.input());
    const auto written = write(made, made.folder(u"bundle"_s));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Undecided);
    QVERIFY2(
        written.error().message.startsWith(u"1 constraint would not hold: email 'x@y' is in 2 rows of customers"_s),
        qPrintable(written.error().message));
}

void TestBundle::refusesAnUnfinishedComparison()
{
    const Story story = switchOverStory();
    const StorySession made(story, decidedInput(story));
    VERIFY_OK(made.session().setStatus(2, {.state = TableStatus::State::Cancelled}));
    const auto written = write(made, made.folder(u"bundle"_s));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Undecided);
    QCOMPARE(written.error().message, u"employees is not compared to its end"_s);
}

void TestBundle::replacesABundleButNothingElse()
{
    const Story story = switchOverStory();
    const StorySession made(story, decidedInput(story));
    const QString folder = made.folder(u"bundle"_s);
    VERIFY_OK(write(made, folder));
    VERIFY_OK(write(made, folder, {Side::B}));
    QVERIFY(!QFileInfo::exists(folder + u"/a"_s));

    writeTo(folder + u"/notes.txt"_s, "mine");
    auto refused = write(made, folder);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::CannotWrite);
    QVERIFY2(refused.error().message.contains(u"holds 'notes.txt'"_s), qPrintable(refused.error().message));
    QCOMPARE(contentOf(folder + u"/notes.txt"_s), "mine");

    writeTo(made.folder(u"file"_s), "mine");
    refused = write(made, made.folder(u"file"_s));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::CannotWrite);
    QCOMPARE(contentOf(made.folder(u"file"_s)), "mine");
}

void TestBundle::leavesNothingWhenCancelled()
{
    const Story story = switchOverStory();
    const StorySession made(story, decidedInput(story));
    CancelToken token;
    const auto written = writeBundle(made.session(), made.project(), made.folder(u"out/bundle"_s), {}, token,
                                     [&](const ProgressReport &report) {
                                         if (report.done == 2)
                                             token.cancel();
                                     });
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Cancelled);
    QCOMPARE(QDir(made.folder(u"out"_s)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList());
}

void TestBundle::opensWhatItWrote()
{
    const Story story = switchOverStory();
    const StorySession made(story, decidedInput(story));
    const auto written = write(made, made.folder(u"bundle"_s));
    VERIFY_OK(written);
    const auto bundle = openBundle(made.folder(u"bundle"_s));
    VERIFY_OK(bundle);
    QCOMPARE(bundle->projectHash, QString(64, u'a'));
    QCOMPARE(bundle->targets.size(), 2);
    const BundleTarget &b = bundle->targets[1];
    QCOMPARE(b.title, u"B · PRD02 (standby)"_s);
    QCOMPARE(b.identity, made.session().header().identities.b);
    QCOMPARE(b.connection.value(u"Database"_s), made.shell(Side::B).path());
    QCOMPARE(b.mergeHash, written->targets[1].mergeHash);
    QCOMPARE(b.undoHash, written->targets[1].undoHash);
    QVERIFY(QFileInfo::exists(b.mergePath));
    QVERIFY(QFileInfo::exists(b.undoPath));
}

void TestBundle::namesTheFileThatDiffers_data()
{
    QTest::addColumn<QString>("file");
    for (const QString &file : wholeBundle)
        QTest::newRow(qPrintable(file)) << file;
}

void TestBundle::namesTheFileThatDiffers()
{
    QFETCH(QString, file);
    const Story story = switchOverStory();
    const StorySession made(story, decidedInput(story));
    VERIFY_OK(write(made, made.folder(u"bundle"_s)));
    const QString path = made.folder(u"bundle/"_s + file);
    QByteArray bytes = contentOf(path);
    const char last = bytes[bytes.size() / 2];
    bytes[bytes.size() / 2] = last == '0' ? '1' : '0';
    writeTo(path, bytes);
    auto bundle = openBundle(made.folder(u"bundle"_s));
    QVERIFY(!bundle);
    QCOMPARE(bundle.error().code, ErrorCode::BadFile);
    // a changed hash looks like a changed file: that one is named
    const bool isHash = file == u"SHA256SUMS"_s;
    QVERIFY2(isHash || bundle.error().message.contains(file), qPrintable(bundle.error().message));

    QVERIFY(QFile::remove(path));
    bundle = openBundle(made.folder(u"bundle"_s));
    QVERIFY(!bundle);
    QCOMPARE(bundle.error().code, ErrorCode::BadFile);
    QVERIFY2(bundle.error().message.contains(file), qPrintable(bundle.error().message));
}

void TestBundle::refusesWhatIsNoBundle()
{
    const QTemporaryDir folder;
    for (const QString &path : {folder.filePath(u"none"_s), folder.path()}) {
        const auto bundle = openBundle(path);
        QVERIFY(!bundle);
        QCOMPARE(bundle.error().code, ErrorCode::BadFile);
    }
    for (const QByteArray &manifest :
         {QByteArray("{"), QByteArray("[]"), QByteArray("{\"rejoin\": 2}"), QByteArray("{\"rejoin\": 1}")}) {
        writeTo(folder.filePath(u"manifest.json"_s), manifest);
        const auto bundle = openBundle(folder.path());
        QVERIFY(!bundle);
        QCOMPARE(bundle.error().code, ErrorCode::BadFile);
        QVERIFY2(bundle.error().message.contains(u"manifest.json"_s), qPrintable(bundle.error().message));
    }
}

void TestBundle::refusesPathsThatLeaveTheFolder()
{
    const Story story = switchOverStory();
    const StorySession made(story, decidedInput(story));
    const QString folder = made.folder(u"bundle"_s);
    VERIFY_OK(write(made, folder));
    writeTo(made.folder(u"evil.sql"_s), "DROP TABLE orders;");
    const QByteArray good = contentOf(folder + u"/manifest.json"_s);
    writeTo(folder + u"/manifest.json"_s, QByteArray(good).replace("\"a/merge.sql\"", "\"../evil.sql\""));
    auto bundle = openBundle(folder);
    QVERIFY(!bundle);
    QVERIFY2(bundle.error().message.contains(u"'../evil.sql'"_s), qPrintable(bundle.error().message));

    writeTo(folder + u"/manifest.json"_s, good);
    QVERIFY(QFile::rename(folder + u"/a/merge.sql"_s, made.folder(u"elsewhere.sql"_s)));
    QVERIFY(QFile::link(made.folder(u"elsewhere.sql"_s), folder + u"/a/merge.sql"_s));
    bundle = openBundle(folder);
    QVERIFY(!bundle);
    QVERIFY2(bundle.error().message.contains(u"a/merge.sql is a link"_s), qPrintable(bundle.error().message));
}

void TestBundle::itsScriptsNameTheirChecks()
{
    const Story story = switchOverStory();
    const StorySession made(story, decidedInput(story));
    const QString folder = made.folder(u"bundle"_s);
    VERIFY_OK(write(made, folder));
    for (const QString &side : {u"/a/"_s, u"/b/"_s}) {
        const CheckHashes checks{sha256Hex(contentOf(folder + side + u"precheck.sql"_s)),
                                 sha256Hex(contentOf(folder + side + u"postcheck.sql"_s))};
        QVERIFY(checks.before != checks.after);
        for (const QString &script : {u"merge.sql"_s, u"undo.sql"_s})
            QCOMPARE(checksNamedIn(contentOf(folder + side + script)), checks);
    }
    QCOMPARE(checksNamedIn("SELECT 1;\n-- " + checksText({QString(64, u'a'), QString(64, u'b')}).toUtf8()),
             std::nullopt);
}

void TestBundle::doesNotWaitForAPipe()
{
    const Story story = switchOverStory();
    const StorySession made(story, decidedInput(story));
    for (const QString &name : {u"manifest.json"_s, u"SHA256SUMS"_s, u"a/merge.sql"_s}) {
        const QString folder = made.folder(u"bundle"_s);
        VERIFY_OK(write(made, folder));
        const QString path = folder + u'/' + name;
        QVERIFY(QFile::remove(path));
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        const auto opened = openBundle(folder);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::BadFile);
        QVERIFY(QFile::remove(path));
        writeTo(path, {});
    }
}

QTEST_GUILESS_MAIN(TestBundle)
#include "tst_bundle.moc"
