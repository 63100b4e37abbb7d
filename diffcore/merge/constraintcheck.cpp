#include "diffcore/merge/constraintcheck.h"

#include "diffcore/merge/masking.h"

#include "diffcore/merge/rekey.h"
#include "diffcore/schema/columnfit.h"

#include <QSet>

namespace Rejoin {

QString kindName(ConstraintConflict::Kind kind)
{
    switch (kind) {
    case ConstraintConflict::Kind::Unique: return QStringLiteral("unique");
    case ConstraintConflict::Kind::ForeignKey: return QStringLiteral("foreign key");
    case ConstraintConflict::Kind::NotNull: return QStringLiteral("not null");
    case ConstraintConflict::Kind::TooLong: return QStringLiteral("too long");
    case ConstraintConflict::Kind::WrongType: return QStringLiteral("type");
    }
    return {};
}

namespace {

using Tuple = QList<Value>;

QString tupleText(const Tuple &values)
{
    QStringList parts;
    for (const Value &value : values)
        parts.append(value.isPresent() ? QLatin1Char('\'') + value.toText() + QLatin1Char('\'')
                                       : QStringLiteral("NULL"));
    return parts.join(QLatin1String(", "));
}

class Checker
{
public:
    Checker(const MergeInput &input, const MergedState &merged)
        : m_input(input)
        , m_merged(merged)
    {
        for (int i = 0; i < merged.entities.size(); ++i)
            m_entitiesOfTable[merged.entities[i].table].append(i);
        m_open = QSet<qint64>(merged.unresolved.begin(), merged.unresolved.end());
        m_open.unite(QSet<qint64>(merged.skipped.begin(), merged.skipped.end()));
        for (const Difference &difference : input.differences) {
            if (difference.baselineKnown && !difference.rows.baseline)
                m_inserted.insert(difference.id);
        }
        for (int i = 0; i < input.differences.size(); ++i)
            m_differencesOfTable[input.differences[i].table].append(i);
    }

    QList<ConstraintConflict> run()
    {
        for (const UniqueConstraint &unique : m_input.alignment.uniques)
            checkUnique(unique);
        for (const Relation &relation : m_input.alignment.relations) {
            if (relation.declared)
                checkForeignKey(relation);
        }
        for (const Entity &entity : m_merged.entities)
            checkColumns(entity);
        return std::move(m_conflicts);
    }

private:
    [[nodiscard]] const AlignedTable &table(int index) const { return m_input.alignment.tables[index]; }

    [[nodiscard]] QString columnNames(int tableIndex, const QList<int> &columns) const
    {
        QStringList names;
        for (const int column : columns)
            names.append(table(tableIndex).columns[column].name);
        return names.join(QLatin1String(", "));
    }

    /// The key of a row cannot be edited.
    [[nodiscard]] bool isOfKey(int tableIndex, const QList<int> &columns) const
    {
        return std::ranges::any_of(columns, [&](int column) { return table(tableIndex).keyColumns.contains(column); });
    }

    /// "customers customer_id=501 (B)"
    [[nodiscard]] QString describe(const Entity &entity) const
    {
        const RowKey &key = entity.key ? *entity.key : entity.at.a ? *entity.at.a : *entity.at.b;
        const QString where = entity.at.a && entity.at.b ? QStringLiteral("A and B")
                              : entity.at.a              ? QStringLiteral("A")
                                                         : QStringLiteral("B");
        return QStringLiteral("%1 (%2)").arg(table(entity.table).describeKey(key), where);
    }

    void checkUnique(const UniqueConstraint &unique)
    {
        const QList<int> entities = m_entitiesOfTable.value(unique.table);
        const auto tupleOf = [&](int index) {
            const std::optional<Row> &row = m_merged.entities[index].row;
            const Tuple values = row ? valuesAt(*row, unique.columns) : Tuple();
            return hasGap(values) ? Tuple() : values;
        };
        QSet<Tuple> seen;
        seen.reserve(entities.size());
        QMap<Tuple, QList<int>> holders; // of what is there more than once: seldom anything
        for (const int index : entities) {
            const Tuple values = tupleOf(index);
            const qsizetype before = seen.size();
            if (!values.isEmpty())
                seen.insert(values);
            if (!values.isEmpty() && seen.size() == before)
                holders[values];
        }
        for (const int index : holders.isEmpty() ? QList<int>() : entities) {
            const auto holder = holders.find(tupleOf(index));
            if (holder != holders.end())
                holder->append(index);
        }
        for (auto holder = holders.begin(); holder != holders.end(); ++holder)
            addUnique(unique, holder.key(), holder.value());
    }

