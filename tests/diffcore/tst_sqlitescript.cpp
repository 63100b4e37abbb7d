#include "diffcore/dialect/sqlitedialect.h"
#include "tests/support/printing.h"
#include "tests/support/sqliteshell.h"

#include <QTest>

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

namespace {

using Cells = QList<QPair<QString, Value>>;
using Kind = RowChange::Kind;

Value num(qint64 number)
{
    return Value::integer(number);
}

Value txt(const QString &text)
{
    return Value::text(text);
}

/// "order_id INTEGER key, status TEXT, note TEXT?, total REAL": `?` may be NULL.
Table tableOf(const QString &name, const QString &columns)
{
    Table table;
    table.name.name = name;
    for (const QString &text : columns.split(u", "_s)) {
        Column column;
        column.name = text.section(u' ', 0, 0);
        column.declaredType = text.section(u' ', 1, 1).remove(u'?');
        column.nullable = text.contains(u'?');
        if (text.endsWith(u" nocase"_s))
            column.collation = u"NOCASE"_s;
        if (text.endsWith(u" key"_s)) {
            if (!table.primaryKey)
                table.primaryKey = Key{};
            table.primaryKey->columns += column.name;
        }
        table.columns += column;
    }
    return table;
}

const QByteArray shop = R"(
CREATE TABLE orders (order_id INTEGER PRIMARY KEY AUTOINCREMENT, status TEXT NOT NULL, note TEXT);
INSERT INTO orders VALUES (1001, 'open', NULL), (1002, 'open', 'call'), (1003, 'open', '');
)";

class Scripts
{
public:
    explicit Scripts(const QString &path = u"/elsewhere/shop.sqlite"_s)
        : dialect(server(path))
    {
        head.target = server(path);
        head.tables = {&orders};
        head.appliedMessage = u"it has been applied before"_s;
        tail.tables = {&orders};
    }

    static ServerInfo server(const QString &path)
    {
        ServerInfo info;
        info.database = path;
        return info;
    }

    RowChange insert(const Table &table, const Cells &key, const Cells &after) const
    {
        return {Kind::Insert, &table, rowName(table, key), key, {}, after, 0};
    }
    RowChange update(const Table &table, const Cells &key, const Cells &before, const Cells &after) const
    {
        return {Kind::Update, &table, rowName(table, key), key, before, after, 0};
    }
    RowChange remove(const Table &table, const Cells &key, const Cells &before) const
    {
        return {Kind::Delete, &table, rowName(table, key), key, before, {}, 0};
    }

    static QString rowName(const Table &table, const Cells &key)
    {
        return key.isEmpty() ? table.name.name : table.name.name + u' ' + key[0].first + u'=' + key[0].second.toText();
    }

    QByteArray text() const
    {
        QStringList statements = dialect.scriptHead(head);
        for (const RowChange &change : changes)
            statements += dialect.scriptOperation(change);
        ScriptTail end = tail;
        end.postconditions = dialect.rowChecks(RowChanges(postconditions));
        statements += dialect.scriptTail(end);
        return statements.join(u'\n').toUtf8() + '\n';
    }

    QByteArray check() const
    {
        const QStringList checks = dialect.rowChecks(RowChanges(postconditions));
        return dialect.checkScript(head, checks).join(u'\n').toUtf8() + '\n';
    }

    /// What scriptError makes of the client's output.
    Error errorOf(const SqliteShell::Run &run) const
    {
        Error error{.code = ErrorCode::ServerRefused};
        error.driverText = run.errors.trimmed();
        return dialect.scriptError(error);
    }

    Table orders = tableOf(u"orders"_s, u"order_id INTEGER key, status TEXT, note TEXT?"_s);
    SqliteDialect dialect;
    ScriptHead head;
    QList<RowChange> changes;
    QList<RowChange> postconditions; ///< checked by the tail
    ScriptTail tail;
};

