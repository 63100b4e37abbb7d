#include "diffcore/schema/alignment.h"

#include "diffcore/schema/aligner.h"
#include "diffcore/schema/nearestname.h"
#include "diffcore/schema/relations.h"

#include <QRegularExpression>
#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace Rejoin {

const Column &AlignedColumn::definition() const
{
    const std::optional<Column> &column = in.a ? in.a : in.b ? in.b : in.baseline;
    Q_ASSERT(column);
    return *column;
}

bool AlignedTable::isAcrossEngines() const
{
    return std::ranges::any_of(
        columns, [](const AlignedColumn &column) { return column.equality.rule == Equality::Rule::ByMeaning; });
}

bool AlignedTable::isKeyPromised() const
{
    const auto isKey = [&](const Key &key) {
        return !key.partial && !key.columns.isEmpty() && std::ranges::all_of(key.columns, [&](const QString &column) {
            return keyColumns.contains(columnIndex(column));
        });
    };
    return std::ranges::all_of(bothSides, [&](Side side) {
        const Table &table = *in[side];
        const bool notNull =
            std::ranges::none_of(keyColumns, [&](int column) { return columns[column].in[side]->nullable; });
        return notNull &&
               ((table.primaryKey && isKey(*table.primaryKey)) || std::ranges::any_of(table.uniqueKeys, isKey));
    });
}

int AlignedTable::columnIndex(const QString &columnName) const
{
    const auto find = [&](const auto &bearsIt) {
        const auto found = std::ranges::find_if(columns, bearsIt);
        return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
    };
    int index = -1;
    for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        if (index < 0)
            index =
                find([&](const AlignedColumn &column) { return column.name.compare(columnName, sensitivity) == 0; });
    }
    if (index >= 0)
        return index;
    return find([&](const AlignedColumn &column) {
        return std::ranges::any_of(allVersions, [&](Version version) {
            const std::optional<Column> &there = column.in[version];
            return there && there->name.compare(columnName, Qt::CaseInsensitive) == 0;
        });
    });
}

QStringList AlignedTable::ownNames(const QStringList &columnNames) const
{
    QStringList names;
    for (const QString &columnName : columnNames) {
        const int index = columnIndex(columnName);
        names.append(index < 0 ? columnName : columns[index].name);
    }
    return names;
}

int AlignedTable::generatedKeyColumn() const
{
    const auto isGenerated = [this](int index) {
        return std::ranges::any_of(bothSides, [&](Side side) {
            const std::optional<Column> &column = columns[index].in[side];
            return column && column->source == ValueSource::Generated;
        });
    };
    const auto found = std::ranges::find_if(keyColumns, isGenerated);
    return found == keyColumns.end() ? -1 : *found;
}

QList<int> AlignedTable::columnsOf(Version version) const
{
    QList<int> indexes;
    for (int i = 0; i < columns.size(); ++i) {
        const std::optional<Column> &column = columns[i].in[version];
        if (column && column->source != ValueSource::Computed)
            indexes.append(i);
    }
    return indexes;
}

QStringList AlignedTable::columnsNotCompared() const
{
    QStringList texts;
    for (const AlignedColumn &column : columns) {
        const bool isComputed = std::ranges::any_of(bothSides, [&](Side side) {
            return column.in[side] && (column.in[side]->source == ValueSource::Computed ||
                                       column.in[side]->family == TypeFamily::RowVersion);
        });
        const bool isNowhere = !column.in.a && !column.in.b;
        if (column.compared || isComputed || isNowhere || column.equality.rule == Equality::Rule::Ignored)
            continue;
        texts.append(column.name + (!column.in.b   ? u" (not on B)"_s
                                    : !column.in.a ? u" (not on A)"_s
                                                   : u" (%1 on A, %2 on B)"_s.arg(column.in.a->declaredType,
                                                                                  column.in.b->declaredType)));
    }
    return texts;
}

