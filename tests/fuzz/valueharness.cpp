#include "tests/fuzz/harness.h"

#include "diffcore/dialect/dialect.h"
#include "diffcore/dialect/sqlservercatalogtext.h"
#include "diffcore/value/conversion.h"
#include "diffcore/value/counter.h"
#include "diffcore/value/equality.h"
#include "diffcore/value/valuetime.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Rejoin::Fuzzing {

namespace {

constexpr int families = std::to_underlying(TypeFamily::Other) + 1;

struct Words
{
    Engine engine = Engine::Sqlite;
    QStringList types; ///< that dialects write in ways of their own
};

const QList<Words> &engines()
{
    static const QList<Words> all{
        {Engine::Sqlite, {QString(), u"INTEGER"_s, u"REAL"_s, u"TEXT"_s, u"BLOB"_s, u"NUMERIC"_s}},
        {Engine::PostgreSql,
         {QString(), u"bigint"_s, u"numeric(38,10)"_s, u"money"_s, u"real"_s, u"text"_s, u"character(5)"_s, u"bytea"_s,
          u"bit(3)"_s, u"timestamp with time zone"_s, u"interval"_s, u"uuid"_s, u"jsonb"_s, u"text[]"_s, u"point"_s}},
        {Engine::MariaDb,
         {QString(), u"bigint"_s, u"int(5) zerofill"_s, u"decimal(38,10)"_s, u"float"_s, u"double"_s, u"bit(1)"_s,
          u"bit(8)"_s, u"varchar(20)"_s, u"varbinary(20)"_s, u"datetime(6)"_s, u"uuid"_s, u"json"_s, u"point"_s,
          u"enum('a','b')"_s}},
        {Engine::MySql, {QString(), u"bigint"_s, u"float"_s, u"bit(8)"_s, u"varchar(20)"_s, u"json"_s, u"geometry"_s}},
        {Engine::SqlServer,
         {QString(), u"bit"_s, u"bigint"_s, u"decimal(38,10)"_s, u"real"_s, u"float"_s, u"nvarchar(20)"_s,
          u"varchar(20)"_s, u"varbinary(20)"_s, u"date"_s, u"time(7)"_s, u"datetime2(7)"_s, u"datetimeoffset(7)"_s,
          u"uniqueidentifier"_s, u"xml"_s, u"geometry"_s, u"hierarchyid"_s, u"sql_variant"_s, u"rowversion"_s}},
    };
    return all;
}

/// Nothing in the text can end it before its end mark, or begin another statement.
void proveOneStatement(const Dialect &dialect, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const bool isBatch = dialect.engine() == Engine::SqlServer;
    const auto statements = dialect.split(bytes + (isBatch ? "\nGO\n" : ";\n"));
    require(statements && statements->size() == 1, "a value, a name and a comment are part of one statement");
    require(bytes.endsWith(statements->first().text), "a statement ends where it was written to end");
}

void proveKeys(const Value &value, const Value &other)
{
    const RowKey key{{value, other}};
    const auto read = decodeKey(encodeKey(key));
    require(read && encodeKey(*read) == encodeKey(key), "a key's bytes decode to the key");
    const Row row{value, Value::null(), other};
    require(decodeRow(encodeRow(row)) == row, "a row's bytes decode to the row");
    const RowKey swapped{{other, value}};
    const bool isLess = encodeKey(key) < encodeKey(swapped);
    require(isLess == (*read < *decodeKey(encodeKey(swapped))), "keys sort as their bytes do");
}

void proveEquality(const Value &value, const Value &other)
{
    for (const auto rule :
         {Equality::Rule::Exact, Equality::Rule::ByNumber, Equality::Rule::IgnoreTrailingBlanks,
          Equality::Rule::IgnoreCase, Equality::Rule::Ignored, Equality::Rule::ByMeaning, Equality::Rule::AcrossTypes,
          Equality::Rule::AtPrecision, Equality::Rule::IgnoreOuterBlanks, Equality::Rule::Within}) {
        const Equality equality{.rule = rule, .fractionDigits = 3, .tolerance = 0.01};
        require(equal(value, value, equality), "a value equals itself");
        require(equal(value, other, equality) == equal(other, value, equality), "equality asks in both ways alike");
    }
}

} // namespace

/// A value that a server or a file gave, as every engine writes it.
void values(const QByteArray &input)
{
    Pieces pieces(input);
    const Words &words = engines()[pieces.byte() % engines().size()];
    const QString type = words.types[pieces.byte() % words.types.size()];
    const auto family = static_cast<TypeFamily>(pieces.byte() % families);
    const auto columnFamily = static_cast<TypeFamily>(pieces.byte() % families);
    const QByteArray bytes = pieces.section();
    const QByteArray otherBytes = pieces.rest();
    const auto dialect = Dialect::make({.engine = words.engine});
    Column column;
    column.name = u"v"_s;
    column.declaredType = type;
    column.family = columnFamily;

    const Value value = Value::of(family, bytes);
    proveOneStatement(*dialect, u"SELECT "_s + dialect->literal(value, column));
    proveOneStatement(*dialect, u"SELECT "_s + dialect->literal(dialect->decode(column, bytes), column));
    const QString text = QString::fromUtf8(bytes);
    Table table;
    table.name.name = text;
    if (words.engine != Engine::SqlServer || whyNotNamed(table).isEmpty())
        proveOneStatement(*dialect, u"SELECT "_s + dialect->name(text));
    proveOneStatement(*dialect, dialect->comment(text) + u"\nSELECT 1"_s);

    const Value other = Value::of(family, otherBytes);
    proveKeys(value, other);
    proveEquality(value, other);
    static_cast<void>(converted(value, columnFamily));
    static_cast<void>(timeOf(value));
    static_cast<void>(sumOfDeltas(value, other, value));
    static_cast<void>(compareStamps(value, other));
    static_cast<void>(equalityFromText(text));
}

} // namespace Rejoin::Fuzzing