/// Order 1001 is paid, 1002 goes, 1004 comes.
void addThreeChanges(Scripts &scripts)
{
    const Table &orders = scripts.orders;
    const auto key = [](qint64 id) { return Cells{{u"order_id"_s, num(id)}}; };
    scripts.changes = {
        scripts.update(orders, key(1001),
                       {{u"order_id"_s, num(1001)}, {u"status"_s, txt(u"open"_s)}, {u"note"_s, Value::null()}},
                       {{u"status"_s, txt(u"paid"_s)}}),
        scripts.remove(orders, key(1002),
                       {{u"order_id"_s, num(1002)}, {u"status"_s, txt(u"open"_s)}, {u"note"_s, txt(u"call"_s)}}),
        scripts.insert(orders, key(1004),
                       {{u"order_id"_s, num(1004)}, {u"status"_s, txt(u"new"_s)}, {u"note"_s, Value::null()}}),
    };
    scripts.postconditions = {
        scripts.insert(orders, key(1001),
                       {{u"order_id"_s, num(1001)}, {u"status"_s, txt(u"paid"_s)}, {u"note"_s, Value::null()}}),
        scripts.remove(orders, key(1002), {}),
        scripts.changes[2],
    };
    scripts.head.appliedProbes = scripts.postconditions;
}

} // namespace

class TestSqliteScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appliesOnceAndRefusesASecondRun();
    void namesEveryRowThatMoved();
    void stopsWithoutBail();
    void checksWithoutWriting();
    void refusesAnotherFile();
    void takesACopyOfTheFile();
    void refusesAnotherShape_data();
    void refusesAnotherShape();
    void seesEveryKindOfMove_data();
    void seesEveryKindOfMove();
    void carriesHostileNamesAndValues();
    void keepsTextOfDataOutOfCommentsAndMessages();
    void changesOneOfSeveralEqualRows();
    void refusesWhenEqualRowsMoved();
    void neverReplacesAnotherRow();
    void letsNoForeignKeyAct_data();
    void letsNoForeignKeyAct();
    void refusesNewOrphansOnly();
    void seesWhatATriggerChanged();
    void movesGenerators_data();
    void movesGenerators();
    void splitsItsOwnScript();
    void splits_data();
    void splits();
    void refusesAnOpenEnd();
    void leavesOtherErrorsAsTheyAre();
};

void TestSqliteScript::appliesOnceAndRefusesASecondRun()
{
    const SqliteShell shell;
    QCOMPARE(shell.run(shop).exitCode, 0);
    Scripts scripts;
    addThreeChanges(scripts);
    const SqliteShell::Run first = shell.run(scripts.text());
    QCOMPARE(first.errors, QString());
    QCOMPARE(first.output, QString());
    QCOMPARE(shell.ask(u"SELECT * FROM orders"_s), u"1001|paid|\n1003|open|\n1004|new|"_s);

    const QString before = shell.dump();
    const SqliteShell::Run second = shell.run(scripts.text());
    QCOMPARE(second.exitCode, 1);
    const Error error = scripts.errorOf(second);
    QCOMPARE(error.code, ErrorCode::AlreadyApplied);
    QCOMPARE(error.message, u"it has been applied before"_s);
    QCOMPARE(shell.dump(), before);
}

void TestSqliteScript::namesEveryRowThatMoved()
{
    const SqliteShell shell;
    QCOMPARE(shell.run(shop + "UPDATE orders SET note = 'moved' WHERE order_id < 1003;").exitCode, 0);
    Scripts scripts;
    addThreeChanges(scripts);
    const QString before = shell.dump();
    const Error error = scripts.errorOf(shell.run(scripts.text()));
    QCOMPARE(error.code, ErrorCode::Refused);
    QCOMPARE(error.message,
             u"rows moved since the comparison: 2, among them orders order_id=1001; orders order_id=1002"_s);
    QCOMPARE(shell.dump(), before);
}

void TestSqliteScript::stopsWithoutBail()
{
    const SqliteShell shell;
    QCOMPARE(shell.run(shop + "UPDATE orders SET note = 'moved' WHERE order_id = 1001;").exitCode, 0);
    Scripts scripts;
    addThreeChanges(scripts);
    const QString before = shell.dump();
    QVERIFY(shell.run(".bail off\n" + scripts.text()).exitCode != 0);
    QCOMPARE(shell.dump(), before);
}

void TestSqliteScript::checksWithoutWriting()
{
    const SqliteShell shell;
    QCOMPARE(shell.run(shop).exitCode, 0);
    Scripts scripts;
    addThreeChanges(scripts);
    scripts.head.appliedProbes = {};
    const QString before = shell.dump();
    const SqliteShell::Run unlike = shell.run(scripts.check());
    QCOMPARE(unlike.output, u"orders order_id=1001\norders order_id=1002\norders order_id=1004\n"_s);
    QCOMPARE(scripts.errorOf(unlike).code, ErrorCode::Refused);
    QCOMPARE(shell.dump(), before);

    QCOMPARE(shell.run(scripts.text()).exitCode, 0);
    const SqliteShell::Run alike = shell.run(scripts.check());
    QCOMPARE(alike.exitCode, 0);
    QCOMPARE(alike.output, QString());
}

