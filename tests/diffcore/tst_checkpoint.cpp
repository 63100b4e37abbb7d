#include "diffcore/compare/rowfetcher.h"
#include "diffcore/evidence/checkpoint.h"
#include "diffcore/evidence/checkpointpart.h"
#include "diffcore/evidence/checkpointwriter.h"
#include "tests/support/divergence.h"
#include "tests/support/printing.h"

#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using Rejoin::Testing::Divergence;

namespace {

const auto common =
    u"CREATE TABLE orders (order_id INTEGER PRIMARY KEY AUTOINCREMENT, status TEXT, qty INTEGER);"
    "CREATE TABLE lines (order_id INTEGER, line_no INTEGER, what TEXT, PRIMARY KEY (order_id, line_no));"
    "CREATE TABLE log (what TEXT, who TEXT);"
    "INSERT INTO orders VALUES (1, 'open', 1), (2, 'open', 1), (3, 'open', 1), (4, 'open', 1),"
    "(5, 'open', 1), (6, 'open', 1), (7, 'open', 1);"
    "INSERT INTO lines VALUES (1, 1, 'x'), (1, 2, 'y'), (2, 1, 'z');"
    "INSERT INTO log VALUES ('start', 'Ann'), ('start', 'Ann'), ('stop', 'Ann')"_s;
const auto onA =
    u"UPDATE orders SET status = 'a' WHERE order_id = 2;"
    "UPDATE orders SET status = 'a' WHERE order_id = 4; UPDATE orders SET status = 'a' WHERE order_id = 5;"
    "DELETE FROM orders WHERE order_id = 6;"
    "INSERT INTO orders VALUES (11, 'a11', 1), (12, 'a12', 1);"
    "INSERT INTO log VALUES ('start', 'Ann'); UPDATE lines SET what = 'xx' WHERE order_id = 1 AND line_no = 1"_s;
const auto onB = u"UPDATE orders SET status = 'b' WHERE order_id = 3;"
                 "UPDATE orders SET status = 'b' WHERE order_id = 4; UPDATE orders SET qty = 2 WHERE order_id = 5;"
                 "DELETE FROM orders WHERE order_id = 7;"
                 "INSERT INTO orders VALUES (11, 'b11', 1);"
                 "DELETE FROM log WHERE what = 'stop'; INSERT INTO lines VALUES (2, 2, 'w')"_s;

Result<TakenCheckpoint> take(const Divergence &divergence, Version version, const QString &path,
                             CheckpointContent content, const CancelToken &cancel = {}, const Progress &progress = {})
{
    auto connection = divergence.file(version).open({.label = u"A · PRD01"_s});
    if (!connection)
        return fail(connection.error());
    Project project;
    project.servers.a.label = u"PRD01"_s;
    return takeCheckpoint(**connection, project, Side::A, path, {.content = content, .pageRows = 3}, cancel, progress);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestCheckpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesTellWhatABaselineTells();
    void hashesTellWhoAndNotWhat();
    void aTableThatIsNotInItWasInserted();
    void columnsThatCameSinceAreAbsent();
    void hashesOfColumnsThatWentAreNotGuessed();
    void anotherKeyIsNotAsked();
    void refusesWhatIsNoCheckpoint_data();
    void refusesWhatIsNoCheckpoint();
    void everyByteIsProved();
    void headersWithoutAShapeAreRefused();
    void partsThatGrowTooLargeAreRefused();
    void rowsThatNoReaderTakesAreRefused();
    void ofAnotherDatabase();
    void takenLate();
    void cancelledLeavesItsPart();
    void aPartIsTakenUpWhereNobodyWrote();
    void aPartOfAnotherMomentIsNot();
    void keysInAnyOrder();
};

void TestCheckpoint::valuesTellWhatABaselineTells()
{
    Divergence divergence(common, onA, onB);
    VERIFY_OK(divergence.compare());
    const QStringList byDatabase = divergence.told();
    const QString path = divergence.path(u"shop.checkpoint"_s);
    const auto taken = take(divergence, Version::Baseline, path, CheckpointContent::Values);
    VERIFY_OK(taken);
    QCOMPARE(taken->rows, 7 + 3 + 2);
    divergence.forgetBaseline();
    divergence.project().checkpoint = path;
    VERIFY_OK(divergence.compare());
    QCOMPARE(divergence.told(), byDatabase);
    QVERIFY(byDatabase.contains(u"orders order_id=5 CellMerge"_s));
    QVERIFY(byDatabase.contains(u"orders order_id=11 KeyCollision"_s));
    QCOMPARE(divergence.status(u"orders"_s).evidence, u"checkpoint"_s);
    QCOMPARE(divergence.status(u"orders"_s).limits, QString());
    QCOMPARE(divergence.status(u"orders"_s).generators.baseline.highest, std::optional<qint64>(7));
}

void TestCheckpoint::hashesTellWhoAndNotWhat()
{
    Divergence divergence(common, onA, onB);
    const QString path = divergence.path(u"shop.checkpoint"_s);
    VERIFY_OK(take(divergence, Version::Baseline, path, CheckpointContent::Hashes));
    QVERIFY(!contentOf(path).contains("open"));
    divergence.forgetBaseline();
    divergence.project().checkpoint = path;
    VERIFY_OK(divergence.compare());
    QCOMPARE(
        divergence.told(),
        QStringList({u"lines order_id=1, line_no=1 OnlyA"_s, u"lines order_id=2, line_no=2 OnlyB"_s,
                     u"log ('start', 'Ann') no. 3 OnlyA"_s, u"log ('stop', 'Ann') no. 1 OnlyB"_s,
                     u"orders order_id=2 OnlyA"_s, u"orders order_id=3 OnlyB"_s, u"orders order_id=4 CellConflict"_s,
                     u"orders order_id=5 CellConflict"_s, u"orders order_id=6 OnlyA"_s, u"orders order_id=7 OnlyB"_s,
                     u"orders order_id=11 KeyCollision"_s, u"orders order_id=12 OnlyA"_s}));
    QVERIFY(divergence.status(u"orders"_s).limits.contains(u"cells cannot be merged"_s));
}

void TestCheckpoint::aTableThatIsNotInItWasInserted()
{
    const auto added = u"CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT); INSERT INTO notes VALUES (1, '%1');"_s;
    Divergence divergence(common, added.arg(u"a"_s), added.arg(u"b"_s));
    const QString path = divergence.path(u"shop.checkpoint"_s);
    VERIFY_OK(take(divergence, Version::Baseline, path, CheckpointContent::Values));
    divergence.forgetBaseline();
    divergence.project().checkpoint = path;
    VERIFY_OK(divergence.compare());
    QCOMPARE(divergence.told(), QStringList({u"notes id=1 KeyCollision"_s}));
}

void TestCheckpoint::columnsThatCameSinceAreAbsent()
{
    const auto upgrade = u"ALTER TABLE orders ADD COLUMN channel TEXT DEFAULT 'web';"_s;
    Divergence divergence(common, upgrade + u"UPDATE orders SET status = 'a' WHERE order_id = 1"_s, upgrade);
    for (const CheckpointContent content : {CheckpointContent::Values, CheckpointContent::Hashes}) {
        const QString path = divergence.path(u"shop.checkpoint"_s);
        VERIFY_OK(take(divergence, Version::Baseline, path, content));
        divergence.forgetBaseline();
        divergence.project().checkpoint = path;
        VERIFY_OK(divergence.compare());
        QCOMPARE(divergence.told(), QStringList({u"orders order_id=1 OnlyA"_s}));
        const Difference found = divergence.find(u"orders order_id=1"_s);
        if (content == CheckpointContent::Values)
            QCOMPARE(divergence.cells(found, u"channel"_s), u"~ web web"_s);
    }
}

/// The row differs from its hash, and whether only by the column that went, nobody knows.
void TestCheckpoint::hashesOfColumnsThatWentAreNotGuessed()
{
    const auto upgrade = u"ALTER TABLE orders DROP COLUMN qty;"_s;
    Divergence divergence(common, upgrade + u"UPDATE orders SET status = 'a' WHERE order_id = 1"_s, upgrade);
    const QString path = divergence.path(u"shop.checkpoint"_s);
    VERIFY_OK(take(divergence, Version::Baseline, path, CheckpointContent::Hashes));
    divergence.forgetBaseline();
    divergence.project().checkpoint = path;
    VERIFY_OK(divergence.compare());
    QCOMPARE(divergence.told(), QStringList({u"orders order_id=1 CellConflict"_s}));
    QVERIFY(divergence.status(u"orders"_s).limits.contains(u"cannot tell whether"_s));
}

void TestCheckpoint::anotherKeyIsNotAsked()
{
    Divergence divergence(common, onA, onB);
    const QString path = divergence.path(u"shop.checkpoint"_s);
    VERIFY_OK(take(divergence, Version::Baseline, path, CheckpointContent::Values));
    divergence.forgetBaseline();
    divergence.project().checkpoint = path;
    divergence.project().scope.keys.insert(u"lines"_s, {u"what"_s});
    VERIFY_OK(divergence.compare());
    const TableStatus status = divergence.status(u"lines"_s);
    QCOMPARE(status.evidence, u"none"_s);
    QVERIFY2(status.limits.contains(u"told apart by order_id, line_no"_s), qPrintable(status.limits));
}

void TestCheckpoint::refusesWhatIsNoCheckpoint_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("message");
    QTest::newRow("missing") << u"missing"_s << u"there is no checkpoint"_s;
    QTest::newRow("folder") << u"folder"_s << u"is a folder"_s;
    QTest::newRow("text") << u"text"_s << u"is not a checkpoint of Rejoin"_s;
    QTest::newRow("empty") << u"empty"_s << u"is not a checkpoint of Rejoin"_s;
    QTest::newRow("newer") << u"newer"_s << u"is a checkpoint of version 2"_s;
    QTest::newRow("cut off") << u"cut"_s << u"is not finished or is cut off"_s;
    QTest::newRow("start alone") << u"start"_s << u"is damaged"_s;
}

