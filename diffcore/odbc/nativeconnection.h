#pragma once

#include "diffcore/base/result.h"
#include "diffcore/odbc/connectionstring.h"
#include "diffcore/odbc/driverquirks.h"

#include <QString>
#include <mutex>
#include <sql.h>
#include <sqlext.h>

namespace Rejoin {

/// What statements need of an open connection: its native handle and how to speak of its errors.
struct NativeConnection
{
    SQLHDBC handle = SQL_NULL_HDBC;
    const DriverQuirks *quirks = nullptr;
    ConnectionString where; ///< to scrub its secrets from what the driver says
    QString label;

    std::mutex mutex;                  ///< guards `running` and, while it is cancelled, its life
    SQLHSTMT running = SQL_NULL_HSTMT; ///< what cancel() stops
    SQLHSTMT idle = SQL_NULL_HSTMT;    ///< where the driver needs one to cancel through

    /// The error that a handle's diagnostic records tell, classified.
    [[nodiscard]] Error errorOf(SQLSMALLINT handleType, SQLHANDLE of, const QString &doing) const;
    void cancel();
};

/// A statement handle, freed with the object. Everything fails with the connection's label and the driver's text.
class Statement
{
public:
    /// Static: all of the statement runs at once. ForwardOnly: rows come as they are fetched.
    enum class Cursor : quint8 { Static, ForwardOnly };

    [[nodiscard]] static Result<Statement> create(NativeConnection &connection, Cursor cursor);
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) noexcept;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    ~Statement();

    [[nodiscard]] Result<void> run(const QString &sql);
    /// Goes through what is left of a batch: an error of a later statement is told only then. Rows are thrown away.
    [[nodiscard]] Result<void> finish();
    /// The next block into the bound columns; false at the end.
    [[nodiscard]] Result<bool> fetch();
    [[nodiscard]] Result<int> columnCount();
    [[nodiscard]] qint64 affectedRows() const { return m_affectedRows; } ///< -1 where the driver does not tell
    [[nodiscard]] SQLHSTMT handle() const { return m_handle; }
    [[nodiscard]] Error error(const QString &doing) const;

private:
    Statement(NativeConnection &connection, SQLHSTMT handle);
    void takeTurn(); ///< from now on it is what cancel() stops
    void free();

    NativeConnection *m_connection;
    SQLHSTMT m_handle;
    qint64 m_affectedRows = -1;
};

/// Classifies what a driver said. `state` may be empty: Qt does not tell it for a connection that could not be opened.
[[nodiscard]] ErrorCode classify(const QString &state, int native, const QString &text);

} // namespace Rejoin
