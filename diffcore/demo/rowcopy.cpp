#include "diffcore/demo/rowcopy.h"

#include "diffcore/apply/scriptrun.h"
#include "diffcore/dialect/dialect.h"

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
    QStringList statements;
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
        statements += to.scriptOperation(change);
    }
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
