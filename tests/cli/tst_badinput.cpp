#include "diffcore/demo/demo.h"

#include "tests/support/commandline.h"
#include "tests/support/printing.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using namespace Rejoin::Testing;

/// Files that are not what they say: one line that says what to do, never a crash, nothing written.
class TestBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void projectWithATypingError();
    void projectWithAnUnknownMember();
    void folderForAFile();
    void missingProject();
    void statusBeforeCompare();
    void databaseThatIsNone();
    void databaseThatIsMissing();
    void oneDatabaseOnBothSides();
    void rulesWithATypingError();
    void sessionThatIsNone();
    void bundleThatIsNone();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    QByteArray project() const
    {
        QFile file(m_files.project);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void expectOneLine(const CommandRun &run, int exit, const QStringList &says)
    {
        EXPECT_EXIT(run, exit);
        QCOMPARE(run.out, QString());
        QVERIFY2(run.err.startsWith("rejoin: "_L1), text(run).constData());
        QVERIFY2(run.err.count(u'\n') == 1, text(run).constData());
        for (const QString &part : says)
            QVERIFY2(run.err.contains(part), text(run).constData());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    DemoFiles m_files;
};

void TestBadInput::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const auto files = makeDemo(m_folder->path(), {.orders = DemoOptions::minimalOrders}, {}, {});
    VERIFY_OK(files);
    m_files = *files;
}

void TestBadInput::projectWithATypingError()
{
    QByteArray broken = project();
    broken.replace(broken.lastIndexOf(','), 1, ";");
    write(m_files.project, broken);
    expectOneLine(rejoin({u"compare"_s, m_files.project}), 10, {m_files.project, u"line"_s});
}

void TestBadInput::projectWithAnUnknownMember()
{
    QByteArray strange = project();
    strange.replace(strange.indexOf('{'), 1, "{\"sinse\": \"2026-11-22\", ");
    write(m_files.project, strange);
    expectOneLine(rejoin({u"compare"_s, m_files.project}), 10, {u"sinse"_s});
}

void TestBadInput::folderForAFile()
{
    const QString folder = path(u"folder.rejoin"_s);
    QVERIFY(QDir().mkpath(folder));
    expectOneLine(rejoin({u"compare"_s, folder}), 10, {folder, u"folder"_s});
}

void TestBadInput::missingProject()
{
    const QString missing = path(u"missing.rejoin"_s);
    for (const QString &command : {u"compare"_s, u"status"_s, u"check"_s, u"verify"_s})
        expectOneLine(rejoin({command, missing}), 10, {missing});
}

void TestBadInput::statusBeforeCompare()
{
    expectOneLine(rejoin({u"status"_s, m_files.project}), 10, {u"compare"_s});
}

void TestBadInput::databaseThatIsNone()
{
    write(m_files.a, QByteArray("this is a text, not a database\n").repeated(100));
    expectOneLine(rejoin({u"compare"_s, m_files.project}), 10, {u"A · PRD01"_s, m_files.a});
}

void TestBadInput::databaseThatIsMissing()
{
    QVERIFY(QFile::remove(m_files.b));
    expectOneLine(rejoin({u"compare"_s, m_files.project}), 11, {u"B · PRD02"_s, m_files.b});
    QVERIFY(!QFile::exists(m_files.b));
}

void TestBadInput::oneDatabaseOnBothSides()
{
    QByteArray same = project();
    same.replace("PRD02.sqlite", "PRD01.sqlite");
    write(m_files.project, same);
    expectOneLine(rejoin({u"compare"_s, m_files.project}), 10, {u"same"_s});
}

void TestBadInput::rulesWithATypingError()
{
    EXPECT_EXIT(rejoin({u"compare"_s, m_files.project}), 2);
    write(m_files.rules, R"([{"name": "x", "table": "settings", "taek": "a"}])");
    expectOneLine(rejoin({u"resolve"_s, m_files.project, u"--rules"_s, m_files.rules}), 10,
                  {u"rules.json"_s, u"rule 1 \"x\""_s, u"\"take\""_s});
}

void TestBadInput::sessionThatIsNone()
{
    write(path(u"shop.session"_s), QByteArray("no session\n").repeated(200));
    expectOneLine(rejoin({u"status"_s, m_files.project}), 10, {u"shop.session"_s});
    expectOneLine(rejoin({u"compare"_s, m_files.project}), 10, {u"shop.session"_s});
}

void TestBadInput::bundleThatIsNone()
{
    const QString hash(64, u'a');
    expectOneLine(rejoin({u"apply"_s, path(u"nowhere"_s), u"--approve"_s, hash}), 10, {u"nowhere"_s});
    expectOneLine(rejoin({u"apply"_s, m_folder->path(), u"--approve"_s, hash}), 10, {u"manifest.json"_s});
    expectOneLine(rejoin({u"undo"_s, m_files.project, u"--approve"_s, hash}), 10, {u"shop.rejoin"_s});
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
