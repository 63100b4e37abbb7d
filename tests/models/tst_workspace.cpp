#include "models/historymodel.h"
#include "models/tableorder.h"
#include "models/workspace.h"
#include "tests/support/printing.h"
#include "tests/support/storysession.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

namespace {

/// A workspace that has a story's project and session open.
struct Opened
{
    Opened()
        : story(switchOverStory())
        , made(story, story.input())
    {
        const QString path = made.folder(u"story.rejoin"_s);
        if (!saveProject(made.project(), path) || !workspace.openProject(path))
            qFatal("the project is not opened");
    }

    [[nodiscard]] QList<qint64> undecided() const
    {
        return workspace.session()->ids({.unresolvedOnly = true}).value_or(QList<qint64>());
    }
    void review()
    {
        ReviewedTarget target{.scripts = {.target = Side::A}, .mergeHash = QString(64, u'b')};
        workspace.markReviewed(u"other"_s, {}, {target});
    }

    Story story;
    StorySession made;
    Workspace workspace{u"dba"_s};
};

} // namespace

class TestWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensProjectAndSession();
    void keepsWhatWasOpenWhenAFileIsNone();
    void decidesAndTakesBack();
    void followsAnotherProgram();
    void aDecisionTakesTheReviewBack();
    void aJobThatOnlyReadsLeavesTheReviewAlone();
    void comparesAndCounts();
    void tellsTheHistory();
    void previewsNewKeys();
    void ordersParentsFirst();
};

void TestWorkspace::opensProjectAndSession()
{
    const Opened opened;
    QVERIFY(opened.workspace.session());
    const Totals totals = opened.workspace.totals();
    QCOMPARE(totals.tables, 5);
    QCOMPARE(totals.undecided, opened.undecided().size());
    QVERIFY(totals.undecided > 0);
    QCOMPARE(totals.automatic() + totals.needPerson, totals.differences);
}

void TestWorkspace::keepsWhatWasOpenWhenAFileIsNone()
{
    Opened opened;
    const QString before = opened.workspace.path();
    const auto failed = opened.workspace.openProject(opened.made.folder(u"nothing.rejoin"_s));
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, ErrorCode::BadFile);
    QCOMPARE(opened.workspace.path(), before);
    QVERIFY(opened.workspace.session());
}

void TestWorkspace::decidesAndTakesBack()
{
    Opened opened;
    QSignalSpy changes(&opened.workspace, &Workspace::decisionsChanged);
    QSignalSpy failures(&opened.workspace, &Workspace::failed);
    const qsizetype before = opened.undecided().size();
    opened.workspace.acceptSuggestions({});
    QCOMPARE(opened.undecided().size(), 0);
    opened.workspace.undo();
    QCOMPARE(opened.undecided().size(), before);
    opened.workspace.redo();
    QCOMPARE(opened.undecided().size(), 0);
    QCOMPARE(changes.count(), 3);
    QCOMPARE(failures.count(), 0);
}

void TestWorkspace::followsAnotherProgram()
{
    Opened opened;
    QSignalSpy changes(&opened.workspace, &Workspace::decisionsChanged);
    auto other = Session::openExisting(sessionPath(opened.workspace.path()));
    VERIFY_OK(other);
    Resolver resolver(**other, u"colleague"_s);
    VERIFY_OK(resolver.acceptSuggestions({}));
    opened.workspace.refresh();
    QCOMPARE(changes.count(), 1);
    QCOMPARE(opened.workspace.totals().undecided, 0);
    opened.workspace.refresh();
    QCOMPARE(changes.count(), 1);
}

void TestWorkspace::aDecisionTakesTheReviewBack()
{
    Opened opened;
    opened.review();
    QVERIFY(opened.workspace.review());
    opened.workspace.decide({.ids = {opened.undecided().first()}}, Skip{}, u"later"_s);
    QVERIFY(!opened.workspace.review());
}