void TestSqliteScript::refusesAnotherFile()
{
    const SqliteShell shell(u"standby.sqlite"_s);
    QCOMPARE(shell.run(shop).exitCode, 0);
    Scripts scripts;
    addThreeChanges(scripts);
    const Error error = scripts.errorOf(shell.run(scripts.text()));
    QCOMPARE(error.code, ErrorCode::WrongTarget);
    QCOMPARE(error.message, u"this script is for shop.sqlite, not for "_s + shell.path());
}

void TestSqliteScript::takesACopyOfTheFile()
{
    const SqliteShell shell(u"an \"odd\" o'name ü.sqlite"_s);
    QCOMPARE(shell.run(shop).exitCode, 0);
    Scripts scripts(u"/srv/an \"odd\" o'name ü.sqlite"_s);
    addThreeChanges(scripts);
    QCOMPARE(shell.run(scripts.text()).errors, QString());
}

void TestSqliteScript::refusesAnotherShape_data()
{
    QTest::addColumn<QString>("change");
    QTest::newRow("a column more") << u"ALTER TABLE orders ADD COLUMN channel TEXT"_s;
    QTest::newRow("a column renamed") << u"ALTER TABLE orders RENAME COLUMN note TO remark"_s;
    QTest::newRow("the table gone") << u"DROP TABLE orders"_s;
    QTest::newRow("another type")
        << u"DROP TABLE orders; CREATE TABLE orders (order_id INTEGER PRIMARY KEY, status INT "
           "NOT NULL, note TEXT)"_s;
    QTest::newRow("a trigger") << u"CREATE TRIGGER stamp AFTER UPDATE ON orders BEGIN SELECT 1; END"_s;
}

void TestSqliteScript::refusesAnotherShape()
{
    QFETCH(QString, change);
    const SqliteShell shell;
    QCOMPARE(shell.run(shop + change.toUtf8() + ";").errors, QString());
    Scripts scripts;
    addThreeChanges(scripts);
    const QString before = shell.dump();
    const Error error = scripts.errorOf(shell.run(scripts.text()));
    QCOMPARE(error.code, ErrorCode::Refused);
    QCOMPARE(error.message, u"the columns or triggers of orders are not as compared"_s);
    QCOMPARE(shell.dump(), before);
}

void TestSqliteScript::seesEveryKindOfMove_data()
{
    QTest::addColumn<QString>("move");
    QTest::newRow("another number") << u"SET amount = 6"_s;
    QTest::newRow("the same number of another class") << u"SET amount = 5.0"_s;
    QTest::newRow("a number as text") << u"SET amount = '5'"_s;
    QTest::newRow("case") << u"SET name = 'ANN'"_s;
    QTest::newRow("a blank more") << u"SET name = 'Ann '"_s;
    QTest::newRow("text as bytes") << u"SET name = x'416e6e'"_s;
    QTest::newRow("NULL now") << u"SET name = NULL"_s;
    QTest::newRow("NULL no more") << u"SET rest = ''"_s;
    QTest::newRow("a real rounded") << u"SET price = 2"_s;
    QTest::newRow("the key's case") << u"SET code = 'K'"_s;
    QTest::newRow("gone") << u"SET code = 'other'"_s;
}

