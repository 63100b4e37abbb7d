#pragma once

#include <QMetaType>
#include <QString>
#include <QStringList>

namespace Rejoin {

/// What went wrong, from a closed list. The command line maps each to an exit code, the window to a place and a text.
enum class ErrorCode : quint8 {
    Usage,          ///< wrong call, or a value that cannot be
    BadFile,        ///< a file that is missing, unreadable or not what it says
    CannotWrite,    ///< a local file cannot be written
    DriverMissing,  ///< the ODBC driver or data source name is not installed
    CannotConnect,  ///< the server does not answer, or there is no such database
    LoginFailed,    ///< the server answered and refused the login
    RightsMissing,  ///< logged in, but not allowed to do this
    Unsupported,    ///< cannot be done for this table or server
    Undecided,      ///< decisions are missing
    Refused,        ///< a guard refused: the rows or the schema moved; nothing was changed
    AlreadyApplied, ///< a guard refused: the script has been applied before; nothing was changed
    WrongTarget,    ///< a guard refused: this is not the server or database that the script was made for
    NotApproved,    ///< the bytes are not those that were approved
    ServerRefused,  ///< the server refused a statement; rolled back, nothing was changed
    CommitUnknown,  ///< the connection was lost during commit; the target must be asked
    Cancelled,      ///< the person cancelled
    Bug,            ///< Rejoin contradicts itself
};

/// An expected failure, as a value. The text for people is put together by describe().
struct Error
{
    ErrorCode code = ErrorCode::Bug;
    QString message;    ///< what is wrong, one sentence, no full stop, names the thing
    QString advice;     ///< what the person can do about it; may be empty
    QString server;     ///< label of the server ("A · PRD01"); may be empty
    QString table;      ///< display name of the table; may be empty
    QString driverText; ///< the driver's own words, secrets removed; may be empty
    QStringList rows;   ///< the rows concerned ("orders order_id=1001"), all of them; may be empty

    friend bool operator==(const Error &, const Error &) = default;
};

/// One line for a person: "A · PRD01: orders: MESSAGE (DRIVERTEXT). ADVICE."
[[nodiscard]] QString describe(const Error &error);

} // namespace Rejoin

Q_DECLARE_METATYPE(Rejoin::Error)
