#include "diffcore/odbc/nativeconnection.h"

#include "diffcore/base/log.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

struct Said
{
    QLatin1StringView text;
    ErrorCode means;
};

// What drivers say where their SQLSTATE does not tell, or Qt keeps it to itself.
constexpr std::array saidTexts{
    Said{"Can't open lib"_L1, ErrorCode::DriverMissing},
    Said{"Data source name not found"_L1, ErrorCode::DriverMissing},
    Said{"file is not a database"_L1, ErrorCode::BadFile},
    Said{"database disk image is malformed"_L1, ErrorCode::BadFile},
    Said{"attempt to write a readonly database"_L1, ErrorCode::RightsMissing},
    Said{"[SQLite]interrupted"_L1, ErrorCode::Cancelled},
    Said{"password authentication failed"_L1, ErrorCode::LoginFailed},
    Said{"no password supplied"_L1, ErrorCode::LoginFailed},
    Said{"FATAL: role \""_L1, ErrorCode::LoginFailed},
    Said{"no pg_hba.conf entry"_L1, ErrorCode::LoginFailed},
    Said{"' to database '"_L1, ErrorCode::RightsMissing}, // MariaDB's 1044, which begins as a refused login
    Said{"Access denied for user"_L1, ErrorCode::LoginFailed},
    Said{"Login failed"_L1, ErrorCode::LoginFailed},
    Said{"permission denied"_L1, ErrorCode::RightsMissing},
};

constexpr auto noConnection = "08"_L1;

struct State
{
    QLatin1StringView begin;
    ErrorCode means;
};

constexpr std::array states{
    State{"28"_L1, ErrorCode::LoginFailed},      State{"42501"_L1, ErrorCode::RightsMissing},
    State{"HY008"_L1, ErrorCode::Cancelled},     State{"57014"_L1, ErrorCode::Cancelled},
    State{"IM002"_L1, ErrorCode::DriverMissing}, State{"IM003"_L1, ErrorCode::DriverMissing},
    State{"3D000"_L1, ErrorCode::CannotConnect},
};

std::optional<ErrorCode> classifyNative(int native)
{
    switch (native) { // MariaDB and MySQL, then SQL Server
    case 1317: return ErrorCode::Cancelled;
    case 1045:
    case 18456: return ErrorCode::LoginFailed;
    case 1044:
    case 1142:
    case 1143:
    case 229: return ErrorCode::RightsMissing;
    case 1049:
    case 4060: return ErrorCode::CannotConnect;
    }
    return std::nullopt;
}

struct Record
{
    QString state;
    int native = 0;
    QString text;
};

std::optional<Record> narrowRecord(SQLSMALLINT handleType, SQLHANDLE handle, SQLSMALLINT number)
{
    std::array<SQLCHAR, 6> state{};
    std::array<SQLCHAR, 4096> text{};
    SQLINTEGER native = 0;
    SQLSMALLINT length = 0;
    if (!SQL_SUCCEEDED(
            SQLGetDiagRec(handleType, handle, number, state.data(), &native, text.data(), text.size(), &length)))
        return std::nullopt;
    const auto toText = [](const auto &bytes) {
        return QString::fromUtf8(reinterpret_cast<const char *>(bytes.data()));
    };
    return Record{toText(state), native, toText(text).trimmed()};
}

std::optional<Record> wideRecord(SQLSMALLINT handleType, SQLHANDLE handle, SQLSMALLINT number)
{
    std::array<SQLWCHAR, 6> state{};
    std::array<SQLWCHAR, 4096> text{};
    SQLINTEGER native = 0;
    SQLSMALLINT length = 0;
    if (!SQL_SUCCEEDED(
            SQLGetDiagRecW(handleType, handle, number, state.data(), &native, text.data(), text.size(), &length)))
        return std::nullopt;
    const auto toText = [](const auto &units) {
        return QString::fromUtf16(reinterpret_cast<const char16_t *>(units.data()));
    };
    return Record{toText(state), native, toText(text).trimmed()};
}

