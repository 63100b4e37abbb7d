#include "diffcore/dialect/rowlist.h"

#include "diffcore/dialect/sqltext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr qsizetype longestRun = 256 * 1024; // bytes of values: with names and quotes less than a server takes at once
constexpr qsizetype partsAtOnce = 100;       // of one statement for rows that no list holds
constexpr qsizetype longestListed = 2048;    // as the longest that is compared by itself and not by its hash

bool isShort(const RowList::Cells &cells)
{
    return std::ranges::all_of(cells, [](const auto &cell) {
        return !cell.second.isPresent() || cell.second.bytes().size() <= longestListed;
    });
}

qsizetype bytesOf(const RowList::Cells &cells)
{
    qsizetype bytes = 0;
    for (const auto &cell : cells)
        bytes += cell.second.bytes().size();
    return bytes;
}

bool isPart(const RowList::Cells &cells, const QString &name)
{
    return std::ranges::contains(cells, name, &QPair<QString, Value>::first);
}

bool sameColumns(const RowList::Cells &one, const RowList::Cells &other)
{
    return std::ranges::equal(one, other, {}, &QPair<QString, Value>::first, &QPair<QString, Value>::first);
}

bool oneList(const RowChange &one, const RowChange &other)
{
    return one.table == other.table && one.kind == other.kind && sameColumns(one.key, other.key) &&
           sameColumns(one.before, other.before) && sameColumns(one.after, other.after);
}

} // namespace

bool appendPlainValue(QByteArray &text, const Value &value)
{
    if (!value.isPresent()) {
        text += "NULL";
        return true;
    }
    switch (value.family()) {
    case TypeFamily::Integer:
    case TypeFamily::Decimal:
        if (!isDecimalNumber(value.bytes(), value.bytes().size()))
            return false;
        text += value.bytes();
        return true;
    case TypeFamily::Boolean:
    case TypeFamily::Float:
    case TypeFamily::Binary: return false;
    case TypeFamily::Text:
    case TypeFamily::Date:
    case TypeFamily::Time:
    case TypeFamily::Timestamp:
    case TypeFamily::TimestampTz:
    case TypeFamily::Interval:
    case TypeFamily::Uuid:
    case TypeFamily::Json:
    case TypeFamily::Xml:
    case TypeFamily::Array:
    case TypeFamily::Spatial:
    case TypeFamily::RowVersion:
    case TypeFamily::Other: return appendPlainText(text, value.bytes());
    }
    Q_UNREACHABLE_RETURN(false);
}

bool ListText::canBeListed(const RowChange &change) const
{
    const bool wholeKey = !change.key.isEmpty() &&
                          std::ranges::all_of(change.key, [](const auto &cell) { return cell.second.isPresent(); });
    const bool hidesNames = table().columnIndex(rowListRow) >= 0;
    return wholeKey && !hidesNames && isShort(change.key) && isShort(change.before) && isShort(change.after) &&
           areListable(change.key) && areListable(change.before) && areListable(change.after);
}

bool ListText::isEveryColumnListable() const
{
    if (!m_everyColumn)
        m_everyColumn = std::ranges::all_of(table().columns, [&](const Column &column) { return isListable(column); });
    return *m_everyColumn;
}

bool ListText::areListable(const Cells &cells) const
{
    return isEveryColumnListable() || std::ranges::all_of(cells, [&](const auto &cell) {
               const Column *column = table().column(cell.first);
               return column && isListable(*column);
           });
}

bool ListText::isListable(const Column &) const
{
    return true;
}

QString ListText::listedValue(const Value &value, const Column &column) const
{
    return dialect().literal(value, column);
}

QString ListText::ownColumn(const Column &column) const
{
    return tableName() + u'.' + quotedName(column.name);
}

QString ListText::isSameAs(const Column &column, const QString &other) const
{
    return ownColumn(column) + u" = "_s + other;
}

ListedWriter ListText::listedWriter(const Column &column) const
{
    return [this, column](QByteArray &text, const Value &value) { text += listedValue(value, column).toUtf8(); };
}

void RowList::start(const Cells &key, const Cells &more)
{
    m_keySize = key.size();
    for (const auto &cell : key)
        m_columns += m_text.column(cell.first);
    for (const auto &cell : more) {
        m_isListed.push_back(!isPart(key, cell.first));
        if (m_isListed.back())
            m_columns += m_text.column(cell.first);
    }
    for (const Column &column : std::as_const(m_columns))
        m_writers.push_back(m_text.listedWriter(column));
}

void RowList::add(const QString &row, const Cells &key, const Cells &more)
{
    if (m_ends.empty())
        start(key, more);
    m_isNamed = true;
    if (!appendPlainText(m_values, row.toUtf8()))
        m_values += m_text.listedName(oneLine(row)).toUtf8();
    m_values += ", ";
    addCells(key, more);
}

void RowList::addUnnamed(const Cells &key, const Cells &more)
{
    if (m_ends.empty())
        start(key, more);
    addCells(key, more);
}

void RowList::addCells(const Cells &key, const Cells &more)
{
    auto writer = m_writers.cbegin();
    const auto put = [&](const Value &value) {
        if (writer != m_writers.cbegin())
            m_values += ", ";
        (*writer)(m_values, value);
        ++writer;
    };
    for (const auto &cell : key)
        put(cell.second);
    for (size_t index = 0; index < m_isListed.size(); ++index) {
        if (m_isListed[index])
            put(more[qsizetype(index)].second);
    }
    m_ends.push_back(m_values.size());
}

