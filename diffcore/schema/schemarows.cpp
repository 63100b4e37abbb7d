#include "diffcore/schema/schemadiff.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

QString typeOf(const Column &column)
{
    return column.declaredType.isEmpty() ? u"without a type"_s : column.declaredType;
}

QString described(const Column &column, bool isRenamed)
{
    QStringList parts{isRenamed ? column.name + u' ' + typeOf(column) : typeOf(column)};
    if (!column.nullable)
        parts.append(u"NOT NULL"_s);
    if (column.source == ValueSource::Generated)
        parts.append(u"generated"_s);
    else if (column.source == ValueSource::Computed)
        parts.append(u"computed"_s);
    if (!column.defaultExpression.isEmpty() && column.source == ValueSource::Written)
        parts.append(u"default "_s + column.defaultExpression);
    return parts.join(u", "_s);
}

/// "added on A", "dropped on A and B", "changed on B"; empty where all say the same. `was` is nothing where there is no
/// baseline to compare with.
QString changeOf(const std::optional<QString> &was, const PerSide<QString> &is, const QString &changed)
{
    if (!was)
        return is.a.compare(is.b, Qt::CaseInsensitive) == 0 ? QString()
               : is.a.isEmpty()                             ? u"only on B"_s
               : is.b.isEmpty()                             ? u"only on A"_s
                                                            : u"unlike"_s;
    QStringList changes;
    PerSide<QString> words;
    for (const Side side : bothSides) {
        if (is[side].compare(*was, Qt::CaseInsensitive) != 0)
            words[side] = was->isEmpty() ? u"added"_s : is[side].isEmpty() ? u"dropped"_s : changed;
    }
    const bool isAlike = is.a.compare(is.b, Qt::CaseInsensitive) == 0;
    if (!words.a.isEmpty() && words.a == words.b)
        return words.a + (isAlike ? u" on A and B"_s : u" on A and B, unlike"_s);
    for (const Side side : bothSides) {
        if (!words[side].isEmpty())
            changes.append(u"%1 on %2"_s.arg(words[side], side == Side::A ? u"A"_s : u"B"_s));
    }
    return changes.join(u", "_s);
}

/// Puts together what the versions say of the objects of one table.
class Rows
{
public:
    explicit Rows(const AlignedTable &table)
        : m_table(table)
    {
    }

    QList<SchemaRow> run()
    {
        for (const AlignedColumn &column : m_table.columns)
            m_rows.append(rowOf(column));
        SchemaRow primary{.object = u"primary key"_s};
        for (const Version version : allVersions) {
            if (const std::optional<Table> &in = m_table.in[version]; in && in->primaryKey)
                primary.says[version] = u'(' + m_table.ownNames(in->primaryKey->columns).join(u", "_s) + u')';
        }
        add(primary, u"changed"_s);
        addNamed([](const AlignedTable &aligned, const Table &table) {
            QStringList names;
            for (const Key &key : table.uniqueKeys)
                names.append(u"unique key (%1)%2"_s.arg(aligned.ownNames(key.columns).join(u", "_s),
                                                        key.partial ? u" partial"_s : QString()));
            return names;
        });
        addNamed([](const AlignedTable &, const Table &table) {
            QStringList names;
            for (const Trigger &trigger : table.triggers)
                names.append(u"trigger "_s + trigger.name);
            return names;
        });
        return m_rows;
    }

private:
    [[nodiscard]] std::optional<QString> baselineOf(const PerVersion<QString> &says) const
    {
        return m_table.in.baseline ? std::optional(says.baseline) : std::nullopt;
    }

    [[nodiscard]] QString changeIn(const PerVersion<QString> &says, const QString &changed) const
    {
        return changeOf(baselineOf(says), {says.a, says.b}, changed);
    }

