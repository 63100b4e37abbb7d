#include "tests/contract/sqlserverengine.h"

#include "diffcore/dialect/dialect.h"
#include "tests/contract/hostiletexts.h"
#include "tests/contract/sqlserverclient.h"

#include <QRegularExpression>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

namespace {

using Family = TypeFamily;

const QString closingBrackets = u"closing brackets in names"_s;
const QString capitals = u"capitals in names"_s;
const QString hundredNanoseconds = u"hundred nanoseconds"_s;
const QString alteringTables = u"rights to alter tables"_s;
const QByteArray passwordVariable = "REJOIN_TEST_PASSWORD_OF_";
const QStringList madeUsers{u"rejoin_reader"_s, u"rejoin_limited"_s};

struct Texts
{
    QString kind;
    QString type;
    Family family;
    QList<QByteArray> values;
};

QList<Texts> texts()
{
    return {
        {u"boolean"_s, u"bit"_s, Family::Boolean, {"true", "false"}},
        {u"unsigned integer"_s, u"tinyint"_s, Family::Integer, {"255"}},
        {u"integer"_s, u"smallint"_s, Family::Integer, {"-32768"}},
        {u"integer"_s, u"int"_s, Family::Integer, {"-2147483648", "0"}},
        {u"integer"_s, u"bigint"_s, Family::Integer, {"-9223372036854775808", "9223372036854775807"}},
        {u"decimal"_s,
         u"decimal(38,10)"_s,
         Family::Decimal,
         {"1234567890123456789012345678.0123456789", "-0.0000000001"}},
        {u"decimal"_s, u"numeric(10,2)"_s, Family::Decimal, {"1.50"}},
        {u"money"_s, u"money"_s, Family::Decimal, {"-922337203685477.5808", "1234.5600", "0.0000"}},
        {u"money"_s, u"smallmoney"_s, Family::Decimal, {"214748.3647"}},
        {u"real"_s, u"real"_s, Family::Float, {"0.1", "3.4028235e+38", "1.1754944e-38", "-1e-10"}},
        {u"double"_s,
         u"float"_s,
         Family::Float,
         {"0.30000000000000004", "1.7976931348623157e+308", "2.2250738585072014e-308", "1e+20", "0.1"}},
        {u"fixed text"_s, u"nchar(5)"_s, Family::Text, {"ab", "", " a", "ä😀"}},
        {u"fixed text"_s, u"char(5)"_s, Family::Text, {"x'"}},
        {u"text"_s, u"nvarchar(3)"_s, Family::Text, {"a  ", "ß'\\"}},
        {u"text"_s, u"varchar(30)"_s, Family::Text, {"caf\xC3\xA9 ", ""}},
        {u"text"_s, u"varchar(max)"_s, Family::Text, {"it's"}},
        {u"text"_s, u"ntext"_s, Family::Text, {"日本 😀"}},
        {u"text"_s, u"text"_s, Family::Text, {"old"}},
        {u"date"_s, u"date"_s, Family::Date, {"2026-11-22", "0001-01-01", "9999-12-31"}},
        {u"time"_s, u"time(7)"_s, Family::Time, {"00:00:00", "23:59:59.9999999"}},
        {u"time"_s, u"time(3)"_s, Family::Time, {"10:00:00.125"}},
        {u"timestamp"_s,
         u"datetime2(7)"_s,
         Family::Timestamp,
         {"2026-11-22 10:00:00.1234567", "0001-01-01 00:00:00", "9999-12-31 23:59:59.9999999"}},
        {u"timestamp"_s, u"datetime2(0)"_s, Family::Timestamp, {"2026-11-22 10:00:01"}},
        {u"timestamp"_s, u"datetime"_s, Family::Timestamp, {"1753-01-01 00:00:00.003", "9999-12-31 23:59:59.997"}},
        {u"timestamp"_s, u"smalldatetime"_s, Family::Timestamp, {"2079-06-06 23:59:00"}},
        {u"timestamp with zone"_s,
         u"datetimeoffset(7)"_s,
         Family::TimestampTz,
         {"2026-11-22 10:00:00.1234567+02:00", "2026-01-01 00:00:00-11:30"}},
        {u"uuid"_s, u"uniqueidentifier"_s, Family::Uuid, {"00112233-4455-6677-8899-aabbccddeeff"}},
        {u"xml"_s, u"xml"_s, Family::Xml, {"<a b=\"it's\">x &amp; ü</a>", "<a> <b/></a>", ""}},
        {u"spatial"_s, u"geometry"_s, Family::Spatial, {"0x00000000010c000000000000f03f0000000000000040"}},
        {u"hierarchy"_s, u"hierarchyid"_s, Family::Other, {"/", "/1/2.5/-3/"}},
        {u"variant"_s,
         u"sql_variant"_s,
         Family::Other,
         {"int: 7", "decimal(10,2): 1.50", "nvarchar(3) Latin1_General_100_BIN2: it's",
          "datetime2(7): 2026-11-22 10:00:00.1234567", "varbinary(2): 0x00FF", "bit: 1"}},
    };
}

/// What a compatible server may not have.
struct Ability
{
    QString name;
    QStringList statements; ///< the last one is a query where there is an answer
    std::optional<QByteArray> answer;
};

QList<Ability> doubtfulAbilities()
{
    return {
        {u"spatial"_s, {u"DECLARE @asked geometry"_s}, {}},
        {u"text with NUL"_s, {u"SELECT CONVERT(nvarchar(20), 0x610000006200)"_s}, {}},
        {u"hierarchy"_s, {u"DECLARE @asked hierarchyid"_s}, {}},
        {u"variant"_s, // keeps how its values were declared
         {u"SELECT CONVERT(nvarchar(10), SQL_VARIANT_PROPERTY(CONVERT(sql_variant, CONVERT(decimal(10,2), 1.5)), "
          "'Precision'))"_s},
         "10"},
        {closingBrackets, {u"DECLARE @asked TABLE ([a]]b] int)"_s}, {}},
        {hundredNanoseconds,
         {u"SELECT CONVERT(nvarchar(16), CONVERT(time(7), N'10:00:00.1234567'))"_s},
         "10:00:00.1234567"},
        {u"unused generators"_s,
         {u"CREATE TABLE Rejoin_asks (id int IDENTITY)"_s,
          u"SELECT COALESCE(CONVERT(nvarchar(20), last_value), N'unused') FROM sys.identity_columns "
          "WHERE object_id = OBJECT_ID(N'Rejoin_asks')"_s},
         "unused"},
        {capitals, {u"SELECT name FROM sys.tables WHERE object_id = OBJECT_ID(N'Rejoin_asks')"_s}, "Rejoin_asks"},
        {alteringTables, {u"GRANT ALTER ON Rejoin_asks TO public"_s}, {}},
    };
}

/// Why the server lacks the ability; empty where it has it.
QString refusal(Connection &connection, const Ability &ability)
{
    Result<TextRows> rows;
    for (const QString &statement : ability.statements) {
        rows = connection.query(statement);
        if (!rows)
            return rows.error().driverText;
    }
    if (!ability.answer || rows->value(0).value(0) == ability.answer)
        return {};
    return u"the server makes %1 of %2"_s.arg(QString::fromUtf8(rows->value(0).value(0).value_or("NULL")),
                                              QString::fromUtf8(*ability.answer));
}

QString plain(const ConnectionString &where)
{
    return where.value(u"Server"_s) + u'/' + where.value(u"Database"_s);
}

Result<void> revokeAll(Connection &connection, const QString &user)
{
    REJOIN_TRY_VALUE(tables, connection.query(u"SELECT name FROM sys.tables WHERE schema_id = SCHEMA_ID(N'dbo')"_s));
    for (const auto &table : tables) {
        const QString name = connection.dialect().name(TableName{u"dbo"_s, QString::fromUtf8(*table.first())});
        for (const QString &right : {u"SELECT"_s, u"INSERT"_s, u"UPDATE"_s, u"DELETE"_s})
            REJOIN_TRY(connection.execute(u"REVOKE %1 ON %2 FROM %3"_s.arg(right, name, user)));
    }
    return {};
}

/// A project keeps no literal password, but the name of a variable.
void keepPassword(ConnectionString &where, const char *owner)
{
    const QString password = where.value(u"Pwd"_s);
    if (password.isEmpty() || password.startsWith("env:"_L1))
        return;
    const QByteArray variable = passwordVariable + owner;
    qputenv(variable.constData(), password.toUtf8());
    where.set(u"Pwd"_s, u"env:"_s + QString::fromLatin1(variable));
}

/// The connection string of a variable, of a database that holds no tables.
Result<ConnectionString> emptyDatabaseOf(const char *variable)
{
    REJOIN_TRY_VALUE(where, ConnectionString::parse(qEnvironmentVariable(variable)));
    REJOIN_TRY_VALUE(connection, Connection::open(where, {.label = QString::fromLatin1(variable), .readOnly = false}));
    REJOIN_TRY_VALUE(tables, connection->query(u"SELECT name FROM sys.tables WHERE is_ms_shipped = 0"_s));
    if (!tables.isEmpty())
        return fail(ErrorCode::Usage,
                    u"%1 leads to %2, which is not empty"_s.arg(QString::fromLatin1(variable), plain(where)),
                    u"Drop its tables or name another database: this one would be emptied"_s);
    keepPassword(where, variable);
    return where;
}

} // namespace

