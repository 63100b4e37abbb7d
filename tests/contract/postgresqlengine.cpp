#include "tests/contract/postgresqlengine.h"

#include "tests/contract/hostiletexts.h"

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

QList<Texts> texts()
{
    return {
        {u"boolean"_s, u"boolean"_s, Family::Boolean, {"true", "false"}},
        {u"integer"_s, u"smallint"_s, Family::Integer, {"-32768"}},
        {u"integer"_s, u"integer"_s, Family::Integer, {"-2147483648", "0"}},
        {u"integer"_s, u"bigint"_s, Family::Integer, {"-9223372036854775808", "9223372036854775807"}},
        {u"integer"_s, u"oid"_s, Family::Integer, {"4294967295"}},
        {u"decimal"_s,
         u"numeric(38,10)"_s,
         Family::Decimal,
         {"1234567890123456789012345678.0123456789", "-0.0000000001"}},
        {u"decimal"_s, u"numeric"_s, Family::Decimal, {"1.50", "1.5", "NaN", "Infinity", "1" + QByteArray(200, '0')}},
        {u"money"_s, u"money"_s, Family::Decimal, {"-92233720368547758.08", "1234.56", "0.00"}},
        {u"real"_s, u"real"_s, Family::Float, {"0.1", "3.4028235e+38", "1e-45", "NaN", "-Infinity", "-0"}},
        {u"double"_s,
         u"double precision"_s,
         Family::Float,
         {"0.30000000000000004", "1.7976931348623157e+308", "5e-324", "NaN", "Infinity", "1e+20"}},
        {u"fixed text"_s, u"character(5)"_s, Family::Text, {"ab", "", " a", "ä😀"}},
        {u"fixed text"_s, u"character"_s, Family::Text, {"x"}},
        {u"text"_s, u"character varying(3)"_s, Family::Text, {"a  ", "ß'\\"}},
        {u"text"_s, u"name"_s, Family::Text, {"pg name"}},
        {u"text"_s, u"\"char\""_s, Family::Text, {"'"}},
        {u"text"_s, u"text COLLATE blind"_s, Family::Text, {"Ä"}},
        {u"text"_s, u"citext"_s, Family::Text, {"It's ÜBER"}},
        {u"text"_s, u"kinds.code"_s, Family::Text, {"abc"}},
        {u"date"_s, u"date"_s, Family::Date, {"2026-11-22", "0044-03-15 BC", "infinity", "5874897-12-31"}},
        {u"time"_s, u"time"_s, Family::Time, {"00:00:00", "23:59:59.999999", "24:00:00"}},
        {u"time"_s, u"time(3)"_s, Family::Time, {"10:00:00.125"}},
        {u"time"_s, u"time with time zone"_s, Family::Time, {"10:00:00.5+02", "00:00:00-11:30"}},
        {u"timestamp"_s,
         u"timestamp"_s,
         Family::Timestamp,
         {"2026-11-22 10:00:00.123456", "4714-11-24 00:00:00 BC", "-infinity", "294276-12-31 23:59:59.999999"}},
        {u"timestamp"_s, u"timestamp(0)"_s, Family::Timestamp, {"2026-11-22 10:00:01"}},
        {u"timestamp with zone"_s,
         u"timestamp with time zone"_s,
         Family::TimestampTz,
         {"2026-11-22 10:00:00.123456+00", "0044-03-15 00:00:00+00 BC", "infinity"}},
        {u"interval"_s,
         u"interval"_s,
         Family::Interval,
         {"P1Y2M-3DT4H5M6.789S", "PT0S", "P30D", "P1M", "P-178000000Y"}},
        {u"interval"_s, u"interval day to second(2)"_s, Family::Interval, {"P1DT0.25S"}},
        {u"uuid"_s, u"uuid"_s, Family::Uuid, {"00112233-4455-6677-8899-aabbccddeeff"}},
        {u"json"_s, u"json"_s, Family::Json, {"{\"a\":  1, \"a\": 1.0, \"b\": \"it's \\u0041\"}", "null"}},
        {u"json"_s, u"jsonb"_s, Family::Json, {"{\"a\": 1.0, \"b\": [null, \"\\\\ 😀\"]}"}},
        {u"xml"_s, u"xml"_s, Family::Xml, {"<a b=\"it's\">x &amp; ü</a>", "no root <b/>", ""}},
        {u"array"_s, u"integer[]"_s, Family::Array, {"{1,NULL,-3}", "{{1,2},{3,4}}", "[0:1]={5,6}", "{}"}},
        {u"array"_s, u"text[]"_s, Family::Array, {"{\"a,b\",\"it's \\\"q\\\" \\\\\",\"\",NULL,\"NULL\"}"}},
        {u"array"_s, u"character varying(3)[]"_s, Family::Array, {"{abc,\"d  \"}"}},
        {u"array"_s, u"character(3)[]"_s, Family::Array, {"{\"ab \"}"}},
        {u"array"_s, u"timestamp with time zone[]"_s, Family::Array, {"{\"2026-11-22 10:00:00.5+00\"}"}},
        {u"array"_s, u"kinds.mood[]"_s, Family::Array, {"{sad,\"it's fine\"}"}},
        {u"array"_s, u"kinds.code[]"_s, Family::Array, {"{abc}"}},
        {u"enumeration"_s, u"kinds.mood"_s, Family::Text, {"sad", "it's fine"}},
        {u"bit string"_s, u"bit(3)"_s, Family::Other, {"101"}},
        {u"bit string"_s, u"bit varying(5)"_s, Family::Other, {"", "10101"}},
        {u"network address"_s, u"inet"_s, Family::Other, {"10.0.0.1/8", "::1/128"}},
        {u"network address"_s, u"cidr"_s, Family::Other, {"192.168.0.0/16"}},
        {u"network address"_s, u"macaddr"_s, Family::Other, {"08:00:2b:01:02:03"}},
        {u"range"_s, u"int4range"_s, Family::Other, {"[1,5)", "empty", "(,)"}},
        {u"range"_s, u"tstzrange"_s, Family::Other, {"[\"2026-11-22 10:00:00+00\",)"}},
        {u"range"_s, u"kinds.pair"_s, Family::Other, {"(1,\"it's \"\"b\"\"\")", "(,)"}},
        {u"spatial"_s, u"point"_s, Family::Spatial, {"(0.1,-2)"}},
        {u"spatial"_s, u"polygon"_s, Family::Spatial, {"((0,0),(1,1),(1,0))"}},
        {u"range"_s, u"tsvector"_s, Family::Other, {"'fat':2 'rat''s':3"}},
        {u"range"_s, u"pg_lsn"_s, Family::Other, {"16/B374D848"}},
    };
}

