#include "tests/contract/mariadbengine.h"

#include "tests/contract/hostiletexts.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

namespace {

using Family = TypeFamily;

struct Texts
{
    QString kind;
    QString type;
    Family family;
    QList<QByteArray> values;
};

QList<Texts> numbers()
{
    return {
        {u"boolean"_s, u"bit(1)"_s, Family::Boolean, {"true", "false"}},
        {u"integer"_s, u"boolean"_s, Family::Integer, {"1", "-128"}},
        {u"integer"_s, u"smallint"_s, Family::Integer, {"-32768"}},
        {u"integer"_s, u"mediumint(5) zerofill"_s, Family::Integer, {"42"}},
        {u"integer"_s, u"int"_s, Family::Integer, {"-2147483648", "0"}},
        {u"integer"_s, u"bigint"_s, Family::Integer, {"-9223372036854775808", "9223372036854775807"}},
        {u"integer"_s, u"year"_s, Family::Integer, {"1901", "2155", "0"}},
        {u"unsigned integer"_s, u"bigint unsigned"_s, Family::Integer, {"18446744073709551615", "0"}},
        {u"unsigned integer"_s, u"bigint(20) unsigned zerofill"_s, Family::Integer, {"18446744073709551615", "7"}},
        {u"decimal"_s,
         u"decimal(65,30)"_s,
         Family::Decimal,
         {"12345678901234567890123456789012345.012345678901234567890123456789", "-0.000000000000000000000000000001"}},
        {u"decimal"_s, u"decimal(38,10)"_s, Family::Decimal, {"-1234567890123456789012345678.0123456789"}},
        {u"decimal"_s, u"decimal(5,2) zerofill"_s, Family::Decimal, {"1.50"}},
        {u"real"_s, u"float"_s, Family::Float, {"0.1", "3.4028235e+38", "1e-45", "16777216", "1.1754944e-38"}},
        {u"real"_s, u"float(7,2)"_s, Family::Float, {"1.5", "12345.68"}},
        {u"double"_s,
         u"double"_s,
         Family::Float,
         {"0.30000000000000004", "1.7976931348623157e+308", "5e-324", "2.2250738585072014e-308", "1e+20"}},
        {u"double"_s, u"double(10,2)"_s, Family::Float, {"-0.5"}},
        {u"bit string"_s, u"bit(3)"_s, Family::Other, {"101"}},
        {u"bit string"_s, u"bit(64)"_s, Family::Other, {"1" + QByteArray(63, '0'), QByteArray(64, '0')}},
    };
}

QList<Texts> times()
{
    return {
        {u"date"_s, u"date"_s, Family::Date, {"2026-11-22", "9999-12-31", "0000-00-00", "2026-02-31", "2026-00-00"}},
        {u"time"_s, u"time"_s, Family::Time, {"00:00:00", "-838:59:59", "23:59:59"}},
        {u"time"_s, u"time(6)"_s, Family::Time, {"838:59:59.999999", "-00:00:00.000001"}},
        {u"timestamp"_s, u"datetime"_s, Family::Timestamp, {"2026-11-22 10:00:00", "0000-00-00 00:00:00"}},
        {u"timestamp"_s,
         u"datetime(6)"_s,
         Family::Timestamp,
         {"2026-11-22 10:00:00.123456", "9999-12-31 23:59:59.999999", "1000-01-01 00:00:00.000000"}},
        {u"timestamp with zone"_s,
         u"timestamp(6) NULL"_s,
         Family::TimestampTz,
         {"2026-11-22 10:00:00.123456", "1970-01-01 00:00:01.000000", "2038-01-19 03:14:07.999999",
          "2026-10-25 00:30:00.000000", "2026-10-25 01:30:00.000000"}},
        {u"timestamp with zone"_s, u"timestamp NULL"_s, Family::TimestampTz, {"2026-11-22 10:00:00"}},
    };
}

QList<Texts> texts()
{
    return {
        {u"fixed text"_s, u"char(5)"_s, Family::Text, {"ab", "", " a", "ä😀"}},
        {u"text"_s, u"varchar(3)"_s, Family::Text, {"a  ", "ß'\\"}},
        {u"text"_s, u"varchar(20) CHARACTER SET latin1"_s, Family::Text, {"Größe \\"}},
        {u"text"_s, u"varchar(20) CHARACTER SET utf16"_s, Family::Text, {"日本 😀"}},
        {u"text"_s, u"varchar(20) COLLATE utf8mb4_general_ci"_s, Family::Text, {"Äpfel ", "a"}},
        {u"text"_s, u"tinytext"_s, Family::Text, {"tiny"}},
        {u"enumeration"_s, u"enum('sad','it''s fine','')"_s, Family::Text, {"sad", "it's fine", ""}},
        {u"enumeration"_s, u"set('a','b','it''s')"_s, Family::Text, {"", "a,it's", "b"}},
        {u"uuid"_s, u"uuid"_s, Family::Uuid, {"00112233-4455-6677-8899-aabbccddeeff"}},
        {u"network address"_s, u"inet6"_s, Family::Other, {"::1", "2001:db8::ff00:42:8329"}},
        {u"network address"_s, u"inet4"_s, Family::Other, {"10.0.0.1"}},
        {u"json"_s, u"json"_s, Family::Json, {"{\"a\":  1, \"a\": 1.0, \"b\": \"it's \\u0041 😀\"}", "null"}},
        {u"spatial"_s, u"point"_s, Family::Spatial, {"0000000001010000009A9999999999F13F0000000000000040"}},
        {u"spatial"_s,
         u"geometry"_s,
         Family::Spatial,
         {"E61000000102000000020000000000000000000000000000000000F03F000000000000004000000000000008C0"}},
        {u"array"_s, u"vector(2)"_s, Family::Other, {"0000803F000000C0"}},
    };
}

} // namespace

