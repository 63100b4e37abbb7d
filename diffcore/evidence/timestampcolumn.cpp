#include "diffcore/evidence/timestampcolumn.h"

#include "diffcore/evidence/means.h"
#include "diffcore/value/valuetime.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

bool holdsTimes(const Column &column)
{
    switch (column.family) {
    case TypeFamily::Timestamp:
    case TypeFamily::TimestampTz: return true;
    case TypeFamily::Text:
    case TypeFamily::Integer:
    case TypeFamily::Decimal:
    case TypeFamily::Other: return column.source == ValueSource::Written; // SQLite has no type of its own for times
    case TypeFamily::Boolean:
    case TypeFamily::Float:
    case TypeFamily::Binary:
    case TypeFamily::Date:
    case TypeFamily::Time:
    case TypeFamily::Interval:
    case TypeFamily::Uuid:
    case TypeFamily::Json:
    case TypeFamily::Xml:
    case TypeFamily::Array:
    case TypeFamily::Spatial:
    case TypeFamily::RowVersion: return false;
    }
    return false;
}

/// How much a column's name promises; 0 = nothing. When a row was made says nothing of its updates.
int promise(const AlignedColumn &column)
{
    static const QRegularExpression written(
        u"(updat|modif|chang|touch|edit|written)\\w*|^(mtime|last_?write|sys_?start|row_?time)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression time(u"(_|^)(at|on|time|ts|date|when|utc)(_|$)|time$|stamp|(At|On|Utc|Date)$"_s);
    if (!column.in.a || !column.in.b || !holdsTimes(*column.in.a) || !holdsTimes(*column.in.b))
        return 0;
    if (!written.match(column.name).hasMatch())
        return 0;
    const bool isTime = column.in.a->family == TypeFamily::Timestamp || column.in.a->family == TypeFamily::TimestampTz;
    if (!isTime && !time.match(column.name).hasMatch())
        return 0;
    return isTime ? 3 : time.match(column.name).hasMatch() ? 2 : 1;
}

} // namespace

TimestampColumn::TimestampColumn(const AlignedTable &table, int column, const QTimeZone &zone, const SplitTime &split)
    : TouchedEvidence(table, split)
    , m_column(column)
    , m_zone(zone)
{
}

QList<int> TimestampColumn::proposed(const AlignedTable &table)
{
    QList<int> columns;
    for (int i = 0; i < table.columns.size(); ++i) {
        if (promise(table.columns[i]) > 0)
            columns.append(i);
    }
    std::ranges::stable_sort(columns, std::ranges::greater(), [&](int i) { return promise(table.columns[i]); });
    return columns;
}

QString TimestampColumn::name() const
{
    return u"%1 %2"_s.arg(meansName(Means::TimestampColumn), m_table.columns[m_column].name);
}

QString TimestampColumn::limits() const
{
    return u"%1 tells who inserted or updated a row, as far as every write sets it; not who deleted one, and no old values."_s
        .arg(m_table.columns[m_column].name);
}

Result<QList<Touch>> TimestampColumn::changesOf(Side side, const QList<RowKey> &keys,
                                                const QList<PerSide<std::optional<Row>>> &rows)
{
    QList<Touch> changes(keys.size());
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (rows[i][side])
            changes[i].change = m_split.changeAt(timeOf(rows[i][side]->at(m_column), m_zone));
    }
    return changes;
}

WrittenSince TimestampColumn::writtenSince(Side side) const
{
    return {.column = m_table.columns[m_column].in[side]->name, .zone = m_zone, .since = m_split.earliest()};
}

} // namespace Rejoin
