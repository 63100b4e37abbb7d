#pragma once

#include "diffcore/base/progress.h"
#include "diffcore/session/session.h"

#include <QAbstractTableModel>

namespace Rejoin {

/// How far a table is on its way to being merged, as one word.
enum class TableStage : quint8 {
    Waiting,
    Comparing,
    Identical, ///< nothing differs
    NoChanges, ///< nothing differs among the rows that were written since the split; others were not compared
    Different, ///< differences, all decided automatically
    Undecided, ///< a person is needed
    Decided,   ///< everything that needed a person is decided
    Partial,   ///< cancelled half way
    NotComparable,
    Failed,
};

/// Outcomes that need a person or a rule.
[[nodiscard]] bool needsPerson(Outcome outcome);
/// Rows of a table that differ, whatever their outcome; Unchanged left out.
[[nodiscard]] qint64 differenceCount(const TableCounts &counts);
[[nodiscard]] TableStage tableStage(const TableStatus &status, const TableCounts &counts);

/// Which tables a list shows.
enum class TableFilter : quint8 { Undecided, Conflicts, Differences, All };

/// The tables of a session, one a row, in the order of Alignment::tables. Gives data, not words: counts as numbers,
/// StageRole for the state; the session's own texts (evidence, reason, findings) as they are.
class TablesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        KeyColumn,
        EvidenceColumn,
        OnlyAColumn,
        OnlyBColumn,
        MergedCellsColumn,
        CollisionsColumn,
        ConflictsColumn,
        UndecidedColumn,
        ProgressColumn,
        StageColumn,
        ColumnCount
    };
    enum Role {
        StageRole = Qt::UserRole, ///< int of TableStage
        ReasonRole,               ///< why it is not compared or failed
        LimitsRole,               ///< what the evidence cannot tell
        FindingsRole,             ///< QStringList, the schema's differences among them
        UndecidedRole,            ///< qint64: rows and constraint conflicts
        SchemaRole,               ///< name of the schema
        DepthRole,                ///< int: 0 = refers to no other table, else one more than the deepest of its parents
        SortRole,
    };

    explicit TablesModel(QObject *parent = nullptr);

    /// Reads statuses and counts again; null empties the model. The session must outlive the model or the next call.
    void show(const Session *session);
    /// How far a table is that is being compared, in per cent, until show() says that it is compared.
    void takeProgress(const ProgressReport &report);
    [[nodiscard]] bool accepts(int row, TableFilter filter) const;
    [[nodiscard]] const TableCounts &counts(int row) const { return m_counts.at(row); }
    [[nodiscard]] const TableStatus &status(int row) const { return m_statuses.at(row); }
    [[nodiscard]] TableStage stage(int row) const { return tableStage(m_statuses.at(row), m_counts.at(row)); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Shape
    {
        QString name;
        QString key;
        QStringList schemaFindings;
        QString schema;
        int depth = 0;
        friend bool operator==(const Shape &, const Shape &) = default;
    };

    [[nodiscard]] static QList<Shape> shapesOf(const Session *session);
    [[nodiscard]] QVariant cell(int row, Column column) const;

    QList<Shape> m_shapes;
    QList<TableStatus> m_statuses;
    QList<TableCounts> m_counts;
    QHash<int, int> m_progress; ///< row → per cent
};

} // namespace Rejoin
