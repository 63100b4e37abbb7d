#pragma once

#include "diffcore/base/result.h"
#include "diffcore/base/side.h"
#include "diffcore/schema/catalog.h"
#include "diffcore/value/equality.h"

#include <QHash>
#include <QMap>

namespace Rejoin {

/// A column of the aligned table: the union of the columns of baseline, A and B, by name, or by what the person says of
/// a column that was renamed.
struct AlignedColumn
{
    QString name;                         ///< A's, else B's, else the baseline's
    PerVersion<std::optional<Column>> in; ///< nothing where the version has no such column
    Equality equality;
    /// Differences here make a row different: present on A and B, not computed, not ignored.
    bool compared = true;
    bool byOption = false; ///< `equality` is what the person asked for
    /// False: the person says that no script writes it; a trigger fills it, say.
    bool written = true;
    /// The person says that each server gives these values out by itself, as a rule that writes them anew does.
    bool handedOut = false;
    bool masked = false; ///< its values are shown in no report, list, message or log; scripts hold them
    /// Of a column that A and B have and the baseline does not: what the rows that were there got when it was added, so
    /// that a change of it can be told from its default. Nothing where that is not known.
    std::optional<Value> addedAs = std::nullopt;

    /// The types on A, B and in the baseline are not of one family: values are converted when they go from one to
    /// another.
    [[nodiscard]] bool isRetyped() const { return equality.rule == Equality::Rule::AcrossTypes; }
    /// What the column of the baseline's row counts as: where the baseline has no such column, what it was added as.
    [[nodiscard]] const Value &atSplit(const Value &baseline) const
    {
        return baseline.isAbsent() && addedAs ? *addedAs : baseline;
    }
    /// The definition to print and write by: that of A, else B, else the baseline.
    [[nodiscard]] const Column &definition() const;
    friend bool operator==(const AlignedColumn &, const AlignedColumn &) = default;
};

/// What the three schemas do not share, said before any row is read.
struct SchemaDifference
{
    enum class Kind : quint8 {
        TableMissing,
        ColumnMissing,
        TypeDiffers,
        NullabilityDiffers,
        KeyDiffers,
        TriggerDiffers,
        ColumnRenamed,
        MayBeRenamed,
    };
    Kind kind = Kind::ColumnMissing;
    TableName table;
    QString object;  ///< column, key or trigger; empty for a table
    QString message; ///< "channel is not in the baseline"
    /// The tables or columns cannot be compared because of it.
    bool blocks = false;
    friend bool operator==(const SchemaDifference &, const SchemaDifference &) = default;
};

/// One table of A, B and (where there is one) the baseline, matched by name, with everything that the merge needs to
/// know of its shape. Rows and keys everywhere else are in the order of `columns` and `keyColumns`.
struct AlignedTable
{
    TableName name;
    PerVersion<std::optional<Table>> in;
    QList<AlignedColumn> columns;
    QList<int> keyColumns; ///< indexes into columns; empty = keyless, compared as a multiset
    QList<SchemaDifference> differences;
    QString whyNotCompared; ///< empty where it is compared
    /// SQL conditions of the person: only rows that meet them are looked for on a side; empty = all. See
    /// AlignmentOptions::filters.
    PerSide<QString> filters;
    /// The versions are of unlike engines: values are compared by what they mean, and nothing is written.
    [[nodiscard]] bool isAcrossEngines() const;
    [[nodiscard]] bool isKeyless() const { return keyColumns.isEmpty(); }
    /// The schema itself says, on A and B, that every row has a key and no two rows the same.
    [[nodiscard]] bool isKeyPromised() const;
    [[nodiscard]] bool isFiltered() const { return !filters.a.isEmpty() || !filters.b.isEmpty(); }
    /// By the column's own name, then by the name that one version has for it; without case where none has that case.
    /// -1 where there is none.
    [[nodiscard]] int columnIndex(const QString &columnName) const;
    /// The columns' own names in place of those that a version has for them.
    [[nodiscard]] QStringList ownNames(const QStringList &columnNames) const;
    /// Index of the key column whose values a server hands out; -1 where there is none.
    [[nodiscard]] int generatedKeyColumn() const;
    /// Indexes of the columns of a version, in the order of `columns`; computed ones left out.
    [[nodiscard]] QList<int> columnsOf(Version version) const;
    /// "channel (not on B)": columns that a server has and that are not compared although nobody asked to ignore them,
    /// those that the servers fill themselves left out.
    [[nodiscard]] QStringList columnsNotCompared() const;
    /// "total", "stamp (nor compared)": columns that scripts leave alone because the person says so.
    [[nodiscard]] QStringList columnsNotWritten() const;
    /// "only rows where region = 'EU'", of each side where they are unlike; empty where all rows are compared.
    [[nodiscard]] QString filterText() const;
    /// The key of a row of this table. For keyless tables `ordinal` ends the key.
    [[nodiscard]] RowKey keyOf(const Row &row, qint64 ordinal = 1) const;
    /// "orders order_id=1001"; for keyless "audit_log (2026-…, 'x') no. 1".
    [[nodiscard]] QString describeKey(const RowKey &key) const;
    friend bool operator==(const AlignedTable &, const AlignedTable &) = default;
};

/// A relation given by the person where no foreign key is declared: `CHILD.COL=PARENT.COL`.
struct VirtualRelation
{
    TableName child;
    QString column;
    TableName parent;
    QString parentColumn;