void TestCheckpoint::refusesWhatIsNoCheckpoint()
{
    QFETCH(QString, kind);
    QFETCH(QString, message);
    Divergence divergence(common, onA, onB);
    const QString good = divergence.path(u"good.checkpoint"_s);
    VERIFY_OK(take(divergence, Version::Baseline, good, CheckpointContent::Values));
    QByteArray bytes = contentOf(good);
    const QString path = divergence.path(kind);
    if (kind == u"folder"_s)
        QVERIFY(QDir().mkdir(path));
    else if (kind == u"text"_s)
        writeFile(path, "customer_id,name\n1,Anna\n");
    else if (kind == u"empty"_s)
        writeFile(path, {});
    else if (kind == u"newer"_s)
        writeFile(path, bytes.replace(19, 1, "\x02"));
    else if (kind == u"cut"_s)
        writeFile(path, bytes.chopped(100));
    else if (kind == u"start"_s)
        writeFile(path, bytes.first(30));
    const auto refused = Checkpoint::open(path);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BadFile);
    QVERIFY2(describe(refused.error()).contains(message), qPrintable(describe(refused.error())));
}

/// Whatever byte is another, it is found when the file is opened or when the block is read.
void TestCheckpoint::everyByteIsProved()
{
    Divergence divergence(common, onA, onB);
    const QString good = divergence.path(u"good.checkpoint"_s);
    VERIFY_OK(take(divergence, Version::Baseline, good, CheckpointContent::Values));
    const QByteArray bytes = contentOf(good);
    VERIFY_OK(Checkpoint::open(good).value()->proveAll());
    const QString path = divergence.path(u"bad.checkpoint"_s);
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        QByteArray torn = bytes;
        torn[at] = char(torn[at] ^ 0x10);
        writeFile(path, torn);
        const auto opened = Checkpoint::open(path);
        const auto proved = opened ? (*opened)->proveAll() : Result<void>(fail(opened.error()));
        QVERIFY2(!proved, qPrintable(QString::number(at)));
        QCOMPARE(proved.error().code, ErrorCode::BadFile);
    }
}

