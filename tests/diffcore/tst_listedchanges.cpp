#include "diffcore/compare/classifier.h"
#include "diffcore/dialect/sqlserverdialect.h"
#include "diffcore/dialect/sqlserverpast.h"
#include "diffcore/evidence/listedchanges.h"
#include "diffcore/evidence/means.h"
#include "diffcore/evidence/systemversions.h"
#include "tests/support/printing.h"
#include "tests/support/story.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using Rejoin::Testing::Story;

namespace {

const QDateTime split = QDateTime::fromString(u"2026-11-22T10:00:00Z"_s, Qt::ISODate);

/// The lists of two servers, as a test writes them: letters by key.
class WrittenLists final : public ChangeReader
{
public:
    explicit WrittenLists(PerSide<QHash<int, QChar>> lists)
        : m_lists(std::move(lists))
    {
    }

    Result<QList<RowKey>> page(Side side, const std::optional<QList<Value>> &after, int limit) override
    {
        QList<RowKey> keys;
        QList<int> numbers = m_lists[side].keys();
        std::ranges::sort(numbers);
        for (const int number : std::as_const(numbers)) {
            const bool isBehind = !after || number > after->first().toInteger().value_or(0);
            if (isBehind && keys.size() < limit)
                keys.append({{Value::integer(number)}});
        }
        return keys;
    }

    Result<QSet<RowKey>> among(Side side, const QList<RowKey> &keys) override
    {
        QSet<RowKey> found;
        for (const RowKey &key : keys) {
            if (m_lists[side].contains(int(key.values.first().toInteger().value_or(0))))
                found.insert(key);
        }
        return found;
    }

    Result<QHash<RowKey, QChar>> letters(Side side, const QList<RowKey> &keys) override
    {
        QHash<RowKey, QChar> found;
        for (const RowKey &key : keys) {
            const int number = int(key.values.first().toInteger().value_or(0));
            if (m_lists[side].contains(number))
                found.insert(key, m_lists[side].value(number));
        }
        return found;
    }

private:
    PerSide<QHash<int, QChar>> m_lists;
};

Table orders()
{
    Table table;
    table.name = {u"dbo"_s, u"ord]ers"_s};
    Column key;
    key.name = u"order_id"_s;
    key.declaredType = u"bigint"_s;
    key.family = TypeFamily::Integer;
    Column version;
    version.name = u"rv"_s;
    version.declaredType = u"timestamp"_s;
    version.family = TypeFamily::RowVersion;
    version.source = ValueSource::Computed;
    table.columns = {key, version};
    table.primaryKey = Key{.name = u"pk"_s, .columns = {u"order_id"_s}};
    return table;
}

/// Words that no reader of SQL takes for others: runs of blanks and line ends are one blank.
QString flat(const QString &sql)
{
    return sql.simplified();
}

} // namespace

/// What SQL Server's own lists tell, and what is asked of it: written by its documentation, as no server runs here.
class TestListedChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatALetterMeans_data();
    void whatALetterMeans();
    void outcomes_data();
    void outcomes();
    void pastsThatAgree_data();
    void pastsThatAgree();
    void queriesOfVersions();
    void queriesOfLists();
    void questionsToTheServer();
    void listsThatReachBackToTheSplit_data();
    void listsThatReachBackToTheSplit();
    void sourcesOfTheSplit();
    void pointsAreWrittenAndReadBack();

private:
    const SqlServerDialect m_dialect{ServerInfo{}};
};

void TestListedChanges::whatALetterMeans_data()
{
    QTest::addColumn<int>("watch");
    QTest::addColumn<QChar>("letter");
    QTest::addColumn<bool>("isThere");
    QTest::addColumn<int>("change");
    const auto row = [](const char *name, Watch watch, QChar letter, bool isThere, Change change) {
        QTest::newRow(name) << int(watch) << letter << isThere << int(change);
    };
    row("inserted", Watch::ChangeTracking, u'I', true, Change::Inserted);
    row("inserted and gone again", Watch::ChangeDataCapture, u'I', false, Change::None);
    row("updated", Watch::ChangeTracking, u'U', true, Change::Updated);
    row("updated and deleted", Watch::ChangeDataCapture, u'U', false, Change::Deleted);
    row("deleted", Watch::ChangeTracking, u'D', false, Change::Deleted);
    row("deleted and entered again", Watch::ChangeDataCapture, u'D', true, Change::Updated);
    row("not on the list", Watch::ChangeTracking, QChar(), true, Change::None);
    row("not on the list, not there", Watch::ChangeTracking, QChar(), false, Change::None);
    row("written", Watch::RowVersion, u'T', true, Change::Touched);
    row("older row version", Watch::RowVersion, QChar(), true, Change::None);
    row("no row, no row version", Watch::RowVersion, QChar(), false, Change::Unknown);
}

