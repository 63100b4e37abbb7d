#pragma once

#include "models/evidencemodel.h"
#include "models/workspace.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;
class QToolButton;

namespace Rejoin {

class RelationsView;
class SchemaView;
class TableScopeView;
enum class TableOption : quint8;
class TimelineView;
struct TakenCheckpoint;

/// Scope: since when the servers are apart, what the knowledge of each table's past rests on, which rows and columns
/// take part, and checkpoints.
class ScopePage : public QWidget
{
    Q_OBJECT

public:
    explicit ScopePage(Workspace &workspace, QWidget *parent = nullptr);

    /// Asks the servers what they can tell; the page shows it when they answer.
    void survey();
    void clearBrush();

Q_SIGNALS:
    /// The project is saved and can be compared.
    void compareRequested();
    void message(const QString &text);
    /// The time that is brushed on the timeline; nothing = all.
    void brushed(const std::optional<TimeSpan> &span);
    void rowsRequested();

private:
    QWidget *makeHead();
    QWidget *makeTimeline();
    void showBrush();
    QWidget *makeButtons();
    void showProject();
    void showSurvey(const Result<EvidenceSurvey> &survey);
    void showSplits(const EvidenceSurvey &survey);
    void showTimeline();
    void showSchema();
    [[nodiscard]] QString named(const QStringList &entries, const QString &table) const;
    void takeCondition(const QString &table, Side side, const QString &condition);
    void takeOption(const QString &table, TableOption option, const QStringList &values);
    void takeLeftOut(const QString &table, bool isLeftOut);
    void showLeftOut();
    void takeRename(const QString &table, const QString &rename, bool isOne);
    void updateButtons();
    void chooseCheckpointFile(Side side);
    void takeCheckpointOf(Side side, const QString &path);
    void tellTaken(const Result<TakenCheckpoint> &taken);
    void saveAndCompare();

    Workspace &m_workspace;
    EvidenceModel m_model;
    QTableView *m_view;
    SchemaView *m_schema;
    TableScopeView *m_tableScope;
    RelationsView *m_relations;
    QList<AlignedTable> m_tables; ///< as the survey found them
    PerSide<Engine> m_engines{Engine::Sqlite, Engine::Sqlite};
    AlignmentOptions m_scope; ///< as the person has it by now
    QLabel *m_since;
    QLabel *m_clocks;
    QComboBox *m_splits;
    TimelineView *m_timeline;
    QLabel *m_brush;
    QPushButton *m_showRows;
    QToolButton *m_leftOut; ///< tables, to be taken in again
    QPushButton *m_ask;
    PerSide<QPushButton *> m_checkpoints;
    QPushButton *m_compare;
    Jobs m_reading; ///< of the timeline
};

} // namespace Rejoin
