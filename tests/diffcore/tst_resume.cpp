#include "tests/support/divergence.h"
#include "tests/support/printing.h"

#include <QTest>

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

/// Comparisons that go on after an interruption.
class TestResume : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finishedTablesAreKeptAndTheOthersCompared();
    void changedTablesAreRefused();
    void withoutAComparisonAllTablesAreCompared();

private:
    static Divergence threeTables();
};

Divergence TestResume::threeTables()
{
    return {u"CREATE TABLE a (id INTEGER PRIMARY KEY, v TEXT); CREATE TABLE b (id INTEGER PRIMARY KEY, v TEXT); "
            "CREATE TABLE c (id INTEGER PRIMARY KEY, v TEXT); INSERT INTO a VALUES (1, 'x'), (2, 'x'); "
            "INSERT INTO b VALUES (1, 'x'); INSERT INTO c VALUES (1, 'x');"_s,
            u"UPDATE a SET v = 'of A' WHERE id = 1; UPDATE b SET v = 'of A'; UPDATE c SET v = 'of A';"_s, QString()};
}

void TestResume::finishedTablesAreKeptAndTheOthersCompared()
{
    Divergence divergence = threeTables();
    CancelToken cancel;
    const Result<void> interrupted = divergence.compare({.pageRows = 3}, cancel, [&](const ProgressReport &report) {
        if (report.doing == u"comparing b"_s)
            cancel.cancel();
    });
    QVERIFY(!interrupted);
    QCOMPARE(interrupted.error().code, ErrorCode::Cancelled);
    QCOMPARE(divergence.status(u"a"_s).state, TableStatus::State::Compared);
    QCOMPARE(divergence.status(u"c"_s).state, TableStatus::State::Cancelled);
    // what is finished is not read again: a change of it since then is not seen
    divergence.file(Version::A).run(u"UPDATE a SET v = 'later' WHERE id = 2"_s);
    VERIFY_OK(divergence.compare({.onlyUnfinished = true, .pageRows = 3}));
    QCOMPARE(divergence.told(), (QStringList{u"a id=1 OnlyA"_s, u"b id=1 OnlyA"_s, u"c id=1 OnlyA"_s}));
    for (const QString &table : {u"a"_s, u"b"_s, u"c"_s})
        QCOMPARE(divergence.status(table).state, TableStatus::State::Compared);
    QVERIFY(divergence.session().header().finishedAt.isValid());
}

void TestResume::changedTablesAreRefused()
{
    Divergence divergence = threeTables();
    VERIFY_OK(divergence.compare());
    divergence.file(Version::A).run(u"ALTER TABLE a ADD COLUMN w TEXT"_s);
    const Result<void> compared = divergence.compare({.onlyUnfinished = true});
    QVERIFY(!compared);
    QCOMPARE(compared.error().code, ErrorCode::Usage);
    QVERIFY(compared.error().advice.contains(u"without --resume"_s));
}

void TestResume::withoutAComparisonAllTablesAreCompared()
{
    Divergence divergence = threeTables();
    VERIFY_OK(divergence.compare({.onlyUnfinished = true}));
    QCOMPARE(divergence.told().size(), 3);
}

QTEST_GUILESS_MAIN(TestResume)
#include "tst_resume.moc"
