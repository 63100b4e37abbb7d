#include "diffcore/schema/aligner.h"

#include "diffcore/schema/columnfit.h"
#include "diffcore/schema/nearestname.h"
#include "diffcore/schema/schemadiff.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// The members of an option that is given by display name, for one table.
QStringList optionFor(const QHash<QString, QStringList> &option, const AlignedTable &table)
{
    for (auto entry = option.begin(); entry != option.end(); ++entry) {
        if (entry.key().compare(table.name.display(), Qt::CaseInsensitive) == 0)
            return *entry;
    }
    return {};
}

bool isNamed(const Column &column, const QString &name)
{
    return column.name.compare(name, Qt::CaseInsensitive) == 0;
}

/// Two names of one column.
using Rename = std::pair<QString, QString>;

bool hasColumn(const AlignedTable &table, const QString &name)
{
    return std::ranges::any_of(allVersions,
                               [&](Version version) { return table.in[version] && table.in[version]->column(name); });
}

/// "note=remark"; a name may have the sign in it, so the place where both halves are columns tells.
Result<Rename> parseRename(const AlignedTable &table, const QString &text)
{
    for (qsizetype sign = text.indexOf(u'='); sign >= 0; sign = text.indexOf(u'=', sign + 1)) {
        const Rename rename{text.first(sign).trimmed(), text.sliced(sign + 1).trimmed()};
        if (hasColumn(table, rename.first) && hasColumn(table, rename.second))
            return rename;
    }
    QStringList names;
    for (const Version version : allVersions) {
        for (const Column &column : table.in[version] ? table.in[version]->columns : QList<Column>())
            names.append(column.name);
    }
    names.removeDuplicates();
    const QString wrong = hasColumn(table, text.section(u'=', 0, 0).trimmed()) ? text.section(u'=', 1).trimmed()
                                                                               : text.section(u'=', 0, 0).trimmed();
    return fail(ErrorCode::Usage,
                u"renamed column %1 of table %2: there is no column %3"_s.arg(text, table.name.display(), wrong),
                didYouMean(wrong, names));
}

Result<QList<Rename>> renamesOf(const AlignedTable &table, const AlignmentOptions &options)
{
    QList<Rename> renames;
    for (const QString &text : optionFor(options.renamed, table)) {
        REJOIN_TRY_VALUE(rename, parseRename(table, text));
        renames.append(rename);
    }
    return renames;
}

/// Where the aligned column is that a version's column belongs to, by its name or by a rename; -1 where it is a new
/// one.
int columnPlace(const Column &column, const AlignedTable &table, Version version, const QList<Rename> &renames)
{
    const auto isFree = [&](int index) { return index >= 0 && !table.columns[index].in[version]; };
    if (const int index = table.columnIndex(column.name); isFree(index))
        return index;
    for (const Rename &rename : renames) {
        const bool isFirst = isNamed(column, rename.first);
        if (!isFirst && !isNamed(column, rename.second))
            continue;
        if (const int index = table.columnIndex(isFirst ? rename.second : rename.first); isFree(index))
            return index;
    }
    return -1;
}

