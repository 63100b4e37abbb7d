#pragma once

#include "models/rowsmodel.h"

namespace Rejoin {

/// How rows are put on the clipboard.
enum class CopyFormat : quint8 {
    Cells,            ///< columns parted by tabs, as spreadsheets take them
    CellsWithHeaders, ///< the same below the columns' names
    Csv,              ///< RFC 4180, with the columns' names; NULL is empty, an empty text is ""
    Json,             ///< an array of objects; numbers and NULL as such, everything else as text
    Sql,              ///< one INSERT a row, as the server of the face would take it
};

/// The rows as one version has them; rows that it does not have are left out, values that are hidden stay hidden (in
/// SQL their columns are left out). `engine`: whose SQL.
[[nodiscard]] QString copiedRows(const RowsModel &model, const QList<int> &rows, Face face, CopyFormat format,
                                 const ServerInfo &server);

} // namespace Rejoin
