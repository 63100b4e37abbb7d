#include "models/workspace.h"

#include "diffcore/apply/mergeprogress.h"
#include "models/tablesmodel.h"

#include <QFileInfo>
#include <QSysInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr int lookEveryMs = 400;
constexpr qint64 smallSession = 2000; // rows

} // namespace

BundleOptions ReviewedScripts::bundleOptions() const
{
    BundleOptions options{.targets = {}, .ticket = review.ticket, .reason = review.reason, .by = review.by};
    for (const ReviewedTarget &target : targets)
        options.targets.append(target.scripts.target);
    return options;
}

Workspace::Workspace(QString user, QObject *parent)
    : QObject(parent)
    , m_user(std::move(user))
{
    m_watch.setInterval(lookEveryMs);
    connect(&m_watch, &QTimer::timeout, this, [this] { applyNews(); });
    connect(&m_jobs, &Jobs::settled, this, [this] {
        m_watch.stop();
        refresh();
    });
    connect(&m_deciding, &Jobs::settled, this, &Workspace::refresh);
}

Workspace::~Workspace() = default;

void Workspace::cancel()
{
    m_asked.clear();
    m_deciding.cancel();
    m_jobs.cancel();
}

const Session *Workspace::session() const
{
    return m_session && m_session->hasComparison() ? m_session.get() : nullptr;
}

bool Workspace::reopenSession()
{
    m_session.reset();
    const QString path = sessionPath(m_path);
    if (!QFileInfo::exists(path))
        return true;
    auto opened = Session::openExisting(path);
    if (!opened) {
        Q_EMIT failed(opened.error());
        return false;
    }
    m_session = std::move(*opened);
    return true;
}

Result<void> Workspace::openProject(const QString &path)
{
    if (m_jobs.isCritical())
        return fail(ErrorCode::Usage, u"a script runs; wait for its end"_s);
    REJOIN_TRY_VALUE(project, loadProject(path));
    const QString absolute = QFileInfo(path).absoluteFilePath();
    cancel();
    m_project = std::move(project);
    m_path = absolute;
    m_review.reset();
    static_cast<void>(reopenSession());
    m_preview.reset();
    Q_EMIT comparisonChanged();
    Q_EMIT projectChanged();
    Q_EMIT reviewChanged();
    return {};
}

Result<void> Workspace::saveProject(const Project &project, const QString &path)
{
    REJOIN_TRY(Rejoin::saveProject(project, path));
    const QString absolute = QFileInfo(path).absoluteFilePath();
    const bool other = absolute != m_path;
    dropReview();
    m_project = project;
    m_path = absolute;
    if (other) {
        static_cast<void>(reopenSession());
        m_preview.reset();
    }
    if (other)
        Q_EMIT comparisonChanged();
    Q_EMIT projectChanged();
    return {};
}

void Workspace::setPassword(Version version, const QString &password)
{
    if (version == Version::Baseline && !m_project.baseline)
        return;
    ServerEntry &server = version == Version::Baseline ? *m_project.baseline
                          : version == Version::A      ? m_project.servers.a
                                                       : m_project.servers.b;
    server.connection.set(u"Pwd"_s, password);
    Q_EMIT passwordsChanged();
}

void Workspace::close()
{
    cancel();
    m_session.reset();
    m_path.clear();
    m_project = {};
    m_review.reset();
    m_preview.reset();
    Q_EMIT comparisonChanged();
    Q_EMIT projectChanged();
}

Totals Workspace::totals() const
{
    Totals totals;
    if (!session())
        return totals;
    for (const TableStatus &status : session()->statuses().value_or(QList<TableStatus>())) {
        ++totals.tables;
        totals.changesOnly += status.extent == TableStatus::Extent::Changes ? 1 : 0;
        if (status.state == TableStatus::State::Failed || status.state == TableStatus::State::NotComparable)
            ++totals.failedTables;
    }
    for (const TableCounts &counts : session()->counts().value_or(QList<TableCounts>())) {
        totals.differences += differenceCount(counts);
        totals.undecided += counts.unresolved;
        totals.constraintConflicts += counts.constraintConflicts;
        for (auto it = counts.outcomes.cbegin(); it != counts.outcomes.cend(); ++it)
            totals.needPerson += needsPerson(it.key()) ? it.value() : 0;
    }
    return totals;
}

void Workspace::compare(const CompareOptions &options)
{
    dropReview();
    m_watch.start();
    m_jobs.start(
        tr("Comparing"), CancelMeans::Drop,
        [project = m_project, path = sessionPath(m_path), options](const CancelToken &cancel,
                                                                   const Progress &progress) {
            return compareProject(project, path, options, cancel, progress);
        },
        [this](const Result<void> &result) {
            refresh();
            if (result)
                Q_EMIT compared();
            else
                Q_EMIT failed(result.error());
        });
}

void Workspace::refresh()
{
    applyNews();
    if (std::exchange(m_hasNews, false))
        announceDecisions();
}

void Workspace::announceDecisions()
{
    m_preview.reset();
    Q_EMIT decisionsChanged();
}

