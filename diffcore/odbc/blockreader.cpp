#include "diffcore/odbc/blockreader.h"

#include "diffcore/odbc/columnbuffer.h"
#include "diffcore/odbc/nativeconnection.h"
#include "diffcore/odbc/rowreading.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr SQLULEN mostRows = 1000;
constexpr SQLULEN mostBytes = 8 * 1024 * 1024;
/// Values longer than this are read cell by cell: buffers that hold them would leave room for few rows.
constexpr SQLLEN widestBuffer = 16 * 1024;
constexpr int firstLongSpan = 16;
constexpr int longestLongSpan = 1 << 20;

} // namespace

// Two ways of reading one statement. Blocks of rows into bound buffers, until a value does not fit: then the statement
// is run again with a wider buffer. Or, where a value is very long, row by row and cell by cell, for a span of rows
// that doubles each time it is needed, so that a table full of long values is not run again for each of them.

BlockReader::State::State(NativeConnection &connection, QString sql, CancelToken cancel, Statement statement)
    : m_connection(connection)
    , m_sql(std::move(sql))
    , m_cancel(std::move(cancel))
    , m_statement(std::move(statement))
    , m_longSpan(firstLongSpan)
{
}

Result<std::unique_ptr<BlockReader::State>> BlockReader::State::start(NativeConnection &connection, const QString &sql,
                                                                      const CancelToken &cancel)
{
    REJOIN_TRY_VALUE(statement, Statement::create(connection, Statement::Cursor::ForwardOnly));
    std::unique_ptr<State> state(new State(connection, sql, cancel, std::move(statement)));
    REJOIN_TRY(state->m_statement.run(sql));
    REJOIN_TRY_VALUE(count, state->m_statement.columnCount());
    for (int column = 0; column < count; ++column)
        state->m_columns.emplace_back(cellKindOf(state->m_statement.handle(), column, *connection.quirks));
    REJOIN_TRY(state->readBlocks());
    return state;
}

Result<bool> BlockReader::State::next()
{
    if (m_cancel.isCancelled())
        return fail(cancelled());
    m_given += m_rows;
    m_rows = 0;
    if (m_wanted) {
        REJOIN_TRY(runAgain(*std::exchange(m_wanted, std::nullopt)));
    }
    return m_longLeft > 0 ? nextLong() : nextBlock();
}

Result<bool> BlockReader::State::nextBlock()
{
    for (;;) {
        REJOIN_TRY_VALUE(more, m_statement.fetch());
        if (!more || m_fetched == 0)
            return false;
        const int whole = wholeRows();
        const bool cut = whole < static_cast<int>(m_fetched);
        if (cut)
            m_wanted = wantedFor(whole);
        if (whole > 0) {
            giveOut(whole);
            return true;
        }
        REJOIN_TRY(runAgain(*std::exchange(m_wanted, std::nullopt)));
        if (m_longLeft > 0)
            return nextLong();
    }
}

Result<bool> BlockReader::State::nextLong()
{
    REJOIN_TRY_VALUE(more, m_statement.fetch());
    if (!more)
        return false;
    --m_longLeft;
    m_longCells.clear();
    for (size_t column = 0; column < m_columns.size(); ++column) {
        REJOIN_TRY_VALUE(cell, readCell(m_statement, static_cast<int>(column), m_columns[column].kind()));
        if (cell && cell->size() > widestBuffer)
            m_longLeft = m_longSpan;
        m_longCells += cell;
    }
    m_rows = 1;
    m_fromLongCells = true;
    if (m_longLeft == 0) {
        REJOIN_TRY(readBlocks());
    }
    return true;
}

/// How many rows from the first one fit into the buffers.
int BlockReader::State::wholeRows() const
{
    int whole = static_cast<int>(m_fetched);
    for (const ColumnBuffer &column : m_columns)
        whole = std::min(whole, column.wholeRows(whole));
    return whole;
}

BlockReader::State::Wanted BlockReader::State::wantedFor(int firstCutRow) const
{
    Wanted wanted;
    for (const ColumnBuffer &column : m_columns) {
        const SQLLEN width = column.widthFor(firstCutRow, static_cast<int>(m_fetched), widestBuffer);
        wanted.cellByCell |= column.needed(firstCutRow) > widestBuffer;
        wanted.widths.push_back(width);
    }
    return wanted;
}