    SchemaRow rowOf(const AlignedColumn &column) const
    {
        SchemaRow row{.object = column.name, .isColumn = true};
        PerVersion<QString> names;
        PerVersion<QString> types;
        PerVersion<QString> nulls;
        PerVersion<QString> defaults;
        for (const Version version : allVersions) {
            std::optional<Column> in = column.in[version];
            if (!in)
                continue;
            in->declaredType = withinSchema(*m_table.in[version], in->declaredType);
            in->defaultExpression = withinSchema(*m_table.in[version], in->defaultExpression);
            names[version] = in->name;
            if (m_table.isAcrossEngines()) // whose types have nothing in common but what they mean
                types[version] = column.compared ? u"alike"_s : typeOf(*in);
            else
                types[version] = typeOf(*in);
            nulls[version] = in->nullable ? u"nullable"_s : u"NOT NULL"_s;
            const bool saysDefault = !in->defaultExpression.isEmpty() && !m_table.isAcrossEngines();
            defaults[version] = saysDefault ? in->defaultExpression : u"none"_s;
            row.says[version] = described(*in, in->name.compare(column.name, Qt::CaseInsensitive) != 0);
        }
        if (!changeIn(types, u"retyped"_s).isEmpty() && std::ranges::any_of(allVersions, [&](Version version) {
                return m_table.in[version] && !column.in[version];
            })) {
            row.change = changeIn(types, u"retyped"_s);
            return row;
        }
        QStringList changes{changeIn(names, u"renamed"_s), changeIn(types, u"retyped"_s),
                            changeIn(nulls, u"NULL or NOT NULL changed"_s), changeIn(defaults, u"default changed"_s)};
        changes.removeAll(QString());
        row.change = changes.join(u"; "_s);
        return row;
    }

    void add(SchemaRow &row, const QString &changed)
    {
        row.change = changeIn(row.says, changed);
        if (std::ranges::any_of(allVersions, [&](Version version) { return !row.says[version].isEmpty(); }))
            m_rows.append(row);
    }

    void addNamed(QStringList (*namesOf)(const AlignedTable &, const Table &))
    {
        PerVersion<QStringList> names;
        QStringList all;
        for (const Version version : {Version::A, Version::B, Version::Baseline}) {
            names[version] = m_table.in[version] ? namesOf(m_table, *m_table.in[version]) : QStringList();
            for (const QString &name : std::as_const(names[version])) {
                if (!all.contains(name, Qt::CaseInsensitive))
                    all.append(name);
            }
        }
        for (const QString &name : std::as_const(all)) {
            SchemaRow row{.object = name};
            for (const Version version : allVersions) {
                if (names[version].contains(name, Qt::CaseInsensitive))
                    row.says[version] = u"yes"_s;
            }
            add(row, u"changed"_s);
        }
    }

    const AlignedTable &m_table;
    QList<SchemaRow> m_rows;
};

/// Where the column stands among those of its version.
qsizetype ordinalOf(const AlignedTable &table, const AlignedColumn &column, Version version)
{
    return table.in[version]->columnIndex(column.in[version]->name);
}

/// The letters of one name are in the other, or begin like it: "note" and "notes", "cust_name" and "name".
bool areLike(const QString &left, const QString &right)
{
    return left.contains(right, Qt::CaseInsensitive) || right.contains(left, Qt::CaseInsensitive);
}

QString whyRenamed(const AlignedTable &table, const AlignedColumn &a, const AlignedColumn &b)
{
    const Column &onA = *a.in.a;
    const Column &onB = *b.in.b;
    if (onA.declaredType.compare(onB.declaredType, Qt::CaseInsensitive) != 0 || onA.source != ValueSource::Written ||
        onB.source != ValueSource::Written)
        return {};
    const bool isSamePlace = ordinalOf(table, a, Version::A) == ordinalOf(table, b, Version::B);
    if (!isSamePlace && !areLike(onA.name, onB.name))
        return {};
    return u"both are %1, and %2"_s.arg(typeOf(onA), isSamePlace ? u"in the same place"_s : u"their names are alike"_s);
}

} // namespace

QList<SchemaRow> schemaRows(const AlignedTable &table)
{
    return Rows(table).run();
}

QList<RenameProposal> renameProposals(const AlignedTable &table)
{
    QList<RenameProposal> proposals;
    if (!table.in.a || !table.in.b)
        return proposals;
    QStringList taken;
    for (const AlignedColumn &a : table.columns) {
        if (!a.in.a || a.in.b)
            continue;
        for (const AlignedColumn &b : table.columns) {
            const bool bothWereThere = a.in.baseline && b.in.baseline;
            if (!b.in.b || b.in.a || bothWereThere || taken.contains(b.name))
                continue;
            const QString reason = whyRenamed(table, a, b);
            if (reason.isEmpty())
                continue;
            proposals.append({a.in.a->name, b.in.b->name, reason});
            taken.append(b.name);
            break;
        }
    }
    return proposals;
}

} // namespace Rejoin
