#include "diffcore/session/alignmentjson.h"

#include "diffcore/session/jsonarchive.h"

#include <algorithm>

namespace Rejoin {

static QJsonValue toJson(const Value &value)
{
    return QString::fromLatin1(encodeRow({value}).toBase64());
}

static bool fromJson(const QJsonValue &json, Value &value)
{
    const auto row = decodeRow(QByteArray::fromBase64(json.toString().toLatin1()));
    if (!row || row->size() != 1)
        return false;
    value = row->first();
    return true;
}

namespace Archive {

template <> inline constexpr std::optional<TypeFamily> lastOf<TypeFamily> = TypeFamily::Other;
template <> inline constexpr std::optional<ValueSource> lastOf<ValueSource> = ValueSource::Computed;
template <> inline constexpr std::optional<Equality::Rule> lastOf<Equality::Rule> = Equality::Rule::Within;
template <>
inline constexpr std::optional<SchemaDifference::Kind> lastOf<SchemaDifference::Kind> =
    SchemaDifference::Kind::MayBeRenamed;

template <>
inline constexpr auto members<TableName> =
    std::tuple(member("schema", &TableName::schema), member("name", &TableName::name));
template <>
inline constexpr auto members<Column> =
    std::tuple(member("name", &Column::name), member("type", &Column::declaredType), member("family", &Column::family),
               member("maxLength", &Column::maxLength), member("fixedLength", &Column::fixedLength),
               member("nullable", &Column::nullable), member("source", &Column::source),
               member("collation", &Column::collation), member("default", &Column::defaultExpression));
template <>
inline constexpr auto members<Key> =
    std::tuple(member("name", &Key::name), member("columns", &Key::columns), member("partial", &Key::partial),
               member("deferrable", &Key::deferrable));
template <>
inline constexpr auto members<ForeignKey> =
    std::tuple(member("name", &ForeignKey::name), member("columns", &ForeignKey::columns),
               member("parent", &ForeignKey::parent), member("parentColumns", &ForeignKey::parentColumns),
               member("declared", &ForeignKey::declared));
template <>
inline constexpr auto members<DeleteAction> =
    std::tuple(member("child", &DeleteAction::child), member("columns", &DeleteAction::columns),
               member("parentColumns", &DeleteAction::parentColumns));
template <>
inline constexpr auto members<Trigger> = std::tuple(member("name", &Trigger::name), member("event", &Trigger::event));
template <>
inline constexpr auto members<Table> =
    std::tuple(member("name", &Table::name), member("columns", &Table::columns),
               member("primaryKey", &Table::primaryKey), member("uniqueKeys", &Table::uniqueKeys),
               member("foreignKeys", &Table::foreignKeys), member("triggers", &Table::triggers),
               member("deleteActions", &Table::deleteActions), member("whyNotComparable", &Table::whyNotComparable),
               laterMember("standsFor", &Table::standsFor));
template <>
inline constexpr auto members<Equality> =
    std::tuple(member("rule", &Equality::rule), member("fractionDigits", &Equality::fractionDigits),
               member("tolerance", &Equality::tolerance));
template <>
inline constexpr auto members<AlignedColumn> =
    std::tuple(member("name", &AlignedColumn::name), member("in", &AlignedColumn::in),
               member("equality", &AlignedColumn::equality), member("compared", &AlignedColumn::compared),
               member("byOption", &AlignedColumn::byOption), member("addedAs", &AlignedColumn::addedAs),
               laterMember("written", &AlignedColumn::written), laterMember("handedOut", &AlignedColumn::handedOut),
               laterMember("masked", &AlignedColumn::masked));
template <>
inline constexpr auto members<SchemaDifference> =
    std::tuple(member("kind", &SchemaDifference::kind), member("table", &SchemaDifference::table),
               member("object", &SchemaDifference::object), member("message", &SchemaDifference::message),
               member("blocks", &SchemaDifference::blocks));
template <>
inline constexpr auto members<AlignedTable> =
    std::tuple(member("name", &AlignedTable::name), member("in", &AlignedTable::in),
               member("columns", &AlignedTable::columns), member("keyColumns", &AlignedTable::keyColumns),
               member("differences", &AlignedTable::differences),
               member("whyNotCompared", &AlignedTable::whyNotCompared), laterMember("filters", &AlignedTable::filters));
template <>
inline constexpr auto members<Relation> =
    std::tuple(member("child", &Relation::child), member("childColumns", &Relation::childColumns),
               member("parent", &Relation::parent), member("parentColumns", &Relation::parentColumns),
               member("name", &Relation::name), member("declared", &Relation::declared));
template <>
inline constexpr auto members<UniqueConstraint> =
    std::tuple(member("table", &UniqueConstraint::table), member("columns", &UniqueConstraint::columns),
               member("name", &UniqueConstraint::name));
template <>
inline constexpr auto members<Alignment> =
    std::tuple(member("tables", &Alignment::tables), member("relations", &Alignment::relations),
               member("uniques", &Alignment::uniques), member("differences", &Alignment::differences),
               member("engines", &Alignment::engines));

} // namespace Archive

namespace {

bool areColumnsOf(const AlignedTable &table, const QList<int> &columns)
{
    return std::ranges::all_of(columns, [&](int column) { return column >= 0 && column < table.columns.size(); });
}

bool areColumnsOf(const Alignment &alignment, int table, const QList<int> &columns)
{
    return table >= 0 && table < alignment.tables.size() && areColumnsOf(alignment.tables[table], columns);
}

bool isDefined(const AlignedColumn &column)
{
    return std::ranges::any_of(allVersions, [&](Version version) { return column.in[version].has_value(); });
}

bool isConsistent(const Alignment &alignment)
{
    return std::ranges::all_of(alignment.tables,
                               [](const AlignedTable &table) {
                                   return areColumnsOf(table, table.keyColumns) &&
                                          std::ranges::all_of(table.columns, isDefined);
                               }) &&
           std::ranges::all_of(alignment.relations,
                               [&](const Relation &relation) {
                                   return areColumnsOf(alignment, relation.child, relation.childColumns) &&
                                          areColumnsOf(alignment, relation.parent, relation.parentColumns) &&
                                          relation.childColumns.size() == relation.parentColumns.size();
                               }) &&
           std::ranges::all_of(alignment.uniques, [&](const UniqueConstraint &unique) {
               return areColumnsOf(alignment, unique.table, unique.columns);
           });
}

} // namespace

QByteArray encodeAlignment(const Alignment &alignment)
{
    return Archive::encode(alignment);
}

std::optional<Alignment> decodeAlignment(const QByteArray &bytes)
{
    std::optional<Alignment> alignment = Archive::decode<Alignment>(bytes);
    return alignment && isConsistent(*alignment) ? alignment : std::nullopt;
}

QByteArray shapeOf(const AlignedTable &table)
{
    QJsonArray columns;
    for (const AlignedColumn &column : table.columns) {
        QJsonArray shape{column.name, column.compared, Archive::toJson(column.equality.rule)};
        if (!column.written)
            shape.append(QStringLiteral("not written"));
        columns.append(shape);
    }
    return QJsonDocument(QJsonArray{columns, Archive::toJson(table.keyColumns)}).toJson(QJsonDocument::Compact);
}

} // namespace Rejoin
