#include "diffcore/script/reportrows.h"

#include "diffcore/base/timetext.h"
#include "diffcore/merge/masking.h"
#include "diffcore/script/html.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

ReportRows::ReportRows(const MergeInput &input, const MergedState &merged)
    : m_input(input)
{
    for (const Entity &entity : merged.entities)
        m_results[entity.difference] += &entity;
}

QString ReportRows::decisionText(const Difference &difference) const
{
    const Decision &decision = difference.decision;
    QStringList parts{kindText(shownKind(table(difference.table), decision.kind)), originText(decision)};
    if (!decision.reason.isEmpty())
        parts += decision.reason;
    if (!decision.by.isEmpty())
        parts += decision.by;
    if (decision.at.isValid())
        parts += timeText(decision.at);
    return parts.join(u"; "_s);
}

/// Columns in which the versions differ; all where only one version has the row.
QList<int> ReportRows::shownColumns(const Difference &difference) const
{
    QList<int> columns;
    for (int column = 0; column < table(difference.table).columns.size(); ++column) {
        QList<Value> values;
        for (const Version version : allVersions) {
            if (difference.rows[version] && !values.contains(difference.rows[version]->at(column)))
                values += difference.rows[version]->at(column);
        }
        if (values.size() > 1)
            columns += column;
    }
    if (!columns.isEmpty())
        return columns;
    for (int column = 0; column < table(difference.table).columns.size(); ++column)
        columns += column;
    return columns;
}

QString ReportRows::versionHtml(const Difference &difference, Version version, const QList<int> &columns) const
{
    if (difference.rows[version])
        return rowHtml(difference.table, *difference.rows[version], columns);
    const bool known = version != Version::Baseline || difference.baselineKnown;
    return known ? u"<span class=\"mark\">no row</span>"_s : u"<span class=\"mark\">not known</span>"_s;
}

QString ReportRows::rowHtml(int tableIndex, const Row &row, const QList<int> &columns) const
{
    QStringList cells;
    for (const int column : columns) {
        if (!row[column].isAbsent())
            cells += escaped(table(tableIndex).columns[column].name) + u": "_s +
                     valueHtml(shownValue(table(tableIndex).columns[column], row[column]));
    }
    return cells.join(u"<br>"_s);
}

/// "status: open → paid", or the row that comes.
QString ReportRows::changeHtml(const Difference &difference) const
{
    QStringList changes;
    for (const Entity *entity : m_results.value(difference.id)) {
        if (!entity->row)
            changes += u"<span class=\"mark\">deleted</span>"_s;
        else
            changes += changedCells(difference, *entity->row);
    }
    return changes.isEmpty() ? u"<span class=\"mark\">as it is</span>"_s : changes.join(u"<hr>"_s);
}

QString ReportRows::changedCells(const Difference &difference, const Row &row) const
{
    const std::optional<Row> &old = difference.rows.baseline;
    QStringList cells;
    for (int column = 0; column < row.size(); ++column) {
        const AlignedColumn &aligned = table(difference.table).columns[column];
        if (row[column].isAbsent() || (old ? old->at(column) == row[column] : isInKey(difference, column)))
            continue;
        const QString before =
            old && !old->at(column).isAbsent() ? valueHtml(shownValue(aligned, old->at(column))) + u" → "_s : QString();
        cells += escaped(aligned.name) + u": "_s + before + valueHtml(shownValue(aligned, row[column]));
    }
    return cells.isEmpty() ? u"<span class=\"mark\">as it is</span>"_s : cells.join(u"; "_s);
}

/// The key names the row already.
bool ReportRows::isInKey(const Difference &difference, int column) const
{
    return table(difference.table).keyColumns.contains(column);
}

/// "as B" where a server has the row so; else its values.
QString ReportRows::resultRowHtml(const Difference &difference, const Row &row, const QList<int> &columns) const
{
    for (const Side side : bothSides) {
        const std::optional<Row> &own = difference.rows[side];
        const bool alike = own && std::ranges::all_of(columns, [&](int column) {
                               return isInKey(difference, column) || own->at(column) == row[column];
                           });
        if (alike)
            return u"<span class=\"mark\">as %1</span>"_s.arg(side == Side::A ? u"A"_s : u"B"_s);
    }
    return rowHtml(difference.table, row, columns);
}

QString ReportRows::resultHtml(const Difference &difference, const QList<int> &columns) const
{
    if (!difference.resolved)
        return u"<span class=\"mark\">undecided</span>"_s;
    if (std::holds_alternative<Skip>(difference.decision.kind))
        return u"<span class=\"mark\">left as it is on each server</span>"_s;
    QStringList results;
    for (const Entity *entity : m_results.value(difference.id)) {
        if (!entity->row || !entity->key)
            results += u"<span class=\"mark\">deleted</span>"_s;
        else if (*entity->key != difference.key)
            results += escaped(table(entity->table).describeKey(*entity->key)) + u"<br>"_s +
                       resultRowHtml(difference, *entity->row, columns);
        else
            results += resultRowHtml(difference, *entity->row, columns);
    }
    return results.isEmpty() ? u"<span class=\"mark\">as it is</span>"_s : results.join(u"<hr>"_s);
}

} // namespace Rejoin