void TestListedChanges::whatALetterMeans()
{
    QFETCH(int, watch);
    QFETCH(QChar, letter);
    QFETCH(bool, isThere);
    QTEST(int(listedChange(Watch(watch), letter, isThere)), "change");
}

void TestListedChanges::outcomes_data()
{
    QTest::addColumn<int>("watch");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("change tracking") << int(Watch::ChangeTracking)
                                     << QStringList{u"2 OnlyA"_s,         u"3 OnlyB"_s,         u"4 CellConflict"_s,
                                                    u"5 OnlyA"_s,         u"6 OnlyB"_s,         u"7 DriftedBefore"_s,
                                                    u"8 DriftedBefore"_s, u"11 KeyCollision"_s, u"12 OnlyA"_s,
                                                    u"13 OnlyB"_s};
    QTest::newRow("row version") << int(Watch::RowVersion)
                                 << QStringList{u"2 OnlyA"_s,          u"3 OnlyB"_s,          u"4 CellConflict"_s,
                                                u"5 MissingUnknown"_s, u"6 MissingUnknown"_s, u"7 DriftedBefore"_s,
                                                u"8 MissingUnknown"_s, u"11 CellConflict"_s,  u"12 MissingUnknown"_s,
                                                u"13 MissingUnknown"_s};
}

/// The story of tests/contract/evidencesuite.cpp: 2, 4, 5, 11 and 12 were A's doing, 3, 4, 6, 11 and 13 B's.
void TestListedChanges::outcomes()
{
    QFETCH(int, watch);
    QFETCH(QStringList, expected);
    Story story(u"orders order_id# status"_s);
    story.put(Version::A, u"orders: 2 a; 3 open; 4 a; 6 open; 7 open; 8 open; 11 a; 12 a"_s);
    story.put(Version::B, u"orders: 2 open; 3 b; 4 b; 5 open; 7 old; 11 b; 13 b"_s);
    const bool isVersion = Watch(watch) == Watch::RowVersion;
    const auto letter = [isVersion](QChar tracked) { return isVersion ? QChar(u'T') : tracked; };
    PerSide<QHash<int, QChar>> lists{
        {{2, letter(u'U')}, {4, letter(u'U')}, {5, u'D'}, {11, letter(u'I')}, {12, letter(u'I')}},
        {{3, letter(u'U')}, {4, letter(u'U')}, {6, u'D'}, {11, letter(u'I')}, {13, letter(u'I')}}};
    if (isVersion) {
        lists.a.remove(5);
        lists.b.remove(6);
    }
    const AlignedTable &table = story.alignment().tables.first();
    ListedChanges evidence(std::make_unique<WrittenLists>(lists), table, Watch(watch), {});
    QSet<RowKey> all;
    for (const Side side : bothSides) {
        for (const RowKey &key : story.state(versionOf(side))[u"orders"_s].keys())
            all.insert(key);
    }
    QList<RowKey> keys(all.begin(), all.end());
    std::ranges::sort(keys);
    QList<PerSide<std::optional<Row>>> rows(keys.size());
    for (qsizetype i = 0; i < keys.size(); ++i) {
        for (const Side side : bothSides) {
            const auto &state = story.state(versionOf(side))[u"orders"_s];
            if (state.contains(keys[i]))
                rows[i][side] = state[keys[i]];
        }
    }
    const auto answers = evidence.ask(keys, rows);
    VERIFY_OK(answers);
    QStringList told;
    for (qsizetype i = 0; i < keys.size(); ++i)
        told += keys[i].values.first().toText() + u' ' +
                outcomeName(classify(table, answers->at(i), rows[i], KeyNature::HandedOut).outcome);
    QCOMPARE(told, expected);
}

void TestListedChanges::pastsThatAgree_data()
{
    QTest::addColumn<QString>("pasts"); // of A and B: a word, - for none, ? for not known
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("known");
    QTest::newRow("agree") << u"x x"_s << u"a b"_s << u"x"_s;
    QTest::newRow("agree that there was none") << u"- -"_s << u"a -"_s << u"-"_s;
    QTest::newRow("drifted, untouched") << u"x y"_s << u"x y"_s << u"none none"_s;
    QTest::newRow("missing before, untouched") << u"x -"_s << u"x -"_s << u"none none"_s;
    QTest::newRow("drifted, and touched since") << u"x y"_s << u"a y"_s << u"unknown unknown"_s;
    QTest::newRow("missing before, and touched") << u"x -"_s << u"a -"_s << u"unknown unknown"_s;
    QTest::newRow("A's history is not whole") << u"? -"_s << u"a b"_s << u"touched inserted"_s;
    QTest::newRow("nor is it of a row that went") << u"? x"_s << u"- x"_s << u"unknown none"_s;
}

