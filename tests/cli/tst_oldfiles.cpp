#include "diffcore/evidence/checkpoint.h"
#include "diffcore/script/bundle.h"
#include "diffcore/session/project.h"

#include "tests/support/commandline.h"
#include "tests/support/printing.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using namespace Rejoin::Testing;

/// Files that released versions of Rejoin wrote (tests/golden/files, made by scripts/oldfiles) open in this one, and
/// say what they said.
class TestOldFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void thereAreSome();
    void project_data() { versions(); }
    void project();
    void checkpoint_data() { versions(); }
    void checkpoint();
    void session_data() { versions(); }
    void session();
    void decisionsOfASession_data() { versions(); }
    void decisionsOfASession();
    void bundle_data() { versions(); }
    void bundle();

private:
    static QDir kept() { return QDir(QStringLiteral(REJOIN_SOURCE_DIR "/tests/golden/files")); }
    static QStringList names() { return kept().entryList(QDir::Dirs | QDir::NoDotAndDotDot); }
    static void versions()
    {
        QTest::addColumn<QString>("version");
        for (const QString &name : names())
            QTest::newRow(qPrintable(name)) << name;
    }
    QString path(const QString &name) const { return m_folder->filePath(name); }
    /// Copies what a version wrote: opening may change it.
    void take(const QString &version) const
    {
        const QDir from(kept().filePath(version));
        for (const QString &name : from.entryList(QDir::Files))
            QVERIFY(QFile::copy(from.filePath(name), path(name)));
    }
    static QJsonObject document(const QString &file)
    {
        QFile input(file);
        return input.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(input.readAll()).object() : QJsonObject();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestOldFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestOldFiles::thereAreSome()
{
    QVERIFY(names().contains(u"0.1.0"_s));
}

void TestOldFiles::project()
{
    QFETCH(const QString, version);
    take(version);
    const auto loaded = loadProject(path(u"shop.rejoin"_s));
    VERIFY_OK(loaded);
    QCOMPARE(loaded->title(Side::A), u"A · PRD01 (live)"_s);
    QCOMPARE(loaded->since, QDateTime::fromString(u"2026-11-22T10:00:00Z"_s, Qt::ISODate));
    QVERIFY(loaded->baseline.has_value());
}

void TestOldFiles::checkpoint()
{
    QFETCH(const QString, version);
    take(version);
    const auto opened = Checkpoint::open(path(u"prd02.checkpoint"_s));
    VERIFY_OK(opened);
    VERIFY_OK((*opened)->proveAll());
    const int orders = (*opened)->indexOf({{}, u"orders"_s});
    QVERIFY(orders >= 0);
    QVERIFY((*opened)->table(orders).isComplete);
    QVERIFY((*opened)->table(orders).rows > 100);
}

void TestOldFiles::session()
{
    QFETCH(const QString, version);
    take(version);
    const CommandRun run = rejoin({u"status"_s, path(u"shop.rejoin"_s), u"--json"_s});
    const QJsonObject then = document(path(u"status.json"_s));
    const QJsonObject now = run.json();
    QVERIFY2(!then[u"tables"_s].toArray().isEmpty(), "nothing was kept to compare with");
    for (const QString &member : {u"a"_s, u"b"_s, u"since"_s, u"converged"_s, u"unresolved"_s})
        QCOMPARE(now[member], then[member]);
    const QJsonArray tablesThen = then[u"tables"_s].toArray();
    const QJsonArray tablesNow = now[u"tables"_s].toArray();
    QCOMPARE(tablesNow.size(), tablesThen.size());
    for (qsizetype i = 0; i < tablesThen.size(); ++i) {
        const QJsonObject table = tablesThen[i].toObject();
        // members may come, none may go or change
        for (auto member = table.begin(); member != table.end(); ++member)
            QVERIFY2(tablesNow[i].toObject()[member.key()] == member.value(), qPrintable(member.key()));
    }
}

void TestOldFiles::decisionsOfASession()
{
    QFETCH(const QString, version);
    take(version);
    const CommandRun shown = rejoin({u"show"_s, path(u"shop.rejoin"_s), u"--table"_s, u"customers"_s, u"--json"_s});
    EXPECT_EXIT(shown, 0);
    const QJsonArray rows = shown.json()[u"rows"_s].toArray();
    QStringList reasons;
    for (const auto &row : rows)
        reasons += row[u"decision"_s][u"reason"_s].toString();
    QVERIFY2(reasons.contains(u"asked the customer"_s), qPrintable(reasons.join(u'\n')));
    const CommandRun history = rejoin({u"history"_s, path(u"shop.rejoin"_s)});
    EXPECT_EXIT(history, 0);
    QVERIFY2(history.out.contains("Bert Ahlers"_L1), text(history).constData());
    const QString report = path(u"report.html"_s);
    EXPECT_EXIT(rejoin({u"report"_s, path(u"shop.rejoin"_s), u"--out"_s, report}), 0);
    EXPECT_EXIT(rejoin({u"resolve"_s, path(u"shop.rejoin"_s), u"--table"_s, u"customers"_s, u"--key"_s, u"24"_s,
                        u"--column"_s, u"phone"_s, u"--take"_s, u"a"_s, u"--redecide"_s}),
                1);
}

void TestOldFiles::bundle()
{
    QFETCH(const QString, version);
    const auto opened = openBundle(kept().filePath(version + u"/bundle"_s)); // proves every hash
    VERIFY_OK(opened);
    QCOMPARE(opened->ticket, u"CHG-1042"_s);
    QCOMPARE(opened->targets.size(), 2);
    QVERIFY(opened->movedKeys > 0);
    QVERIFY(opened->review.has_value());
    QCOMPARE(opened->review->reviewer, u"Bert Ahlers"_s);
    for (const BundleTarget &target : opened->targets)
        QVERIFY(!target.planned.isEmpty() && !target.identity.isEmpty());
}

QTEST_GUILESS_MAIN(TestOldFiles)
#include "tst_oldfiles.moc"
