#include "tests/contract/workbench.h"

#include "diffcore/apply/scriptrun.h"
#include "diffcore/dialect/oneschema.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

namespace {

using Kind = RowChange::Kind;

QString rowName(const Table &table, const Cells &key)
{
    QStringList parts;
    for (const auto &[name, value] : key)
        parts += name + u'=' + value.toText();
    return table.name.name + u' ' + parts.join(u", "_s);
}

/// `cells` with those of `other` in place of theirs.
Cells overlaid(Cells cells, const Cells &other)
{
    for (const auto &[name, value] : other) {
        const auto found = std::ranges::find(cells, name, &QPair<QString, Value>::first);
        if (found == cells.end())
            cells += {name, value};
        else
            found->second = value;
    }
    return cells;
}

/// The values that the columns of `changed` had.
Cells only(const Cells &cells, const Cells &changed)
{
    Cells kept;
    for (const auto &pair : cells) {
        if (std::ranges::contains(changed, pair.first, &QPair<QString, Value>::first))
            kept += pair;
    }
    return kept;
}

RowChange undone(const RowChange &change)
{
    RowChange back = change;
    switch (change.kind) {
    case Kind::Insert:
        back.kind = Kind::Delete;
        back.before = change.after;
        back.after.clear();
        back.copies = change.copies + 1;
        return back;
    case Kind::Update:
        back.before = overlaid(change.before, change.after);
        back.after = only(change.before, change.after);
        return back;
    case Kind::Delete:
        back.kind = Kind::Insert;
        back.after = change.before;
        back.copies = change.copies - 1;
        if (!change.key.isEmpty())
            back.before.clear();
        return back;
    }
    Q_UNREACHABLE_RETURN({});
}

/// The row as the change leaves it, as a change that has happened.
RowChange final(const RowChange &change)
{
    RowChange row = change;
    if (change.kind == Kind::Update) {
        row.kind = Kind::Insert;
        row.after = overlaid(change.before, change.after);
        row.before.clear();
    }
    return row;
}

} // namespace

ScriptDraft::ScriptDraft(const Connection &target, QList<const Table *> tables)
    : m_dialect(&target.dialect())
    , m_target(target.server())
    , m_tables(std::move(tables))
{
}

ScriptDraft &ScriptDraft::add(const RowChange &change)
{
    m_changes += change;
    return *this;
}

ScriptDraft &ScriptDraft::insert(const Table &table, const Cells &key, const Cells &rest)
{
    return add({Kind::Insert, &table, rowName(table, key), key, {}, key + rest, 0});
}

ScriptDraft &ScriptDraft::update(const Table &table, const Cells &key, const Cells &before, const Cells &after)
{
    return add({Kind::Update, &table, rowName(table, key), key, key + before, after, 0});
}

ScriptDraft &ScriptDraft::remove(const Table &table, const Cells &key, const Cells &rest)
{
    return add({Kind::Delete, &table, rowName(table, key), key, key + rest, {}, 0});
}

ScriptDraft &ScriptDraft::insertCopy(const Table &table, const Cells &row, qint64 copies)
{
    return add({Kind::Insert, &table, table.name.name, {}, row, row, copies});
}

ScriptDraft &ScriptDraft::removeCopy(const Table &table, const Cells &row, qint64 copies)
{
    return add({Kind::Delete, &table, table.name.name, {}, row, {}, copies});
}

ScriptDraft &ScriptDraft::raise(const GeneratorChange &change)
{
    m_generators += change;
    return *this;
}

ScriptDraft ScriptDraft::undo() const
{
    ScriptDraft back = *this;
    back.m_changes.clear();
    for (const RowChange &change : m_changes)
        back.m_changes.prepend(undone(change));
    for (GeneratorChange &change : back.m_generators)
        change.restore = true;
    return back;
}

ScriptHead ScriptDraft::head() const
{
    ScriptHead head;
    head.comments = {u"Rejoin: a case\nDROP TABLE orders;"_s};
    head.target = m_target;
    head.tables = m_tables;
    head.appliedMessage = u"it's been applied before"_s;
    return head;
}

QByteArray ScriptDraft::text(Guarding guarding) const
{
    ScriptHead start = head();
    ScriptTail tail;
    tail.tables = m_tables;
    tail.generators = start.generators = m_generators;
    start.appliedProbes = finalRows();
    tail.postconditions = m_dialect->rowChecks(RowChanges(start.appliedProbes));
    if (m_dialect->checksRowsFirst())
        start.expected = RowChanges(undo().finalRows());
    QStringList statements = m_dialect->scriptHead(start);
    for (const QList<RowChange> &batch : guardBatches(m_changes, guarding, m_dialect->rowsPerList())) {
        for (const RowChange &change : batch)
            statements += m_dialect->comment(change.row);
        statements += guarding == Guarding::Batches && !batch.first().key.isEmpty()
                          ? m_dialect->scriptOperations(batch)
                          : m_dialect->scriptOperation(batch.first());
    }
    statements += m_dialect->scriptTail(tail);
    return statements.join(u'\n').toUtf8() + '\n';
}

