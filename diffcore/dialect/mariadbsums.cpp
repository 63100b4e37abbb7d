#include "diffcore/dialect/mariadbsums.h"

#include "diffcore/dialect/mariadbtypes.h"
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

/// The server itself prints such a column as mariaDbCell() does.
static bool isPrintedPlain(const Column &column)
{
    const MariaDbType type = mariaDbType(column.declaredType);
    return isPlain(column) && (type == MariaDbType::Number || type == MariaDbType::Other);
}

/// Its bytes in the table are those of the text in UTF-8.
static bool isKeptAsUtf8(const Column &column)
{
    return mariaDbType(column.declaredType) == MariaDbType::Text && column.collation.startsWith("utf8mb4_"_L1);
}

static bool hasBothSums(const ServerInfo &server)
{
    return server.engine == Engine::MariaDb && server.version >= QVersionNumber(10, 8);
}

MariaDbSums::MariaDbSums(const Dialect &dialect, const ServerInfo &server, const Summing &what)
    : SumText(dialect, what)
    , m_hasBothSums(hasBothSums(server))
{
}

QString MariaDbSums::means(const ServerInfo &server)
{
    return hasBothSums(server) ? u"CRC32 * CRC32C"_s : u"MD5"_s;
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

/// The sum of what is plain and of the lengths, taken up by each text.
QString MariaDbSums::chained(const QString &function, const QStringList &columns) const
{
    QStringList plain;
    QStringList texts;
    const auto add = [&](QStringList &cells, const QString &text, const QString &mark, const Column &column) {
        cells += column.nullable ? u"ifnull("_s + text + u", "_s + mark + u')' : text;
    };
    for (const QString &name : columns) {
        const Column column = columnOf(name);
        if (isPrintedPlain(column)) {
            add(plain, named(name), u"'-'"_s, column);
            continue;
        }
        const QString text = isKeptAsUtf8(column) ? named(name) : cell(column);
        add(plain, u"octet_length("_s + text + u')', u"'-'"_s, column);
        add(texts, text, u"''"_s, column);
    }
    QString sum = function + u"(concat_ws(',', "_s + plain.join(u", "_s) + u"))"_s;
    for (const QString &text : std::as_const(texts))
        sum = function + u'(' + sum + u", "_s + text + u')';
    return sum;
}

QString MariaDbSums::hash() const
{
    if (m_hasBothSums)
        return u'(' + chained(u"crc32"_s, what().columns) + u" * "_s + chained(u"crc32c"_s, what().columns) + u')';
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
    const QString key =
        m_hasBothSums ? chained(u"crc32"_s, what().keyColumns) : u"crc32("_s + joined(what().keyColumns) + u')';
    return u'(' + key + u" & "_s + QString::number(what().segmenting.count - 1) + u')';
}

} // namespace Rejoin