void Workspace::applyNews()
{
    if (!isOpen())
        return;
    if (!m_session) {
        if (reopenSession() && session()) {
            m_hasNews = true;
            m_preview.reset();
            Q_EMIT comparisonChanged();
        }
        return;
    }
    const auto news = m_session->refresh();
    if (!news) {
        Q_EMIT failed(news.error());
        return;
    }
    if (*news != News::Nothing) {
        m_hasNews = true;
        m_preview.reset();
    }
    switch (*news) {
    case News::Nothing: break;
    case News::Content: Q_EMIT comparisonProgressed(); break;
    case News::Comparison: Q_EMIT comparisonChanged(); break;
    }
}

bool Workspace::isSmall() const
{
    return totals().differences <= smallSession;
}

std::shared_ptr<const MergePreview> Workspace::preview() const
{
    if (m_preview)
        return m_preview;
    m_preview = std::make_shared<MergePreview>();
    if (session() && isSmall())
        m_preview = std::make_shared<MergePreview>(MergePreview::of(*m_session).value_or(MergePreview()));
    else if (session() && totals().differences <= MergePreview::largestSession)
        takePreview();
    return m_preview;
}

void Workspace::takePreview() const
{
    auto *self = const_cast<Workspace *>(this); // the answer comes in its own event
    m_previewing.start(
        tr("Looking ahead"), CancelMeans::Drop,
        [path = m_session->path()](const CancelToken &, const Progress &) -> Result<MergePreview> {
            REJOIN_TRY_VALUE(opened, Session::openExisting(path));
            return MergePreview::of(*opened);
        },
        [self](Result<MergePreview> made) {
            if (!made)
                return;
            self->m_preview = std::make_shared<MergePreview>(std::move(*made));
            Q_EMIT self->previewed();
        });
}

void Workspace::resolve(const QString &title, const Resolution &resolution)
{
    if (!session())
        return;
    if (isSmall() && !m_jobs.isRunning() && !m_deciding.isRunning()) {
        Resolver resolver(*m_session, m_user);
        tellResolved(resolution(resolver, {}));
        return;
    }
    m_asked.append({title, resolution});
    decideNext();
}

void Workspace::decideNext()
{
    if (m_asked.isEmpty() || m_deciding.isRunning() || !session())
        return;
    const Asked next = m_asked.takeFirst();
    m_deciding.start(
        next.title, CancelMeans::Drop,
        [path = m_session->path(), user = m_user,
         resolution = next.resolution](const CancelToken &cancel, const Progress &) -> Result<ResolveResult> {
            REJOIN_TRY_VALUE(opened, Session::openExisting(path));
            Resolver resolver(*opened, user);
            return resolution(resolver, cancel);
        },
        [this](const Result<ResolveResult> &result) {
            tellResolved(result);
            decideNext();
        });
}

void Workspace::tellResolved(const Result<ResolveResult> &result)
{
    ++m_steps;
    dropReview();
    applyNews();
    m_hasNews = false;
    announceDecisions();
    if (result)
        Q_EMIT decided(*result);
    else
        Q_EMIT failed(result.error());
}

void Workspace::decide(const ResolveScope &scope, const DecisionKind &kind, const QString &reason)
{
    resolve(tr("Deciding"), [scope, kind, reason](Resolver &resolver, const CancelToken &cancel) {
        return resolver.decide(scope, kind, reason, cancel);
    });
}

void Workspace::takeConflicts(const ResolveScope &scope, Side from)
{
    resolve(tr("Deciding"), [scope, from](Resolver &resolver, const CancelToken &cancel) {
        return resolver.takeConflicts(scope, from, cancel);
    });
}

void Workspace::acceptSuggestions(const ResolveScope &scope)
{
    resolve(tr("Accepting suggestions"), [scope](Resolver &resolver, const CancelToken &cancel) {
        return resolver.acceptSuggestions(scope, cancel);
    });
}

void Workspace::applyRules(const QList<Rule> &rules)
{
    resolve(tr("Applying rules"),
            [rules](Resolver &resolver, const CancelToken &cancel) { return resolver.applyRules(rules, cancel); });
}

void Workspace::undecide(const ResolveScope &scope)
{
    resolve(tr("Taking decisions back"),
            [scope](Resolver &resolver, const CancelToken &) { return resolver.undecide(scope); });
}

namespace {

Result<ResolveResult> asResult(const Result<bool> &stepped)
{
    if (!stepped)
        return fail(stepped.error());
    return ResolveResult{.decided = *stepped ? 1 : 0};
}

} // namespace

void Workspace::undo()
{
    resolve(tr("Undoing"), [](Resolver &resolver, const CancelToken &) { return asResult(resolver.undo()); });
}

void Workspace::redo()
{
    resolve(tr("Redoing"), [](Resolver &resolver, const CancelToken &) { return asResult(resolver.redo()); });
}

ReviewStanding Workspace::reviewStanding() const
{
    return session() ? Rejoin::reviewStanding(*m_session).value_or(ReviewStanding::None) : ReviewStanding::None;
}

