#include "tests/support/sqlitefile.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// SQLite's own connection, open as long as the object.
class OwnConnection
{
public:
    explicit OwnConnection(const QString &path)
        : m_name(QUuid::createUuid().toString())
        , m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name))
    {
        m_database.setDatabaseName(path);
        if (!m_database.open())
            qFatal("%s: %s", qPrintable(path), qPrintable(m_database.lastError().text()));
        run(u"PRAGMA synchronous = OFF"_s); // a test's file need not outlive a power cut
    }

    ~OwnConnection()
    {
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
    }

    OwnConnection(const OwnConnection &) = delete;
    OwnConnection &operator=(const OwnConnection &) = delete;

    QStringList run(const QString &sql, const QVariantList &bound = {})
    {
        QSqlQuery query(m_database);
        const bool prepared = query.prepare(sql);
        for (const QVariant &value : bound)
            query.addBindValue(value);
        if (!prepared || !query.exec())
            qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
        QStringList firstColumn;
        while (query.next())
            firstColumn += query.value(0).toString();
        return firstColumn;
    }

private:
    QString m_name;
    QSqlDatabase m_database;
};

} // namespace

SqliteFile::SqliteFile(const QStringList &statements, const QString &name)
    : m_path(m_folder.filePath(name))
{
    QDir().mkpath(QFileInfo(m_path).path());
    OwnConnection connection(m_path);
    for (const QString &statement : statements)
        connection.run(statement);
    connection.run(u"PRAGMA user_version = 1"_s); // so that there is a file without any statement, too
}

void SqliteFile::run(const QString &sql) const
{
    OwnConnection(m_path).run(sql);
}

void SqliteFile::runEach(const QString &sql, const QList<QVariantList> &rows) const
{
    OwnConnection connection(m_path);
    connection.run(u"BEGIN"_s);
    for (const QVariantList &row : rows)
        connection.run(sql, row);
    connection.run(u"COMMIT"_s);
}

QStringList SqliteFile::column(const QString &sql) const
{
    return OwnConnection(m_path).run(sql);
}

ConnectionString SqliteFile::where() const
{
    ConnectionString where;
    where.set(u"Driver"_s, u"SQLite3"_s);
    where.set(u"Database"_s, m_path);
    return where;
}

ConnectionString SqliteFile::whereByTheBook() const
{
    const QString library = m_folder.filePath(u"plain.so"_s);
    QDirIterator folders(u"/usr"_s, {u"libsqlite3odbc.so"_s}, QDir::Files, QDirIterator::Subdirectories);
    if (!folders.hasNext() || !QFile::link(folders.next(), library))
        qFatal("there is no libsqlite3odbc.so below /usr");
    ConnectionString other = where();
    other.set(u"Driver"_s, library);
    return other;
}

Result<std::unique_ptr<Connection>> SqliteFile::open(const ConnectOptions &options) const
{
    return Connection::open(where(), options);
}

} // namespace Rejoin
