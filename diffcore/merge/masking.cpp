#include "diffcore/merge/masking.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

Value shownValue(const AlignedColumn &column, const Value &value)
{
    return column.masked && value.isPresent() ? Value::text(u"•••"_s) : value;
}

DecisionKind shownKind(const AlignedTable &table, const DecisionKind &kind)
{
    const auto *cells = std::get_if<Cells>(&kind);
    if (!cells)
        return kind;
    Cells shown = *cells;
    for (const auto &[name, choice] : shown.choices.asKeyValueRange()) {
        const int column = table.columnIndex(name);
        if (const auto *value = std::get_if<Value>(&choice); value && column >= 0)
            choice = shownValue(table.columns[column], *value);
    }
    return shown;
}

bool masksValues(const Alignment &alignment)
{
    return std::ranges::any_of(alignment.tables, [](const AlignedTable &table) {
        return std::ranges::any_of(table.columns, &AlignedColumn::masked);
    });
}

} // namespace Rejoin