void addColumns(AlignedTable &table, Version version, const QList<Rename> &renames)
{
    if (!table.in[version])
        return;
    for (const Column &column : table.in[version]->columns) {
        int index = columnPlace(column, table, version, renames);
        if (index < 0) {
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

/// Whether the versions have the column in types of more than one family.
bool isOfUnlikeFamilies(const AlignedColumn &column)
{
    return std::ranges::any_of(allVersions, [&](Version version) {
        return column.in[version] && column.in[version]->family != column.definition().family;
    });
}

/// A text of it in one family may be what the other means.
bool isConvertible(const AlignedColumn &column)
{
    return std::ranges::all_of(allVersions, [&](Version version) {
        const TypeFamily family = column.in[version] ? column.in[version]->family : TypeFamily::Text;
        return family == TypeFamily::Text || canMeanTheSame(family, TypeFamily::Text) ||
               canMeanTheSame(family, TypeFamily::Integer);
    });
}

/// Times whose columns do not hold the same part of a second are alike as far as the coarser of them tells.
void compareAtPrecision(AlignedColumn &column, const PerVersion<std::optional<Engine>> &engines)
{
    int coarsest = std::numeric_limits<int>::max();
    int finest = -1;
    for (const Version version : allVersions) {
        if (!column.in[version] || !engines[version])
            continue;
        const int digits = fractionDigits(*column.in[version], *engines[version]);
        coarsest = std::min(coarsest, digits);
        finest = std::max(finest, digits);
    }
    if (coarsest >= 0 && coarsest < finest)
        column.equality = {.rule = Equality::Rule::AtPrecision, .fractionDigits = coarsest};
}

void setComparison(AlignedColumn &column, const PerVersion<std::optional<Engine>> &engines)
{
    const Column &definition = column.definition();
    column.equality = equalityFor(definition.family, definition.fixedLength);
    column.compared =
        column.in.a && column.in.b && !isComputedAnywhere(column) && definition.family != TypeFamily::RowVersion;
    if (isOfUnlikeFamilies(column)) {
        column.equality = {Equality::Rule::AcrossTypes};
        column.compared = column.compared && isConvertible(column);
    }
    compareAtPrecision(column, engines);
    if (!column.in.a || !column.in.b || column.in.baseline)
        return;
    if (const auto onA = constantDefault(*column.in.a); onA == constantDefault(*column.in.b))
        column.addedAs = onA;
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

Result<void> leaveUnwritten(AlignedTable &table, const QStringList &names)
{
    for (const QString &name : names) {
        REJOIN_TRY_VALUE(index, namedColumn(table, name));
        if (table.keyColumns.contains(index))
            return fail(ErrorCode::Usage, u"column %1 of table %2 is part of the key, without which no row can be "
                                          "written"_s.arg(name, table.name.display()));
        if (table.isKeyless() && table.columns[index].compared)
            return fail(ErrorCode::Usage,
                        u"column %1 of table %2 tells its rows apart, which have no key, so it must be written"_s.arg(
                            name, table.name.display()),
                        u"Ignore it, too, or choose a key"_s);
        table.columns[index].written = false;
    }
    return {};
}

Result<void> maskColumns(AlignedTable &table, const QStringList &names)
{
    for (const QString &name : names) {
        REJOIN_TRY_VALUE(index, namedColumn(table, name));
        if (table.isKeyless() || table.keyColumns.contains(index))
            return fail(
                ErrorCode::Usage,
                u"column %1 of table %2 names its rows, so it cannot be masked"_s.arg(name, table.name.display()),
                u"Choose another key for the table, or leave the table out"_s);
        table.columns[index].masked = true;
    }
    return {};
}

/// "note=trim"
Result<void> setEqualities(AlignedTable &table, const QStringList &texts)
{
    for (const QString &text : texts) {
        const qsizetype sign = text.lastIndexOf(u'=');
        const auto equality = equalityFromText(text.sliced(sign + 1).trimmed());
        if (sign <= 0 || !equality)
            return fail(ErrorCode::Usage,
                        u"'%1' does not say how to compare a column of %2"_s.arg(text, table.name.display()),
                        u"Write COLUMN=trim, COLUMN=ignore-case, COLUMN=within:0.01 or COLUMN=precision:3"_s);
        REJOIN_TRY_VALUE(index, namedColumn(table, text.first(sign).trimmed()));
        AlignedColumn &column = table.columns[index];
        if (table.keyColumns.contains(index))
            return fail(ErrorCode::Usage, u"column %1 of table %2 is part of the key, which is compared exactly"_s.arg(
                                              column.name, table.name.display()));
        column.equality = *equality;
        column.byOption = true;
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

QList<Key> keysOf(const Table &table)
{
    QList<Key> keys = table.uniqueKeys;
    keys.removeIf([](const Key &key) { return key.partial; });
    if (table.primaryKey)
        keys.prepend(*table.primaryKey);
    return keys;
}

bool isNotNull(const AlignedTable &table, int column)
{
    return !table.columns[column].in.a->nullable && !table.columns[column].in.b->nullable;
}

bool holds(const QList<int> &columns, const QList<int> &others)
{
    return std::ranges::all_of(others, [&](int column) { return columns.contains(column); });
}

/// Whether no two rows have the same values in these columns: a key is among them.
bool isUnique(const AlignedTable &table, const QList<int> &columns, const QList<Key> &keys)
{
    return std::ranges::any_of(keys, [&](const Key &key) {
        const auto indexes = comparedColumns(table, key.columns);
        return indexes && !indexes->isEmpty() && holds(columns, *indexes);
    });
}

/// The primary key that both have; else the key of one with the fewest columns that tells the rows of the other apart
/// too, because it is, or holds, a key of it: where one side's key got a column more, the longer one.
QList<int> findKey(const AlignedTable &table)
{
    const auto primaryOf = [&](const Table &in) {
        return in.primaryKey ? comparedColumns(table, in.primaryKey->columns) : std::nullopt;
    };
    const auto primary = primaryOf(*table.in.a);
    const auto other = primaryOf(*table.in.b);
    if (primary && other && !primary->isEmpty() && holds(*primary, *other) && holds(*other, *primary))
        return *primary;
    QList<int> best;
    const QList<Key> all = keysOf(*table.in.a) + keysOf(*table.in.b);
    for (const Key &key : all) {
        const auto columns = comparedColumns(table, key.columns);
        if (!columns || columns->isEmpty() || !isUnique(table, *columns, keysOf(*table.in.a)) ||
            !isUnique(table, *columns, keysOf(*table.in.b)))
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

Result<AlignedTable> alignTable(const PerVersion<const Table *> &in, const PerVersion<std::optional<Engine>> &engines,
                                const AlignmentOptions &options)
{
    AlignedTable table;
    QList<Version> versions;
    for (const Version version : {Version::Baseline, Version::B, Version::A}) {
        if (engines[version])
            versions.append(version);
        if (!in[version])
            continue;
        table.in[version] = *in[version];
        table.name = in[version]->standsFor.value_or(in[version]->name);
    }
    REJOIN_TRY_VALUE(renames, renamesOf(table, options));
    for (const Version version : {Version::A, Version::B, Version::Baseline})
        addColumns(table, version, renames);
    for (AlignedColumn &column : table.columns)
        setComparison(column, engines);
    const bool isAcross = engines.a != engines.b || (engines.baseline && engines.baseline != engines.a);
    if (isAcross)
        std::ranges::for_each(table.columns, compareByMeaning);

    if (const auto difference = missingTable(table, versions))
        table.differences.append(*difference);
    table.differences.append(schemaDifferences(table));
    table.whyNotCompared = whyNotOnBothSides(table);
    if (!table.in.a || !table.in.b)
        return table;
    REJOIN_TRY(chooseKey(table, optionFor(options.keys, table)));
    REJOIN_TRY(setEqualities(table, optionFor(options.equality, table)));
    REJOIN_TRY(ignoreColumns(table, optionFor(options.ignored, table)));
    REJOIN_TRY(leaveUnwritten(table, optionFor(options.notWritten, table)));
    REJOIN_TRY(maskColumns(table, optionFor(options.masked, table)));
    if (table.whyNotCompared.isEmpty())
        table.whyNotCompared = whyNotComparable(table);
    if (table.whyNotCompared.isEmpty() && isAcross)
        table.whyNotCompared = whyNotAcross(table);
    return table;
}

} // namespace Rejoin
