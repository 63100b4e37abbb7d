#include "diffcore/schema/aligner.h"

#include "diffcore/schema/nearestname.h"
#include "diffcore/schema/schemadiff.h"

#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

void addColumns(AlignedTable &table, Version version)
{
    if (!table.in[version])
        return;
    for (const Column &column : table.in[version]->columns) {
        int index = table.columnIndex(column.name);
        if (index < 0 || table.columns[index].in[version]) {
            index = static_cast<int>(table.columns.size());
            table.columns.append({.name = column.name});
        }
        table.columns[index].in[version] = column;
    }
}

bool isComputedAnywhere(const AlignedColumn &column)
{
    return std::ranges::any_of(allVersions, [&](Version version) {
        return column.in[version] && column.in[version]->source == ValueSource::Computed;
    });
}

/// Of unlike engines: whether all versions of a column say the same kind of thing.
bool canBeCompared(const AlignedColumn &column)
{
    const TypeFamily family = column.definition().family;
    return std::ranges::all_of(allVersions, [&](Version version) {
        return !column.in[version] || canMeanTheSame(family, column.in[version]->family);
    });
}

void compareByMeaning(AlignedColumn &column)
{
    column.compared = column.compared && canBeCompared(column);
    column.equality = {Equality::Rule::ByMeaning};
}

void setComparison(AlignedColumn &column)
{
    const Column &definition = column.definition();
    column.equality = equalityFor(definition.family, definition.fixedLength);
    column.compared =
        column.in.a && column.in.b && !isComputedAnywhere(column) && definition.family != TypeFamily::RowVersion;
}

/// The members of an option that is given by display name, for one table.
QStringList optionFor(const QHash<QString, QStringList> &option, const AlignedTable &table)
{
    for (auto entry = option.begin(); entry != option.end(); ++entry) {
        if (entry.key().compare(table.name.display(), Qt::CaseInsensitive) == 0)
            return *entry;
    }
    return {};
}

QStringList columnNames(const AlignedTable &table)
{
    QStringList names;
    for (const AlignedColumn &column : table.columns)
        names.append(column.name);
    return names;
}

Result<int> namedColumn(const AlignedTable &table, const QString &name)
{
    const int index = table.columnIndex(name);
    if (index < 0)
        return fail(ErrorCode::Usage, u"table %1 has no column %2"_s.arg(table.name.display(), name),
                    didYouMean(name, columnNames(table)));
    return index;
}

Result<void> ignoreColumns(AlignedTable &table, const QStringList &names)
{
    for (const QString &name : names) {
        REJOIN_TRY_VALUE(index, namedColumn(table, name));
        if (table.keyColumns.contains(index))
            return fail(ErrorCode::Usage, u"column %1 of table %2 is part of the key and cannot be ignored"_s.arg(
                                              name, table.name.display()));
        table.columns[index].compared = false;
        table.columns[index].equality = {Equality::Rule::Ignored};
    }
    return {};
}

/// Indexes of a key's columns; nothing where one of them is not compared.
std::optional<QList<int>> comparedColumns(const AlignedTable &table, const QStringList &names)
{
    QList<int> indexes;
    for (const QString &name : names) {
        const int index = table.columnIndex(name);
        if (index < 0 || !table.columns[index].compared)
            return std::nullopt;
        indexes.append(index);
    }
    return indexes;
}

QSet<int> asSet(const QList<int> &indexes)
{
    return {indexes.begin(), indexes.end()};
}

QList<Key> keysOf(const Table &table)
{
    QList<Key> keys = table.uniqueKeys;
    keys.removeIf([](const Key &key) { return key.partial; });
    if (table.primaryKey)
        keys.prepend(*table.primaryKey);
    return keys;
}

bool isKeyOf(const AlignedTable &table, const QList<int> &columns, const QList<Key> &keys)
{
    return std::ranges::any_of(keys, [&](const Key &key) {
        const auto indexes = comparedColumns(table, key.columns);
        return indexes && asSet(*indexes) == asSet(columns);
    });
}

bool isNotNull(const AlignedTable &table, int column)
{
    return !table.columns[column].in.a->nullable && !table.columns[column].in.b->nullable;
}

