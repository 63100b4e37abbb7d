#pragma once

#include "diffcore/odbc/nativeconnection.h"

#include <QByteArray>
#include <optional>
#include <vector>

namespace Rejoin {

/// How the cells of a column come from the driver.
enum class CellKind : quint8 { Utf8, Wide, Binary };

[[nodiscard]] CellKind cellKindOf(SQLHSTMT statement, int column, const DriverQuirks &quirks);

/// One cell of the current row, whatever its length, by SQLGetData. Columns must be asked from the left to the right.
[[nodiscard]] Result<std::optional<QByteArray>> readCell(Statement &statement, int column, CellKind kind);

/// The bound array of one column: as many cells of one width as a block has rows.
class ColumnBuffer
{
public:
    explicit ColumnBuffer(CellKind kind)
        : m_kind(kind)
    {
    }

    [[nodiscard]] CellKind kind() const { return m_kind; }
    /// Bytes that a cell may have, its end mark left out.
    void setWidth(SQLLEN width) { m_width = width; }
    [[nodiscard]] SQLULEN bytesPerRow() const;
    [[nodiscard]] bool bind(SQLHSTMT statement, int column, SQLULEN rows);

    /// How many of the first `rows` cells came whole, before the first that was cut.
    [[nodiscard]] int wholeRows(int rows) const;
    /// Bytes that this row's cell has.
    [[nodiscard]] SQLLEN needed(int row) const;
    /// A width for the cells of these rows that are not longer than `most`; never below the present one.
    [[nodiscard]] SQLLEN widthFor(int firstRow, int rows, SQLLEN most) const;

    /// The first `rows` cells can be asked for.
    void giveOut(int rows);
    [[nodiscard]] std::optional<QByteArrayView> cell(int row) const;

private:
    SQLLEN stride() const;

    CellKind m_kind;
    SQLLEN m_width = 62;
    std::vector<char> m_bytes;
    std::vector<SQLLEN> m_lengths; ///< SQL_NULL_DATA, SQL_NO_TOTAL, or the whole length in bytes
    QByteArray m_converted;        ///< Wide: the given cells as UTF-8, one after another
    std::vector<qsizetype> m_ends;
};

} // namespace Rejoin