QStringList AlignedTable::columnsNotWritten() const
{
    QStringList names;
    for (const AlignedColumn &column : columns) {
        if (!column.written)
            names.append(column.compared ? column.name : column.name + u" (nor compared)"_s);
    }
    return names;
}

QString AlignedTable::filterText() const
{
    if (filters.a == filters.b)
        return filters.a.isEmpty() ? QString() : u"only rows where "_s + filters.a;
    QStringList texts;
    for (const Side side : bothSides) {
        const QString server = side == Side::A ? u"A"_s : u"B"_s;
        texts.append(filters[side].isEmpty() ? u"all rows of "_s + server
                                             : u"only rows of %1 where %2"_s.arg(server, filters[side]));
    }
    return texts.join(u", "_s);
}

RowKey AlignedTable::keyOf(const Row &row, qint64 ordinal) const
{
    RowKey key;
    for (const int index : keyColumns)
        key.values.append(row[index]);
    if (!isKeyless())
        return key;
    for (int i = 0; i < columns.size(); ++i) {
        if (columns[i].compared)
            key.values.append(row[i]);
    }
    key.values.append(Value::integer(ordinal));
    return key;
}

static QString valueText(const Value &value)
{
    return value.isPresent() ? value.toText() : u"NULL"_s;
}

static QString shortText(const Value &value)
{
    constexpr qsizetype longest = 40;
    QString text = valueText(value);
    if (text.size() > longest)
        text = text.left(longest) + u'…';
    return value.isPresent() && value.family() == TypeFamily::Text ? u'\'' + text + u'\'' : text;
}

QString AlignedTable::describeKey(const RowKey &key) const
{
    QStringList parts;
    if (isKeyless()) {
        for (const Value &value : key.values.first(key.values.size() - 1))
            parts.append(shortText(value));
        return u"%1 (%2) no. %3"_s.arg(name.display(), parts.join(u", "), valueText(key.values.last()));
    }
    for (int i = 0; i < keyColumns.size(); ++i)
        parts.append(columns[keyColumns[i]].name + u'=' + valueText(key.values[i]));
    return name.display() + u' ' + parts.join(u", ");
}

/// `schema.table.column`, read from the right.
static bool parseEnd(const QString &text, TableName &table, QString &column)
{
    const qsizetype columnDot = text.lastIndexOf(u'.');
    if (columnDot <= 0)
        return false;
    column = text.mid(columnDot + 1).trimmed();
    const QString tableText = text.left(columnDot).trimmed();
    const qsizetype tableDot = tableText.lastIndexOf(u'.');
    table = {tableText.left(qMax<qsizetype>(tableDot, 0)), tableText.mid(tableDot + 1)};
    return !column.isEmpty() && !table.name.isEmpty() && tableDot != 0;
}

Result<VirtualRelation> VirtualRelation::parse(const QString &text)
{
    VirtualRelation relation;
    const QStringList ends = text.split(u'=');
    if (ends.size() != 2 || !parseEnd(ends[0].trimmed(), relation.child, relation.column) ||
        !parseEnd(ends[1].trimmed(), relation.parent, relation.parentColumn))
        return fail(ErrorCode::Usage, u"'%1' is not a relation"_s.arg(text),
                    u"Write CHILD.COLUMN=PARENT.COLUMN, for example payments.order_id=orders.order_id"_s);
    return relation;
}

QString VirtualRelation::toText() const
{
    return child.display() + u'.' + column + u'=' + parent.display() + u'.' + parentColumn;
}

bool Alignment::canBeMerged() const
{
    return std::ranges::none_of(tables, &AlignedTable::isAcrossEngines);
}

int Alignment::tableIndex(const QString &name) const
{
    return static_cast<int>(indexOfTable(tables, name, [](const AlignedTable &table) { return table.name; }));
}