void TestListedChanges::pastsThatAgree()
{
    QFETCH(QString, pasts);
    QFETCH(QString, rows);
    const Story story(u"orders order_id# status"_s);
    const AlignedTable &table = story.alignment().tables.first();
    const auto rowOf = [](const QString &word) {
        return word == u"-"_s || word == u"?"_s ? std::nullopt
                                                : std::optional(Row{Value::integer(1), Value::text(word)});
    };
    PerSide<PastRow> past;
    PerSide<std::optional<Row>> now;
    for (const Side side : bothSides) {
        const int place = side == Side::A ? 0 : 1;
        const QString word = pasts.section(u' ', place, place);
        past[side] = {.isKnown = word != u"?"_s, .row = rowOf(word)};
        now[side] = rowOf(rows.section(u' ', place, place));
    }
    const Knowledge known = agreed(table, past, now);
    static const QStringList changes{u"none"_s, u"inserted"_s, u"updated"_s, u"deleted"_s, u"unknown"_s, u"touched"_s};
    const QString told = known.baselineKnown ? (known.row ? known.row->at(1).toText() : u"-"_s)
                                             : changes[int(known.changes.a)] + u' ' + changes[int(known.changes.b)];
    QTEST(told, "known");
}

void TestListedChanges::queriesOfVersions()
{
    const Table table = orders();
    Selection what{.table = &table, .columns = {u"order_id"_s}, .keyColumns = {u"order_id"_s}};
    what.versions = {.which = RowVersions::Which::AsOf, .moment = split};
    QVERIFY2(flat(m_dialect.selectMatching(what, {{Value::integer(7)}}))
                 .contains(u" FROM [dbo].[ord]]ers] FOR SYSTEM_TIME AS OF '2026-11-22T10:00:00.000' AS t WHERE "_s),
             qPrintable(m_dialect.selectMatching(what, {{Value::integer(7)}})));
    what.versions = {.which = RowVersions::Which::Touched, .moment = split, .start = u"from"_s, .end = u"to"_s};
    const QString page = flat(m_dialect.selectPage(what, {}, 10));
    QVERIFY2(
        page.endsWith(u"FROM [dbo].[ord]]ers] FOR SYSTEM_TIME ALL AS t WHERE (t.[from] >= "
                      "'2026-11-22T10:00:00.000' OR t.[to] >= '2026-11-22T10:00:00.000' AND t.[to] < '9999-12-31') "
                      "GROUP BY t.[order_id] ORDER BY t.[order_id]"_s),
        qPrintable(page));
    QVERIFY(page.startsWith(u"SELECT TOP (10) "_s));
    const SqlServerPast past;
    QCOMPARE(past.selectHighestAsOf(table, u"order_id"_s, split),
             u"SELECT TOP (1) CONVERT(nvarchar(40), t.[order_id]) FROM [dbo].[ord]]ers] FOR SYSTEM_TIME AS OF "
             "'2026-11-22T10:00:00.000' AS t ORDER BY t.[order_id] DESC"_s);
}

