#include "tests/support/goldenscript.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

namespace {

using Cells = QList<QPair<QString, Value>>;
using Kind = RowChange::Kind;

Column column(const QString &name, const QString &type, TypeFamily family)
{
    Column column;
    column.name = name;
    column.declaredType = type;
    column.family = family;
    return column;
}

Table ordersOf(const GoldenTypes &types)
{
    Table orders;
    orders.name = {types.schema, u"orders"_s};
    orders.columns = {column(u"order_id"_s, types.key, TypeFamily::Integer),
                      column(u"status"_s, types.text, TypeFamily::Text),
                      column(u"no\"te"_s, types.text, TypeFamily::Text)};
    orders.columns[0].source = ValueSource::Generated;
    orders.columns[0].nullable = false;
    orders.columns[1].collation = orders.columns[2].collation = types.collation;
    orders.primaryKey = Key{u"orders_pkey"_s, {u"order_id"_s}, false};
    orders.triggers = {{u"stamp"_s, u"before update"_s}};
    orders.deleteActions = {{{types.schema, u"order_lines"_s}, {u"order_id"_s}, {u"order_id"_s}}};
    return orders;
}

Table logOf(const GoldenTypes &types)
{
    Table log;
    log.name = {types.schema, u"log"_s};
    log.columns = {column(u"order_id"_s, types.key, TypeFamily::Integer),
                   column(u"note"_s, types.text, TypeFamily::Text)};
    return log;
}

QList<RowChange> changesOf(const Table &orders, const Table &log)
{
    const auto key = [](qint64 id) { return Cells{{u"order_id"_s, Value::integer(id)}}; };
    const Cells open{{u"status"_s, Value::text(u"open"_s)}, {u"no\"te"_s, Value::null()}};
    const Cells line{{u"order_id"_s, Value::integer(7)}, {u"note"_s, Value::text(u"it's"_s)}};
    const Cells longText{{u"no\"te"_s, Value::text(QString(3000, u'x'))}};
    return {
        {Kind::Delete, &log, u"log (7, 'it''s')"_s, {}, line, {}, 2},
        {Kind::Delete, &orders, u"orders order_id=1"_s, key(1), key(1) + open, {}, 0},
        {Kind::Update,
         &orders,
         u"orders order_id=2"_s,
         key(2),
         key(2) + open,
         {{u"status"_s, Value::text(u"paid"_s)}},
         0},
        {Kind::Update, &orders, u"orders order_id=3"_s, key(3), key(3) + longText, {{u"no\"te"_s, Value::null()}}, 0},
        {Kind::Insert, &orders, u"orders order_id=4"_s, key(4), {}, key(4) + open, 0},
        {Kind::Insert, &log, u"log (7, 'it''s')"_s, {}, line, line, 1},
    };
}

/// The row before the change, as a change that has happened.
RowChange before(RowChange change)
{
    const bool inserts = change.kind == Kind::Insert;
    change.kind = inserts ? Kind::Delete : Kind::Insert;
    change.after = change.before;
    change.copies += inserts ? 1 : -1;
    return change;
}

} // namespace

QByteArray everyConstruct(const Dialect &dialect, const ServerInfo &target, const GoldenTypes &types)
{
    const Table orders = ordersOf(types);
    const Table log = logOf(types);
    const QList<RowChange> changes = changesOf(orders, log);
    ScriptHead head;
    head.comments = {u"Rejoin: every construct"_s};
    head.target = target;
    head.tables = {&orders, &log};
    head.appliedProbes = {changes[1], changes[4]};
    head.appliedMessage = u"it has been applied before"_s;
    if (dialect.checksRowsFirst()) {
        QList<RowChange> expected;
        std::ranges::transform(changes.sliced(1), std::back_inserter(expected), before);
        head.expected = RowChanges(expected);
    }
    ScriptTail tail;
    tail.tables = head.tables;
    tail.postconditions = dialect.rowChecks(RowChanges({changes[1], changes[4], changes[5]}));
    tail.generators = {{.table = &orders, .column = u"order_id"_s, .lastGiven = 4, .before = 3, .restore = false},
                       {.table = &orders, .column = u"order_id"_s, .lastGiven = 4, .before = 3, .restore = true}};
    head.generators = tail.generators;
    QStringList statements = dialect.scriptHead(head);
    for (const RowChange &change : changes)
        statements += QStringList{QString(), dialect.comment(change.row)} + dialect.scriptOperation(change);
    statements += QStringList{QString()} + dialect.scriptTail(tail);
    statements += QStringList{QString(), dialect.comment(u"a check by itself"_s)} +
                  dialect.checkScript(head, dialect.rowChecks(RowChanges(changes.first(2))));
    return statements.join(u'\n').toUtf8() + '\n';
}

QByteArray batchedOperations(const Dialect &dialect, const GoldenTypes &types)
{
    Table orders = ordersOf(types);
    orders.deleteActions.clear();
    const auto key = [](qint64 id) { return Cells{{u"order_id"_s, Value::integer(id)}}; };
    const Cells open{{u"status"_s, Value::text(u"it's open"_s)}, {u"no\"te"_s, Value::null()}};
    const Cells paid{{u"status"_s, Value::text(u"paid"_s)}};
    const auto named = [&](Kind kind, qint64 id) {
        RowChange change{.kind = kind, .table = &orders, .row = u"orders order_id=%1"_s.arg(id), .key = key(id)};
        change.before = kind == Kind::Insert ? Cells() : key(id) + open;
        change.after = kind == Kind::Insert ? key(id) + open : kind == Kind::Update ? paid : Cells();
        return change;
    };
    QStringList statements;
    for (const Kind kind : {Kind::Delete, Kind::Update, Kind::Insert})
        statements += QStringList{QString()} + dialect.scriptOperations({named(kind, 1), named(kind, 2)});
    if (dialect.changesAtOnce())
        statements += QStringList{QString()} + dialect.scriptAtOnce({named(Kind::Update, 1), named(Kind::Insert, 2)});
    return statements.join(u'\n').toUtf8() + '\n';
}

void compareWithGolden(const QByteArray &text, const QString &file)
{
    QFile golden(QStringLiteral(REJOIN_SOURCE_DIR "/tests/golden/") + file);
    if (qEnvironmentVariableIsSet("REJOIN_UPDATE_GOLDEN")) {
        QVERIFY(QDir().mkpath(QFileInfo(golden).path()));
        QVERIFY(golden.open(QIODevice::WriteOnly));
        QCOMPARE(golden.write(text), text.size());
        golden.close();
    }
    QVERIFY(golden.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(text), QString::fromUtf8(golden.readAll()));
}

} // namespace Rejoin::Testing
