#include "diffcore/odbc/connection.h"
#include "diffcore/odbc/driverlibrary.h"

#include <array>
#include <memory>
#include <sql.h>
#include <sqlext.h>

namespace Rejoin {

namespace {

using List = SQLRETURN (*)(SQLHENV, SQLUSMALLINT, SQLCHAR *, SQLSMALLINT, SQLSMALLINT *, SQLCHAR *, SQLSMALLINT,
                           SQLSMALLINT *);

/// Names, and what is told of each: of a driver `attribute=value` texts with NULs between them, of a data source its
/// driver.
QList<QPair<QString, QString>> listed(List list)
{
    SQLHENV environment = SQL_NULL_HENV;
    if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &environment)))
        return {};
    SQLSetEnvAttr(environment, SQL_ATTR_ODBC_VERSION, reinterpret_cast<SQLPOINTER>(SQL_OV_ODBC3), 0);
    QList<QPair<QString, QString>> entries;
    std::array<SQLCHAR, 512> name{};
    std::array<SQLCHAR, 4096> detail{};
    SQLSMALLINT length = 0;
    SQLSMALLINT detailLength = 0;
    SQLUSMALLINT direction = SQL_FETCH_FIRST;
    while (SQL_SUCCEEDED(
        list(environment, direction, name.data(), name.size(), &length, detail.data(), detail.size(), &detailLength))) {
        entries += {QString::fromUtf8(reinterpret_cast<const char *>(name.data())),
                    QString::fromUtf8(reinterpret_cast<const char *>(detail.data()),
                                      qBound(qsizetype{0}, qsizetype{detailLength}, qsizetype(detail.size())))};
        direction = SQL_FETCH_NEXT;
    }
    SQLFreeHandle(SQL_HANDLE_ENV, environment);
    return entries;
}

QStringList sortedNames(const QList<QPair<QString, QString>> &entries)
{
    QStringList names;
    for (const auto &entry : entries)
        names += entry.first;
    names.sort(Qt::CaseInsensitive);
    return names;
}

} // namespace

QStringList installedDrivers()
{
    return sortedNames(listed(SQLDrivers));
}

QStringList installedDataSources()
{
    return sortedNames(listed(SQLDataSources));
}

QString driverOfDataSource(const QString &name)
{
    for (const auto &[source, driver] : listed(SQLDataSources)) {
        if (source.compare(name, Qt::CaseInsensitive) == 0)
            return driver;
    }
    return {};
}

QString libraryOfDriver(const QString &name)
{
    constexpr QLatin1StringView attribute("Driver=");
    for (const auto &[driver, attributes] : listed(SQLDrivers)) {
        if (driver != name)
            continue;
        for (const QString &text : attributes.split(QChar(u'\0'))) {
            if (text.startsWith(attribute, Qt::CaseInsensitive))
                return text.sliced(attribute.size());
        }
    }
    return {};
}

} // namespace Rejoin
