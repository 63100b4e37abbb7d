#include "diffcore/dialect/rowlist.h"

#include "diffcore/dialect/sqltext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr qsizetype rowsPerRun = 100;     // few enough that a server looks each up by its key
constexpr qsizetype longestListed = 2048; // as the longest that is compared by itself and not by its hash

bool isShort(const RowList::Cells &cells)
{
    return std::ranges::all_of(cells, [](const auto &cell) {
        return !cell.second.isPresent() || cell.second.bytes().size() <= longestListed;
    });
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

void RowList::add(const QString &row, const Cells &key, const Cells &more)
{
    if (m_columns.isEmpty()) {
        m_keySize = key.size();
        for (const auto &cell : key)
            m_columns += m_text.column(cell.first);
        for (const auto &cell : more) {
            if (!isPart(key, cell.first))
                m_columns += m_text.column(cell.first);
        }
    }
    QStringList values{m_text.listedName(oneLine(row))};
    values.reserve(m_columns.size() + 1);
    const auto put = [&](const Value &value) { values += m_text.listedValue(value, m_columns[values.size() - 1]); };
    for (const auto &cell : key)
        put(cell.second);
    for (const auto &cell : more) {
        if (!isPart(key, cell.first))
            put(cell.second);
    }
    m_rows += values.join(u", "_s);
}

/// The same in every list of these columns, so that lists differ in their rows alone.
QStringList RowList::types() const
{
    QStringList types{m_text.nullOf({})};
    for (const Column &column : m_columns)
        types += m_text.nullOf(column);
    return types;
}

QString RowList::definition() const
{
    const QStringList columns = QStringList{rowListRow} + listedColumns();
    const QStringList nulls = types();
    const bool typed = !nulls.first().isEmpty();
    return rowListName + u" ("_s + columns.join(u", "_s) + u") AS (VALUES\n"_s +
           (typed ? u'(' + nulls.join(u", "_s) + u"),\n("_s : u"("_s) + m_rows.join(u"),\n("_s) + u")\n"_s +
           (typed ? u"OFFSET 1)"_s : u")"_s);
}

QString RowList::derivedTable() const
{
    const QStringList columns = QStringList{rowListRow} + listedColumns();
    QStringList header = types();
    for (qsizetype column = 0; column < columns.size(); ++column)
        header[column] += u" AS "_s + columns[column];
    return u"(SELECT "_s + header.join(u", "_s) + u" FROM DUAL WHERE 1 = 0\nUNION ALL SELECT "_s +
           m_rows.join(u"\nUNION ALL SELECT "_s) + u"\n) AS "_s + rowListName;
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
    return m_takes && m_run.size() < rowsPerRun && oneList(m_run.constLast(), row) && !m_names.contains(name);
}

QList<RowChange> ListRuns::add(RowChange row)
{
    const bool alone = m_standsAlone(row);
    const QString name = oneLine(row.row);
    QList<RowChange> ended;
    if (alone || !joins(row, name))
        ended = end();
    m_names.insert(name);
    m_run.append(std::move(row));
    m_takes = !alone;
    return ended;
}

QList<RowChange> ListRuns::end()
{
    m_names.clear();
    m_takes = false;
    return std::exchange(m_run, {});
}

QList<QList<RowChange>> listRuns(const QList<RowChange> &rows,
                                 const std::function<bool(const RowChange &)> &standsAlone)
{
    ListRuns collected(standsAlone);
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

} // namespace Rejoin