void TestListedChanges::queriesOfLists()
{
    const Table table = orders();
    Selection what{
        .table = &table, .columns = {u"order_id"_s, ChangeList::letterColumn}, .keyColumns = {u"order_id"_s}};
    what.versions = {.which = RowVersions::Which::Listed, .list = SqlServerPast::trackedSource(table, 1207)};
    const QString tracked = flat(m_dialect.selectMatching(what, {{Value::integer(7)}}));
    QVERIFY2(tracked.contains(u"t.[rejoin_change]"_s), qPrintable(tracked));
    QVERIFY2(tracked.contains(u" FROM (SELECT c.*, c.SYS_CHANGE_OPERATION AS rejoin_change FROM CHANGETABLE(CHANGES "
                              "[dbo].[ord]]ers], 1207) AS c) AS t WHERE "_s),
             qPrintable(tracked));
    QCOMPARE(SqlServerPast::versionedSource(table, u"rv"_s, u"0x00000000000007D1"_s),
             u"(SELECT r.*, N'T' AS rejoin_change FROM [dbo].[ord]]ers] AS r WHERE r.[rv] > 0x00000000000007D1)"_s);
    const QString captured = SqlServerPast::capturedSource(
        {u"order_id"_s}, {.instance = u"dbo_orders"_s, .from = u"0x0A"_s, .until = u"0x0B"_s});
    QCOMPARE(captured,
             u"(SELECT f.*, CASE f.__$operation WHEN 1 THEN N'D' WHEN 2 THEN N'I' ELSE N'U' END AS rejoin_change FROM "
             "(SELECT c.*, ROW_NUMBER() OVER (PARTITION BY c.[order_id] ORDER BY c.__$start_lsn, c.__$seqval, "
             "c.__$operation) AS rejoin_place FROM cdc.[fn_cdc_get_all_changes_dbo_orders](0x0A, 0x0B, "
             "N'all update old') AS c) AS f WHERE f.rejoin_place = 1)"_s);
    const QString none =
        SqlServerPast::capturedSource({u"order_id"_s}, {.instance = u"dbo_orders"_s, .from = {}, .until = u"0x0B"_s});
    QVERIFY2(none.contains(u"(0x0B, 0x0B, "_s) && none.endsWith(u" AND 1 = 0)"_s), qPrintable(none));
}

/// The names of functions, views and columns are those of the documentation.
void TestListedChanges::questionsToTheServer()
{
    const Table table = orders();
    QCOMPARE(flat(SqlServerPast::selectTracking(table)),
             u"SELECT CONVERT(nvarchar(20), CHANGE_TRACKING_MIN_VALID_VERSION(OBJECT_ID(N'[dbo].[ord]]ers]'))), "
             "CONVERT(nvarchar(20), CHANGE_TRACKING_CURRENT_VERSION())"_s);
    const QString capture = flat(SqlServerPast::selectCapture(table, split));
    for (const QString &part :
         {u"sys.fn_cdc_get_min_lsn(c.capture_instance)"_s, u"sys.fn_cdc_get_max_lsn()"_s,
          u"sys.fn_cdc_map_time_to_lsn(N'smallest greater than', z.first)"_s,
          u"sys.fn_cdc_map_time_to_lsn(N'largest less than or equal', z.first)"_s,
          u"sys.fn_cdc_map_lsn_to_time(sys.fn_cdc_get_max_lsn())"_s, u"'2026-11-22 10:00:00.000+00:00'"_s,
          u"FROM cdc.change_tables AS c"_s, u"sys.time_zone_info"_s,
          u"WHERE c.source_object_id = OBJECT_ID(N'[dbo].[ord]]ers]')"_s})
        QVERIFY2(capture.contains(part), qPrintable(part + u"\n"_s + capture));
    const QString temporal = flat(SqlServerPast::selectTemporal(table, split));
    for (const QString &part : {u"t.temporal_type = 2"_s, u"sys.periods"_s, u"p.start_column_id"_s, u"t.modify_date"_s})
        QVERIFY2(temporal.contains(part), qPrintable(temporal));
    QVERIFY(SqlServerPast::selectRetentionEnded(table, split).contains(u"history_retention_period_unit"_s));
    QVERIFY(flat(SqlServerPast::selectOldVersion(table, u"from"_s, split))
                .contains(u"FROM [dbo].[ord]]ers] FOR SYSTEM_TIME ALL AS t WHERE t.[from] <= "_s));
}

