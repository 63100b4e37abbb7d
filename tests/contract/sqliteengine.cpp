#include "tests/contract/sqliteengine.h"

#include "tests/contract/hostiletexts.h"
#include "tests/support/sqliteshell.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

namespace {

const QString ending = u".sqlite"_s;

Value number(const QByteArray &digits)
{
    return Value::of(TypeFamily::Integer, digits);
}

Value real(const QByteArray &digits)
{
    return Value::of(TypeFamily::Float, digits);
}

} // namespace

Engine SqliteEngine::engine() const
{
    return Engine::Sqlite;
}

Result<void> SqliteEngine::start()
{
    if (QStandardPaths::findExecutable(u"sqlite3"_s).isEmpty())
        return fail(ErrorCode::Unsupported, u"sqlite3 is not installed"_s);
    return {};
}

QString SqliteEngine::path(const QString &database) const
{
    return QDir(m_folder.path()).filePath(database + ending); // a whole path stays one
}

Result<void> SqliteEngine::emptyDatabase(const QString &database)
{
    for (const QString &part : {QString(), u"-journal"_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(path(database) + part);
    const ClientRun made = runSqlite(path(database), "VACUUM;\n"); // an empty file is no database yet
    return made.exitCode == 0 ? Result<void>() : fail(ErrorCode::CannotWrite, made.errors);
}

ConnectionString SqliteEngine::connection(const QString &database) const
{
    ConnectionString where;
    where.set(u"Driver"_s, u"SQLite3"_s);
    where.set(u"Database"_s, path(database));
    return where;
}

QString SqliteEngine::databaseOf(const ConnectionString &where) const
{
    return where.value(u"Database"_s).chopped(ending.size());
}

ClientRun SqliteEngine::run(const QString &database, const QByteArray &script) const
{
    return runSqlite(path(database), script);
}

QString SqliteEngine::dump(const QString &database) const
{
    return run(database, ".dump\n").output;
}

QHash<QString, QString> SqliteEngine::words() const
{
    return {{u"generated key"_s, u"INTEGER PRIMARY KEY AUTOINCREMENT"_s},
            {u"reference"_s, u"INTEGER"_s},
            {u"integer"_s, u"INTEGER"_s},
            {u"text"_s, u"TEXT"_s},
            {u"long text"_s, u"TEXT"_s},
            {u"other collation"_s, u"COLLATE NOCASE"_s},
            {u"schema"_s, QString()}};
}

QStringList SqliteEngine::appendingTrigger(const QString &table, const QString &key, const QString &column) const
{
    return {u"CREATE TRIGGER stamp AFTER UPDATE ON %1 BEGIN UPDATE %1 SET %2 = %2 || '!' WHERE %3 = NEW.%3; END"_s.arg(
        table, column, key)};
}

QStringList SqliteEngine::noBaseTables() const
{
    return {u"CREATE VIEW looking AS SELECT 1 AS n"_s, u"CREATE TEMP TABLE passing (n INTEGER)"_s};
}

QList<TypeCase> SqliteEngine::typeCases() const
{
    QList<TypeCase> cases{
        {u"integer"_s, u"INTEGER"_s, number("-9223372036854775808")},
        {u"integer"_s, u"INTEGER"_s, number("9223372036854775807")},
        {u"integer"_s, u"TEXT"_s, Value::text(u"007"_s)},
        {u"decimal"_s, u"DECIMAL(10,2)"_s, real("1.5")},
        {u"decimal"_s, u"DECIMAL(10,2)"_s, number("-7")},
        {u"double"_s, u"REAL"_s, real("0.30000000000000004")},
        {u"double"_s, u"REAL"_s, real("1.7976931348623157e+308")},
        {u"double"_s, u"REAL"_s, real("5e-324")},
        {u"double"_s, u"REAL"_s, real("-inf")},
        {u"binary"_s, u"BLOB"_s, Value::binary(QByteArray())},
        {u"binary"_s, u"BLOB"_s, Value::binary(everyByte())},
        {u"text with NUL"_s, u"TEXT"_s, Value::text(u"a"_s + QChar(u'\0') + u"b"_s)},
    };
    for (const QString &text : hostileTexts())
        cases += TypeCase{u"text"_s, u"TEXT"_s, Value::text(text)};
    for (const auto &[kind, text] :
         {std::pair(u"date"_s, u"2026-11-22"_s), std::pair(u"time"_s, u"23:59:59.999"_s),
          std::pair(u"timestamp"_s, u"2026-11-22 10:00:00.123456"_s), std::pair(u"json"_s, u"{\"a\":  1}"_s)})
        cases += TypeCase{kind, kind.toUpper(), Value::text(text)};
    return cases;
}

QHash<QString, QString> SqliteEngine::lacks() const
{
    QHash<QString, QString> lacking{
        {u"schema"_s, u"a file has one"_s},
        {u"reader"_s, u"a file has no users"_s},
        {u"reading beside a writer"_s, u"a writer waits for readers"_s},
        {u"real"_s, u"all floats have 64 bits"_s},
        {u"unsigned integer"_s, u"all integers have a sign and 64 bits"_s},
        {u"fixed text"_s, u"no length is kept"_s},
        {u"coarser times"_s, u"times are text"_s},
    };
    for (const QString &kind :
         {u"boolean"_s, u"money"_s, u"timestamp with zone"_s, u"interval"_s, u"uuid"_s, u"xml"_s, u"array"_s,
          u"enumeration"_s, u"bit string"_s, u"network address"_s, u"range"_s, u"spatial"_s, u"row version"_s})
        lacking.insert(kind, u"there is no such type"_s);
    return lacking;
}

Result<ConnectionString> SqliteEngine::readerOf(const QString &) const
{
    return fail(ErrorCode::Unsupported, lacks().value(u"reader"_s));
}

} // namespace Rejoin::Testing