QList<Record> recordsOf(SQLSMALLINT handleType, SQLHANDLE handle, DriverQuirks::Text text)
{
    constexpr SQLSMALLINT most = 16;
    QList<Record> records;
    for (SQLSMALLINT number = 1; number <= most; ++number) {
        const auto record = text == DriverQuirks::Text::Wide ? wideRecord(handleType, handle, number)
                                                             : narrowRecord(handleType, handle, number);
        if (!record)
            break;
        records += *record;
    }
    return records;
}

SQLRETURN executeDirectly(SQLHSTMT handle, const QString &sql, DriverQuirks::Text text)
{
    if (text == DriverQuirks::Text::Wide) {
        // the driver manager takes a pointer to what it does not change
        auto *units = reinterpret_cast<SQLWCHAR *>(const_cast<ushort *>(sql.utf16()));
        // Up to its NUL and not by its length: MariaDB Connector/ODBC takes the length for one in characters, and "Ü"
        // like all units whose low byte is D8 to DF for the first half of one, so that it read behind the end.
        const bool hasNul = sql.contains(QChar(u'\0'));
        return SQLExecDirectW(handle, units, hasNul ? static_cast<SQLINTEGER>(sql.size()) : SQL_NTS);
    }
    QByteArray bytes = sql.toUtf8();
    return SQLExecDirect(handle, reinterpret_cast<SQLCHAR *>(bytes.data()), static_cast<SQLINTEGER>(bytes.size()));
}

/// The beginning of a statement, its literal texts left out.
QString outline(const QString &sql)
{
    constexpr qsizetype shown = 300;
    static const QRegularExpression literal(uR"('(?:[^'\\]|\\.|'')*'?|\b0[xX][0-9A-Fa-f]+\b)"_s);
    const QString text = sql.first(qMin(sql.size(), 4 * shown)).replace(literal, u"'…'"_s).simplified();
    return text.size() <= shown ? text : text.first(shown) + u'…';
}

} // namespace

ErrorCode classify(const QString &state, int native, const QString &text)
{
    const bool tellsWhy = !state.startsWith(noConnection); // drivers give it for a refused login, too
    const auto known = std::ranges::find_if(states, [&](const State &one) { return state.startsWith(one.begin); });
    if (tellsWhy && known != states.end())
        return known->means;
    for (const Said &said : saidTexts) {
        if (text.contains(said.text, Qt::CaseInsensitive))
            return said.means;
    }
    if (!tellsWhy)
        return ErrorCode::CannotConnect;
    return classifyNative(native).value_or(ErrorCode::ServerRefused);
}

Error NativeConnection::errorOf(SQLSMALLINT handleType, SQLHANDLE of, const QString &doing) const
{
    Error error{.code = ErrorCode::ServerRefused};
    QStringList texts;
    QStringList numbers;
    const QList<Record> records = recordsOf(handleType, of, quirks->text);
    for (const Record &record : records) {
        const ErrorCode code = classify(record.state, record.native, record.text);
        if (error.code == ErrorCode::ServerRefused)
            error.code = code;
        texts += quirks->takesBatches && record.native != 0 ? u"Msg %1: %2"_s.arg(record.native).arg(record.text)
                                                            : record.text;
        numbers += u"%1 (%2)"_s.arg(record.state).arg(record.native);
    }
    error.message = error.code == ErrorCode::Cancelled ? u"cancelled"_s : doing;
    error.server = label;
    error.driverText = where.scrub(texts.join(u"; "_s));
    // what the server says may hold values of rows
    log(LogLevel::Info, u"%1: %2, SQLSTATE and number of the server: %3"_s.arg(label, doing, numbers.join(u", "_s)));
    log(LogLevel::Debug, u"%1: the server says: %2"_s.arg(label, error.driverText));
    return error;
}

void NativeConnection::cancel()
{
    const std::scoped_lock lock(mutex);
    if (running == SQL_NULL_HSTMT)
        return;
    SQLCancel(quirks->cancelThroughIdleStatement ? idle : running);
}

