#pragma once

#include "diffcore/dialect/engine.h"

#include <QList>
#include <QStringList>

namespace Rejoin {

/// A driver that reaches an engine, and what brings it to a machine.
struct DriverOffer
{
    QString name;    ///< as its package registers it
    QString install; ///< "apt install odbc-postgresql", or whose it is and where to download it
    QString example; ///< a connection string with this driver; server, database, user and password are to be replaced
};

/// How an engine can be reached from this machine.
struct EngineDrivers
{
    Engine engine = Engine::Sqlite;
    QStringList installed;     ///< the best first; empty where the engine cannot be reached
    QList<DriverOffer> offers; ///< the best first, installed or not
    QString example;           ///< of an installed driver, or else of the first that can be

    /// "apt install tdsodbc, or: …"
    [[nodiscard]] QString howToInstall() const;
};

/// All engines that Rejoin knows. `installed`: names of drivers, as installedDrivers() tells them.
[[nodiscard]] QList<EngineDrivers> engineDrivers(const QStringList &installed);

/// How to install the driver that somebody named, by the likeness of its name; empty where it is like none.
[[nodiscard]] QString howToInstallDriver(const QString &name);

} // namespace Rejoin
