#pragma once

#include "diffcore/base/progress.h"
#include "diffcore/base/result.h"
#include "diffcore/dialect/engine.h"
#include "diffcore/odbc/blockreader.h"
#include "diffcore/odbc/connectionstring.h"

#include <QByteArray>
#include <QList>
#include <memory>
#include <optional>

namespace Rejoin {

class Dialect;

/// A whole small result: rows of cells, nothing for NULL.
using TextRows = QList<QList<std::optional<QByteArray>>>;

struct ConnectOptions
{
    QString label; ///< "A · PRD01", put into every error
    int timeoutSeconds = 15;
    bool readOnly = true; ///< refuse writes where the engine can (SQLite: PRAGMA query_only)
};

/// One connection to one database, opened through Qt's QODBC driver, used on the thread that opened it.
///
/// Statements run on the driver's native handle, each by itself: what a statement like BEGIN opens stays open until
/// another ends it. One reader at a time is streamed; a second one is read into memory first, by drivers that must.
/// Errors carry the label and the driver's text, secrets scrubbed:
/// DriverMissing (with the drivers that are installed), LoginFailed, CannotConnect (no such host, file or database),
/// BadFile (an SQLite file that is none), RightsMissing, ServerRefused, Cancelled.
class Connection
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const ConnectionString &where,
                                                                  const ConnectOptions &options);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] const ServerInfo &server() const;
    [[nodiscard]] const Dialect &dialect() const;
    [[nodiscard]] const QString &label() const;

    /// Runs a statement; rows affected, -1 where the driver does not tell.
    [[nodiscard]] Result<qint64> execute(const QString &sql);
    /// Runs a query and reads all of it: for catalogs and single figures, never for tables.
    [[nodiscard]] Result<TextRows> query(const QString &sql);
    /// Starts a query whose rows are read in blocks.
    [[nodiscard]] Result<std::unique_ptr<BlockReader>> read(const QString &sql, const CancelToken &cancel);
    /// Makes the running statement fail (SQLCancel). The one member that any thread may call.
    void cancel();

private:
    struct State;
    explicit Connection(std::unique_ptr<State> state);
    void askIdentity();
    std::unique_ptr<State> m_state;
};

/// Names of the ODBC drivers and data sources that this machine has (from the driver manager).
[[nodiscard]] QStringList installedDrivers();
[[nodiscard]] QStringList installedDataSources();
/// The driver that a data source names; empty where there is no such data source.
[[nodiscard]] QString driverOfDataSource(const QString &name);

} // namespace Rejoin
