#include "diffcore/compare/drifttally.h"

#include "diffcore/compare/classifier.h"
#include "diffcore/schema/columnfit.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// Fewer rows than this that changed in one column alone are people's work.
constexpr qint64 fewestOfABackfill = 100;

QString placeOf(Version version)
{
    return version == Version::A ? u"A"_s : u"B"_s;
}

QString rowsText(qint64 rows)
{
    return rows == 1 ? u"1 row"_s : u"%1 rows"_s.arg(rows);
}

} // namespace

DriftTally::DriftTally(const AlignedTable &table)
    : m_table(table)
{
    for (int column = 0; column < table.columns.size(); ++column) {
        const AlignedColumn &aligned = table.columns[column];
        for (const Side side : bothSides) {
            const std::optional<Column> &here = aligned.in[side];
            if (here && !aligned.in[other(side)] && here->source == ValueSource::Written)
                m_lonely.append({column, side, constantDefault(*here)});
        }
    }
}

void DriftTally::count(const QList<Difference> &differences)
{
    for (const Difference &difference : differences) {
        const bool isOneRow = difference.rows.a && difference.rows.b && difference.outcome != Outcome::KeyCollision;
        if (isOneRow)
            countChange(difference);
        else
            countLosses(difference);
    }
}

void DriftTally::countChange(const Difference &difference)
{
    const QList<int> columns = differingColumns(m_table, *difference.rows.a, *difference.rows.b);
    if (!columns.isEmpty() &&
        std::ranges::none_of(columns, [&](int column) { return m_table.columns[column].written; })) {
        ++m_unwritable;
        return;
    }
    const bool isOneSided = difference.outcome == Outcome::OnlyA || difference.outcome == Outcome::OnlyB;
    if (!isOneSided && difference.outcome != Outcome::CellConflict)
        return;
    const By by = difference.outcome == Outcome::OnlyA ? By::A : isOneSided ? By::B : By::Both;
    ++m_changed[by];
    if (columns.size() == 1)
        ++m_onlyIn[{columns.first(), by}];
}

void DriftTally::countLosses(const Difference &difference)
{
    for (const Lonely &lonely : std::as_const(m_lonely)) {
        const std::optional<Row> &row = difference.rows[lonely.side];
        if (!row || difference.changes[lonely.side] == Change::None)
            continue;
        const Value &value = row->at(lonely.column);
        if (value.isPresent() && value != lonely.standard)
            ++m_lost[{lonely.column, versionOf(lonely.side)}];
    }
}

/// In a column that the upgrade brought, or most of what changed.
bool DriftTally::isWorthSaying(int column, By by, qint64 rows) const
{
    const bool isNew = m_table.in.baseline && !m_table.columns[column].in.baseline;
    return isNew || (rows >= fewestOfABackfill && rows * 2 > m_changed[by]);
}

QStringList DriftTally::unwritten() const
{
    QStringList names;
    for (const AlignedColumn &column : m_table.columns) {
        if (column.compared && !column.written)
            names.append(column.name);
    }
    return names;
}

QStringList DriftTally::findings() const
{
    QStringList findings;
    if (m_unwritable > 0)
        findings.append(u"%1 only in %2, which no script writes: the servers have to fill it"_s.arg(
            m_unwritable == 1 ? u"1 row differs"_s : u"%1 rows differ"_s.arg(m_unwritable), unwritten().join(u", "_s)));
    for (const auto &[place, rows] : m_onlyIn.asKeyValueRange()) {
        const auto &[column, by] = place;
        if (!isWorthSaying(column, by, rows))
            continue;
        const QString name = m_table.columns[column].name;
        findings.append(
            by == By::Both ? u"%1 differ only in %2, and nothing tells which is right: one decision for the column "
                             "settles them (--table %3 --column %2 --take a or b)"_s.arg(rowsText(rows), name,
                                                                                         m_table.name.display())
                           : u"back-fill: %1 changed only in %2, on %3; if it is not to go to %4, one decision for the "
                             "column settles them (--table %5 --column %2 --take %6 --redecide)"_s.arg(
                                 rowsText(rows), name, by == By::A ? u"A"_s : u"B"_s, by == By::A ? u"B"_s : u"A"_s,
                                 m_table.name.display(), by == By::A ? u"b"_s : u"a"_s));
    }
    for (const auto &[place, rows] : m_lost.asKeyValueRange()) {
        const auto &[column, version] = place;
        const QString there = version == Version::A ? u"B"_s : u"A"_s;
        findings.append(u"%1 of %2 %3 a value in %4, which %5 has no column for: %5 gets them without it"_s.arg(
            rowsText(rows), placeOf(version), rows == 1 ? u"has"_s : u"have"_s, m_table.columns[column].name, there));
    }
    return findings;
}

} // namespace Rejoin