    /// Fails with Usage. `schema.table.column` is read from the right.
    [[nodiscard]] static Result<VirtualRelation> parse(const QString &text);
    [[nodiscard]] QString toText() const;
    friend bool operator==(const VirtualRelation &, const VirtualRelation &) = default;
};

/// A foreign key or virtual relation between aligned tables, by index.
struct Relation
{
    int child = -1;
    QList<int> childColumns; ///< indexes into the child's columns
    int parent = -1;
    QList<int> parentColumns; ///< indexes into the parent's columns, in the order of childColumns
    QString name;
    bool declared = true;
    friend bool operator==(const Relation &, const Relation &) = default;
};

/// A unique key of an aligned table, by index; the primary key included.
struct UniqueConstraint
{
    int table = -1;
    QList<int> columns;
    QString name;
    friend bool operator==(const UniqueConstraint &, const UniqueConstraint &) = default;
};

struct AlignmentOptions
{
    QStringList include; ///< globs on display names; empty = all
    QStringList exclude; ///< globs
    // by table: the display name, or the plain name where one table alone bears it
    QHash<QString, QStringList> keys;    ///< columns that the person chose as the key
    QHash<QString, QStringList> ignored; ///< columns to ignore
    /// Columns that scripts do not write; they are compared unless they are ignored, too.
    QHash<QString, QStringList> notWritten;
    QHash<QString, QStringList> masked; ///< columns whose values are not shown
    /// "note=remark": columns of two versions that are one, renamed since the split
    QHash<QString, QStringList> renamed;
    /// "note=trim": how values of a column are compared; see equalityFromText()
    QHash<QString, QStringList> equality;
    QList<VirtualRelation> relations;
    /// By the glob of tables: the SQL condition, in the words of the side's server, that rows meet which are looked for
    /// there. A table that several globs match has all their conditions. A row is compared where one side's condition
    /// lets it through, and then with whatever the other side has under its key.
    PerSide<QMap<QString, QString>> filters;
};

/// A, B and baseline side by side. A value; made once for a comparison, kept in the session.
struct Alignment
{
    QList<AlignedTable> tables; ///< by name; those that cannot be compared are among them, with the reason
    QList<Relation> relations;
    QList<UniqueConstraint> uniques;
    QList<SchemaDifference> differences; ///< of whole tables
    PerSide<Engine> engines{Engine::Sqlite, Engine::Sqlite};

    /// A, B and baseline are of one engine, so that scripts can bring one to the state of the other.
    [[nodiscard]] bool canBeMerged() const;
    [[nodiscard]] int tableIndex(const QString &name) const; ///< as indexOfTable()
    friend bool operator==(const Alignment &, const Alignment &) = default;
};

/// Whether a glob (`*`, `?`, without case) is for a table: on its display name or on its plain name.
[[nodiscard]] bool matchesGlob(const QString &glob, const TableName &table);

/// Matches the catalogs by name (exact, then without case; of unlike engines, whose schemas are not the same either,
/// also by the plain name where one table alone bears it). `baseline` is null where there is none. Fails with Usage
/// where an option names a table or column that is not there.
[[nodiscard]] Result<Alignment> align(const Catalog &a, const Catalog &b, const Catalog *baseline,
                                      const AlignmentOptions &options);

} // namespace Rejoin