SqlServerEngine::~SqlServerEngine()
{
    for (const ConnectionString &where : {m_a, m_b}) {
        const auto connection = plain(where) == "/"_L1 ? Result<std::unique_ptr<Connection>>() : open(where);
        if (!connection || !*connection)
            continue;
        static_cast<void>(emptySqlServer(**connection));
        for (const QString &database : std::exchange(m_made, {}))
            static_cast<void>((*connection)->execute(u"DROP DATABASE "_s + (*connection)->dialect().name(database)));
        for (const QString &user : madeUsers) {
            static_cast<void>((*connection)->execute(u"DROP USER "_s + user));
            static_cast<void>((*connection)->execute(u"DROP LOGIN "_s + user));
        }
    }
}

Engine SqlServerEngine::engine() const
{
    return Engine::SqlServer;
}

Result<void> SqlServerEngine::start()
{
    if (!qEnvironmentVariableIsSet("REJOIN_TEST_SQLSERVER_A") || !qEnvironmentVariableIsSet("REJOIN_TEST_SQLSERVER_B"))
        return fail(ErrorCode::Unsupported,
                    u"REJOIN_TEST_SQLSERVER_A and REJOIN_TEST_SQLSERVER_B do not name two empty databases"_s);
    REJOIN_TRY_VALUE(a, emptyDatabaseOf("REJOIN_TEST_SQLSERVER_A"));
    REJOIN_TRY_VALUE(b, emptyDatabaseOf("REJOIN_TEST_SQLSERVER_B"));
    m_a = a;
    m_b = b;
    REJOIN_TRY_VALUE(connection, open(m_a));
    REJOIN_TRY_VALUE(may, connection->query(u"SELECT CASE WHEN IS_SRVROLEMEMBER(N'sysadmin') = 1 OR "
                                            "HAS_PERMS_BY_NAME(NULL, NULL, N'ALTER ANY LOGIN') = 1 THEN 1 END"_s));
    m_mayMakeLogins = may.first().first() == QByteArray("1");
    for (const Ability &ability : doubtfulAbilities()) {
        const QString why = refusal(*connection, ability);
        if (!why.isEmpty())
            m_lacking.insert(ability.name, why);
    }
    if (m_mayMakeLogins)
        REJOIN_TRY(askWhatIsSeen());
    REJOIN_TRY(emptySqlServer(*connection));
    for (const ConnectionString &where : {m_a, m_b}) { // where it is not allowed, the case of one moment fails
        if (const auto database = open(where))
            static_cast<void>((*database)->execute(u"ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON"_s));
    }
    return {};
}

