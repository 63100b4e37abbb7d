#include "diffcore/dialect/sqlserversums.h"

#include "diffcore/dialect/sqlservertypes.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

SqlServerSums::SqlServerSums(const Dialect &dialect, const Summing &what)
    : SumText(dialect, what)
{
}

QString SqlServerSums::cell(const Column &column) const
{
    return sqlServerPrinted(named(column.name), column);
}

/// All of one collation, since columns of several cannot be joined, and of nvarchar(max), since text is cut otherwise.
QString SqlServerSums::joined(const QStringList &columns) const
{
    QStringList cells{u"CONVERT(nvarchar(max), N'')"_s};
    for (const QString &name : columns) {
        const Column column = columnOf(name);
        const bool isBytes = column.family == TypeFamily::Binary || isKeptAsBytes(column);
        const QString text =
            u"CONVERT(nvarchar(max), "_s + cell(column) + (isBytes ? u", 2)"_s : u")"_s) + sqlServerBinaryCollation();
        cells += u"ISNULL(CONVERT(nvarchar(20), DATALENGTH("_s + text + u")) + N':' + "_s + text + u", N'-')"_s;
    }
    return u"CONCAT("_s + cells.join(u", "_s) + u')';
}

QString SqlServerSums::hash() const
{
    return u"CONVERT(bigint, SUBSTRING(HASHBYTES('MD5', "_s + joined(what().columns) + u"), 1, 8))"_s;
}

QString SqlServerSums::sum(const QString &hash) const
{
    return u"CONVERT(bigint, SUM(CONVERT(decimal(38, 0), "_s + hash + u")) % "_s + QString::number(primeOfSums) + u')';
}

QString SqlServerSums::run(const QString &number) const
{
    return u"((CONVERT(bigint, "_s + number + u") - ("_s + QString::number(what().segmenting.origin) + u")) / "_s +
           QString::number(what().segmenting.width) + u')';
}

QString SqlServerSums::bucket() const
{
    return u"(CONVERT(bigint, SUBSTRING(HASHBYTES('MD5', "_s + joined(what().keyColumns) + u"), 1, 6)) & "_s +
           QString::number(what().segmenting.count - 1) + u')';
}

} // namespace Rejoin