/// Empties the database, its schemas included, as a new one has them.
constexpr auto emptying = R"(
DO $$ DECLARE name text; BEGIN
  FOR name IN SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\_%' AND nspname <> 'information_schema' LOOP
    EXECUTE format('DROP SCHEMA %I CASCADE', name);
  END LOOP;
END $$;
CREATE SCHEMA public;
GRANT ALL ON SCHEMA public TO public;
)";

} // namespace

Engine PostgreSqlEngine::engine() const
{
    return Engine::PostgreSql;
}

Result<void> PostgreSqlEngine::start()
{
    REJOIN_TRY_VALUE(server, ThrowawayServer::start(Engine::PostgreSql));
    m_server = std::move(server);
    return {};
}

Result<void> PostgreSqlEngine::emptyDatabase(const QString &database)
{
    if (m_databases.contains(database)) {
        const ClientRun emptied = m_server->run(database, QByteArray(emptying));
        return emptied.exitCode == 0 ? Result<void>() : fail(ErrorCode::ServerRefused, emptied.errors);
    }
    m_databases += database;
    return m_server->makeDatabase(database);
}

ConnectionString PostgreSqlEngine::connection(const QString &database) const
{
    return m_server->connection(database);
}

ConnectionString PostgreSqlEngine::server() const
{
    return m_server->connection(u"postgres"_s);
}

ClientRun PostgreSqlEngine::run(const QString &database, const QByteArray &script) const
{
    return m_server->run(database, script);
}

QString PostgreSqlEngine::dump(const QString &database) const
{
    return m_server->dump(database);
}