void TestCheckpoint::headersWithoutAShapeAreRefused()
{
    CheckpointHeader header;
    AlignedTable &table = header.tables.tables.emplaceBack();
    table.in.a = Table();
    table.columns.emplaceBack().in.b = Column(); // and none where the rows are from
    QVERIFY(!CheckpointFormat::decodeHeader(CheckpointFormat::encodeHeader(header)));
    table.columns[0].in.a = Column();
    QVERIFY(CheckpointFormat::decodeHeader(CheckpointFormat::encodeHeader(header)));
}

/// `size` equal bytes for zlib in a thousandth of them, behind the size that is said of them: codes of RFC 1951's fixed
/// kind, the longest repetition (11000101) at distance one (00000) over and over.
static QByteArray bombOf(qint64 size, quint32 said)
{
    QByteArray bytes(sizeof(said), '\0');
    qToBigEndian(said, bytes.data());
    bytes += "\x78\x9c";
    int bit = 0;
    const auto add = [&](const char *code) {
        for (; *code != '\0'; ++code, ++bit) {
            if (bit % 8 == 0)
                bytes += '\0';
            bytes.back() = char(bytes.back() | (*code - '0') << bit % 8);
        }
    };
    add("110");      // the last block, of fixed codes
    add("00110000"); // a NUL
    for (qint64 done = 1; done < size; done += 258)
        add("1100010100000");
    add("0000000");
    return bytes;
}