void TestSqliteScript::seesEveryKindOfMove()
{
    QFETCH(QString, move);
    const SqliteShell shell;
    QCOMPARE(
        shell
            .run("CREATE TABLE t (code TEXT COLLATE NOCASE PRIMARY KEY NOT NULL, amount, name TEXT COLLATE NOCASE, "
                 "price REAL, rest TEXT);\nINSERT INTO t VALUES ('k', 5, 'Ann', 2.5, NULL);\nUPDATE t " +
                 move.toUtf8() + ";")
            .errors,
        QString());
    const Table table = tableOf(u"t"_s, u"code TEXT key, amount ?, name TEXT? nocase, price REAL?, rest TEXT?"_s);
    Table spelled = table;
    spelled.columns[0].collation = u"NOCASE"_s;
    Scripts scripts;
    scripts.head.tables = scripts.tail.tables = {&spelled};
    const Cells before{{u"code"_s, txt(u"k"_s)},
                       {u"amount"_s, num(5)},
                       {u"name"_s, txt(u"Ann"_s)},
                       {u"price"_s, Value::of(TypeFamily::Float, "2.5")},
                       {u"rest"_s, Value::null()}};
    const QString dump = shell.dump();
    for (const RowChange &change : {scripts.update(spelled, {before[0]}, before, {{u"amount"_s, num(7)}}),
                                    scripts.remove(spelled, {before[0]}, before)}) {
        scripts.changes = {change};
        const Error error = scripts.errorOf(shell.run(scripts.text()));
        QCOMPARE(error.code, ErrorCode::Refused);
        QVERIFY2(error.message.contains(u"t code=k"_s), qPrintable(error.message));
        QCOMPARE(shell.dump(), dump);
    }
}

void TestSqliteScript::carriesHostileNamesAndValues()
{
    const SqliteShell shell;
    const QString name = u"or\"d'er; -- \n.quit"_s;
    const QString column = u"se\"le'ct \n?"_s;
    const SqliteDialect dialect(Scripts::server({}));
    QCOMPARE(shell
                 .run(u"CREATE TABLE %1 (%2 TEXT NOT NULL PRIMARY KEY, v BLOB);"_s
                          .arg(dialect.name(name), dialect.name(column))
                          .toUtf8())
                 .errors,
             QString());
    Table table;
    table.name.name = name;
    table.columns = {Column{.name = column, .declaredType = u"TEXT"_s, .nullable = false},
                     Column{.name = u"v"_s, .declaredType = u"BLOB"_s}};
    table.primaryKey = Key{.columns = {column}};
    Scripts scripts;
    scripts.head.tables = scripts.tail.tables = {&table};
    const QString nasty = u"'; DROP TABLE x; --\n.quit\n/*\";{d '2026'} ? \U0001F600 "_s + QChar(u'\0') + u"end"_s;
    const QList<Value> values{txt(nasty),
                              txt(u""_s),
                              txt(QString(1 << 20, u'x')),
                              Value::binary(QByteArray(3, '\0')),
                              num(std::numeric_limits<qint64>::min()),
                              Value::of(TypeFamily::Float, "1e-320")};
    for (const Value &value : values) {
        const Cells key{{column, txt(nasty + QString::number(scripts.changes.size()))}};
        scripts.changes += scripts.insert(table, key, key + Cells{{u"v"_s, value}});
    }
    scripts.postconditions = scripts.changes;
    scripts.head.appliedProbes = scripts.changes;
    QCOMPARE(shell.run(scripts.text()).errors, QString());
    QCOMPARE(scripts.errorOf(shell.run(scripts.text())).code, ErrorCode::AlreadyApplied);
    QCOMPARE(shell.ask(u"SELECT count(*) FROM %1"_s.arg(dialect.name(name))), QString::number(values.size()));

    scripts.head.appliedProbes = {};
    scripts.postconditions = {};
    for (RowChange &change : scripts.changes)
        change = scripts.remove(table, change.key, change.after);
    QCOMPARE(shell.run(scripts.text()).errors, QString());
    QCOMPARE(shell.ask(u"SELECT count(*) FROM %1"_s.arg(dialect.name(name))), u"0"_s);
    const Error error = scripts.errorOf(shell.run(scripts.text()));
    QCOMPARE(error.code, ErrorCode::Refused);
    QVERIFY2(error.message.contains(u"'; DROP TABLE x"_s), qPrintable(error.message));
}

void TestSqliteScript::keepsTextOfDataOutOfCommentsAndMessages()
{
    const SqliteDialect dialect(Scripts::server({}));
    const QString comment = dialect.comment(u"row\nDROP TABLE a;\r\u2028x\u202Ey"_s + QChar(u'\0'));
    QCOMPARE(comment, u"-- row DROP TABLE a;  x y "_s);
    QVERIFY(dialect.comment(u"a\n.quit"_s).startsWith(u"-- "_s));
}

