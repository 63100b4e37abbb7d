#include "diffcore/session/sessionfile.h"

#include "diffcore/session/sessionschema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <atomic>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr auto sqliteMagic = "SQLite format 3"_L1;
constexpr int sqliteMagicLength = 16; // with its final NUL
constexpr auto moveAside = "Move it away, or open another project"_L1;

QString uniqueConnectionName()
{
    static std::atomic<quint64> next = 0;
    return u"rejoin-session-%1"_s.arg(++next);
}

Result<void> refuseUnreadable(const QString &path, SessionFile::Missing missing)
{
    const QFileInfo info(path);
    const QString shown = QDir::toNativeSeparators(path);
    if (info.isDir())
        return fail(ErrorCode::BadFile, u"%1 is a folder, not a session of Rejoin"_s.arg(shown), moveAside);
    if (!info.exists()) {
        if (missing == SessionFile::Missing::Create)
            return {};
        return fail(ErrorCode::BadFile, u"there is no session %1"_s.arg(shown), u"Compare first: rejoin compare"_s);
    }
    // Somebody has it open, maybe this program: closing a file takes away all locks that the program has on it (POSIX),
    // and another program would then take the log away as the last one to leave, with what was committed.
    if (QFileInfo::exists(path + u"-wal"_s))
        return {};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail({.code = ErrorCode::BadFile,
                     .message = u"%1 cannot be read"_s.arg(shown),
                     .advice = u"Check the rights of the file"_s,
                     .driverText = file.errorString()});
    const QByteArray start = file.read(sqliteMagicLength);
    if (!start.isEmpty() && start != QByteArray(sqliteMagic.data(), sqliteMagicLength))
        return fail(ErrorCode::BadFile, u"%1 is not a session of Rejoin"_s.arg(shown), moveAside);
    return {};
}

} // namespace

SessionFile::SessionFile(QString path, QString connectionName)
    : m_path(std::move(path))
    , m_connectionName(std::move(connectionName))
{
}

SessionFile::~SessionFile()
{
    m_statements.clear();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connectionName);
}