void TestCheckpoint::partsThatGrowTooLargeAreRefused()
{
    constexpr qint64 mebibyte = 1024 * 1024;
    const QString tooLarge = u"a part of it would unpack to more than 128 MB"_s;
    const QString isALie = u"a part of it cannot be unpacked"_s;
    const auto header = CheckpointFormat::decodeHeader(bombOf(200 * mebibyte, 200 * mebibyte));
    QVERIFY(!header);
    QCOMPARE(header.error(), tooLarge);
    for (const quint32 said : {1U, 10U, quint32(128 * mebibyte)}) {
        const auto index = CheckpointFormat::decodeIndex(bombOf(200 * mebibyte, said));
        QVERIFY(!index);
        QCOMPARE(index.error(), isALie);
    }
    const auto shorter = CheckpointFormat::decodeIndex(bombOf(1000, 1001));
    QVERIFY(!shorter);
    QCOMPARE(shorter.error(), isALie);

    QByteArray block = CheckpointFormat::encodeBlock({}, {});
    const QByteArray none = qCompress(QByteArray(4, '\0'), 3);
    block.chop(qsizetype(sizeof(quint32)) + none.size());
    QDataStream out(&block, QIODevice::WriteOnly | QIODevice::Append);
    out << bombOf(600 * mebibyte, 600 * mebibyte);
    QList<CheckpointFormat::Entry> entries;
    const auto rows = CheckpointFormat::decodeBlock(block, &entries);
    QVERIFY(!rows);
    QCOMPARE(rows.error(), u"a part of it would unpack to more than 528 MB"_s);

    const auto zeros = CheckpointFormat::decodeHeader(qCompress(QByteArray(1000, '\0')));
    QVERIFY(!zeros);
    QVERIFY2(zeros.error() != isALie, qPrintable(zeros.error()));

    Divergence divergence(common, onA, onB);
    const QString path = divergence.path(u"bomb.checkpoint"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    VERIFY_OK(CheckpointFormat::writeStart(file));
    VERIFY_OK(CheckpointFormat::write(file, CheckpointFormat::Record::Header, bombOf(200 * mebibyte, 200 * mebibyte)));
    file.close();
    const auto refused = Checkpoint::open(path);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BadFile);
    QVERIFY2(describe(refused.error()).contains(u"is damaged: a part of it would unpack to more than 128 MB"_s),
             qPrintable(describe(refused.error())));
}