QList<int> findKey(const AlignedTable &table)
{
    const Table &a = *table.in.a;
    const Table &b = *table.in.b;
    if (a.primaryKey && b.primaryKey) {
        const auto primary = comparedColumns(table, a.primaryKey->columns);
        if (primary && !primary->isEmpty() && isKeyOf(table, *primary, {*b.primaryKey}))
            return *primary;
    }
    QList<int> best;
    const QList<Key> keys = keysOf(a);
    for (const Key &key : keys) {
        const auto columns = comparedColumns(table, key.columns);
        if (!columns || columns->isEmpty() || !isKeyOf(table, *columns, keysOf(b)))
            continue;
        const bool notNull = std::ranges::all_of(*columns, [&](int column) { return isNotNull(table, column); });
        if (notNull && (best.isEmpty() || columns->size() < best.size()))
            best = *columns;
    }
    return best;
}

Result<void> chooseKey(AlignedTable &table, const QStringList &chosen)
{
    for (const QString &name : chosen) {
        REJOIN_TRY_VALUE(index, namedColumn(table, name));
        if (!table.columns[index].compared)
            return fail(ErrorCode::Usage, u"column %1 of table %2 cannot be part of the key: it is not compared"_s.arg(
                                              name, table.name.display()));
        table.keyColumns.append(index);
    }
    if (table.keyColumns.isEmpty())
        table.keyColumns = findKey(table);
    return {};
}

/// Keys of unlike engines are told apart, and put into one order, by their bytes: that holds for whole numbers and
/// text.
QString whyNotAcross(const AlignedTable &table)
{
    if (table.isKeyless())
        return u"rows without a key cannot be compared across engines: choose a key"_s;
    for (const int index : table.keyColumns) {
        const TypeFamily family = table.columns[index].definition().family;
        if (family != TypeFamily::Integer && family != TypeFamily::Text)
            return u"key column %1 is neither a whole number nor text, so keys of two engines cannot be told apart"_s
                .arg(table.columns[index].name);
    }
    return {};
}

/// Pages of both servers are cut at the same keys, so both must put keys in the same order.
QString whyNotComparable(const AlignedTable &table)
{
    if (std::ranges::none_of(table.columns, &AlignedColumn::compared))
        return u"A and B have no column in common that can be compared"_s;
    for (const int index : table.keyColumns) {
        const AlignedColumn &column = table.columns[index];
        const Column &a = *column.in.a;
        const Column &b = *column.in.b;
        if (a.family != b.family)
            return u"key column %1 is %2 on A and %3 on B"_s.arg(column.name, a.declaredType, b.declaredType);
    }
    return {};
}

QString whyNotOnBothSides(const AlignedTable &table)
{
    for (const Side side : bothSides) {
        const std::optional<Table> &in = table.in[side];
        if (!in)
            return u"not "_s + placeOf(versionOf(side));
        if (!in->whyNotComparable.isEmpty())
            return in->whyNotComparable;
    }
    return {};
}

} // namespace

Result<AlignedTable> alignTable(const PerVersion<const Table *> &in, const QList<Version> &versions,
                                const AlignmentOptions &options, Engines engines)
{
    AlignedTable table;
    for (const Version version : {Version::Baseline, Version::B, Version::A}) {
        if (!in[version])
            continue;
        table.in[version] = *in[version];
        table.name = in[version]->name;
    }
    for (const Version version : {Version::A, Version::B, Version::Baseline})
        addColumns(table, version);
    std::ranges::for_each(table.columns, setComparison);
    if (engines == Engines::Unlike)
        std::ranges::for_each(table.columns, compareByMeaning);

    if (const auto difference = missingTable(table, versions))
        table.differences.append(*difference);
    table.differences.append(schemaDifferences(table));
    table.whyNotCompared = whyNotOnBothSides(table);
    if (!table.in.a || !table.in.b)
        return table;
    REJOIN_TRY(chooseKey(table, optionFor(options.keys, table)));
    REJOIN_TRY(ignoreColumns(table, optionFor(options.ignored, table)));
    if (table.whyNotCompared.isEmpty())
        table.whyNotCompared = whyNotComparable(table);
    if (table.whyNotCompared.isEmpty() && engines == Engines::Unlike)
        table.whyNotCompared = whyNotAcross(table);
    return table;
}

} // namespace Rejoin