QByteArray ScriptDraft::check() const
{
    return m_dialect->checkScript(head(), m_dialect->rowChecks(RowChanges(finalRows()))).join(u'\n').toUtf8() + '\n';
}

QList<RowChange> ScriptDraft::finalRows() const
{
    QList<RowChange> rows;
    for (const RowChange &change : m_changes)
        rows += final(change);
    return rows;
}

Workbench::Workbench(ContractEngine &engine, QString database)
    : m_engine(engine)
    , m_database(std::move(database))
{
}

Result<void> Workbench::open()
{
    close();
    REJOIN_TRY(m_engine.emptyDatabase(m_database));
    return reopen();
}

Result<void> Workbench::reopen()
{
    REJOIN_TRY_VALUE(connection, another());
    m_connection = std::move(connection);
    return {};
}

Result<std::unique_ptr<Connection>> Workbench::another(bool readOnly) const
{
    return Connection::open(m_engine.connection(m_database), {.label = u"A · PRD01"_s, .readOnly = readOnly});
}

void Workbench::run(const QStringList &statements)
{
    const QHash<QString, QString> words = m_engine.words();
    for (QString statement : statements) {
        for (auto word = words.begin(); word != words.end(); ++word)
            statement.replace(u'{' + word.key() + u'}', word.value());
        must(m_connection->execute(m_engine.spoken(statement)));
    }
}

Catalog Workbench::catalog()
{
    Catalog all = must(dialect().readCatalog(*m_connection, {}));
    const QString schema = oneSchemaOf(m_connection->server());
    if (!schema.isEmpty())
        all.tables.removeIf([&](const Table &table) { return table.name.schema != schema; });
    return all;
}

Table Workbench::table(const QString &name)
{
    const TableName whole{m_engine.words().value(u"schema"_s), name};
    const Catalog all = catalog();
    const Table *found = all.table(whole);
    if (!found)
        QTest::qFail(qPrintable(u"the catalog has no table "_s + whole.display()), __FILE__, __LINE__);
    return found ? *found : Table();
}

QList<Row> Workbench::read(const Table &table, const QStringList &columns, const QString &sql)
{
    QList<Row> rows;
    const auto reader = must(m_connection->read(sql, {}));
    while (reader && must(reader->next())) {
        for (int index = 0; index < reader->rowCount(); ++index) {
            Row row;
            for (int column = 0; column < reader->columnCount(); ++column)
                row += dialect().decode(*table.column(columns[column]), reader->cell(index, column));
            rows += row;
        }
    }
    return rows;
}

QList<Row> Workbench::rows(const Table &table)
{
    QStringList columns;
    for (const Column &column : table.columns)
        columns += column.name;
    const Selection all{&table, columns, table.primaryKey ? table.primaryKey->columns : QStringList()};
    return read(table, columns, table.primaryKey ? dialect().selectPage(all, {}, 100000) : dialect().selectAll(all));
}

Cells Workbench::cells(const Table &table, const Row &row)
{
    Cells cells;
    for (qsizetype index = 0; index < row.size(); ++index)
        cells += {table.columns[index].name, row[index]};
    return cells;
}

Result<void> Workbench::apply(const QByteArray &script, Way way, const QString &database)
{
    return way == Way::Client ? runInClient(script, database) : runStatements(script, database);
}

Result<void> Workbench::runInClient(const QByteArray &script, const QString &database) const
{
    const ClientRun run = m_engine.run(database, script);
    if (run.exitCode == 0)
        return {};
    Error error{.code = ErrorCode::ServerRefused, .message = u"the client stopped"_s};
    error.driverText = run.errors.trimmed();
    return fail(dialect().scriptError(error));
}

Result<void> Workbench::runStatements(const QByteArray &script, const QString &database) const
{
    REJOIN_TRY_VALUE(target, Connection::open(m_engine.connection(database), {.label = u"A"_s, .readOnly = false}));
    REJOIN_TRY_VALUE(statements, target->dialect().split(script));
    const CancelToken cancel;
    const Progress progress;
    return ScriptRun(*target, u"merge.sql"_s, cancel, progress).run(statements);
}

QString Workbench::dump() const
{
    QStringList lines = m_engine.dump(m_database).split(u'\n');
    lines.sort();
    return lines.join(u'\n');
}

} // namespace Rejoin::Testing