Engine MariaDbEngine::engine() const
{
    return Engine::MariaDb;
}

Result<void> MariaDbEngine::start()
{
    REJOIN_TRY_VALUE(server, ThrowawayServer::start(Engine::MariaDb));
    m_server = std::move(server);
    return {};
}

Result<void> MariaDbEngine::emptyDatabase(const QString &database)
{
    REJOIN_TRY(m_server->makeDatabase(database));
    const ClientRun set = run(database, "ALTER DATABASE COLLATE utf8mb4_nopad_bin;\n");
    return set.exitCode == 0 ? Result<void>() : fail(ErrorCode::ServerRefused, set.errors);
}

ConnectionString MariaDbEngine::connection(const QString &database) const
{
    return m_server->connection(database);
}

ConnectionString MariaDbEngine::server() const
{
    return m_server->connection(u"mysql"_s);
}

ClientRun MariaDbEngine::run(const QString &database, const QByteArray &script) const
{
    ClientRun run = m_server->run(database, script);
    if (const qsizetype error = run.errors.lastIndexOf(u"\nERROR "_s); error >= 0)
        run.errors.remove(0, error + 1); // before it stands the statement
    return run;
}

QString MariaDbEngine::dump(const QString &database) const
{
    static const QRegularExpression next(u" AUTO_INCREMENT=[0-9]+"_s);
    return m_server->dump(database).remove(next);
}

QHash<QString, QString> MariaDbEngine::words() const
{
    return {{u"generated key"_s, u"bigint AUTO_INCREMENT PRIMARY KEY"_s},
            {u"integer"_s, u"integer"_s},
            {u"reference"_s, u"bigint"_s},
            {u"text"_s, u"varchar(300)"_s},
            {u"long text"_s, u"longtext"_s},
            {u"fine time"_s, u"datetime(6)"_s},
            {u"coarse time"_s, u"datetime(0)"_s},
            {u"long binary"_s, u"longblob"_s},
            {u"other collation"_s, u"COLLATE utf8mb4_unicode_ci"_s},
            {u"schema"_s, QString()}};
}

