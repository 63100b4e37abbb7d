#include "tests/contract/contractsuite.h"
#include "tests/contract/hostiletexts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

namespace {

const auto keyName = u"k"_s;
const auto valueName = u"v"_s;

/// Fit for the name of a data row, which results files hold.
QByteArray printable(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    for (char &byte : bytes) {
        if (byte < ' ' || byte > '~')
            byte = '?';
    }
    return bytes;
}

Cells keyOf(qint64 number)
{
    return {{keyName, Value::integer(number)}};
}

} // namespace

void ContractSuite::everyKindIsTriedOrLacking()
{
    QStringList kinds = m_engine.lacks().keys();
    for (const TypeCase &one : m_engine.typeCases())
        kinds += one.kind;
    for (const QString &required : ContractEngine::requiredKinds())
        QVERIFY2(kinds.contains(required), qPrintable(required));
}

void ContractSuite::valuesComeBack_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<Value>("value");
    int number = 0;
    for (const TypeCase &one : m_engine.typeCases()) {
        const QString name = u"%1 %2 %3"_s.arg(QString::number(++number), one.type, one.value.toText().left(30));
        QTest::newRow(printable(name).constData()) << one.type << one.value;
    }
}

/// By a literal, then by scripts both ways.
void ContractSuite::valuesComeBack()
{
    QFETCH(QString, type);
    QFETCH(Value, value);
    m_bench.run(m_engine.typeDeclarations());
    m_bench.run({u"CREATE TABLE t (k {integer} PRIMARY KEY, v "_s + type + u')'});
    const Table table = m_bench.table(u"t"_s);
    const Dialect &dialect = m_bench.dialect();
    const QString insert = u"INSERT INTO t (k, v) VALUES (%1, %2)"_s;
    must(m_bench.connection().execute(insert.arg(u"1"_s, dialect.literal(value, table.columns[1]))));
    must(m_bench.connection().execute(insert.arg(u"2"_s, dialect.literal(Value::null(), table.columns[1]))));
    const QList<Row> before{{Value::integer(1), value}, {Value::integer(2), Value::null()}};
    QCOMPARE(m_bench.rows(table), before);
    const TextRows count = must(m_bench.connection().query(dialect.countEqual(table, {{valueName, value}})));
    QCOMPARE(count[0][0], QByteArray("1"));

    ScriptDraft draft(m_bench.connection(), {&table});
    draft.update(table, keyOf(2), {{valueName, Value::null()}}, {{valueName, value}});
    draft.insert(table, keyOf(3), {{valueName, value}});
    draft.remove(table, keyOf(1), {{valueName, value}});
    must(m_bench.apply(draft.text(), Workbench::Way::Client));
    QCOMPARE(m_bench.rows(table), (QList<Row>{{Value::integer(2), value}, {Value::integer(3), value}}));
    must(m_bench.apply(draft.undo().text(), Workbench::Way::Statements));
    QCOMPARE(m_bench.rows(table), before);
}

void ContractSuite::listsTellValuesApart_data()
{
    valuesComeBack_data();
}

/// Rows looked at and written together: the value and NULL in the first row of a list and behind it.
void ContractSuite::listsTellValuesApart()
{
    QFETCH(QString, type);
    QFETCH(Value, value);
    m_bench.run(m_engine.typeDeclarations());
    m_bench.run({u"CREATE TABLE t (k {integer} PRIMARY KEY, v "_s + type + u')'});
    const Table table = m_bench.table(u"t"_s);
    const Cells with{{valueName, value}};
    const Cells without{{valueName, Value::null()}};
    ScriptDraft first(m_bench.connection(), {&table});
    for (qint64 key = 1; key <= 4; ++key)
        first.insert(table, keyOf(key), key % 2 == 1 ? with : without);
    must(m_bench.apply(first.text(Guarding::Batches), Workbench::Way::Client));
    const QList<Row> before = m_bench.rows(table);
    QCOMPARE(before, (QList<Row>{{Value::integer(1), value},
                                 {Value::integer(2), Value::null()},
                                 {Value::integer(3), value},
                                 {Value::integer(4), Value::null()}}));

    ScriptDraft draft(m_bench.connection(), {&table});
    draft.update(table, keyOf(1), with, without);
    draft.update(table, keyOf(2), without, with);
    draft.remove(table, keyOf(3), with);
    draft.remove(table, keyOf(4), without);
    draft.insert(table, keyOf(5), without);
    draft.insert(table, keyOf(6), with);
    must(m_bench.apply(draft.text(Guarding::Batches), Workbench::Way::Client));
    QCOMPARE(m_bench.rows(table), (QList<Row>{{Value::integer(1), Value::null()},
                                              {Value::integer(2), value},
                                              {Value::integer(5), Value::null()},
                                              {Value::integer(6), value}}));
    must(m_bench.apply(draft.undo().text(Guarding::Batches), Workbench::Way::Statements));
    QCOMPARE(m_bench.rows(table), before);

    ScriptDraft moved(m_bench.connection(), {&table});
    moved.update(table, keyOf(1), without, with);
    moved.update(table, keyOf(2), with, without);
    moved.update(table, keyOf(3), with, without);
    const Result<void> done = m_bench.apply(moved.text(Guarding::Batches), Workbench::Way::Statements);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Refused);
    QCOMPARE(done.error().rows, QStringList({u"t k=1"_s, u"t k=2"_s}));
    QCOMPARE(m_bench.rows(table), before);
}