/// Of the table that doubtfulAbilities() made.
Result<void> SqlServerEngine::askWhatIsSeen()
{
    REJOIN_TRY_VALUE(where, makeUser(u"rejoin_limited"_s, u"contract"_s, {u"INSERT ON Rejoin_asks"_s}));
    REJOIN_TRY_VALUE(limited, open(where));
    REJOIN_TRY_VALUE(seen, limited->query(u"SELECT OBJECT_ID(N'Rejoin_asks')"_s));
    if (!seen.first().first())
        m_lacking.insert(u"tables that are seen without SELECT"_s, u"the server hides them"_s);
    return {};
}

Result<std::unique_ptr<Connection>> SqlServerEngine::open(const ConnectionString &where) const
{
    return Connection::open(where, {.label = title(), .readOnly = false});
}

Result<void> SqlServerEngine::emptyDatabase(const QString &database)
{
    const bool isOurs = connection(database).value(u"Database"_s) == database;
    if (isOurs && !m_made.contains(database)) {
        REJOIN_TRY_VALUE(server, open(m_a));
        REJOIN_TRY(server->execute(u"CREATE DATABASE "_s + server->dialect().name(database)));
        m_made += database;
    }
    REJOIN_TRY_VALUE(connected, open(connection(database)));
    return emptySqlServer(*connected);
}

