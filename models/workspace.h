#pragma once

#include "diffcore/merge/resolver.h"
#include "diffcore/script/reviewgate.h"
#include "diffcore/session/project.h"
#include "models/jobs.h"
#include "models/mergepreview.h"
#include "models/work.h"

#include <QTimer>

namespace Rejoin {

/// Rows of a session, by what they need.
struct Totals
{
    qint64 tables = 0;
    qint64 differences = 0;
    qint64 needPerson = 0; ///< rows whose outcome needs a person or a rule
    qint64 undecided = 0;  ///< rows
    qint64 constraintConflicts = 0;
    qint64 changesOnly = 0;  ///< tables of which only what was written since the split was compared
    qint64 failedTables = 0; ///< failed, cancelled or not comparable

    [[nodiscard]] qint64 automatic() const { return differences - needPerson; }
    [[nodiscard]] qint64 open() const { return undecided + constraintConflicts; }
};

/// The bytes that a person marked as reviewed, and who stands for them.
struct ReviewedScripts
{
    Review review;
    QList<ReviewedTarget> targets;

    [[nodiscard]] BundleOptions bundleOptions() const;
};

/// One project with its session and its work, on the thread of the window. Pages look at it and act through it; it
/// tells what changed. Errors of what it was asked for come as `failed`.
class Workspace : public QObject
{
    Q_OBJECT

public:
    explicit Workspace(QString user, QObject *parent = nullptr);
    ~Workspace() override;

    [[nodiscard]] const QString &user() const { return m_user; }
    [[nodiscard]] Jobs &jobs() { return m_jobs; }
    /// Decisions that are being made, one after the other, while jobs() may do something else.
    [[nodiscard]] Jobs &deciding() { return m_deciding; }
    /// Stops what runs, decisions that wait among it.
    void cancel();

    /// Opens a project and, where there is one, its session. On failure everything stays as it was.
    [[nodiscard]] Result<void> openProject(const QString &path);
    /// Takes the project over and writes its file, secrets left out (they stay for this run of the program).
    [[nodiscard]] Result<void> saveProject(const Project &project, const QString &path);
    /// For this run of the program: it is never written.
    void setPassword(Version version, const QString &password);
    void close();

    [[nodiscard]] bool isOpen() const { return !m_path.isEmpty(); }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] const Project &project() const { return m_project; }
    /// Null before the first comparison.
    [[nodiscard]] const Session *session() const;
    [[nodiscard]] Totals totals() const;
    /// Rows enough that a person would notice when they are all read at once: that is done by a job.
    [[nodiscard]] bool isSmall() const;
    /// Made when it is first asked for after a decision. Where the session is not small it is empty until previewed()
    /// is sent, and stays so in sessions of more than MergePreview::largestSession rows. Never null.
    [[nodiscard]] std::shared_ptr<const MergePreview> preview() const;

    void compare(const CompareOptions &options);
    /// Looks for what other programs and jobs did to the session.
    void refresh();

    // Decisions: each is one undo step. In small sessions, while nothing else runs, they are made before the call
    // returns; else in the order in which they were asked for.
    void decide(const ResolveScope &scope, const DecisionKind &kind, const QString &reason);
    void takeConflicts(const ResolveScope &scope, Side from);
    void acceptSuggestions(const ResolveScope &scope);
    void applyRules(const QList<Rule> &rules);
    void undecide(const ResolveScope &scope);
    void undo();
    void redo();

    /// The review that stands; nothing where there is none, something was decided since, or the scripts that were
    /// reviewed are not made again yet (recognizeReview()).
    [[nodiscard]] const std::optional<ReviewedScripts> &review() const { return m_review; }
    /// What the session says of its latest review.
    [[nodiscard]] ReviewStanding reviewStanding() const;
    [[nodiscard]] std::optional<Review> latestReview() const;
    /// Records the review in the session; any later decision or comparison makes it outdated. `failed` tells where the
    /// project wants four eyes and this user or reviewer decided. In small sessions it is done when the call returns.
    void markReviewed(const QString &reviewer, const BundleOptions &options, const QList<ReviewedTarget> &targets);
    /// Takes up a review of an earlier run of the program where these are the scripts that were reviewed.
    void recognizeReview(const QList<ReviewedTarget> &targets);

    /// Sets numbers for new keys aside on a server, at once; `reserved` tells what was done. Scripts that were reviewed
    /// before use others.
    void reserve(Side target);

    /// What the runs of the session's bundles left on the servers, one line each.
    [[nodiscard]] const QStringList &runs() const { return m_runs; }
    /// Looks at the runs; a server on which a run ended unknown is asked, on a worker.
    void lookAtRuns();

Q_SIGNALS:
    void projectChanged();
    /// The person gave passwords that the project lacked.
    void passwordsChanged();
    /// Another comparison: tables, ids and alignment are new.
    void comparisonChanged();
    /// Counts and statuses moved on while a comparison runs.
    void comparisonProgressed();
    void compared();
    void decisionsChanged();
    /// preview() is another.
    void previewed();
    void decided(const Rejoin::ResolveResult &result);
    void reserved(const Rejoin::ReserveResult &result);
    void reviewChanged();
    void runsChanged();
    void failed(const Rejoin::Error &error);

private:
    using Resolution = std::function<Result<ResolveResult>(Resolver &, const CancelToken &)>;

    struct Asked
    {
        QString title;
        Resolution resolution;
    };

    void resolve(const QString &title, const Resolution &resolution);
    void decideNext();
    void takePreview() const;
    void tellResolved(const Result<ResolveResult> &result);
    [[nodiscard]] bool reopenSession();
    void applyNews();
    void announceDecisions();
    void takeReview(const Review &review, const QList<ReviewedTarget> &targets);
    void dropReview();

    QString m_user;
    QString m_path;
    Project m_project;
    std::unique_ptr<Session> m_session;
    mutable std::shared_ptr<const MergePreview> m_preview; ///< null = not made yet
    std::optional<ReviewedScripts> m_review;
    QStringList m_runs;
    QTimer m_watch;         ///< looks at the session while a comparison fills it
    bool m_hasNews = false; ///< seen in the session, not yet announced as decisions
    quint64 m_steps = 0;    ///< decisions so far, for work that must know whether one came in between
    QList<Asked> m_asked;   ///< decisions that wait for the one that is being made
    Jobs m_jobs;
    Jobs m_deciding;
    mutable Jobs m_previewing;
};

} // namespace Rejoin

Q_DECLARE_METATYPE(Rejoin::ResolveResult)
Q_DECLARE_METATYPE(Rejoin::ReserveResult)