std::optional<Review> Workspace::latestReview() const
{
    return session() ? m_session->review().value_or(std::nullopt) : std::nullopt;
}

namespace {

/// What a person read and stands for.
struct Reading
{
    QString user;
    QString reviewer;
    BundleOptions options;
    QList<ReviewedTarget> targets;
};

Result<Review> recordReview(Session &session, const Project &project, const Reading &reading)
{
    REJOIN_TRY(mayReview(session, project, reading.user, reading.reviewer));
    REJOIN_TRY_VALUE(fingerprint, session.fingerprint());
    Review review{.reviewer = reading.reviewer.trimmed(),
                  .by = reading.user,
                  .machine = QSysInfo::machineHostName(),
                  .ticket = reading.options.ticket,
                  .reason = reading.options.reason,
                  .at = QDateTime::currentDateTimeUtc(),
                  .fingerprint = fingerprint,
                  .titles = session.header().titles};
    PerSide<QByteArray> scripts;
    for (const ReviewedTarget &target : reading.targets) {
        review.merge[target.scripts.target] = target.mergeHash;
        scripts[target.scripts.target] = target.scripts.merge.text;
    }
    REJOIN_TRY(session.addReview(review, scripts));
    return review;
}

} // namespace

void Workspace::markReviewed(const QString &reviewer, const BundleOptions &options,
                             const QList<ReviewedTarget> &targets)
{
    if (!session())
        return;
    const Reading reading{m_user, reviewer, options, targets};
    const auto tell = [this, targets, steps = m_steps](const Result<Review> &review) {
        if (!review)
            Q_EMIT failed(review.error());
        else if (steps == m_steps)
            takeReview(*review, targets);
    };
    if (isSmall() && !m_deciding.isRunning()) {
        tell(recordReview(*m_session, m_project, reading));
        return;
    }
    m_jobs.start(
        tr("Recording the review"), CancelMeans::Await,
        [path = m_session->path(), project = m_project, reading](const CancelToken &,
                                                                 const Progress &) -> Result<Review> {
            REJOIN_TRY_VALUE(opened, Session::openExisting(path));
            return recordReview(*opened, project, reading);
        },
        tell);
}

void Workspace::recognizeReview(const QList<ReviewedTarget> &targets)
{
    const std::optional<Review> known = latestReview();
    if (m_review || !known || targets.isEmpty())
        return;
    PerSide<QString> merge;
    for (const ReviewedTarget &target : targets)
        merge[target.scripts.target] = target.mergeHash;
    if (merge != known->merge)
        return;
    const auto tell = [this, known, targets, steps = m_steps](ReviewStanding standing) {
        if (standing == ReviewStanding::Current && steps == m_steps)
            takeReview(*known, targets);
    };
    if (isSmall()) {
        tell(reviewStanding());
        return;
    }
    m_jobs.start(
        tr("Looking at the review"), CancelMeans::Drop,
        [path = m_session->path()](const CancelToken &, const Progress &) -> Result<ReviewStanding> {
            REJOIN_TRY_VALUE(opened, Session::openExisting(path));
            return Rejoin::reviewStanding(*opened);
        },
        [tell](const Result<ReviewStanding> &standing) { tell(standing.value_or(ReviewStanding::None)); });
}

void Workspace::takeReview(const Review &review, const QList<ReviewedTarget> &targets)
{
    m_review = {review, targets};
    Q_EMIT reviewChanged();
}

void Workspace::reserve(Side target)
{
    if (!session())
        return;
    m_jobs.start(
        tr("Reserving numbers on %1").arg(m_project.title(target)), CancelMeans::Await,
        [project = m_project, path = m_session->path(), target, user = m_user](const CancelToken &cancel,
                                                                               const Progress &progress) {
            return reserveProject(project, path, target, user, cancel, progress);
        },
        [this](const Result<ReserveResult> &result) {
            dropReview(); // some tables may be done where it failed
            refresh();
            if (result)
                Q_EMIT reserved(*result);
            else
                Q_EMIT failed(result.error());
        });
}

void Workspace::lookAtRuns()
{
    if (!session())
        return;
    const MergeProgress known = mergeProgress(*m_session).value_or(MergeProgress());
    m_runs = describe(known, m_session->header().titles);
    if (known.targets.a.standing != Standing::Open && known.targets.b.standing != Standing::Open) {
        Q_EMIT runsChanged();
        return;
    }
    m_jobs.start(
        tr("Looking at earlier runs"), CancelMeans::Drop,
        [project = m_project, path = m_session->path(), user = m_user](const CancelToken &cancel,
                                                                       const Progress &progress) {
            return earlierRuns(project, path, user, cancel, progress);
        },
        [this](const Result<QStringList> &runs) {
            if (!runs)
                Q_EMIT failed(runs.error());
            m_runs = runs.value_or(QStringList());
            Q_EMIT runsChanged();
        });
}

void Workspace::dropReview()
{
    if (!m_review)
        return;
    m_review.reset();
    Q_EMIT reviewChanged();
}

} // namespace Rejoin