    void addUnique(const UniqueConstraint &unique, const Tuple &values, const QList<int> &entities)
    {
        ConstraintConflict conflict{ConstraintConflict::Kind::Unique, unique.table, unique.name, {}, {}, {}};
        QStringList rows;
        for (const int index : entities) {
            conflict.differences.append(m_merged.entities[index].difference);
            rows.append(describe(m_merged.entities[index]));
        }
        Tuple shown;
        for (qsizetype index = 0; index < values.size(); ++index)
            shown.append(shownValue(table(unique.table).columns[unique.columns[index]], values[index]));
        conflict.message = QStringLiteral("%1 %2 is in %3 rows of %4: %5")
                               .arg(columnNames(unique.table, unique.columns), tupleText(shown))
                               .arg(entities.size())
                               .arg(table(unique.table).name.display(), rows.join(QLatin1String(", ")));
        const bool canJoin = std::ranges::any_of(
            entities, [&](int index) { return m_inserted.contains(m_merged.entities[index].difference); });
        if (canJoin) // of a row that was there at the split, not all that refers to it is known
            conflict.choices +=
                QStringLiteral("treat them as one row: keep one, what refers to the other refers to it");
        if (!isOfKey(unique.table, unique.columns))
            conflict.choices += QStringLiteral("give one another value of %1, by hand or by a rule that renumbers")
                                    .arg(columnNames(unique.table, unique.columns));
        conflict.choices += QStringLiteral("delete one");
        m_conflicts.append(conflict);
    }

    void checkForeignKey(const Relation &relation)
    {
        QSet<Tuple> present;
        for (const int index : m_entitiesOfTable.value(relation.parent)) {
            if (const std::optional<Row> &row = m_merged.entities[index].row)
                present.insert(valuesAt(*row, relation.parentColumns));
        }
        // keys of parents that some version has: those not present in the merged state are gone from it
        QHash<Tuple, qint64> known;
        for (const int index : m_differencesOfTable.value(relation.parent)) {
            const Difference &parent = m_input.differences[index];
            for (const Version version : allVersions) {
                if (parent.rows[version])
                    known.insert(valuesAt(*parent.rows[version], relation.parentColumns), parent.id);
            }
        }
        for (const int index : m_entitiesOfTable.value(relation.child))
            checkReference(relation, m_merged.entities[index], present, known);
    }

    void checkReference(const Relation &relation, const Entity &child, const QSet<Tuple> &present,
                        const QHash<Tuple, qint64> &known)
    {
        if (!child.row)
            return;
        const Tuple reference = valuesAt(*child.row, relation.childColumns);
        const auto parent = known.constFind(reference);
        if (hasGap(reference) || present.contains(reference) || parent == known.constEnd() || m_open.contains(*parent))
            return;
        ConstraintConflict conflict{ConstraintConflict::Kind::ForeignKey, relation.child, relation.name, {}, {}, {}};
        conflict.differences = {child.difference, *parent};
        conflict.message = QStringLiteral("%1 refers to %2 %3 %4, which the merged state does not have")
                               .arg(describe(child), table(relation.parent).name.display(),
                                    columnNames(relation.parent, relation.parentColumns), tupleText(reference));
        conflict.choices = {QStringLiteral("bring the row of %1 back").arg(table(relation.parent).name.display()),
                            QStringLiteral("delete the row of %1").arg(table(relation.child).name.display())};
        if (!isOfKey(relation.child, relation.childColumns))
            conflict.choices +=
                QStringLiteral("refer to another row: set %1").arg(columnNames(relation.child, relation.childColumns));
        m_conflicts.append(conflict);
    }