void TestSqliteScript::changesOneOfSeveralEqualRows()
{
    const SqliteShell shell;
    QCOMPARE(shell
                 .run("CREATE TABLE log (rowid TEXT, at TEXT);\n"
                      "INSERT INTO log VALUES ('in', NULL), ('in', NULL), ('out', 'x'), ('in', NULL);")
                 .errors,
             QString());
    const Table log = tableOf(u"log"_s, u"rowid TEXT?, at TEXT?"_s);
    Scripts scripts;
    scripts.head.tables = scripts.tail.tables = {&log};
    const Cells in{{u"rowid"_s, txt(u"in"_s)}, {u"at"_s, Value::null()}};
    const Cells out{{u"rowid"_s, txt(u"out"_s)}, {u"at"_s, txt(u"x"_s)}};
    scripts.changes = {{Kind::Delete, &log, u"log no. 3"_s, {}, in, {}, 3},
                       {Kind::Delete, &log, u"log no. 2"_s, {}, in, {}, 2},
                       {Kind::Insert, &log, u"log no. 2"_s, {}, out, out, 1}};
    scripts.postconditions = {scripts.changes[1], scripts.changes[2]};
    scripts.head.appliedProbes = scripts.postconditions;
    QCOMPARE(shell.run(scripts.text()).errors, QString());
    QCOMPARE(shell.ask(u"SELECT * FROM log"_s), u"in|\nout|x\nout|x"_s);
    QCOMPARE(scripts.errorOf(shell.run(scripts.text())).code, ErrorCode::AlreadyApplied);
}

void TestSqliteScript::refusesWhenEqualRowsMoved()
{
    const SqliteShell shell;
    QCOMPARE(shell.run("CREATE TABLE log (at TEXT);\nINSERT INTO log VALUES ('in'), ('in');").errors, QString());
    const Table log = tableOf(u"log"_s, u"at TEXT?"_s);
    Scripts scripts;
    scripts.head.tables = scripts.tail.tables = {&log};
    const Cells in{{u"at"_s, txt(u"in"_s)}};
    for (const RowChange &change : {RowChange{Kind::Delete, &log, u"log 'in' no. 1"_s, {}, in, {}, 1},
                                    RowChange{Kind::Insert, &log, u"log 'in' no. 1"_s, {}, in, in, 3}}) {
        scripts.changes = {change};
        const Error error = scripts.errorOf(shell.run(scripts.text()));
        QCOMPARE(error.code, ErrorCode::Refused);
        QVERIFY2(error.message.endsWith(u"log 'in' no. 1"_s), qPrintable(error.message));
        QCOMPARE(shell.ask(u"SELECT count(*) FROM log"_s), u"2"_s);
    }
}

void TestSqliteScript::neverReplacesAnotherRow()
{
    const SqliteShell shell;
    QCOMPARE(shell
                 .run("CREATE TABLE t (id INTEGER PRIMARY KEY, mail TEXT UNIQUE ON CONFLICT REPLACE);\n"
                      "INSERT INTO t VALUES (1, 'x@y');")
                 .errors,
             QString());
    const Table table = tableOf(u"t"_s, u"id INTEGER key, mail TEXT?"_s);
    Scripts scripts;
    scripts.head.tables = scripts.tail.tables = {&table};
    const Cells row{{u"id"_s, num(2)}, {u"mail"_s, txt(u"x@y"_s)}};
    scripts.changes = {scripts.insert(table, {row[0]}, row)};
    const Error error = scripts.errorOf(shell.run(scripts.text()));
    QCOMPARE(error.code, ErrorCode::ServerRefused);
    QVERIFY(error.driverText.contains(u"UNIQUE constraint failed: t.mail"_s));
    QCOMPARE(shell.ask(u"SELECT * FROM t"_s), u"1|x@y"_s);
}

void TestSqliteScript::letsNoForeignKeyAct_data()
{
    QTest::addColumn<QString>("action");
    for (const char *action : {"CASCADE", "SET NULL", "RESTRICT"})
        QTest::newRow(action) << QString::fromLatin1(action);
}

