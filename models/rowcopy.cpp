#include "models/rowcopy.h"

#include "diffcore/dialect/insertsql.h"
#include "diffcore/script/csv.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

struct CopiedCell
{
    CellKind kind = CellKind::NoRow;
    Value value;  ///< also where it is hidden
    QString text; ///< as a person may see it
};

/// The key first, then the other columns, as the grid has them.
QList<int> columnsOf(const AlignedTable &table)
{
    QList<int> columns = table.keyColumns;
    for (int column = 0; column < table.columns.size(); ++column) {
        if (!table.keyColumns.contains(column))
            columns.append(column);
    }
    return columns;
}

bool isNumber(const Value &value)
{
    return value.family() == TypeFamily::Integer || value.family() == TypeFamily::Float;
}

QString inCsv(const CopiedCell &cell)
{
    if (cell.kind != CellKind::Value)
        return {};
    return cell.text.isEmpty() ? u"\"\""_s : csvField(cell.text); // NULL is the field without quotes
}

QString inCells(const CopiedCell &cell)
{
    QString text = cell.kind == CellKind::Value ? cell.text : QString();
    return text.replace(u'\t', u' ').replace(u'\n', u' ').remove(u'\r');
}

QJsonValue inJson(const CopiedCell &cell)
{
    if (cell.kind != CellKind::Value)
        return QJsonValue::Null;
    bool exact = false;
    if (isNumber(cell.value)) {
        const QString text = cell.text;
        const qint64 whole = text.toLongLong(&exact);
        if (exact)
            return whole;
        const double number = text.toDouble(&exact);
        if (exact)
            return number;
    }
    return cell.text;
}

} // namespace

QString copiedRows(const RowsModel &model, const QList<int> &rows, Face face, CopyFormat format,
                   const ServerInfo &server)
{
    const AlignedTable *table = model.source().table();
    if (!table)
        return {};
    QList<int> columns = columnsOf(*table);
    if (format == CopyFormat::Sql)
        columns.removeIf([&model](int column) { return model.isHidden(column); });
    QStringList names;
    QList<Column> definitions;
    for (const int column : std::as_const(columns)) {
        names.append(table->columns[column].name);
        definitions.append(table->columns[column].definition());
    }
    const auto dialect = format == CopyFormat::Sql ? Dialect::make(server) : nullptr;
    QStringList lines;
    QJsonArray objects;
    for (const int row : rows) {
        QList<CopiedCell> cells;
        for (const int column : std::as_const(columns))
            cells.append(
                {model.kindAt(row, face, column), model.valueAt(row, face, column), model.textAt(row, face, column)});
        if (std::ranges::all_of(cells, [](const CopiedCell &cell) { return cell.kind == CellKind::NoRow; }))
            continue;
        QStringList texts;
        QJsonObject object;
        QList<Value> values;
        for (qsizetype at = 0; at < cells.size(); ++at) {
            const CopiedCell &cell = cells.at(at);
            switch (format) {
            case CopyFormat::Cells:
            case CopyFormat::CellsWithHeaders: texts.append(inCells(cell)); break;
            case CopyFormat::Csv: texts.append(inCsv(cell)); break;
            case CopyFormat::Json: object.insert(names.at(at), inJson(cell)); break;
            case CopyFormat::Sql: values.append(cell.kind == CellKind::Pending ? Value() : cell.value); break;
            }
        }
        if (format == CopyFormat::Json)
            objects.append(object);
        else if (dialect)
            lines.append(insertText(*dialect, table->name, definitions, values));
        else
            lines.append(texts.join(format == CopyFormat::Csv ? u',' : u'\t'));
    }
    if (format == CopyFormat::Json)
        return QString::fromUtf8(QJsonDocument(objects).toJson());
    if (format == CopyFormat::CellsWithHeaders)
        lines.prepend(names.join(u'\t'));
    if (format == CopyFormat::Csv)
        lines.prepend(names.join(u','));
    return lines.isEmpty() ? QString() : lines.join(u'\n') + u'\n';
}

} // namespace Rejoin