/// A trigger cannot write to the table whose row it fires for, so it changes the row before it is written.
QStringList MariaDbEngine::appendingTrigger(const QString &table, const QString &, const QString &column) const
{
    return {
        u"CREATE TRIGGER stamp BEFORE UPDATE ON %1 FOR EACH ROW SET NEW.%2 = concat(NEW.%2, '!')"_s.arg(table, column)};
}

QStringList MariaDbEngine::noBaseTables() const
{
    return {u"CREATE VIEW looking AS SELECT 1 AS n"_s, u"CREATE SEQUENCE kept"_s,
            u"CREATE TEMPORARY TABLE passing (n integer)"_s};
}

QList<TypeCase> MariaDbEngine::typeCases() const
{
    QList<TypeCase> cases;
    for (const Texts &known : numbers() + times() + texts()) {
        for (const QByteArray &value : known.values)
            cases += TypeCase{known.kind, known.type, Value::of(known.family, value)};
    }
    for (const QString &text : hostileTexts())
        cases += TypeCase{u"text"_s, u"text"_s, Value::text(text)};
    cases += TypeCase{u"text with NUL"_s, u"text"_s, Value::text(u"a"_s + QChar(u'\0') + u"b\\"_s + QChar(u'\0'))};
    cases += TypeCase{u"json"_s, u"json"_s, Value::of(Family::Json, "[\"" + QByteArray(5000, 'x') + "\",  1]")};
    cases += TypeCase{u"binary"_s, u"binary(4)"_s, Value::binary(QByteArray("a\0\0\0", 4))};
    cases += TypeCase{u"binary"_s, u"varbinary(600)"_s, Value::binary(everyByte())};
    cases += TypeCase{u"binary"_s, u"varbinary(9)"_s, Value::binary(QByteArray("b\0\0", 3))};
    cases += TypeCase{u"binary"_s, u"blob"_s, Value::binary(QByteArray(""))};
    cases += TypeCase{u"binary"_s, u"longblob"_s, Value::binary(everyByte().repeated(4096))};
    return cases;
}

bool MariaDbEngine::takesName(const QString &name) const
{
    return std::ranges::none_of(name, [](QChar unit) { return unit.isSurrogate(); });
}

QHash<QString, QString> MariaDbEngine::lacks() const
{
    return {{u"money"_s, u"there is no such type"_s},
            {u"interval"_s, u"there is no such type; time goes to 838 hours"_s},
            {u"xml"_s, u"there is no such type"_s},
            {u"range"_s, u"there is no such type"_s},
            {u"row version"_s, u"there is no such type"_s},
            {u"schema"_s, u"a schema is a database"_s},
            {u"names of every plane"_s, u"the server refuses characters beyond the first plane in names"_s}};
}

Result<ConnectionString> MariaDbEngine::makeUser(const QString &user, const QString &database,
                                                 const QString &grants) const
{
    const ClientRun made = run(database, u"CREATE OR REPLACE USER %1@'%';\n%2"_s.arg(user, grants).toUtf8());
    if (made.exitCode != 0)
        return fail(ErrorCode::ServerRefused, made.errors);
    ConnectionString where = connection(database);
    where.set(u"User"_s, user);
    return where;
}

Result<ConnectionString> MariaDbEngine::readerOf(const QString &database) const
{
    return makeUser(u"reader"_s, database, u"GRANT SELECT ON * TO reader@'%';\n"_s);
}

/// Whoever has no right at all in a database may not enter it; one on a table that is not there shows no other.
Result<ConnectionString> MariaDbEngine::userWith(const QString &database, const QStringList &grants) const
{
    QString script = u"GRANT CREATE ON nothing TO limited@'%';\n"_s;
    for (const QString &grant : grants)
        script += u"GRANT "_s + grant + u" TO limited@'%';\n"_s;
    return makeUser(u"limited"_s, database, script);
}

} // namespace Rejoin::Testing