/// A child that came after the comparison must neither vanish with its parent nor lose it.
void TestSqliteScript::letsNoForeignKeyAct()
{
    QFETCH(QString, action);
    const SqliteShell shell;
    QCOMPARE(shell
                 .run("CREATE TABLE p (id INTEGER PRIMARY KEY);\nINSERT INTO p VALUES (1), (2);\n"
                      "CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER REFERENCES P (id) ON DELETE " +
                      action.toUtf8() + ");\nINSERT INTO c VALUES (7, 1);")
                 .errors,
             QString());
    const Table parent = tableOf(u"p"_s, u"id INTEGER key"_s);
    const Table child = tableOf(u"c"_s, u"id INTEGER key, p INTEGER?"_s);
    Scripts scripts;
    scripts.head.tables = scripts.tail.tables = {&parent};
    const Cells one{{u"id"_s, num(1)}};
    scripts.changes = {scripts.remove(parent, one, one)};
    const Error error = scripts.errorOf(shell.run("PRAGMA foreign_keys = ON;\n" + scripts.text()));
    QCOMPARE(error.code, ErrorCode::Refused);
    QCOMPARE(error.message, u"rows would refer to rows that are not there: 1, among them c row 7 refers to P"_s);
    QCOMPARE(shell.ask(u"SELECT * FROM c"_s), u"7|1"_s);

    // Parent before child, in the wrong order, is right at the end.
    const Cells seven{{u"id"_s, num(7)}, {u"p"_s, num(1)}};
    scripts.head.tables = scripts.tail.tables = {&parent, &child};
    scripts.changes += scripts.remove(child, {seven[0]}, seven);
    QCOMPARE(shell.run("PRAGMA foreign_keys = ON;\n" + scripts.text()).errors, QString());
    QCOMPARE(shell.ask(u"SELECT count(*) FROM c"_s), u"0"_s);
}

void TestSqliteScript::refusesNewOrphansOnly()
{
    const SqliteShell shell;
    QCOMPARE(shell
                 .run("CREATE TABLE p (id TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID;\n"
                      "CREATE TABLE c (id TEXT PRIMARY KEY NOT NULL, p TEXT REFERENCES p) WITHOUT ROWID;\n"
                      "INSERT INTO c VALUES ('old', 'gone');")
                 .errors,
             QString());
    const Table child = tableOf(u"c"_s, u"id TEXT key, p TEXT?"_s);
    Scripts scripts;
    scripts.head.tables = scripts.tail.tables = {&child};
    const auto row = [](const QString &id, const Value &parent) { return Cells{{u"id"_s, txt(id)}, {u"p"_s, parent}}; };
    scripts.changes = {scripts.insert(child, {row(u"a"_s, {})[0]}, row(u"a"_s, Value::null()))};
    QCOMPARE(shell.run(scripts.text()).errors, QString());
    scripts.changes = {scripts.insert(child, {row(u"b"_s, {})[0]}, row(u"b"_s, txt(u"gone"_s)))};
    const Error error = scripts.errorOf(shell.run(scripts.text()));
    QCOMPARE(error.code, ErrorCode::Refused);
    QCOMPARE(error.message, u"rows would refer to rows that are not there: 1, among them c refers to p"_s);
    QCOMPARE(shell.ask(u"SELECT group_concat(id) FROM c"_s), u"a,old"_s);
}

void TestSqliteScript::seesWhatATriggerChanged()
{
    const SqliteShell shell;
    QCOMPARE(shell
                 .run(shop + "CREATE TRIGGER stamp AFTER INSERT ON orders\n"
                             "BEGIN UPDATE orders SET note = 'by trigger' WHERE order_id = NEW.order_id; END;")
                 .errors,
             QString());
    Scripts scripts;
    scripts.orders.triggers = {{u"stamp"_s, u"after insert"_s}};
    addThreeChanges(scripts);
    const QString before = shell.dump();
    const Error error = scripts.errorOf(shell.run(scripts.text()));
    QCOMPARE(error.code, ErrorCode::Refused);
    QCOMPARE(error.message,
             u"rows are not as merged (does a trigger change them?): 1, among them orders order_id=1004"_s);
    QCOMPARE(shell.dump(), before);
}

void TestSqliteScript::movesGenerators_data()
{
    QTest::addColumn<QString>("sequence");
    QTest::addColumn<qint64>("before");
    QTest::addColumn<QString>("merged");
    QTest::addColumn<QString>("undone");
    QTest::newRow("raised") << u"INSERT INTO sqlite_sequence VALUES ('orders', 1003)"_s << qint64(1003)
                            << u"orders|2000"_s << u"orders|1003"_s;
    QTest::newRow("none yet") << u"SELECT 1"_s << qint64(0) << u"orders|2000"_s << QString();
    QTest::newRow("higher already") << u"INSERT INTO sqlite_sequence VALUES ('orders', 3000)"_s << qint64(1003)
                                    << u"orders|3000"_s << u"orders|3000"_s;
}

