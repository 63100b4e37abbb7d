#include "diffcore/dialect/postgresqlsums.h"

#include "diffcore/dialect/postgresqltypes.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

/// hash_record_extended() and bit_xor() came with it.
static bool hashesRecords(const QVersionNumber &version)
{
    return version.majorVersion() >= 14;
}

PostgreSqlSums::PostgreSqlSums(const Dialect &dialect, const QVersionNumber &version, const Summing &what)
    : SumText(dialect, what)
    , m_hashesRecords(hashesRecords(version))
{
}

QString PostgreSqlSums::means(const QVersionNumber &version)
{
    return hashesRecords(version) ? u"hash_record_extended"_s : u"hashtextextended"_s;
}

quint64 PostgreSqlSums::added(const QVersionNumber &version, quint64 left, quint64 right)
{
    return hashesRecords(version) ? left ^ right : addedModuloPrime(left, right);
}

QString PostgreSqlSums::cell(const Column &column) const
{
    return postgresPrinted(named(column.name), column);
}

QString PostgreSqlSums::hashed(const Column &column) const
{
    const QString name = named(column.name);
    switch (column.family) {
    case TypeFamily::Boolean:
    case TypeFamily::Binary:
    case TypeFamily::Date:
    case TypeFamily::Float:
    case TypeFamily::Uuid: return name;
    // the hash of a number folds it to 32 bits, whatever its width; that of the key need not be more, the seed is all
    // of it
    case TypeFamily::Integer: return isSeed(column) ? name : u"%1::bigint, %1::bigint >> 32"_s.arg(name);
    case TypeFamily::Decimal: return column.declaredType == "money"_L1 ? name + u"::numeric"_s : name;
    case TypeFamily::Timestamp: return u"timestamp_send(%1)"_s.arg(name);
    case TypeFamily::TimestampTz: return u"timestamptz_send(%1)"_s.arg(name);
    case TypeFamily::Text: return name + u"::text COLLATE \"C\""_s;
    case TypeFamily::Time:
    case TypeFamily::Interval:
    case TypeFamily::Json:
    case TypeFamily::Xml:
    case TypeFamily::Array:
    case TypeFamily::Spatial:
    case TypeFamily::RowVersion:
    case TypeFamily::Other: return postgresPrinted(name, column) + u" COLLATE \"C\""_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString PostgreSqlSums::hash(const QStringList &columns, const QString &seed) const
{
    QStringList values;
    for (const QString &column : columns)
        values += m_hashesRecords ? hashed(columnOf(column)) : cell(columnOf(column));
    const QString row = u"ROW("_s + values.join(u", "_s) + u')';
    return m_hashesRecords ? u"hash_record_extended("_s + row + u", "_s + seed + u')'
                           : u"hashtextextended("_s + row + u"::text, "_s + seed + u')';
}

bool PostgreSqlSums::isSeeded() const
{
    return what().segmenting.by == Segmenting::By::Runs;
}

bool PostgreSqlSums::isSeed(const Column &column) const
{
    return isSeeded() && column.name == what().keyColumns.first();
}

QString PostgreSqlSums::keyHash() const
{
    return hash(what().keyColumns, u"0"_s);
}

/// A key that is a number is a good seed by itself.
QString PostgreSqlSums::hash() const
{
    return hash(what().columns, isSeeded() ? number() + u"::bigint"_s : keyHash());
}

QString PostgreSqlSums::sum(const QString &hash) const
{
    return m_hashesRecords ? u"bit_xor("_s + hash + u')'
                           : u"(sum("_s + hash + u") % "_s + QString::number(primeOfSums) + u")::bigint"_s;
}

QString PostgreSqlSums::run(const QString &number) const
{
    return u"(("_s + number + u"::bigint - ("_s + QString::number(what().segmenting.origin) + u")) / "_s +
           QString::number(what().segmenting.width) + u')';
}

QString PostgreSqlSums::bucket() const
{
    return u'(' + keyHash() + u" & "_s + QString::number(what().segmenting.count - 1) + u')';
}

} // namespace Rejoin