void ContractSuite::nullIsNotEmpty()
{
    const Table orders = makeOrders();
    const QList<Row> rows = m_bench.rows(orders);
    QCOMPARE(rows[0][2], Value::null());
    QCOMPARE(rows[2][2], Value::text(QString()));
    for (const Workbench::Way way : {Workbench::Way::Client, Workbench::Way::Statements}) {
        ScriptDraft wrong(m_bench.connection(), {&orders});
        wrong.update(orders, {{u"order_id"_s, Value::integer(1003)}}, {{u"note"_s, Value::null()}},
                     {{u"note"_s, Value::text(u"x"_s)}});
        const Result<void> done = m_bench.apply(wrong.text(), way);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Refused);
    }
}

void ContractSuite::longTextComesBack()
{
    const Value text = Value::text(longText(1 << 20));
    m_bench.run({u"CREATE TABLE t (k {integer} PRIMARY KEY, v {long text})"_s});
    const Table table = m_bench.table(u"t"_s);
    ScriptDraft draft(m_bench.connection(), {&table});
    for (qint64 key = 1; key <= 3; ++key)
        draft.insert(table, keyOf(key), {{valueName, key == 2 ? Value::text(u"short"_s) : text}});
    must(m_bench.apply(draft.text(), Workbench::Way::Client));
    const QList<Row> rows = m_bench.rows(table);
    QCOMPARE(rows.size(), 3);
    QVERIFY(rows[0][1] == text);
    QCOMPARE(rows[1][1], Value::text(u"short"_s));
    QVERIFY(rows[2][1] == text);
    must(m_bench.apply(draft.undo().text(), Workbench::Way::Statements));
    QCOMPARE(m_bench.rows(table), QList<Row>());
}

void ContractSuite::longBinaryComesBack()
{
    const QList<TypeCase> cases = m_engine.typeCases();
    const auto binary = std::ranges::find(cases, u"binary"_s, &TypeCase::kind);
    QVERIFY(binary != cases.end());
    QByteArray bytes;
    while (bytes.size() < (2 << 20))
        bytes += everyByte();
    m_bench.run({u"CREATE TABLE t (k {integer} PRIMARY KEY, v "_s +
                 m_engine.words().value(u"long binary"_s, binary->type) + u')'});
    const Table table = m_bench.table(u"t"_s);
    ScriptDraft draft(m_bench.connection(), {&table});
    draft.insert(table, keyOf(1), {{valueName, Value::binary(bytes)}});
    must(m_bench.apply(draft.text(), Workbench::Way::Client));
    const QList<Row> rows = m_bench.rows(table);
    QCOMPARE(rows.size(), 1);
    QVERIFY(rows[0][1] == Value::binary(bytes));
    must(m_bench.apply(draft.undo().text(), Workbench::Way::Statements));
    QCOMPARE(m_bench.rows(table), QList<Row>());
}

void ContractSuite::hostileNames_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : Testing::hostileNames())
        QTest::newRow(printable(name).constData()) << name;
}

void ContractSuite::hostileNames()
{
    QFETCH(QString, name);
    if (!m_engine.takesName(name))
        QSKIP("the server refuses the name, or makes another one of it");
    const QString quoted = m_bench.quoted(name);
    must(m_bench.connection().execute(
        u"CREATE TABLE %1 (%1 %2 PRIMARY KEY, n %2)"_s.arg(quoted, m_engine.words().value(u"integer"_s))));
    must(m_bench.connection().execute(u"INSERT INTO %1 VALUES (2, 1)"_s.arg(quoted)));
    const Table table = m_bench.table(name);
    QCOMPARE(table.columns[0].name, name);
    QCOMPARE(table.primaryKey->columns, QStringList{name});
    ScriptDraft draft(m_bench.connection(), {&table});
    draft.insert(table, {{name, Value::integer(1)}}, {{u"n"_s, Value::integer(1)}});
    draft.update(table, {{name, Value::integer(2)}}, {{u"n"_s, Value::integer(1)}}, {{u"n"_s, Value::integer(3)}});
    must(m_bench.apply(draft.text(), Workbench::Way::Client));
    QCOMPARE(m_bench.rows(table),
             (QList<Row>{{Value::integer(1), Value::integer(1)}, {Value::integer(2), Value::integer(3)}}));
    must(m_bench.apply(draft.undo().text(), Workbench::Way::Statements));
    QCOMPARE(m_bench.rows(table), (QList<Row>{{Value::integer(2), Value::integer(1)}}));
}

} // namespace Rejoin::Testing
