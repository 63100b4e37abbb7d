#include "diffcore/dialect/mariadbsums.h"

#include "diffcore/dialect/mariadbvalues.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

/// Its text holds no comma and is never the mark for NULL.
static bool isPlain(const Column &column)
{
    switch (column.family) {
    case TypeFamily::Boolean:
    case TypeFamily::Integer:
    case TypeFamily::Decimal:
    case TypeFamily::Float:
    case TypeFamily::Date:
    case TypeFamily::Time:
    case TypeFamily::Timestamp:
    case TypeFamily::TimestampTz:
    case TypeFamily::Uuid: return true;
    case TypeFamily::Text:
    case TypeFamily::Binary:
    case TypeFamily::Interval:
    case TypeFamily::Json:
    case TypeFamily::Xml:
    case TypeFamily::Array:
    case TypeFamily::Spatial:
    case TypeFamily::RowVersion:
    case TypeFamily::Other: return false;
    }
    Q_UNREACHABLE_RETURN(false);
}

MariaDbSums::MariaDbSums(const Dialect &dialect, const Summing &what)
    : SumText(dialect, what)
{
}

QString MariaDbSums::cell(const Column &column) const
{
    return mariaDbCell(named(column.name), column);
}

QString MariaDbSums::joined(const QStringList &columns) const
{
    QStringList cells;
    for (const QString &name : columns) {
        const Column column = columnOf(name);
        const QString text = cell(column);
        cells += u"ifnull("_s +
                 (isPlain(column) ? text : u"concat(octet_length("_s + text + u"), ':', "_s + text + u')') +
                 u", '-')"_s;
    }
    return u"concat_ws(',', "_s + cells.join(u", "_s) + u')';
}

QString MariaDbSums::hash() const
{
    return u"cast(conv(left(md5("_s + joined(what().columns) + u"), 16), 16, 10) AS unsigned)"_s;
}

QString MariaDbSums::sum(const QString &hash) const
{
    return u"bit_xor("_s + hash + u')';
}

QString MariaDbSums::run(const QString &number) const
{
    return u"(("_s + number + u" - ("_s + QString::number(what().segmenting.origin) + u")) DIV "_s +
           QString::number(what().segmenting.width) + u')';
}

QString MariaDbSums::bucket() const
{
    return u"(crc32("_s + joined(what().keyColumns) + u") & "_s + QString::number(what().segmenting.count - 1) + u')';
}

} // namespace Rejoin