Result<Statement> Statement::create(NativeConnection &connection, Cursor cursor)
{
    SQLHSTMT handle = SQL_NULL_HSTMT;
    if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, connection.handle, &handle)))
        return fail(connection.errorOf(SQL_HANDLE_DBC, connection.handle, u"no statement can be made"_s));
    if (connection.quirks->stepsForwardOnly) {
        const SQLULEN type = cursor == Cursor::Static ? SQL_CURSOR_STATIC : SQL_CURSOR_FORWARD_ONLY;
        SQLSetStmtAttr(handle, SQL_ATTR_CURSOR_TYPE, reinterpret_cast<SQLPOINTER>(type), 0);
    }
    if (connection.quirks->takesBatches)
        SQLSetStmtAttr(handle, SQL_ATTR_NOSCAN, reinterpret_cast<SQLPOINTER>(SQL_NOSCAN_ON), 0);
    return Statement(connection, handle);
}

Statement::Statement(NativeConnection &connection, SQLHSTMT handle)
    : m_connection(&connection)
    , m_handle(handle)
{
}

Statement::Statement(Statement &&other) noexcept
    : m_connection(other.m_connection)
    , m_handle(std::exchange(other.m_handle, nullptr))
    , m_affectedRows(other.m_affectedRows)
{
}

Statement &Statement::operator=(Statement &&other) noexcept
{
    free(); // some servers run one statement at a time
    m_connection = other.m_connection;
    m_handle = std::exchange(other.m_handle, nullptr);
    m_affectedRows = other.m_affectedRows;
    return *this;
}

Statement::~Statement()
{
    free();
}

void Statement::free()
{
    if (m_handle == SQL_NULL_HSTMT)
        return;
    const std::scoped_lock lock(m_connection->mutex);
    if (m_connection->running == m_handle)
        m_connection->running = SQL_NULL_HSTMT;
    SQLFreeHandle(SQL_HANDLE_STMT, std::exchange(m_handle, nullptr));
}

void Statement::takeTurn()
{
    const std::scoped_lock lock(m_connection->mutex);
    m_connection->running = m_handle;
}

Result<void> Statement::run(const QString &sql)
{
    takeTurn();
    const auto began = std::chrono::steady_clock::now();
    if (isLogged(LogLevel::Trace))
        log(LogLevel::Trace, u"%1: runs %2"_s.arg(m_connection->label, m_connection->where.scrub(sql)));
    const SQLRETURN code = executeDirectly(m_handle, sql, m_connection->quirks->text);
    if (isLogged(LogLevel::Debug))
        log(LogLevel::Debug, u"%1: %2 in %3"_s.arg(m_connection->label, outline(sql), elapsedText(began)));
    if (!SQL_SUCCEEDED(code) && code != SQL_NO_DATA)
        return fail(error(u"the server refused a statement"_s));
    SQLLEN rows = -1;
    if (code == SQL_NO_DATA) // an update that found no row
        rows = 0;
    else if (!SQL_SUCCEEDED(SQLRowCount(m_handle, &rows)))
        rows = -1;
    m_affectedRows = rows;
    return {};
}

Result<void> Statement::finish()
{
    if (!m_connection->quirks->takesBatches)
        return {};
    SQLRETURN code = SQL_SUCCESS;
    while (SQL_SUCCEEDED(code))
        code = SQLMoreResults(m_handle);
    return code == SQL_NO_DATA ? Result<void>() : fail(error(u"the server refused a statement"_s));
}

Result<bool> Statement::fetch()
{
    takeTurn();
    const SQLRETURN code = SQLFetch(m_handle);
    if (code == SQL_NO_DATA)
        return false;
    if (!SQL_SUCCEEDED(code))
        return fail(error(u"rows cannot be read"_s));
    return true;
}

Result<int> Statement::columnCount()
{
    SQLSMALLINT count = 0;
    if (!SQL_SUCCEEDED(SQLNumResultCols(m_handle, &count)))
        return fail(error(u"the columns of a result cannot be told"_s));
    return count;
}

Error Statement::error(const QString &doing) const
{
    return m_connection->errorOf(SQL_HANDLE_STMT, m_handle, doing);
}

} // namespace Rejoin