void TestCheckpoint::rowsThatNoReaderTakesAreRefused()
{
    Divergence divergence(common, onA, onB);
    auto connection = divergence.file(Version::Baseline).open({.label = u"A · PRD01"_s});
    VERIFY_OK(connection);
    Project project;
    project.servers.a.label = u"PRD01"_s;
    const QString path = divergence.path(u"small.checkpoint"_s);
    const auto refused = takeCheckpoint(**connection, project, Side::A, path, {.largestEntry = 20}, {}, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Unsupported);
    QVERIFY2(refused.error().message.contains(u"is larger than a checkpoint keeps"_s),
             qPrintable(refused.error().message));
    VERIFY_OK(takeCheckpoint(**connection, project, Side::A, path, {.largestEntry = 1000}, {}, {}));
}

void TestCheckpoint::ofAnotherDatabase()
{
    Divergence divergence(common, onA, onB);
    Divergence foreign(u"CREATE TABLE parcels (id INTEGER PRIMARY KEY)"_s, {}, {});
    const QString path = divergence.path(u"foreign.checkpoint"_s);
    VERIFY_OK(take(foreign, Version::Baseline, path, CheckpointContent::Values));
    divergence.forgetBaseline();
    divergence.project().checkpoint = path;
    const auto refused = divergence.compare();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BadFile);
    QVERIFY2(refused.error().message.contains(u"is of another database"_s), qPrintable(refused.error().message));
}

void TestCheckpoint::takenLate()
{
    Divergence divergence(common, onA, onB);
    const QString path = divergence.path(u"late.checkpoint"_s);
    auto connection = divergence.file(Version::Baseline).open();
    VERIFY_OK(connection);
    Project project;
    project.since = QDateTime::currentDateTimeUtc().addSecs(-630);
    VERIFY_OK(takeCheckpoint(**connection, project, Side::B, path, {}, {}, {}));
    divergence.forgetBaseline();
    divergence.project().checkpoint = path;
    divergence.project().since = project.since;
    VERIFY_OK(divergence.compare());
    QCOMPARE(divergence.status(u"orders"_s).evidence, u"none"_s);
    QVERIFY2(divergence.status(u"orders"_s).limits.contains(u"10 minutes after the split"_s),
             qPrintable(divergence.status(u"orders"_s).limits));
    // the person says that the server wrote nothing in between
    divergence.project().evidence = {EvidenceChoice::parse(u"*=checkpoint"_s).value()};
    VERIFY_OK(divergence.compare());
    QCOMPARE(divergence.status(u"orders"_s).evidence, u"checkpoint"_s);
    QVERIFY(divergence.status(u"orders"_s).limits.contains(u"10 minutes after the split"_s));
}

void TestCheckpoint::cancelledLeavesItsPart()
{
    Divergence divergence(common, onA, onB);
    const QString path = divergence.path(u"shop.checkpoint"_s);
    CancelToken cancel;
    const auto cancelAtOrders = [&](const ProgressReport &report) {
        if (report.doing == u"recording orders"_s)
            cancel.cancel();
    };
    const auto taken = take(divergence, Version::Baseline, path, CheckpointContent::Values, cancel, cancelAtOrders);
    QVERIFY(!taken);
    QCOMPARE(taken.error().code, ErrorCode::Cancelled);
    QVERIFY(!QFile::exists(path));
    QVERIFY(QFile::exists(path + u".part"_s));
    const auto again = take(divergence, Version::Baseline, path, CheckpointContent::Values);
    VERIFY_OK(again);
    QCOMPARE(again->resumedRows, 5); // the tables before orders: nobody changed the file since
    QVERIFY(!QFile::exists(path + u".part"_s));
}

namespace {

CheckpointHeader headerOf(const Divergence &divergence, const QString &position)
{
    auto connection = divergence.file(Version::Baseline).open();
    const Catalog catalog = (*connection)->dialect().readCatalog(**connection, {}).value();
    CheckpointHeader header{.title = u"A"_s,
                            .server = (*connection)->server(),
                            .takenAt = QDateTime::currentDateTimeUtc(),
                            .split = {},
                            .content = CheckpointContent::Values,
                            .position = position,
                            .tables = align(catalog, catalog, nullptr, {}).value()};
    return header;
}

CheckpointFormat::Entry entry(qint64 order)
{
    return {.key = encodeKey({{Value::integer(order)}}), .payload = encodeRow({Value::integer(order)})};
}

} // namespace