QHash<QString, QString> PostgreSqlEngine::words() const
{
    return {{u"generated key"_s, u"bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY"_s},
            {u"integer"_s, u"integer"_s},
            {u"reference"_s, u"bigint"_s},
            {u"text"_s, u"text"_s},
            {u"long text"_s, u"text"_s},
            {u"fine time"_s, u"timestamp(6)"_s},
            {u"coarse time"_s, u"timestamp(0)"_s},
            {u"other collation"_s, u"COLLATE \"en-x-icu\""_s},
            {u"schema"_s, u"public"_s}};
}

QStringList PostgreSqlEngine::appendingTrigger(const QString &table, const QString &key, const QString &column) const
{
    return {u"CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN IF pg_trigger_depth() = 1 THEN "
            "UPDATE %1 SET %2 = %2 || ''!'' WHERE %3 = NEW.%3; END IF; RETURN NULL; END'"_s.arg(table, column, key),
            u"CREATE TRIGGER stamp AFTER UPDATE ON %1 FOR EACH ROW EXECUTE FUNCTION stamp()"_s.arg(table)};
}

QStringList PostgreSqlEngine::noBaseTables() const
{
    return {u"CREATE VIEW looking AS SELECT 1 AS n"_s, u"CREATE MATERIALIZED VIEW kept AS SELECT 1 AS n"_s,
            u"CREATE TEMPORARY TABLE passing (n integer)"_s,
            u"CREATE TABLE measures (day date, n integer) PARTITION BY RANGE (day)"_s,
            u"CREATE TABLE measures_now PARTITION OF measures DEFAULT"_s};
}

QStringList PostgreSqlEngine::typeDeclarations() const
{
    return {u"CREATE SCHEMA kinds"_s,
            u"CREATE TYPE kinds.mood AS ENUM ('sad', 'it''s fine')"_s,
            u"CREATE DOMAIN kinds.code AS varchar(3)"_s,
            u"CREATE TYPE kinds.pair AS (n integer, t text)"_s,
            u"CREATE EXTENSION citext"_s,
            u"CREATE COLLATION blind (provider = icu, locale = 'und-u-ks-level1', deterministic = false)"_s};
}

QList<TypeCase> PostgreSqlEngine::typeCases() const
{
    QList<TypeCase> cases;
    for (const Texts &known : texts()) {
        for (const QByteArray &value : known.values)
            cases += TypeCase{known.kind, known.type, Value::of(known.family, value)};
    }
    for (const QString &text : hostileTexts())
        cases += TypeCase{u"text"_s, u"text"_s, Value::text(text)};
    cases += TypeCase{u"json"_s, u"json"_s, Value::of(Family::Json, "[\"" + QByteArray(5000, 'x') + "\",  1]")};
    cases += TypeCase{u"binary"_s, u"bytea"_s, Value::binary(QByteArray(""))};
    cases += TypeCase{u"binary"_s, u"bytea"_s, Value::binary(everyByte())};
    cases += TypeCase{u"binary"_s, u"bytea"_s, Value::binary(everyByte().repeated(4096))};
    return cases;
}

QHash<QString, QString> PostgreSqlEngine::lacks() const
{
    return {{u"unsigned integer"_s, u"there is no such type"_s},
            {u"text with NUL"_s, u"the server does not store it"_s},
            {u"row version"_s, u"there is no such type"_s}};
}

Result<ConnectionString> PostgreSqlEngine::readerOf(const QString &database) const
{
    const ClientRun made = run(database, "DROP ROLE IF EXISTS reader;\nCREATE ROLE reader LOGIN;\n"
                                         "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader;\n");
    if (made.exitCode != 0)
        return fail(ErrorCode::ServerRefused, made.errors);
    ConnectionString where = connection(database);
    where.set(u"Uid"_s, u"reader"_s);
    return where;
}

Result<ConnectionString> PostgreSqlEngine::userWith(const QString &database, const QStringList &grants) const
{
    QString script = u"SELECT 'CREATE ROLE limited LOGIN' WHERE to_regrole('limited') IS NULL \\gexec\n"
                     "DROP OWNED BY limited;\n"_s;
    for (const QString &grant : grants)
        script += u"GRANT "_s + grant + u" TO limited;\n"_s;
    const ClientRun made = run(database, script.toUtf8());
    if (made.exitCode != 0)
        return fail(ErrorCode::ServerRefused, made.errors);
    ConnectionString where = connection(database);
    where.set(u"Uid"_s, u"limited"_s);
    return where;
}

} // namespace Rejoin::Testing
