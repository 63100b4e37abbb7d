#include "diffcore/demo/rowcopy.h"

#include "diffcore/apply/scriptrun.h"
#include "diffcore/dialect/dialect.h"

#include <QSet>
#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

const Table *tableNamed(const Catalog &catalog, const QString &name)
{
    const auto found =
        std::ranges::find_if(catalog.tables, [&](const Table &table) { return table.name.name == name; });
    return found == catalog.tables.end() ? nullptr : &*found;
}

Value cellOf(const RowChange &row, const QString &column)
{
    const auto found = std::ranges::find(row.after, column, &QPair<QString, Value>::first);
    return found == row.after.end() ? Value::null() : found->second;
}

/// A row that refers to another one of its table comes after it.
QList<RowChange> referredFirst(QList<RowChange> rows, const Table &table)
{
    const auto self =
        std::ranges::find_if(table.foreignKeys, [&](const ForeignKey &key) { return key.parent == table.name; });
    if (self == table.foreignKeys.end())
        return rows;
    QList<RowChange> ordered;
    QSet<Value> there{Value::null()};
    for (qsizetype before = -1; before != ordered.size();) {
        before = ordered.size();
        rows.removeIf([&](const RowChange &row) {
            const bool can = there.contains(cellOf(row, self->columns.first()));
            if (can) {
                there.insert(cellOf(row, self->parentColumns.first()));
                ordered += row;
            }
            return can;
        });
    }
    return ordered + rows;
}

/// Inserts of rows as they are read: those of a table with a key in its order.
Result<QStringList> insertions(Connection &from, const Dialect &to, const Table &source, const Table &target)
{
    QStringList names;
    for (const Column &column : source.columns)
        names += column.name;
    const QStringList key = source.primaryKey ? source.primaryKey->columns : QStringList();
    const Selection all{&source, names, key};
    constexpr int everyRow = 10000000;
    const Dialect &dialect = from.dialect();
    REJOIN_TRY_VALUE(rows, from.query(key.isEmpty() ? dialect.selectAll(all) : dialect.selectPage(all, {}, everyRow)));
    QList<RowChange> changes;
    std::map<TextRows::value_type, qint64> copies;
    for (const auto &row : rows) {
        RowChange change{.kind = RowChange::Kind::Insert, .table = &target, .row = source.name.name};
        for (qsizetype index = 0; index < row.size(); ++index) {
            const auto cell = row[index] ? std::optional(QByteArrayView(*row[index])) : std::nullopt;
            const QPair<QString, Value> value{names[index], dialect.decode(source.columns[index], cell)};
            change.after += value;
            if (key.contains(names[index]))
                change.key += value;
        }
        if (key.isEmpty()) {
            change.before = change.after;
            change.copies = copies[row]++;
        }
        changes += change;
    }
    QStringList statements;
    for (const RowChange &change : referredFirst(changes, source))
        statements += to.scriptOperation(change);
    return statements;
}

} // namespace

Result<void> copyRows(Connection &from, Connection &to, const QStringList &tables, const CancelToken &cancel)
{
    REJOIN_TRY_VALUE(sources, from.dialect().readCatalog(from, cancel));
    REJOIN_TRY_VALUE(targets, to.dialect().readCatalog(to, cancel));
    ScriptHead head;
    head.target = to.server();
    QStringList statements = to.dialect().scriptHead(head);
    for (const QString &name : tables) {
        const Table *source = tableNamed(sources, name);
        const Table *target = tableNamed(targets, name);
        if (!source || !target)
            return fail(ErrorCode::Bug, u"there is no table %1 to be copied"_s.arg(name));
        REJOIN_TRY_VALUE(some, insertions(from, to.dialect(), *source, *target));
        statements += some;
    }
    statements += to.dialect().scriptTail({});
    REJOIN_TRY_VALUE(parts, to.dialect().split(statements.join(u'\n').toUtf8()));
    return ScriptRun(to, u"the story"_s, cancel, {}).run(parts);
}

} // namespace Rejoin
