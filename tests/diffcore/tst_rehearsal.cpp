#include "diffcore/apply/rehearsal.h"
#include "diffcore/base/sha256.h"
#include "diffcore/script/bundle.h"
#include "tests/support/printing.h"
#include "tests/support/storysession.h"

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

/// A rehearsal tells everything that the script would do, and does nothing.
class TestRehearsal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsThePlanAndRollsBack();
    void seesWhatATriggerDoes();
    void refusesARowThatMoved();
    void isLoggedAndChangesNoStanding();
    void rehearsesTheUndoToo();
    void aScriptThatEndsItsTransactionIsNotRun_data();
    void aScriptThatEndsItsTransactionIsNotRun();

private:
    /// With a trigger that writes down every new order where asked for; no foreign key or plan knows of that.
    struct Merge
    {
        explicit Merge(bool logged = false)
            : story(switchOverStory())
            , session(story, input(story, logged))
        {
            if (logged) {
                const auto made = session.shell(Side::A).run(
                    "CREATE TABLE order_log (order_id); CREATE TRIGGER log_order AFTER INSERT ON orders "
                    "BEGIN INSERT INTO order_log VALUES (NEW.order_id); END;");
                if (made.exitCode != 0)
                    qFatal("%s", qPrintable(made.errors));
            }
            const auto written =
                writeBundle(session.session(), session.project(), session.folder(u"bundle"_s), {}, {}, {});
            if (!written)
                qFatal("%s", qPrintable(describe(written.error())));
            bundle = *openBundle(session.folder(u"bundle"_s));
        }
        static MergeInput input(const Story &story, bool logged)
        {
            MergeInput input = decidedInput(story);
            if (logged)
                input.alignment.tables[input.alignment.tableIndex(u"orders"_s)].in.a->triggers = {
                    {.name = u"log_order"_s}};
            return input;
        }
        [[nodiscard]] ApplyOptions options(ScriptKind kind = ScriptKind::Merge) const
        {
            const BundleTarget &target = bundle.targets.constFirst();
            return {.approved = kind == ScriptKind::Merge ? target.mergeHash : target.undoHash,
                    .kind = kind,
                    .by = u"dba"_s};
        }

        Story story;
        StorySession session;
        Bundle bundle;
    };
};

void TestRehearsal::tellsThePlanAndRollsBack()
{
    const Merge merge;
    const QString before = merge.session.rows(Side::A);
    const auto rehearsal = rehearse(merge.bundle, merge.options(), {}, {});
    VERIFY_OK(rehearsal);
    QCOMPARE(merge.session.rows(Side::A), before);
    QCOMPARE(rehearsal->target, Side::A);
    QVERIFY(rehearsal->statements > 5);
    QVERIFY2(rehearsal->beyondPlan.isEmpty(), qPrintable(rehearsal->beyondPlan.join(u'\n')));
    QCOMPARE(rehearsal->locks, QStringList{u"the whole database, for writing"_s});
    QMap<QString, RowCounts> planned;
    for (const TableEffect &effect : rehearsal->effects) {
        QCOMPARE(effect.done, effect.planned);
        planned.insert(effect.table, effect.planned);
    }
    QCOMPARE(planned, merge.bundle.targets.constFirst().planned);
    QVERIFY(planned.value(u"orders"_s).inserted > 0);
    QVERIFY(planned.value(u"customers"_s).deleted > 0);
}

void TestRehearsal::seesWhatATriggerDoes()
{
    const Merge merge(true);
    const auto rehearsal = rehearse(merge.bundle, merge.options(), {}, {});
    VERIFY_OK(rehearsal);
    const qint64 orders = merge.bundle.targets.constFirst().planned.value(u"orders"_s).inserted;
    QVERIFY(orders > 0);
    QCOMPARE(rehearsal->beyondPlan,
             QStringList{orders == 1 ? u"order_log: 1 row inserted beyond the plan"_s
                                     : u"order_log: %1 rows inserted beyond the plan"_s.arg(orders)});
    QCOMPARE(merge.session.shell(Side::A).ask(u"SELECT count(*) FROM order_log"_s), u"0"_s);
}

void TestRehearsal::refusesARowThatMoved()
{
    const Merge merge;
    const auto moved = merge.session.shell(Side::A).run("UPDATE orders SET status = 'moved'");
    QCOMPARE(moved.exitCode, 0);
    const QString before = merge.session.rows(Side::A);
    const auto refused = rehearse(merge.bundle, merge.options(), {}, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Refused);
    QVERIFY2(refused.error().rows.join(u' ').contains(u"orders order_id=1000"_s),
             qPrintable(describe(refused.error())));
    QCOMPARE(merge.session.rows(Side::A), before);
}

void TestRehearsal::isLoggedAndChangesNoStanding()
{
    const Merge merge;
    VERIFY_OK(rehearse(merge.bundle, merge.options(), {}, {}));
    const auto records = RunLog(merge.bundle.folder).records();
    VERIFY_OK(records);
    QCOMPARE(records->size(), 2);
    for (const RunRecord &record : *records) {
        QCOMPARE(record.work, RunRecord::Work::Rehearse);
        QCOMPARE(record.by, u"dba"_s);
    }
    QCOMPARE(records->last().state, RunRecord::State::Done);
    QCOMPARE(standings(*records).a.standing, Standing::Before);
}

void TestRehearsal::rehearsesTheUndoToo()
{
    const Merge merge;
    VERIFY_OK(applyScript(merge.bundle, merge.options(), {}, {}));
    const QString merged = merge.session.rows(Side::A);
    const auto rehearsal = rehearse(merge.bundle, merge.options(ScriptKind::Undo), {}, {});
    VERIFY_OK(rehearsal);
    QVERIFY2(rehearsal->beyondPlan.isEmpty(), qPrintable(rehearsal->beyondPlan.join(u'\n')));
    QCOMPARE(merge.session.rows(Side::A), merged);
}

void TestRehearsal::aScriptThatEndsItsTransactionIsNotRun_data()
{
    QTest::addColumn<QByteArray>("ending");
    QTest::newRow("commit") << QByteArray("COMMIT");
    QTest::newRow("its synonym") << QByteArray("end");
    QTest::newRow("behind a comment") << QByteArray("-- all is well\nEnd Transaction");
    QTest::newRow("rollback") << QByteArray("ROLLBACK");
}

void TestRehearsal::aScriptThatEndsItsTransactionIsNotRun()
{
    QFETCH(QByteArray, ending);
    Merge merge;
    const QString before = merge.session.rows(Side::A);
    BundleTarget &target = merge.bundle.targets.first();
    QFile file(target.mergePath);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray bytes = file.readAll().replace("\nCOMMIT;", '\n' + ending + ";\nBEGIN;\nCOMMIT;");
    QVERIFY(file.seek(0) && file.write(bytes) == bytes.size() && file.flush());
    target.mergeHash = sha256Hex(bytes);
    const auto rehearsal = rehearse(merge.bundle, merge.options(), {}, {});
    QVERIFY(!rehearsal);
    QCOMPARE(rehearsal.error().code, ErrorCode::BadFile);
    QVERIFY2(rehearsal.error().message.contains(u"ends its transaction in line"_s),
             qPrintable(rehearsal.error().message));
    QCOMPARE(merge.session.rows(Side::A), before);
}

QTEST_GUILESS_MAIN(TestRehearsal)
#include "tst_rehearsal.moc"