void TestCheckpoint::aPartIsTakenUpWhereNobodyWrote()
{
    Divergence divergence(common, {}, {});
    const QString path = divergence.path(u"shop.checkpoint"_s);
    const CheckpointHeader header = headerOf(divergence, u"745:745:"_s);
    const int lines = header.tables.tableIndex(u"lines"_s);
    const int log = header.tables.tableIndex(u"log"_s);
    const int orders = header.tables.tableIndex(u"orders"_s);
    {
        auto part = CheckpointPart::open(path, header);
        VERIFY_OK(part);
        VERIFY_OK((*part)->addBlock(lines, {entry(1), entry(2)}));
        VERIFY_OK((*part)->endTable(lines, {.isComplete = true, .rows = 2, .generator = {}}));
        VERIFY_OK((*part)->addBlock(orders, {entry(1), entry(2), entry(3)}));
        VERIFY_OK((*part)->addBlock(log, {entry(1)})); // counted anew
    }
    QFile torn(path + u".part"_s);
    QVERIFY(torn.open(QIODevice::Append));
    torn.write("half a record");
    torn.close();
    {
        auto part = CheckpointPart::open(path, header);
        VERIFY_OK(part);
        QCOMPARE((*part)->rows(), 5);
        QVERIFY((*part)->table(lines).isComplete);
        QVERIFY(!(*part)->table(orders).isComplete);
        QCOMPARE((*part)->table(log).rows, 0);
        QCOMPARE((*part)->resumeAfter(orders)->first(), Value::integer(3));
        VERIFY_OK((*part)->addBlock(orders, {entry(4)}));
        VERIFY_OK((*part)->finish());
    }
    const auto checkpoint = Checkpoint::open(path);
    VERIFY_OK(checkpoint);
    VERIFY_OK((*checkpoint)->proveAll());
    const auto found = (*checkpoint)->lookUp(orders, {entry(1).key, entry(4).key, entry(9).key});
    VERIFY_OK(found);
    QCOMPARE(found->size(), 2);
}

void TestCheckpoint::aPartOfAnotherMomentIsNot()
{
    Divergence divergence(common, {}, {});
    const QString path = divergence.path(u"shop.checkpoint"_s);
    const CheckpointHeader header = headerOf(divergence, u"745:745:"_s);
    {
        auto part = CheckpointPart::open(path, header);
        VERIFY_OK(part);
        VERIFY_OK((*part)->addBlock(0, {entry(1)}));
    }
    CheckpointHeader later = header;
    later.position = u"746:746:"_s;
    QCOMPARE(CheckpointPart::open(path, later).value()->rows(), 0);
    CheckpointHeader hashes = later;
    hashes.content = CheckpointContent::Hashes;
    QCOMPARE(CheckpointPart::open(path, hashes).value()->rows(), 0);
}

/// The server's order of keys need not be that of their bytes.
void TestCheckpoint::keysInAnyOrder()
{
    Divergence divergence(common, {}, {});
    const QString path = divergence.path(u"shop.checkpoint"_s);
    const CheckpointHeader header = headerOf(divergence, {});
    const int orders = header.tables.tableIndex(u"orders"_s);
    auto part = CheckpointPart::open(path, header);
    VERIFY_OK(part);
    for (const QList<qint64> &block : {QList<qint64>{90, 10}, {20, 80, 30}, {70, 40}, {50, 60}, {5, 95}}) {
        QList<CheckpointFormat::Entry> entries;
        for (const qint64 order : block)
            entries.append(entry(order));
        VERIFY_OK((*part)->addBlock(orders, entries));
    }
    VERIFY_OK((*part)->finish());
    const auto checkpoint = Checkpoint::open(path);
    VERIFY_OK(checkpoint);
    for (qint64 order = 1; order < 100; ++order) {
        const auto found = (*checkpoint)->lookUp(orders, {entry(order).key});
        VERIFY_OK(found);
        QCOMPARE(found->size(), order % 10 == 0 || order == 5 || order == 95 ? 1 : 0);
    }
}

QTEST_GUILESS_MAIN(TestCheckpoint)
#include "tst_checkpoint.moc"