void TestSqliteScript::movesGenerators()
{
    QFETCH(QString, sequence);
    QFETCH(qint64, before);
    QFETCH(QString, merged);
    QFETCH(QString, undone);
    const SqliteShell shell;
    QCOMPARE(shell.run(shop + "DELETE FROM sqlite_sequence;\n" + sequence.toUtf8() + ";").errors, QString());
    Scripts scripts;
    GeneratorChange change{&scripts.orders, u"order_id"_s, 2000, before, false};
    scripts.tail.generators = {change};
    QCOMPARE(shell.run(scripts.text()).errors, QString());
    QCOMPARE(shell.ask(u"SELECT * FROM sqlite_sequence"_s), merged);
    scripts.tail.generators[0].restore = true;
    QCOMPARE(shell.run(scripts.text()).errors, QString());
    QCOMPARE(shell.ask(u"SELECT * FROM sqlite_sequence"_s), undone);

    scripts.tail.generators[0] = {&scripts.orders, u"order_id"_s, 1, qint64(0), false};
    QCOMPARE(shell.run("DELETE FROM sqlite_sequence;\n" + scripts.text())
                 .errors.contains(u"the generator of orders is below its highest key"_s),
             true);
}

void TestSqliteScript::splitsItsOwnScript()
{
    Scripts scripts;
    addThreeChanges(scripts);
    const QByteArray text = scripts.text();
    const auto statements = scripts.dialect.split(text);
    VERIFY_OK(statements);
    QCOMPARE(statements->first().text, "PRAGMA foreign_keys = OFF");
    QCOMPARE((*statements)[1].text, "BEGIN IMMEDIATE");
    QCOMPARE(statements->last().text, "COMMIT");
    const QByteArrayList lines = text.split('\n');
    for (const ScriptStatement &statement : *statements)
        QVERIFY(lines[statement.line - 1].startsWith(statement.text.toByteArray().split('\n').first()));
}

void TestSqliteScript::splits_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArrayList>("expected"); // "line:text"
    QTest::newRow("nothing") << QByteArray() << QByteArrayList{};
    QTest::newRow("comments alone") << QByteArray("-- a;\n/* b;\n */ ;;\n") << QByteArrayList{};
    QTest::newRow("client lines") << QByteArray(".bail on\nA;\n.print 'x;\nB;") << QByteArrayList{"2:A", "4:B"};
    QTest::newRow("strings") << QByteArray("A ';''\n;' ;B \";\"\";\";\n[;];`;`;")
                             << QByteArrayList{"1:A ';''\n;' ", "2:B \";\"\";\"", "3:[;]", "3:`;`"};
    QTest::newRow("dots in strings") << QByteArray("A '\n.quit\n';\nB;") << QByteArrayList{"1:A '\n.quit\n'", "4:B"};
    QTest::newRow("comments inside") << QByteArray("A -- it's;\n B;C /* ; ' */ D;")
                                     << QByteArrayList{"1:A -- it's;\n B", "2:C /* ; ' */ D"};
}

void TestSqliteScript::splits()
{
    QFETCH(QByteArray, script);
    QFETCH(QByteArrayList, expected);
    const SqliteDialect dialect(Scripts::server({}));
    const auto statements = dialect.split(script);
    VERIFY_OK(statements);
    QByteArrayList found;
    for (const ScriptStatement &statement : *statements)
        found += QByteArray::number(statement.line) + ':' + statement.text.toByteArray();
    QCOMPARE(found, expected);
}

void TestSqliteScript::refusesAnOpenEnd()
{
    const SqliteDialect dialect(Scripts::server({}));
    for (const QByteArray &script : {QByteArray("A;\nB 'x;"), QByteArray("A;\nB"), QByteArray("A;\n\"b;")}) {
        const auto statements = dialect.split(script);
        QVERIFY(!statements);
        QCOMPARE(statements.error().code, ErrorCode::BadFile);
        QCOMPARE(statements.error().message, u"the statement that begins in line 2 has no end"_s);
    }
}

void TestSqliteScript::leavesOtherErrorsAsTheyAre()
{
    const SqliteDialect dialect(Scripts::server({}));
    Error error{.code = ErrorCode::ServerRefused};
    error.message = u"the server refused the statement"_s;
    error.driverText = u"UNIQUE constraint failed: orders.order_id"_s;
    QCOMPARE(dialect.scriptError(error), error);
}

QTEST_GUILESS_MAIN(TestSqliteScript)
#include "tst_sqlitescript.moc"