Result<void> BlockReader::State::runAgain(const Wanted &wanted)
{
    for (size_t column = 0; column < m_columns.size(); ++column)
        m_columns[column].setWidth(wanted.widths[column]);
    REJOIN_TRY_VALUE(statement, Statement::create(m_connection, Statement::Cursor::ForwardOnly));
    m_statement = std::move(statement);
    REJOIN_TRY(m_statement.run(m_sql));
    REJOIN_TRY(skip(m_given));
    if (!wanted.cellByCell)
        return readBlocks();
    m_longLeft = m_longSpan;
    m_longSpan = std::min(m_longSpan * 2, longestLongSpan);
    return setRowsPerFetch(1);
}

Result<void> BlockReader::State::skip(qint64 rows)
{
    while (rows > 0) {
        const auto step = std::min<SQLULEN>(mostRows, static_cast<SQLULEN>(rows));
        REJOIN_TRY(setRowsPerFetch(step));
        REJOIN_TRY_VALUE(more, m_statement.fetch());
        if (!more || m_fetched != step)
            return fail(moved());
        rows -= static_cast<qint64>(step);
        if (m_cancel.isCancelled())
            return fail(cancelled());
    }
    return {};
}

Result<void> BlockReader::State::readBlocks()
{
    SQLULEN bytesPerRow = 0;
    for (const ColumnBuffer &column : m_columns)
        bytesPerRow += column.bytesPerRow();
    const SQLULEN rows = std::clamp<SQLULEN>(mostBytes / std::max<SQLULEN>(bytesPerRow, 1), 1, mostRows);
    REJOIN_TRY(setRowsPerFetch(rows));
    for (size_t column = 0; column < m_columns.size(); ++column) {
        if (!m_columns[column].bind(m_statement.handle(), static_cast<int>(column), rows))
            return fail(m_statement.error(u"a column cannot be read"_s));
    }
    return {};
}

Result<void> BlockReader::State::setRowsPerFetch(SQLULEN rows)
{
    SQLHSTMT handle = m_statement.handle();
    const bool set =
        SQL_SUCCEEDED(SQLFreeStmt(handle, SQL_UNBIND)) &&
        SQL_SUCCEEDED(SQLSetStmtAttr(handle, SQL_ATTR_ROW_ARRAY_SIZE, reinterpret_cast<SQLPOINTER>(rows), 0)) &&
        SQL_SUCCEEDED(SQLSetStmtAttr(handle, SQL_ATTR_ROWS_FETCHED_PTR, &m_fetched, 0));
    if (!set)
        return fail(m_statement.error(u"rows cannot be read in blocks"_s));
    return {};
}

void BlockReader::State::giveOut(int rows)
{
    m_rows = rows;
    m_fromLongCells = false;
    for (ColumnBuffer &column : m_columns)
        column.giveOut(rows);
}

std::optional<QByteArrayView> BlockReader::State::cell(int row, int column) const
{
    if (!m_fromLongCells)
        return m_columns[static_cast<size_t>(column)].cell(row);
    const std::optional<QByteArray> &cell = m_longCells[column];
    return cell ? std::optional<QByteArrayView>(*cell) : std::nullopt;
}

Error BlockReader::State::cancelled() const
{
    return {.code = ErrorCode::Cancelled, .message = u"cancelled"_s, .server = m_connection.label};
}

Error BlockReader::State::moved() const
{
    return {.code = ErrorCode::ServerRefused,
            .message = u"rows went away while they were read"_s,
            .advice = u"Compare again"_s,
            .server = m_connection.label};
}

BlockReader::BlockReader(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

BlockReader::~BlockReader() = default;

Result<bool> BlockReader::next()
{
    return m_state->next();
}

int BlockReader::rowCount() const
{
    return m_state->rows();
}

int BlockReader::columnCount() const
{
    return m_state->columns();
}

std::optional<QByteArrayView> BlockReader::cell(int row, int column) const
{
    return m_state->cell(row, column);
}

} // namespace Rejoin