Result<std::unique_ptr<SessionFile>> SessionFile::open(const QString &path, Missing missing)
{
    REJOIN_TRY(refuseUnreadable(path, missing));
    std::unique_ptr<SessionFile> file(new SessionFile(path, uniqueConnectionName()));
    REJOIN_TRY(file->connect());
    REJOIN_TRY(file->identify(missing));
    for (const QString &pragma : {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA wal_autocheckpoint = 8000"_s})
        REJOIN_TRY(file->value(pragma));
    return file;
}

Result<void> SessionFile::connect()
{
    if (!QSqlDatabase::isDriverAvailable(u"QSQLITE"_s))
        return fail(ErrorCode::DriverMissing, u"Qt's driver for SQLite files is not installed"_s,
                    u"Install the package libqt6sql6-sqlite"_s);
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connectionName);
    m_database.setDatabaseName(m_path);
    m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=30000"_s);
    if (!m_database.open())
        return fail(errorOf(m_database.lastError()));
    REJOIN_TRY(run(u"PRAGMA trusted_schema = OFF"_s));
    REJOIN_TRY(run(u"PRAGMA cache_size = -16000"_s));
    return {};
}

Result<void> SessionFile::identify(Missing missing)
{
    REJOIN_TRY_VALUE(blank, isBlank());
    if (blank && missing == Missing::Refuse)
        return fail(ErrorCode::BadFile, u"%1 is empty"_s.arg(QDir::toNativeSeparators(m_path)),
                    u"Compare first: rejoin compare"_s);
    if (blank)
        REJOIN_TRY(transaction(Access::Write, [this] { return createSchema(); }));
    return refuseForeign();
}

Result<bool> SessionFile::isBlank()
{
    REJOIN_TRY_VALUE(objects, value(u"SELECT count(*) FROM sqlite_master"_s));
    REJOIN_TRY_VALUE(application, value(u"PRAGMA application_id"_s));
    return objects.value_or(0).toLongLong() == 0 && application.value_or(0).toLongLong() == 0;
}

Result<void> SessionFile::createSchema()
{
    REJOIN_TRY_VALUE(blank, isBlank());
    if (!blank)
        return {}; // another program was faster
    for (const QString &statement : sessionSchema())
        REJOIN_TRY(run(statement));
    REJOIN_TRY(run(u"PRAGMA application_id = %1"_s.arg(sessionApplicationId)));
    REJOIN_TRY(run(u"PRAGMA user_version = %1"_s.arg(sessionVersion)));
    return {};
}

Result<void> SessionFile::refuseForeign()
{
    const QString shown = QDir::toNativeSeparators(m_path);
    REJOIN_TRY_VALUE(application, value(u"PRAGMA application_id"_s));
    if (application.value_or(0).toLongLong() != sessionApplicationId)
        return fail(ErrorCode::BadFile, u"%1 is an SQLite file, but not a session of Rejoin"_s.arg(shown), moveAside);
    REJOIN_TRY_VALUE(version, value(u"PRAGMA user_version"_s));
    const qint64 found = version.value_or(0).toLongLong();
    if (found != sessionVersion)
        return fail(ErrorCode::BadFile,
                    u"%1 is a session of version %2, and this Rejoin reads version %3"_s.arg(shown).arg(found).arg(
                        sessionVersion),
                    found > sessionVersion
                        ? u"Open it with a newer Rejoin"_s
                        : u"It was written before the first release: move it away and compare again"_s);
    return refuseOtherObjects();
}

/// Views and triggers of others would act whenever the session is read or written.
Result<void> SessionFile::refuseOtherObjects()
{
    const QStringList own = sessionSchema();
    const auto refuseOther = [&](const QSqlQuery &object) -> Result<void> {
        if (own.contains(object.value(1).toString()))
            return {};
        return fail(ErrorCode::BadFile,
                    u"%1 holds '%2', which is no part of a session"_s.arg(QDir::toNativeSeparators(m_path),
                                                                          object.value(0).toString()),
                    u"Do not use it: it was not written by Rejoin alone"_s);
    };
    return each(u"SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"_s, {}, refuseOther);
}

Result<QSqlQuery *> SessionFile::start(const QString &sql, const QVariantList &values)
{
    auto statement = m_statements.find(sql);
    if (statement == m_statements.end()) {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (!query.prepare(sql))
            return fail(errorOf(query.lastError()));
        statement = m_statements.emplace(sql, std::move(query)).first;
    }
    QSqlQuery &query = statement->second;
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(static_cast<int>(i), values[i]);
    if (query.exec())
        return &query;
    const Error error = errorOf(query.lastError());
    query.finish();
    return fail(error);
}

Result<qint64> SessionFile::run(const QString &sql, const QVariantList &values)
{
    REJOIN_TRY_VALUE(query, start(sql, values));
    const qint64 changed = query->numRowsAffected();
    query->finish();
    return changed;
}

Result<std::optional<QVariant>> SessionFile::value(const QString &sql, const QVariantList &values)
{
    REJOIN_TRY_VALUE(query, start(sql, values));
    std::optional<QVariant> first;
    if (query->next())
        first = query->value(0);
    query->finish();
    return first;
}

Result<void> SessionFile::begin(Access access)
{
    if (access == Access::Read) {
        REJOIN_TRY(run(u"BEGIN"_s));
        return {};
    }
    REJOIN_TRY(run(access == Access::Write ? u"PRAGMA synchronous = FULL"_s : u"PRAGMA synchronous = NORMAL"_s));
    // The lock is taken at once: a transaction that reads first could not wait for another program's.
    REJOIN_TRY(run(u"BEGIN IMMEDIATE"_s));
    return {};
}

Error SessionFile::damaged(const QString &what) const
{
    return {.code = ErrorCode::BadFile,
            .message = u"%1 is damaged: %2 cannot be read"_s.arg(QDir::toNativeSeparators(m_path), what),
            .advice = u"Move it away and compare again"_s};
}

Error SessionFile::errorOf(const QSqlError &error) const
{
    constexpr int primaryCode = 0xff;
    enum SqliteCode { Busy = 5, Corrupt = 11, NotADatabase = 26 };
    const QString shown = QDir::toNativeSeparators(m_path);
    const int code = error.nativeErrorCode().toInt() & primaryCode;
    Error result{.code = ErrorCode::CannotWrite, .driverText = error.databaseText()};
    if (code == Corrupt || code == NotADatabase) {
        result.code = ErrorCode::BadFile;
        result.message = u"%1 is damaged"_s.arg(shown);
        result.advice = u"Move it away and compare again"_s;
    } else if (code == Busy) {
        result.message = u"%1 is in use by another program"_s.arg(shown);
        result.advice = u"Try again when it is done"_s;
    } else {
        result.message = u"the session %1 cannot be read or written"_s.arg(shown);
        result.advice = u"Check the rights and the free space of its folder"_s;
    }
    return result;
}

} // namespace Rejoin