ConnectionString SqlServerEngine::connection(const QString &database) const
{
    if (database == "contract"_L1)
        return m_a;
    if (database == "other"_L1)
        return m_b;
    ConnectionString where = m_a;
    where.set(u"Database"_s, database);
    return where;
}

ConnectionString SqlServerEngine::server() const
{
    return connection(u"master"_s);
}

ClientRun SqlServerEngine::run(const QString &database, const QByteArray &script) const
{
    return runInSqlcmd(connection(database), script);
}

QString SqlServerEngine::dump(const QString &database) const
{
    const auto connected = open(connection(database));
    return connected ? dumpSqlServer(**connected) : describe(connected.error());
}

QHash<QString, QString> SqlServerEngine::words() const
{
    return {{u"generated key"_s, u"bigint IDENTITY PRIMARY KEY"_s},
            {u"integer"_s, u"int"_s},
            {u"reference"_s, u"bigint"_s},
            {u"text"_s, u"nvarchar(200) COLLATE Latin1_General_100_BIN2"_s},
            {u"long text"_s, u"nvarchar(max)"_s},
            {u"fine time"_s, u"datetime2(6)"_s},
            {u"coarse time"_s, u"datetime2(0)"_s},
            {u"other collation"_s, u"COLLATE Latin1_General_CS_AS"_s},
            {u"schema"_s, u"dbo"_s}};
}

QString SqlServerEngine::spoken(QString statement) const
{
    static const QRegularExpression computed(u"(\\w+) int GENERATED ALWAYS AS (\\(.*?\\)) STORED"_s);
    static const QRegularExpression numbered(u"^INSERT INTO (\\w+) \\((?:order_id|id),"_s);
    statement.replace(u"COLLATE Latin1_General_100_BIN2 COLLATE "_s, u"COLLATE "_s);
    statement.replace(u" ADD COLUMN "_s, u" ADD "_s);
    statement.replace(computed, u"\\1 AS \\2 PERSISTED"_s);
    const QRegularExpressionMatch insert = numbered.match(statement);
    return insert.hasMatch()
               ? u"SET IDENTITY_INSERT %1 ON; %2; SET IDENTITY_INSERT %1 OFF"_s.arg(insert.captured(1), statement)
               : statement;
}

QStringList SqlServerEngine::appendingTrigger(const QString &table, const QString &key, const QString &column) const
{
    return {u"CREATE TRIGGER stamp ON %1 AFTER UPDATE AS IF TRIGGER_NESTLEVEL() = 1 "
            "UPDATE %1 SET %2 = %2 + N'!' WHERE %3 IN (SELECT %3 FROM inserted)"_s.arg(table, column, key)};
}

QStringList SqlServerEngine::noBaseTables() const
{
    return {u"CREATE VIEW looking AS SELECT 1 AS n"_s, u"CREATE TABLE #passing (n int)"_s,
            u"CREATE SEQUENCE kept START WITH 1"_s};
}

