#include "tests/support/sqlitefile.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

QStringList firstColumn(const QString &path, const QString &sql, const QVariantList &bound)
{
    const QString name = QUuid::createUuid().toString();
    QStringList values;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(path);
        if (!database.open())
            qFatal("%s: %s", qPrintable(path), qPrintable(database.lastError().text()));
        QSqlQuery query(database);
        const bool prepared = query.prepare(sql);
        for (const QVariant &value : bound)
            query.addBindValue(value);
        if (!prepared || !query.exec())
            qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
        while (query.next())
            values += query.value(0).toString();
    }
    QSqlDatabase::removeDatabase(name);
    return values;
}

} // namespace

SqliteFile::SqliteFile(const QStringList &statements, const QString &name)
    : m_path(m_folder.filePath(name))
{
    QDir().mkpath(QFileInfo(m_path).path());
    run(u"PRAGMA user_version = 1"_s); // so that the file is written
    for (const QString &statement : statements)
        run(statement);
}

void SqliteFile::run(const QString &sql, const QVariantList &bound) const
{
    firstColumn(m_path, sql, bound);
}

QStringList SqliteFile::column(const QString &sql) const
{
    return firstColumn(m_path, sql, {});
}

ConnectionString SqliteFile::where() const
{
    ConnectionString where;
    where.set(u"Driver"_s, u"SQLite3"_s);
    where.set(u"Database"_s, m_path);
    return where;
}

Result<std::unique_ptr<Connection>> SqliteFile::open(const ConnectOptions &options) const
{
    return Connection::open(where(), options);
}

} // namespace Rejoin
