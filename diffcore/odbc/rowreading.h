#pragma once

#include "diffcore/odbc/blockreader.h"
#include "diffcore/odbc/columnbuffer.h"
#include "diffcore/odbc/nativeconnection.h"

#include <QList>
#include <vector>

namespace Rejoin {

/// What a BlockReader holds.
class BlockReader::State
{
public:
    [[nodiscard]] static Result<std::unique_ptr<State>> start(NativeConnection &connection, const QString &sql,
                                                              const CancelToken &cancel);

    [[nodiscard]] Result<bool> next();
    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] int columns() const { return static_cast<int>(m_columns.size()); }
    [[nodiscard]] std::optional<QByteArrayView> cell(int row, int column) const;

private:
    /// How to read from the first row that was cut.
    struct Wanted
    {
        std::vector<SQLLEN> widths;
        bool cellByCell = false;
    };

    State(NativeConnection &connection, QString sql, CancelToken cancel, Statement statement);
    Result<bool> nextBlock();
    Result<bool> nextLong();
    int wholeRows() const;
    Wanted wantedFor(int firstCutRow) const;
    Result<void> runAgain(const Wanted &wanted);
    Result<void> skip(qint64 rows);
    Result<void> readBlocks();
    Result<void> setRowsPerFetch(SQLULEN rows);
    void giveOut(int rows);
    Error cancelled() const;
    Error moved() const;

    NativeConnection &m_connection;
    QString m_sql;
    CancelToken m_cancel;
    Statement m_statement;
    std::vector<ColumnBuffer> m_columns;
    SQLULEN m_fetched = 0;
    int m_rows = 0;                 ///< given out by the last next()
    qint64 m_given = 0;             ///< given out before
    std::optional<Wanted> m_wanted; ///< set where the last block ended at a value that was cut
    int m_longLeft = 0;             ///< rows that are still to be read cell by cell
    int m_longSpan;
    bool m_fromLongCells = false;
    QList<std::optional<QByteArray>> m_longCells;
};

} // namespace Rejoin
