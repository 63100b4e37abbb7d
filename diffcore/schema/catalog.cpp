#include "diffcore/schema/catalog.h"

#include <algorithm>

namespace Rejoin {

int Table::columnIndex(const QString &columnName) const
{
    for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        for (int i = 0; i < columns.size(); ++i) {
            if (columns[i].name.compare(columnName, sensitivity) == 0)
                return i;
        }
    }
    return -1;
}

const Column *Table::column(const QString &columnName) const
{
    const int index = columnIndex(columnName);
    return index < 0 ? nullptr : &columns[index];
}

const Column *Table::generatedColumn() const
{
    const auto found = std::ranges::find(columns, ValueSource::Generated, &Column::source);
    return found == columns.end() ? nullptr : &*found;
}

const Table *Catalog::table(const TableName &name) const
{
    const auto index = indexOfTable(tables, name.display(), [](const Table &table) { return table.name; });
    return index < 0 ? nullptr : &tables[index];
}

} // namespace Rejoin
