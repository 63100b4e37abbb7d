#include "diffcore/session/project.h"
#include "tests/support/commandline.h"
#include "tests/support/demomerge.h"
#include "tests/support/sqliteshell.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using namespace Rejoin::Testing;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Values of masked columns are in the scripts, and nowhere else that people look.
class TestMask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesStandInScriptsAlone();
    void aKeyCannotBeMasked();
    void initTakesColumns();

private:
    void mask(const QStringList &columns) const;
    [[nodiscard]] QStringList secrets() const;

    std::unique_ptr<DemoMerge> m_merge;
};

void TestMask::mask(const QStringList &columns) const
{
    auto project = loadProject(m_merge->files().project);
    QVERIFY(project.has_value());
    project->scope.masked.insert(u"customers"_s, columns);
    QVERIFY(saveProject(*project, m_merge->files().project).has_value());
}

/// Every e-mail address and phone number on the two servers.
QStringList TestMask::secrets() const
{
    QStringList values;
    for (const Side side : bothSides)
        values += runSqlite(m_merge->database(side), "SELECT email FROM customers UNION SELECT phone FROM customers;")
                      .output.split(u'\n', Qt::SkipEmptyParts);
    values.removeDuplicates();
    return values;
}

void TestMask::valuesStandInScriptsAlone()
{
    m_merge = std::make_unique<DemoMerge>();
    REQUIRE(m_merge->make());
    mask({u"email"_s, u"phone"_s});
    const QString project = m_merge->files().project;
    QString said;
    const CommandRun compared = rejoin({u"compare"_s, project});
    EXPECT_EXIT(compared, 2);
    said += compared.out + compared.err;
    said += rejoin({u"show"_s, project}).out + rejoin({u"show"_s, project, u"--json"_s}).out;
    const CommandRun set = rejoin({u"resolve"_s, project, u"--table"_s, u"customers"_s, u"--key"_s, u"24"_s, u"--set"_s,
                                   u"phone=+49 555 0100"_s});
    EXPECT_EXIT(set, 2);
    REQUIRE(m_merge->decide());
    const CommandRun again = rejoin({u"resolve"_s, project, u"--table"_s, u"customers"_s, u"--key"_s, u"24"_s,
                                     u"--set"_s, u"phone=+49 555 0100"_s, u"--redecide"_s});
    EXPECT_EXIT(again, 1);
    REQUIRE(m_merge->script());
    const QStringList hidden = secrets() + QStringList{u"+49 555 0100"_s};
    QVERIFY(hidden.size() > 20);
    const QString scripts = QString::fromUtf8(contentOf(m_merge->scriptPath(Side::A, u"merge.sql"_s)) +
                                              contentOf(m_merge->scriptPath(Side::B, u"merge.sql"_s)));
    QVERIFY(scripts.contains(u"+49 555 0100"_s));

    said += rejoin({u"status"_s, project}).out + rejoin({u"status"_s, project, u"--json"_s}).out;
    said += rejoin({u"history"_s, project, u"--json"_s}).out + rejoin({u"show"_s, project, u"--json"_s}).out;
    said += rejoin({u"rehearse"_s, m_merge->bundle()}).out;
    REQUIRE(m_merge->carryOut(u"apply"_s));
    said += rejoin({u"verify"_s, project}).out;
    for (const QString &file :
         {u"report.html"_s, u"decisions.csv"_s, u"keymap.csv"_s, u"manifest.json"_s, u"runs.jsonl"_s})
        said += QString::fromUtf8(contentOf(QDir(m_merge->bundle()).filePath(file)));
    QVERIFY(said.contains(u"•••"_s));
    for (const QString &value : hidden)
        QVERIFY2(!said.contains(value), qPrintable(value));
}

void TestMask::aKeyCannotBeMasked()
{
    m_merge = std::make_unique<DemoMerge>();
    REQUIRE(m_merge->make());
    mask({u"customer_id"_s});
    const CommandRun refused = rejoin({u"compare"_s, m_merge->files().project});
    EXPECT_EXIT(refused, 10);
    QVERIFY2(refused.err.contains(u"column customer_id of table customers names its rows"_s),
             text(refused).constData());
}

void TestMask::initTakesColumns()
{
    m_merge = std::make_unique<DemoMerge>();
    const QString file = m_merge->path(u"masked.rejoin"_s);
    EXPECT_EXIT(rejoin({u"init"_s, file, u"--a"_s, u"DSN=a"_s, u"--b"_s, u"DSN=b"_s, u"--mask"_s, u"customers.email"_s,
                        u"--mask"_s, u"sales.customers.phone"_s, u"--review"_s, u"four-eyes"_s}),
                0);
    const auto project = loadProject(file);
    QVERIFY(project.has_value());
    QCOMPARE(project->scope.masked.value(u"customers"_s), QStringList{u"email"_s});
    QCOMPARE(project->scope.masked.value(u"sales.customers"_s), QStringList{u"phone"_s});
    QCOMPARE(project->review, ReviewRule::FourEyes);
    const CommandRun wrong =
        rejoin({u"init"_s, file, u"--a"_s, u"DSN=a"_s, u"--b"_s, u"DSN=b"_s, u"--review"_s, u"maybe"_s});
    EXPECT_EXIT(wrong, 10);
}

QTEST_GUILESS_MAIN(TestMask)
#include "tst_mask.moc"