    void checkColumns(const Entity &entity)
    {
        if (!entity.row)
            return;
        const AlignedTable &owner = table(entity.table);
        for (int i = 0; i < owner.columns.size(); ++i) {
            for (const Side side : bothSides) {
                const std::optional<Column> &column = owner.columns[i].in[side];
                if (column && owner.columns[i].written &&
                    (checkValue(entity, i, *column, side) || checkType(entity, i, *column, side)))
                    break;
            }
        }
    }

    /// True where it found a conflict.
    bool checkValue(const Entity &entity, int index, const Column &column, Side side)
    {
        const Value &value = entity.row->at(index);
        const QString server = side == Side::A ? QStringLiteral("A") : QStringLiteral("B");
        if (column.source != ValueSource::Written)
            return false;
        if (value.isNull() && !column.nullable) {
            addValue(
                ConstraintConflict::Kind::NotNull, entity, column,
                QStringLiteral("%1: %2 is NULL, which %3 does not take").arg(describe(entity), column.name, server));
            return true;
        }
        const bool text = value.isPresent() && column.family == TypeFamily::Text;
        // text has no more characters than bytes
        if (text && column.maxLength > 0 && value.bytes().size() > column.maxLength &&
            value.toText().size() > column.maxLength) {
            addValue(ConstraintConflict::Kind::TooLong, entity, column,
                     QStringLiteral("%1: %2 has %3 characters, %4 takes %5")
                         .arg(describe(entity), column.name)
                         .arg(value.toText().size())
                         .arg(server)
                         .arg(column.maxLength));
            return true;
        }
        return false;
    }

    /// A value of the other server, whose column is of another type. True where it found a conflict.
    bool checkType(const Entity &entity, int index, const Column &column, Side side)
    {
        const std::optional<Column> &elsewhere = table(entity.table).columns[index].in[other(side)];
        if (column.source == ValueSource::Computed || !elsewhere || elsewhere->declaredType == column.declaredType)
            return false;
        QString why = whyNotHeld(entity.row->at(index), column, m_input.alignment.engines[side]);
        if (why.isEmpty())
            return false;
        if (table(entity.table).columns[index].masked)
            why = QStringLiteral("not a value of %1").arg(column.declaredType);
        addValue(
            ConstraintConflict::Kind::WrongType, entity, column,
            QStringLiteral("%1: %2 is %3, its type on %4")
                .arg(describe(entity), column.name, why, side == Side::A ? QStringLiteral("A") : QStringLiteral("B")));
        return true;
    }

    void addValue(ConstraintConflict::Kind kind, const Entity &entity, const Column &column, const QString &message)
    {
        ConstraintConflict conflict{kind, entity.table, column.name, {entity.difference}, message, {}};
        conflict.choices = {QStringLiteral("give %1 another value").arg(column.name),
                            QStringLiteral("take another version of the row"), QStringLiteral("delete the row")};
        m_conflicts.append(conflict);
    }

    const MergeInput &m_input;
    const MergedState &m_merged;
    QHash<int, QList<int>> m_entitiesOfTable;
    QHash<int, QList<int>> m_differencesOfTable;
    QSet<qint64> m_open;
    QSet<qint64> m_inserted; ///< after the split
    QList<ConstraintConflict> m_conflicts;
};

} // namespace

/// What either server takes, the other takes, too.
static bool isDefinedAlike(const AlignedColumn &column)
{
    const std::optional<Column> &a = column.in.a;
    const std::optional<Column> &b = column.in.b;
    return a && b && a->nullable == b->nullable && a->maxLength == b->maxLength && a->declaredType == b->declaredType &&
           a->source == b->source;
}

QList<int> tablesThatCanConflict(const Alignment &alignment)
{
    QSet<int> tables;
    for (const UniqueConstraint &unique : alignment.uniques)
        tables.insert(unique.table);
    for (const Relation &relation : alignment.relations)
        tables += {relation.parent, relation.child};
    for (int i = 0; i < alignment.tables.size(); ++i) {
        if (!std::ranges::all_of(alignment.tables[i].columns, isDefinedAlike))
            tables.insert(i);
    }
    QList<int> sorted = tables.values();
    std::ranges::sort(sorted);
    return sorted;
}

QList<ConstraintConflict> checkConstraints(const MergeInput &input, const MergedState &merged)
{
    return Checker(input, merged).run();
}

} // namespace Rejoin