QList<TypeCase> SqlServerEngine::typeCases() const
{
    QList<TypeCase> cases;
    for (const Texts &known : texts()) {
        for (const QByteArray &value : known.values)
            cases += TypeCase{known.kind, known.type, Value::of(known.family, value)};
    }
    for (const QString &text : hostileTexts())
        cases += TypeCase{u"text"_s, u"nvarchar(200)"_s, Value::text(text)};
    cases += TypeCase{u"text with NUL"_s, u"nvarchar(20)"_s, Value::text(u"a"_s + QChar(0) + u"b"_s)};
    cases += TypeCase{u"text"_s, u"nvarchar(max)"_s, Value::text(longText(9000))};
    cases += TypeCase{u"xml"_s, u"xml"_s, Value::of(Family::Xml, "<a>" + QByteArray(5000, 'x') + "</a>")};
    cases += TypeCase{u"binary"_s, u"varbinary(max)"_s, Value::binary(QByteArray(""))};
    cases += TypeCase{u"binary"_s, u"varbinary(max)"_s, Value::binary(everyByte())};
    cases += TypeCase{u"binary"_s, u"varbinary(max)"_s, Value::binary(everyByte().repeated(4096))};
    cases += TypeCase{u"binary"_s, u"varbinary(9)"_s, Value::binary(QByteArray("\x01\x00\x00", 3))};
    cases += TypeCase{u"binary"_s, u"binary(4)"_s, Value::binary(QByteArray("\x01\x00\x00\x00", 4))};
    cases += TypeCase{u"binary"_s, u"image"_s, Value::binary(everyByte())};
    static const QRegularExpression sevenDigits(u":\\d\\d\\.\\d{7}"_s);
    cases.removeIf([this](const TypeCase &one) {
        return m_lacking.contains(one.kind) ||
               (m_lacking.contains(hundredNanoseconds) && one.value.toText().contains(sevenDigits));
    });
    return cases;
}

bool SqlServerEngine::takesName(const QString &name) const
{
    return !(m_lacking.contains(closingBrackets) && name.contains(u']')) &&
           !(m_lacking.contains(capitals) && name.toLower() != name);
}

QHash<QString, QString> SqlServerEngine::lacks() const
{
    QHash<QString, QString> lacking{{u"interval"_s, u"there is no such type"_s},
                                    {u"json"_s, u"it is kept as text"_s},
                                    {u"array"_s, u"there is no such type"_s},
                                    {u"enumeration"_s, u"there is no such type"_s},
                                    {u"bit string"_s, u"there is no such type"_s},
                                    {u"network address"_s, u"there is no such type"_s},
                                    {u"range"_s, u"there is no such type"_s},
                                    {u"row version"_s, u"the server alone writes it"_s},
                                    {u"read-only connections"_s, u"the user's rights decide"_s},
                                    {u"blanks that tell keys apart"_s, u"the server takes no notice of them"_s}};
    lacking.insert(m_lacking);
    if (!hasSqlcmd())
        lacking.insert(u"sqlcmd"_s, u"not installed: batches were sent as it sends them"_s);
    if (!m_mayMakeLogins)
        lacking.insert(u"reader"_s, u"the user may not make logins"_s);
    return lacking;
}

Result<ConnectionString> SqlServerEngine::readerOf(const QString &database) const
{
    return makeUser(u"rejoin_reader"_s, database, {u"SELECT ON orders"_s});
}

/// Inserting numbers into an identity column takes ALTER on the table.
Result<ConnectionString> SqlServerEngine::userWith(const QString &database, const QStringList &grants) const
{
    if (!m_mayMakeLogins)
        return fail(ErrorCode::Unsupported, lacks().value(u"reader"_s));
    QStringList all = grants;
    for (const QString &grant : grants) {
        if (grant.contains("INSERT"_L1) && !m_lacking.contains(alteringTables))
            all += u"ALTER ON "_s + grant.section(u" ON "_s, 1);
    }
    return makeUser(u"rejoin_limited"_s, database, all);
}

Result<ConnectionString> SqlServerEngine::makeUser(const QString &user, const QString &database,
                                                   const QStringList &grants) const
{
    const QByteArray variable = passwordVariable + user.toUpper().toLatin1();
    if (!qEnvironmentVariableIsSet(variable.constData()))
        qputenv(variable.constData(), "Aa1!" + QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    REJOIN_TRY_VALUE(connected, open(connection(database)));
    static_cast<void>(connected->execute(
        u"CREATE LOGIN %1 WITH PASSWORD = '%2'"_s.arg(user, qEnvironmentVariable(variable.constData()))));
    static_cast<void>(connected->execute(u"CREATE USER %1 FOR LOGIN %1"_s.arg(user))); // it may be there
    REJOIN_TRY(revokeAll(*connected, user));
    for (const QString &grant : grants)
        REJOIN_TRY(connected->execute(u"GRANT %1 TO %2"_s.arg(grant, user)));
    ConnectionString where = connection(database);
    where.set(u"Uid"_s, user);
    where.set(u"Pwd"_s, u"env:"_s + QString::fromLatin1(variable));
    return where;
}

} // namespace Rejoin::Testing
