#include "diffcore/schema/relations.h"

#include "diffcore/schema/nearestname.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// Indexes of columns by name; nothing where one is not there.
std::optional<QList<int>> columnIndexes(const AlignedTable &table, const QStringList &names)
{
    QList<int> indexes;
    for (const QString &name : names) {
        indexes.append(table.columnIndex(name));
        if (indexes.last() < 0)
            return std::nullopt;
    }
    return indexes;
}

/// A foreign key that names no parent columns refers to the parent's primary key.
QStringList parentColumns(const ForeignKey &foreignKey, const AlignedTable &parent, Side side)
{
    if (!foreignKey.parentColumns.isEmpty())
        return foreignKey.parentColumns;
    const std::optional<Table> &table = parent.in[side];
    return table && table->primaryKey ? table->primaryKey->columns : QStringList();
}

/// Where the table is that a side, or a person, names; -1 where there is none. What a side's own name is comes first:
/// a table of another schema may bear the plain name of one that is compared.
int placeOf(const Alignment &alignment, const TableName &name, Side side)
{
    const auto isIt = [&](const AlignedTable &table) { return table.in[side] && table.in[side]->name == name; };
    const auto found = std::ranges::find_if(alignment.tables, isIt);
    return found == alignment.tables.end() ? alignment.tableIndex(name.display())
                                           : static_cast<int>(found - alignment.tables.begin());
}

std::optional<Relation> relationOf(const Alignment &alignment, int child, const ForeignKey &foreignKey, Side side)
{
    int parent = placeOf(alignment, foreignKey.parent, side);
    if (parent < 0 && !alignment.canBeMerged()) // the other engine's schema
        parent = alignment.tableIndex(foreignKey.parent.name);
    if (parent < 0)
        return std::nullopt;
    const auto childIndexes = columnIndexes(alignment.tables[child], foreignKey.columns);
    const auto parentIndexes =
        columnIndexes(alignment.tables[parent], parentColumns(foreignKey, alignment.tables[parent], side));
    if (!childIndexes || !parentIndexes || childIndexes->isEmpty() || childIndexes->size() != parentIndexes->size())
        return std::nullopt;
    return Relation{child, *childIndexes, parent, *parentIndexes, foreignKey.name, foreignKey.declared};
}

QList<QPair<int, int>> sortedPairs(const Relation &relation)
{
    QList<QPair<int, int>> pairs;
    for (int i = 0; i < relation.childColumns.size(); ++i)
        pairs.append({relation.childColumns[i], relation.parentColumns[i]});
    std::ranges::sort(pairs);
    return pairs;
}

bool sameReference(const Relation &left, const Relation &right)
{
    return left.child == right.child && left.parent == right.parent && sortedPairs(left) == sortedPairs(right);
}

void addOnce(QList<Relation> &relations, const Relation &relation)
{
    if (!std::ranges::any_of(relations, [&](const Relation &known) { return sameReference(known, relation); }))
        relations.append(relation);
}

/// One end of a relation that the person gave.
struct End
{
    TableName table;
    QString column;
};

Result<void> proveEnd(const End &end, const QString &relation, const QList<const Catalog *> &catalogs)
{
    QStringList tables;
    QStringList columns;
    for (const Catalog *catalog : catalogs) {
        for (const Table &table : catalog->tables)
            tables.append(table.name.display());
        const Table *table = catalog->table(end.table);
        for (int i = 0; table && i < table->columns.size(); ++i)
            columns.append(table->columns[i].name);
    }
    if (columns.isEmpty())
        return fail(ErrorCode::Usage, u"relation %1: there is no table %2"_s.arg(relation, end.table.display()),
                    didYouMean(end.table.display(), tables));
    if (!columns.contains(end.column, Qt::CaseInsensitive))
        return fail(ErrorCode::Usage,
                    u"relation %1: there is no column %2.%3"_s.arg(relation, end.table.display(), end.column),
                    didYouMean(end.column, columns));
    return {};
}

QList<Relation> declaredRelations(const Alignment &alignment)
{
    QList<Relation> relations;
    for (int child = 0; child < alignment.tables.size(); ++child) {
        for (const Side side : bothSides) {
            const std::optional<Table> &table = alignment.tables[child].in[side];
            const QList<ForeignKey> foreignKeys = table ? table->foreignKeys : QList<ForeignKey>();
            for (const ForeignKey &foreignKey : foreignKeys) {
                if (const auto relation = relationOf(alignment, child, foreignKey, side))
                    addOnce(relations, *relation);
            }
        }
    }
    return relations;
}

} // namespace

Result<QList<Relation>> relationsOf(const Alignment &alignment, const QList<VirtualRelation> &given,
                                    const QList<const Catalog *> &catalogs)
{
    QList<Relation> relations = declaredRelations(alignment);
    for (const VirtualRelation &relation : given) {
        REJOIN_TRY(proveEnd({relation.child, relation.column}, relation.toText(), catalogs));
        REJOIN_TRY(proveEnd({relation.parent, relation.parentColumn}, relation.toText(), catalogs));
        const int child = placeOf(alignment, relation.child, Side::A);
        if (child < 0)
            continue;
        const ForeignKey foreignKey{
            relation.toText(), {relation.column}, relation.parent, {relation.parentColumn}, false};
        if (const auto found = relationOf(alignment, child, foreignKey, Side::A))
            addOnce(relations, *found);
    }
    return relations;
}

QList<UniqueConstraint> uniqueConstraints(const Alignment &alignment)
{
    QList<UniqueConstraint> constraints;
    const auto add = [&](int table, const Key &key) {
        const auto columns = columnIndexes(alignment.tables[table], key.columns);
        if (key.partial || !columns || columns->isEmpty())
            return;
        QList<int> sorted = *columns;
        std::ranges::sort(sorted);
        const bool known = std::ranges::any_of(constraints, [&](const UniqueConstraint &constraint) {
            QList<int> other = constraint.columns;
            std::ranges::sort(other);
            return constraint.table == table && other == sorted;
        });
        if (!known)
            constraints.append({table, *columns, key.name});
    };
    for (int table = 0; table < alignment.tables.size(); ++table) {
        for (const Side side : bothSides) {
            const std::optional<Table> &in = alignment.tables[table].in[side];
            if (in && in->primaryKey)
                add(table, *in->primaryKey);
            const QList<Key> uniqueKeys = in ? in->uniqueKeys : QList<Key>();
            for (const Key &key : uniqueKeys)
                add(table, key);
        }
    }
    return constraints;
}

} // namespace Rejoin