bool matchesGlob(const QString &glob, const TableName &table)
{
    const auto expression = QRegularExpression(QRegularExpression::wildcardToRegularExpression(glob),
                                               QRegularExpression::CaseInsensitiveOption);
    return expression.match(table.display()).hasMatch() || expression.match(table.name).hasMatch();
}

namespace {

/// Whether the catalogs are of more than one engine.
bool areUnlike(const PerVersion<const Catalog *> &catalogs)
{
    return catalogs.a->engine != catalogs.b->engine ||
           (catalogs.baseline && catalogs.baseline->engine != catalogs.a->engine);
}

using Matched = PerVersion<const Table *>;

TableName nameOf(const Matched &in)
{
    const Table &table = *(in.a ? in.a : in.b ? in.b : in.baseline);
    return table.standsFor.value_or(table.name);
}

/// By its name, or by that of a version whose table stands for its plain name.
bool matches(const QString &glob, const Matched &in)
{
    return matchesGlob(glob, nameOf(in)) || std::ranges::any_of(allVersions, [&](Version version) {
               const Table *table = in[version];
               return table && table->standsFor && table->standsFor->schema.isEmpty() && matchesGlob(glob, table->name);
           });
}

/// How many tables of a catalog bear this plain name.
qsizetype namesakes(const Catalog &catalog, const TableName &name)
{
    return std::ranges::count_if(catalog.tables, [&name](const Table &table) {
        return table.name.name.compare(name.name, Qt::CaseInsensitive) == 0;
    });
}

/// Schemas of unlike engines have nothing in common: there the plain name tells, where it tells one table.
bool isSameTable(const TableName &left, const TableName &right, Qt::CaseSensitivity sensitivity,
                 const PerVersion<const Catalog *> &catalogs)
{
    if (left.display().compare(right.display(), sensitivity) == 0)
        return true;
    const bool plainNamesTell = areUnlike(catalogs) && left.name.compare(right.name, sensitivity) == 0;
    return plainNamesTell && std::ranges::all_of(allVersions, [&](Version version) {
               return !catalogs[version] || namesakes(*catalogs[version], left) <= 1;
           });
}

/// The tables of all catalogs by name, each with its versions.
QList<Matched> matchTables(const PerVersion<const Catalog *> &catalogs)
{
    QList<Matched> matched;
    const auto find = [&](const TableName &name) -> Matched & {
        for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
            for (Matched &known : matched) {
                if (isSameTable(nameOf(known), name, sensitivity, catalogs))
                    return known;
            }
        }
        return matched.emplaceBack();
    };
    for (const Version version : {Version::A, Version::B, Version::Baseline}) {
        if (!catalogs[version])
            continue;
        for (const Table &table : catalogs[version]->tables) {
            Matched &entry = find(table.standsFor.value_or(table.name));
            if (!entry[version])
                entry[version] = &table;
        }
    }
    return matched;
}

/// An option with each table's name as it is displayed. Fails with Usage where no table, or more than one, bears it.
Result<QHash<QString, QStringList>> byDisplayName(const QHash<QString, QStringList> &option,
                                                  const QList<TableName> &tables)
{
    QHash<QString, QStringList> named;
    for (auto entry = option.begin(); entry != option.end(); ++entry) {
        const auto index = indexOfTable(tables, entry.key(), std::identity());
        if (index >= 0) {
            named[tables[index].display()] += *entry;
            continue;
        }
        QStringList names;
        QStringList namesakes;
        for (const TableName &table : tables) {
            names += table.display();
            if (table.name.compare(entry.key(), Qt::CaseInsensitive) == 0)
                namesakes += table.display();
        }
        if (!namesakes.isEmpty())
            return fail(ErrorCode::Usage, u"more than one table is named %1"_s.arg(entry.key()),
                        u"Name one with its schema: %1"_s.arg(namesakes.join(u", ")));
        return fail(ErrorCode::Usage, u"there is no table %1"_s.arg(entry.key()), didYouMean(entry.key(), names));
    }
    return named;
}