QString RowList::rows(QByteArrayView between) const
{
    QByteArray text;
    text.reserve(m_values.size() + qsizetype(m_ends.size()) * between.size());
    qsizetype begin = 0;
    for (const qsizetype end : m_ends) {
        if (begin > 0)
            text += between;
        text += QByteArrayView(m_values).sliced(begin, end - begin);
        begin = end;
    }
    return QString::fromUtf8(text);
}

/// The same in every list of these columns, so that lists differ in their rows alone.
QStringList RowList::types() const
{
    QStringList types;
    if (m_isNamed)
        types += m_text.nullOf({});
    for (const Column &column : m_columns)
        types += m_text.nullOf(column);
    return types;
}

QString RowList::definition() const
{
    const QStringList columns = header();
    const QStringList nulls = types();
    const bool typed = !nulls.first().isEmpty();
    return rowListName + u" ("_s + columns.join(u", "_s) + u") AS (VALUES\n"_s +
           (typed ? u'(' + nulls.join(u", "_s) + u"),\n("_s : u"("_s) + rows("),\n(") + u")\n"_s +
           (typed ? u"OFFSET 1)"_s : u")"_s);
}

QString RowList::derivedTable() const
{
    const QStringList columns = header();
    QStringList typed = types();
    for (qsizetype column = 0; column < columns.size(); ++column)
        typed[column] += u" AS "_s + columns[column];
    return u"(SELECT "_s + typed.join(u", "_s) + u" FROM DUAL WHERE 1 = 0\nUNION ALL SELECT "_s +
           rows("\nUNION ALL SELECT ") + u"\n) AS "_s + rowListName;
}

QStringList RowList::header() const
{
    return (m_isNamed ? QStringList{rowListRow} : QStringList()) + listedColumns();
}

QStringList RowList::listedColumns() const
{
    QStringList names;
    for (const Column &column : m_columns)
        names += m_text.quotedName(column.name);
    return names;
}

QString RowList::names() const
{
    return listedColumns().join(u", "_s);
}

QString RowList::listed(const QString &column) const
{
    return rowListName + u'.' + m_text.quotedName(column);
}

QString RowList::listedKey() const
{
    QStringList names;
    for (const Column &column : m_columns.first(m_keySize))
        names += listed(column.name);
    return names.join(u", "_s);
}

QString RowList::assignments(const Cells &values, const QString &table) const
{
    QStringList parts;
    for (const auto &cell : values)
        parts += table + m_text.quotedName(cell.first) + u" = "_s + listed(cell.first);
    return parts.join(u", "_s);
}

QString RowList::sameKey() const
{
    QStringList conditions;
    for (const Column &column : m_columns.first(m_keySize))
        conditions += m_text.isSameAs(column, listed(column.name));
    return conditions.join(u" AND "_s);
}

QString RowList::exactKey() const
{
    QStringList conditions;
    for (const Column &column : m_columns.first(m_keySize)) {
        const QString same = m_text.isSameAs(column, listed(column.name));
        const QString exactly = m_text.isExactlyAs(column, listed(column.name), true);
        conditions += exactly == same ? same : same + u" AND "_s + exactly; // the index first
    }
    return conditions.join(u" AND "_s);
}

QString RowList::exactly() const
{
    QStringList conditions{exactKey()};
    for (const Column &column : m_columns.sliced(m_keySize))
        conditions += m_text.isExactlyAs(column, listed(column.name), false);
    return conditions.join(u"\n    AND "_s);
}

bool ListRuns::joins(const RowChange &row, const QString &name) const
{
    return m_takes && m_run.size() < m_most && m_bytes < longestRun && oneList(m_run.constLast(), row) &&
           !m_names.contains(name);
}

QList<RowChange> ListRuns::add(RowChange row)
{
    const bool alone = m_standsAlone(row);
    const QString name = oneLine(row.row);
    QList<RowChange> ended;
    if (alone || !joins(row, name))
        ended = end();
    m_names.insert(name);
    m_bytes += bytesOf(row.key) + bytesOf(row.before) + bytesOf(row.after);
    m_run.append(std::move(row));
    m_takes = !alone;
    return ended;
}

QList<RowChange> ListRuns::end()
{
    m_names.clear();
    m_bytes = 0;
    m_takes = false;
    return std::exchange(m_run, {});
}

QList<QList<RowChange>> listRuns(const QList<RowChange> &rows,
                                 const std::function<bool(const RowChange &)> &standsAlone, qsizetype most)
{
    ListRuns collected(standsAlone, most);
    QList<QList<RowChange>> runs;
    const auto take = [&](QList<RowChange> run) {
        if (!run.isEmpty())
            runs += std::move(run);
    };
    for (const RowChange &row : rows)
        take(collected.add(row));
    take(collected.end());
    return runs;
}

QStringList rowCheckStatements(const RowChanges &rows, const RowCheckText &text)
{
    QStringList statements;
    QStringList parts;
    const auto endParts = [&] {
        if (!parts.isEmpty())
            statements += text.together(parts);
        parts.clear();
    };
    const auto look = [&](const QList<RowChange> &run) {
        if (run.size() > 1) {
            endParts();
            statements += text.listed(run);
        } else if (!run.isEmpty()) {
            parts += text.part(run.first());
            if (parts.size() == partsAtOnce)
                endParts();
        }
    };
    ListRuns runs(text.standsAlone, text.rowsPerList);
    for (qsizetype place = 0; place < rows.size(); ++place)
        look(runs.add(rows[place]));
    look(runs.end());
    endParts();
    return statements;
}

} // namespace Rejoin
