#pragma once

#include <QString>
#include <QVersionNumber>

namespace Rejoin {

enum class Engine : quint8 { Sqlite, PostgreSql, MariaDb, MySql, SqlServer };

[[nodiscard]] QString engineName(Engine engine); ///< "SQLite", "PostgreSQL", …

/// What a server said of itself when the connection was opened.
struct ServerInfo
{
    Engine engine = Engine::Sqlite;
    QString product; ///< as the driver names it
    QVersionNumber version;
    QString serverName; ///< host or instance; empty for SQLite
    QString database;   ///< database name; the file's absolute path for SQLite
    /// Names this database among all others: the same database reached twice gives the same text.
    QString identity;
};

} // namespace Rejoin