void TestWorkspace::aJobThatOnlyReadsLeavesTheReviewAlone()
{
    Opened opened;
    opened.review();
    QSignalSpy changes(&opened.workspace, &Workspace::decisionsChanged);
    QSignalSpy settled(&opened.workspace.jobs(), &Jobs::settled);
    opened.workspace.jobs().start(
        u"reading"_s, CancelMeans::Drop, [](const CancelToken &, const Progress &) -> Result<void> { return {}; },
        [](const Result<void> &) {});
    QVERIFY(settled.wait());
    QVERIFY(opened.workspace.review());
    QCOMPARE(changes.count(), 0);
}

void TestWorkspace::comparesAndCounts()
{
    Opened opened;
    QSignalSpy compared(&opened.workspace, &Workspace::compared);
    QSignalSpy failures(&opened.workspace, &Workspace::failed);
    opened.workspace.compare({});
    QVERIFY(compared.wait(60'000));
    QCOMPARE(failures.count(), 0);
    QVERIFY(opened.workspace.session()->header().finishedAt.isValid());
    QCOMPARE(opened.workspace.totals().tables, 5);
    QVERIFY(opened.workspace.totals().differences > 0);
}

void TestWorkspace::tellsTheHistory()
{
    Opened opened;
    HistoryModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    opened.workspace.acceptSuggestions({});
    opened.workspace.undo();
    opened.review();
    model.show(opened.workspace.session());
    const auto row = [&model](const QString &text) {
        for (int at = model.rowCount() - 1; at >= 0; --at) {
            if (model.index(at, HistoryModel::TextColumn).data().toString().contains(text))
                return at;
        }
        return -1;
    };
    QVERIFY(row(u"review · A"_s) >= 0);
    QVERIFY(row(u"took back: "_s) >= 0);
    QVERIFY(row(u"suggestion"_s) > row(u"took back: "_s)); // the newest stands first
    QVERIFY(model.index(row(u"suggestion"_s), 0).data(HistoryModel::UndoneRole).toBool());
    QCOMPARE(model.index(row(u"suggestion"_s), HistoryModel::ByColumn).data().toString(), u"dba"_s);
    QVERIFY(model.index(row(u"review · "_s), HistoryModel::RowsColumn).data().isNull());
    model.show(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestWorkspace::previewsNewKeys()
{
    const Opened opened;
    const Session &session = *opened.workspace.session();
    const int orders = session.alignment().tableIndex(u"orders"_s);
    const auto collision = session.find(orders, RowKey{{Value::integer(1001)}});
    VERIFY_OK(collision);
    QVERIFY(collision->has_value());
    const auto move = opened.workspace.preview()->moveOf(**collision);
    QVERIFY(move);
    QCOMPARE(move->side, Side::B);
    QCOMPARE(move->newKey, RowKey{{Value::integer(1002)}});
    const std::pair<int, int> lines{session.alignment().tableIndex(u"order_lines"_s), 1};
    QCOMPARE(move->with, QList{lines});
}

void TestWorkspace::ordersParentsFirst()
{
    Alignment alignment;
    const QStringList names{u"order_lines"_s, u"orders"_s, u"customers"_s, u"employees"_s, u"hens"_s, u"eggs"_s};
    for (const QString &name : names)
        alignment.tables.append({.name = {{}, name}});
    const auto refer = [&](const QString &child, const QString &parent) {
        alignment.relations.append({.child = int(names.indexOf(child)), .parent = int(names.indexOf(parent))});
    };
    refer(u"order_lines"_s, u"orders"_s);
    refer(u"orders"_s, u"customers"_s);
    refer(u"employees"_s, u"employees"_s);
    refer(u"hens"_s, u"eggs"_s);
    refer(u"eggs"_s, u"hens"_s);
    QStringList ordered;
    for (const int table : parentsFirst(alignment))
        ordered += names.at(table);
    QCOMPARE(ordered.join(u' '), u"customers employees orders order_lines hens eggs"_s);
}

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
