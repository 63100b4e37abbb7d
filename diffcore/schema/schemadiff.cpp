#include "diffcore/schema/schemadiff.h"

#include <QMap>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

using Kind = SchemaDifference::Kind;

/// What each version says of one object; nothing where the version is not looked at.
using Sayings = PerVersion<std::optional<QString>>;

constexpr std::array reportOrder{Version::A, Version::B, Version::Baseline};

/// "price is REAL on A, TEXT on B"; nothing where all say the same.
std::optional<QString> unlike(const QString &subject, const Sayings &sayings)
{
    QStringList parts;
    QStringList said;
    for (const Version version : reportOrder) {
        if (!sayings[version])
            continue;
        said.append(sayings[version]->toLower());
        parts.append(*sayings[version] + u' ' + placeOf(version));
    }
    said.removeDuplicates();
    if (said.size() < 2)
        return std::nullopt;
    return subject + u" is "_s + parts.join(u", ");
}

/// "channel is not on B and not in the baseline"; nothing where no version lacks it.
std::optional<QString> missing(const QString &subject, const PerVersion<bool> &present, const QList<Version> &versions)
{
    QStringList parts;
    for (const Version version : reportOrder) {
        if (versions.contains(version) && !present[version])
            parts.append(u"not "_s + placeOf(version));
    }
    if (parts.isEmpty())
        return std::nullopt;
    return subject + u" is "_s + parts.join(u" and ");
}

QString columnsText(const AlignedTable &table, const Key &key)
{
    return u'(' + table.ownNames(key.columns).join(u", ") + u')';
}

QStringList sortedLower(const QStringList &names)
{
    QStringList lower;
    for (const QString &name : names)
        lower.append(name.toLower());
    lower.sort();
    return lower;
}

class Differ
{
public:
    explicit Differ(const AlignedTable &table)
        : m_table(table)
    {
        for (const Version version : allVersions) {
            if (table.in[version])
                m_versions.append(version);
        }
    }

    QList<SchemaDifference> run()
    {
        for (const AlignedColumn &column : m_table.columns)
            compareColumn(column);
        for (const RenameProposal &proposal : renameProposals(m_table))
            add(Kind::MayBeRenamed, proposal.onA,
                u"%1 on A may be %2 on B: %3"_s.arg(proposal.onA, proposal.onB, proposal.reason));
        comparePrimaryKeys();
        compareOnBothSides(Kind::KeyDiffers, &Differ::uniqueKeys);
        compareOnBothSides(Kind::TriggerDiffers, &Differ::triggers);
        return m_found;
    }

private:
    /// Objects of one side: what they are compared by → how they are printed.
    using Objects = QMap<QString, QString>;

    void add(Kind kind, const QString &object, const std::optional<QString> &message, bool blocks = false)
    {
        if (message)
            m_found.append({kind, m_table.name, object, *message, blocks});
    }

    void compareColumn(const AlignedColumn &column)
    {
        PerVersion<bool> present;
        Sayings names;
        Sayings types;
        Sayings nullability;
        for (const Version version : m_versions) {
            const std::optional<Column> &in = column.in[version];
            present[version] = in.has_value();
            if (!in)
                continue;
            names[version] = in->name;
            types[version] =
                in->declaredType.isEmpty() ? u"without a type"_s : withinSchema(*m_table.in[version], in->declaredType);
            nullability[version] = in->nullable ? u"nullable"_s : u"NOT NULL"_s;
        }
        add(Kind::ColumnMissing, column.name, missing(column.name, present, m_versions), present.a != present.b);
        add(Kind::ColumnRenamed, column.name, unlike(column.name, names));
        if (!m_table.isAcrossEngines())
            add(Kind::TypeDiffers, column.name, unlike(column.name, types), column.isRetyped() && !column.compared);
        else if (column.in.a && column.in.b && !canMeanTheSame(column.in.a->family, column.in.b->family))
            add(Kind::TypeDiffers, column.name, notAcross(column), true);
        add(Kind::NullabilityDiffers, column.name, unlike(column.name, nullability));
    }

    static QString notAcross(const AlignedColumn &column)
    {
        return u"%1 is %2 on A and %3 on B: it is not compared across engines"_s.arg(
            column.name, column.in.a->declaredType, column.in.b->declaredType);
    }

    void comparePrimaryKeys()
    {
        Sayings keys;
        for (const Version version : m_versions) {
            const std::optional<Key> &key = m_table.in[version]->primaryKey;
            keys[version] = key ? columnsText(m_table, *key) : u"missing"_s;
        }
        add(Kind::KeyDiffers, u"primary key"_s, unlike(u"the primary key"_s, keys));
    }

    static Objects uniqueKeys(const AlignedTable &aligned, const Table &table)
    {
        Objects objects;
        for (const Key &key : table.uniqueKeys) {
            const QString partial = key.partial ? u"partial "_s : QString();
            objects.insert(partial + sortedLower(aligned.ownNames(key.columns)).join(u'\n'),
                           partial + u"unique key "_s + columnsText(aligned, key));
        }
        return objects;
    }

    static Objects triggers(const AlignedTable &, const Table &table)
    {
        Objects objects;
        for (const Trigger &trigger : table.triggers)
            objects.insert(trigger.name.toLower(), u"trigger "_s + trigger.name);
        return objects;
    }

    void compareOnBothSides(Kind kind, Objects (*objectsOf)(const AlignedTable &, const Table &))
    {
        if (!m_table.in.a || !m_table.in.b)
            return;
        const PerSide<Objects> objects{objectsOf(m_table, *m_table.in.a), objectsOf(m_table, *m_table.in.b)};
        for (const Side side : bothSides) {
            for (auto object = objects[side].begin(); object != objects[side].end(); ++object) {
                if (!objects[other(side)].contains(object.key()))
                    add(kind, *object, *object + u" is not "_s + placeOf(versionOf(other(side))));
            }
        }
    }

    const AlignedTable &m_table;
    QList<Version> m_versions;
    QList<SchemaDifference> m_found;
};

} // namespace

QString placeOf(Version version)
{
    switch (version) {
    case Version::Baseline: return u"in the baseline"_s;
    case Version::A: return u"on A"_s;
    case Version::B: return u"on B"_s;
    }
    return {};
}

QString withinSchema(const Table &table, const QString &text)
{
    const QString &schema = table.name.schema;
    if (!table.standsFor || !table.standsFor->schema.isEmpty() || schema.isEmpty() || !text.contains(schema))
        return text;
    const QString quoted = u'"' + QString(schema).replace(u'"', "\"\""_L1) + u'"';
    const QRegularExpression qualifier(
        uR"((?<![\w"])(?:%1|%2)\.)"_s.arg(QRegularExpression::escape(schema), QRegularExpression::escape(quoted)));
    return QString(text).remove(qualifier);
}

QList<SchemaDifference> schemaDifferences(const AlignedTable &table)
{
    return Differ(table).run();
}

std::optional<SchemaDifference> missingTable(const AlignedTable &table, const QList<Version> &versions)
{
    PerVersion<bool> present;
    for (const Version version : versions)
        present[version] = table.in[version].has_value();
    const std::optional<QString> message = missing(table.name.display(), present, versions);
    if (!message)
        return std::nullopt;
    return SchemaDifference{Kind::TableMissing, table.name, QString(), *message, present.a != present.b};
}

} // namespace Rejoin