void TestListedChanges::listsThatReachBackToTheSplit_data()
{
    QTest::addColumn<int>("watch");
    QTest::addColumn<QStringList>("answer"); // the row that the server gives; ~ for NULL
    QTest::addColumn<QString>("point");
    QTest::addColumn<QString>("said"); // part of why not; empty = it can be used
    const auto row = [](const char *name, Watch watch, const QStringList &answer, const QString &point,
                        const QString &said) { QTest::newRow(name) << int(watch) << answer << point << said; };
    using enum Watch;
    row("tracked", ChangeTracking, {u"12"_s, u"1300"_s}, u"1207"_s, {});
    row("tracked just as long", ChangeTracking, {u"1207"_s, u"1300"_s}, u"1207"_s, {});
    row("cleaned up since", ChangeTracking, {u"1208"_s, u"1300"_s}, u"1207"_s, u"since version 1208 only"_s);
    row("another server's version", ChangeTracking, {u"12"_s, u"1100"_s}, u"1207"_s, u"another server's"_s);
    row("not tracked", ChangeTracking, {u"~"_s, u"1300"_s}, u"1207"_s, u"VIEW CHANGE TRACKING"_s);
    row("no version", ChangeTracking, {u"12"_s, u"1300"_s}, {}, u"each server's own"_s);
    const auto at = u"2026-11-22T11:00:00.000Z"_s;
    row("captured", ChangeDataCapture, {u"i"_s, u"0x01"_s, u"0x09"_s, u"0x05"_s, u"0x04"_s, u"1"_s, at}, {}, {});
    row("nothing since", ChangeDataCapture, {u"i"_s, u"0x01"_s, u"0x04"_s, u"~"_s, u"0x04"_s, u"1"_s, at}, {}, {});
    row("captured since later", ChangeDataCapture, {u"i"_s, u"0x05"_s, u"0x09"_s, u"0x05"_s, u"0x04"_s, u"1"_s, at}, {},
        u"since after the split"_s);
    row("no time so old", ChangeDataCapture, {u"i"_s, u"0x01"_s, u"0x09"_s, u"0x05"_s, u"~"_s, u"1"_s, at}, {},
        u"since after the split"_s);
    row("the clock was changed", ChangeDataCapture, {u"i"_s, u"0x01"_s, u"0x09"_s, u"0x05"_s, u"0x04"_s, u"0"_s, at},
        {}, u"which local time"_s);
    row("not captured", ChangeDataCapture, {}, {}, u"does not capture"_s);
    row("row version", RowVersion, {u"0x00000000000007FF"_s}, u"0x00000000000007d1"_s, {});
    row("another server's row version", RowVersion, {u"0x00000000000007D0"_s}, u"0x00000000000007D1"_s,
        u"another server's"_s);
    row("no row version", RowVersion, {u"0x00000000000007FF"_s}, u"7D1"_s, u"@@DBTS"_s);
}

void TestListedChanges::listsThatReachBackToTheSplit()
{
    QFETCH(int, watch);
    QFETCH(QStringList, answer);
    QFETCH(QString, point);
    QFETCH(QString, said);
    TextRows rows;
    if (!answer.isEmpty())
        rows.append(TextRows::value_type());
    for (const QString &cell : std::as_const(answer))
        rows.first() += cell == u"~"_s ? std::nullopt : std::optional(cell.toUtf8());
    const Table table = orders();
    const auto list = [&]() -> Result<ChangeList> {
        switch (Watch(watch)) {
        case Watch::ChangeTracking: return SqlServerPast::tracked(rows, table, point, u"PRD01"_s);
        case Watch::ChangeDataCapture: return SqlServerPast::captured(rows, {u"order_id"_s}, u"PRD01"_s);
        case Watch::RowVersion: return SqlServerPast::versioned(answer.first(), table, point, u"PRD01"_s);
        }
        Q_UNREACHABLE_RETURN(fail(Error{}));
    }();
    QCOMPARE(list.has_value(), said.isEmpty());
    if (list) {
        QVERIFY(!list->source.isEmpty());
        QCOMPARE(list->until.isValid(), Watch(watch) == Watch::ChangeDataCapture);
        return;
    }
    QCOMPARE(list.error().code, ErrorCode::Unsupported);
    QVERIFY2(list.error().message.contains(said), qPrintable(list.error().message));
}

void TestListedChanges::sourcesOfTheSplit()
{
    QStringList text;
    for (const SplitSource &source : m_dialect.past().splitSources())
        text += source.name + u": "_s + flat(source.query);
    QCOMPARE(text.size(), 2);
    QVERIFY2(text[0].contains(u"msdb.dbo.restorehistory AS h JOIN msdb.dbo.backupset AS b"_s), qPrintable(text[0]));
    QVERIFY2(text[1].contains(u"FROM msdb.dbo.log_shipping_monitor_secondary AS m"_s), qPrintable(text[1]));
    QVERIFY2(text[1].contains(u"m.last_restored_date_utc"_s), qPrintable(text[1]));
}

void TestListedChanges::pointsAreWrittenAndReadBack()
{
    for (const QString &text : {u"dbo.orders=change-tracking:1207/988"_s, u"*=change-capture"_s, u"*=system-versions"_s,
                                u"*=rowversion:0x00000000000007D1/0x00000000000007D3+none"_s}) {
        const auto choice = EvidenceChoice::parse(text);
        VERIFY_OK(choice);
        QCOMPARE(choice->toText(), text);
    }
    for (const QString &text : {u"*=change-tracking"_s, u"*=change-tracking:1207"_s, u"*=rowversion:/0x1"_s,
                                u"*=change-tracking:1/2/3"_s, u"*=change-capture:1/2"_s})
        QVERIFY2(!EvidenceChoice::parse(text), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestListedChanges)
#include "tst_listedchanges.moc"