Result<void> proveGlobs(const QStringList &globs, const QList<Matched> &tables)
{
    for (const QString &glob : globs) {
        if (std::ranges::any_of(tables, [&](const Matched &in) { return matches(glob, in); }))
            continue;
        QStringList names;
        for (const Matched &in : tables)
            names.append(nameOf(in).display());
        return fail(ErrorCode::Usage, u"no table matches '%1'"_s.arg(glob), didYouMean(glob, names));
    }
    return {};
}

/// The options, proved, with the names of tables as they are displayed.
Result<AlignmentOptions> provedOptions(AlignmentOptions options, const QList<Matched> &tables)
{
    QList<TableName> names;
    for (const Matched &in : tables)
        names.append(nameOf(in));
    REJOIN_TRY(proveGlobs(options.include, tables));
    REJOIN_TRY(proveGlobs(options.exclude, tables));
    REJOIN_TRY_VALUE(keys, byDisplayName(options.keys, names));
    REJOIN_TRY_VALUE(ignored, byDisplayName(options.ignored, names));
    REJOIN_TRY_VALUE(renamed, byDisplayName(options.renamed, names));
    REJOIN_TRY_VALUE(notWritten, byDisplayName(options.notWritten, names));
    for (const Side side : bothSides)
        REJOIN_TRY(proveGlobs(options.filters[side].keys(), tables));
    options.keys = keys;
    options.notWritten = notWritten;
    options.ignored = ignored;
    options.renamed = renamed;
    REJOIN_TRY_VALUE(equality, byDisplayName(options.equality, names));
    options.equality = equality;
    return options;
}

/// All conditions whose glob is for the table, as one.
QString filterOf(const QMap<QString, QString> &filters, const Matched &in)
{
    QStringList conditions;
    for (const auto &[glob, condition] : filters.asKeyValueRange()) {
        if (matches(glob, in))
            conditions.append(condition);
    }
    return conditions.size() > 1 ? u'(' + conditions.join(u") AND ("_s) + u')' : conditions.join(QString());
}

bool isWanted(const AlignmentOptions &options, const Matched &in)
{
    const auto isNamed = [&](const QString &glob) { return matches(glob, in); };
    return (options.include.isEmpty() || std::ranges::any_of(options.include, isNamed)) &&
           std::ranges::none_of(options.exclude, isNamed);
}

} // namespace

Result<Alignment> align(const Catalog &a, const Catalog &b, const Catalog *baseline, const AlignmentOptions &given)
{
    const PerVersion<const Catalog *> all{baseline, &a, &b};
    QList<Matched> tables = matchTables(all);
    REJOIN_TRY_VALUE(options, provedOptions(given, tables));
    tables.removeIf([&](const Matched &in) { return !isWanted(options, in); });
    std::ranges::sort(tables, {}, nameOf);

    Alignment alignment;
    alignment.engines = {a.engine, b.engine};
    PerVersion<std::optional<Engine>> engines;
    QList<const Catalog *> catalogs;
    for (const Version version : {Version::A, Version::B, Version::Baseline}) {
        if (!all[version])
            continue;
        engines[version] = all[version]->engine;
        catalogs.append(all[version]);
    }
    for (const Matched &in : tables) {
        REJOIN_TRY_VALUE(table, alignTable(in, engines, options));
        for (const Side side : bothSides)
            table.filters[side] = filterOf(options.filters[side], in);
        for (const SchemaDifference &difference : table.differences) {
            if (difference.kind == SchemaDifference::Kind::TableMissing)
                alignment.differences.append(difference);
        }
        if (table.in.a || table.in.b)
            alignment.tables.append(std::move(table));
    }
    REJOIN_TRY_VALUE(relations, relationsOf(alignment, options.relations, catalogs));
    alignment.relations = relations;
    alignment.uniques = uniqueConstraints(alignment);
    return alignment;
}

} // namespace Rejoin
