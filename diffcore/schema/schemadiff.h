#pragma once

#include "diffcore/schema/alignment.h"

namespace Rejoin {

/// "on A", "on B", "in the baseline".
[[nodiscard]] QString placeOf(Version version);

/// A type or an expression of the table, without its schema where the table stands for its plain name: "rank" for
/// "archive.rank".
[[nodiscard]] QString withinSchema(const Table &table, const QString &text);

/// What the versions of one table do not share: columns first, then keys, then triggers.
[[nodiscard]] QList<SchemaDifference> schemaDifferences(const AlignedTable &table);

/// The table does not exist everywhere. `versions`: those that are compared at all.
[[nodiscard]] std::optional<SchemaDifference> missingTable(const AlignedTable &table, const QList<Version> &versions);

/// One object of a table as each version has it, for people.
struct SchemaRow
{
    QString object; ///< "channel", "primary key", "unique key (email)", "trigger stamp"
    bool isColumn = false;
    PerVersion<QString> says; ///< "text, NOT NULL, default 'web'"; empty where the version has no such object
    QString change;           ///< "added on A", "retyped on B", "made NOT NULL on A and B"; empty where all are alike
    [[nodiscard]] bool isChanged() const { return !change.isEmpty(); }
};

/// The table three ways: every column, then keys and triggers, in the order of the aligned table. Without a baseline
/// `change` says where A and B are unlike.
[[nodiscard]] QList<SchemaRow> schemaRows(const AlignedTable &table);

/// A column that one side has and the other has not, and its likeness on the other side: one column, perhaps, that was
/// renamed. A person says whether it is; see AlignmentOptions::renamed.
struct RenameProposal
{
    QString onA;
    QString onB;
    QString reason; ///< "both are text, and in the same place"
    [[nodiscard]] QString toText() const
    {
        return onA + QLatin1Char('=') + onB;
    } ///< as AlignmentOptions::renamed has it
};

[[nodiscard]] QList<RenameProposal> renameProposals(const AlignedTable &table);

} // namespace Rejoin
