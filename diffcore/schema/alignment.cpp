#include "diffcore/schema/alignment.h"

#include "diffcore/schema/aligner.h"
#include "diffcore/schema/nearestname.h"
#include "diffcore/schema/relations.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

const Column &AlignedColumn::definition() const
{
    const std::optional<Column> &column = in.a ? in.a : in.b ? in.b : in.baseline;
    Q_ASSERT(column);
    return *column;
}

int AlignedTable::columnIndex(const QString &columnName) const
{
    for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        for (int i = 0; i < columns.size(); ++i) {
            if (columns[i].name.compare(columnName, sensitivity) == 0)
                return i;
        }
    }
    return -1;
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

/// The tables of all catalogs by name, each with its versions.
QList<PerVersion<const Table *>> matchTables(const PerVersion<const Catalog *> &catalogs)
{
    QList<PerVersion<const Table *>> matched;
    const auto find = [&](const TableName &name) -> PerVersion<const Table *> & {
        for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
            for (PerVersion<const Table *> &known : matched) {
                const Table *table = known.a ? known.a : known.b ? known.b : known.baseline;
                if (table->name.display().compare(name.display(), sensitivity) == 0)
                    return known;
            }
        }
        return matched.emplaceBack();
    };
    for (const Version version : {Version::A, Version::B, Version::Baseline}) {
        if (!catalogs[version])
            continue;
        for (const Table &table : catalogs[version]->tables) {
            PerVersion<const Table *> &entry = find(table.name);
            if (!entry[version])
                entry[version] = &table;
        }
    }
    return matched;
}

TableName nameOf(const PerVersion<const Table *> &in)
{
    return (in.a ? in.a : in.b ? in.b : in.baseline)->name;
}

Result<void> proveTableNames(const QStringList &names, const QStringList &tables)
{
    for (const QString &name : names) {
        if (!tables.contains(name, Qt::CaseInsensitive))
            return fail(ErrorCode::Usage, u"there is no table %1"_s.arg(name), didYouMean(name, tables));
    }
    return {};
}

Result<void> proveGlobs(const QStringList &globs, const QList<PerVersion<const Table *>> &tables)
{
    for (const QString &glob : globs) {
        const auto matches = [&](const PerVersion<const Table *> &in) { return matchesGlob(glob, nameOf(in)); };
        if (std::ranges::any_of(tables, matches))
            continue;
        QStringList names;
        for (const PerVersion<const Table *> &in : tables)
            names.append(nameOf(in).display());
        return fail(ErrorCode::Usage, u"no table matches '%1'"_s.arg(glob), didYouMean(glob, names));
    }
    return {};
}

Result<void> proveOptions(const AlignmentOptions &options, const QList<PerVersion<const Table *>> &tables)
{
    QStringList names;
    for (const PerVersion<const Table *> &in : tables)
        names.append(nameOf(in).display());
    REJOIN_TRY(proveGlobs(options.include, tables));
    REJOIN_TRY(proveGlobs(options.exclude, tables));
    REJOIN_TRY(proveTableNames(options.keys.keys(), names));
    return proveTableNames(options.ignored.keys(), names);
}

bool isWanted(const AlignmentOptions &options, const TableName &table)
{
    const auto matches = [&](const QString &glob) { return matchesGlob(glob, table); };
    return (options.include.isEmpty() || std::ranges::any_of(options.include, matches)) &&
           std::ranges::none_of(options.exclude, matches);
}

} // namespace

Result<Alignment> align(const Catalog &a, const Catalog &b, const Catalog *baseline, const AlignmentOptions &options)
{
    QList<PerVersion<const Table *>> tables = matchTables({baseline, &a, &b});
    REJOIN_TRY(proveOptions(options, tables));
    tables.removeIf([&](const PerVersion<const Table *> &in) { return !isWanted(options, nameOf(in)); });
    std::ranges::sort(tables, {}, nameOf);

    Alignment alignment;
    QList<Version> versions{Version::A, Version::B};
    QList<const Catalog *> catalogs{&a, &b};
    if (baseline) {
        versions.append(Version::Baseline);
        catalogs.append(baseline);
    }
    for (const PerVersion<const Table *> &in : tables) {
        REJOIN_TRY_VALUE(table, alignTable(in, versions, options));
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
