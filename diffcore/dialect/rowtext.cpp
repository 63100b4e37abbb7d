#include "diffcore/dialect/rowtext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

RowText::RowText(const Dialect &dialect, const Table &table)
    : m_dialect(dialect)
    , m_table(table)
{
}

QString RowText::tableName() const
{
    return m_dialect.name(m_table.name);
}

Column RowText::column(const QString &name) const
{
    if (const Column *column = m_table.column(name))
        return *column;
    Column unknown;
    unknown.name = name;
    return unknown;
}

QString RowText::isNull(const Column &column) const
{
    return m_dialect.name(column.name) + u" IS NULL"_s;
}

QString RowText::sameKey(const Cells &key) const
{
    QStringList conditions;
    for (const auto &[name, value] : key)
        conditions += value.isPresent() ? isSame(column(name), value) : isNull(column(name));
    return conditions.join(u" AND "_s);
}

QStringList RowText::conditions(const Cells &values) const
{
    QStringList conditions;
    for (const auto &[name, value] : values)
        conditions += value.isPresent() ? isExactly(column(name), value) : isNull(column(name));
    return conditions;
}

QString RowText::exactly(const Cells &values) const
{
    return conditions(values).join(u" AND "_s);
}

QString RowText::keyedExactly(const Cells &key, const Cells &values) const
{
    return keyedConditions(key, values).join(u" AND "_s);
}

QStringList RowText::keyedConditions(const Cells &key, const Cells &values) const
{
    Cells all = key;
    for (const auto &pair : values) {
        const bool isKey = std::ranges::any_of(key, [&](const auto &part) { return part.first == pair.first; });
        if (!isKey)
            all += pair;
    }
    return conditions(all);
}

QString RowText::assignments(const Cells &values) const
{
    QStringList parts;
    for (const auto &[name, value] : values)
        parts += m_dialect.name(name) + u" = "_s + m_dialect.literal(value, column(name));
    return parts.join(u", "_s);
}

QString RowText::names(const Cells &values) const
{
    QStringList parts;
    for (const auto &pair : values)
        parts += m_dialect.name(pair.first);
    return parts.join(u", "_s);
}

QString RowText::literals(const Cells &values) const
{
    QStringList parts;
    for (const auto &[name, value] : values)
        parts += m_dialect.literal(value, column(name));
    return parts.join(u", "_s);
}

QString RowText::count(const QString &condition) const
{
    return u"(SELECT count(*) FROM "_s + tableName() + u" WHERE "_s + condition + u')';
}

QString RowText::exists(const QString &condition) const
{
    return u"EXISTS (SELECT 1 FROM "_s + tableName() + u" WHERE "_s + condition + u')';
}

QStringList RowText::dependents() const
{
    QStringList conditions;
    for (const DeleteAction &action : m_table.deleteActions) {
        QStringList pairs;
        for (qsizetype index = 0; index < action.columns.size(); ++index)
            pairs += u"rejoin_child."_s + m_dialect.name(action.columns[index]) + u" = "_s + tableName() + u'.' +
                     m_dialect.name(action.parentColumns[index]);
        conditions += u"EXISTS (SELECT 1 FROM "_s + m_dialect.name(action.child) + u" AS rejoin_child"_s +
                      dependentsHint() + u" WHERE "_s + pairs.join(u" AND "_s) + u')';
    }
    return conditions;
}

QString RowText::noDependents() const
{
    QString conditions;
    for (const QString &dependent : dependents())
        conditions += u"\n    AND NOT "_s + dependent;
    return conditions;
}

QString RowText::carriedOut(const RowChange &change) const
{
    const bool deleted = change.kind == RowChange::Kind::Delete;
    if (change.key.isEmpty())
        return count(exactly(change.before)) + u" = "_s + QString::number(change.copies + (deleted ? -1 : 1));
    if (deleted)
        return u"NOT "_s + exists(exactly(change.key));
    return exists(keyedExactly(change.key, change.after));
}

} // namespace Rejoin
