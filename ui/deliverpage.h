#pragma once

#include "models/workspace.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace Rejoin {

class RunsView;

/// Deliver: the bundle as files, or the reviewed scripts run on their servers, one after the other, and the proof;
/// the runs of earlier days, and their way back.
class DeliverPage : public QWidget
{
    Q_OBJECT

public:
    explicit DeliverPage(Workspace &workspace, QWidget *parent = nullptr);

Q_SIGNALS:
    void reviewRequested();
    void compareRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    /// One target of the review, with the place where its server's label is typed.
    struct Target
    {
        Side side = Side::A;
        QString label;
        QString mergeHash;
        QString undoHash;
        QLineEdit *confirmation = nullptr;
        bool done = false;
    };

    QWidget *makeBundleBox();
    QWidget *makeRunBox();
    void load();
    void addTarget(const ReviewedTarget &reviewed);
    void updateState();
    void chooseFolder();
    void exportBundle();
    void execute();
    void rehearseTargets();
    void tellRehearsed(const Result<QList<Rehearsal>> &rehearsals);
    void write(const std::function<void(const WrittenBundle &)> &written);
    [[nodiscard]] bool isAsReviewed(const WrittenBundle &bundle) const;
    void run(ScriptKind kind);
    void tellRun(ScriptKind kind, const Result<RunOutcome> &outcome);
    void tellFailure(ScriptKind kind, const RunOutcome &outcome);
    /// A run, an undo or a reservation that nobody waits for any more.
    void tellAbandoned(const QString &title);
    void verifyTargets();
    void tellVerified(const Result<VerifyResult> &result);
    void undoRun();
    void askUndo(const BundleRun &run);
    void undoEarlier(const BundleRun &run);
    void tellUndone(const BundleRun &run, const Result<RunOutcome> &outcome);
    void log(const QString &sign, const QString &text);
    void setVerdict(const QString &text, bool good);
    [[nodiscard]] bool isConfirmed() const;
    [[nodiscard]] QList<Approved> scriptsToRun(ScriptKind kind) const;
    [[nodiscard]] bool isAnyDone() const;

    Workspace &m_workspace;
    QString m_path;    ///< of the project that is shown
    QString m_written; ///< folder of the bundle that is run
    QLineEdit *m_folder;
    QPushButton *m_export;
    QLabel *m_state;
    QPushButton *m_review;
    QWidget *m_targetsBox = nullptr;
    QVBoxLayout *m_targetsPlace = nullptr;
    QList<Target> m_targets;
    QCheckBox *m_deletesSeen;
    QPushButton *m_rehearse;
    QPushButton *m_execute;
    QPushButton *m_undo;
    QPushButton *m_verify;
    QPushButton *m_compare;
    RunsView *m_runs;
    QListWidget *m_log;
    QLabel *m_verdict;
};

} // namespace Rejoin
