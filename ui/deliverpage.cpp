#include "ui/deliverpage.h"

#include "diffcore/script/runlog.h"
#include "ui/ask.h"
#include "ui/enginewords.h"
#include "ui/palette.h"
#include "ui/runsview.h"
#include "ui/words.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTime>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

QString countText(const QHash<QString, qint64> &counts)
{
    return DeliverPage::tr("+%1 inserts, ✎ %2 updates, −%3 deletes")
        .arg(counts.value(u"insert"_s))
        .arg(counts.value(u"update"_s))
        .arg(counts.value(u"delete"_s));
}

QString rowsText(const RowCounts &counts)
{
    return u"+%1 ✎%2 −%3"_s.arg(counts.inserted).arg(counts.updated).arg(counts.deleted);
}

/// "orders: planned +3 ✎2 −0, done +3 ✎2 −0"
QString effectText(const TableEffect &effect)
{
    return DeliverPage::tr("%1: planned %2, done %3")
        .arg(effect.table.isEmpty() ? DeliverPage::tr("all tables") : effect.table, rowsText(effect.planned),
             rowsText(effect.done));
}

bool hasRuns(const QString &folder)
{
    const auto records = RunLog(folder).records();
    return !records || std::ranges::any_of(
                           *records, [](const RunRecord &record) { return record.work != RunRecord::Work::Rehearse; });
}

/// Beside the project; what a server has may have to be taken back by the bundle that it came from.
QString newBundleFolder(const QFileInfo &project)
{
    const QString first = u"%1/%2-bundle"_s.arg(project.absolutePath(), project.completeBaseName());
    QString folder = first;
    for (int number = 2; hasRuns(folder); ++number)
        folder = u"%1-%2"_s.arg(first).arg(number);
    return folder;
}

} // namespace

DeliverPage::DeliverPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_folder(new QLineEdit(this))
    , m_export(new QPushButton(tr("Ex&port bundle"), this))
    , m_state(new QLabel(this))
    , m_review(new QPushButton(tr("Review"), this))
    , m_deletesSeen(new QCheckBox(this))
    , m_rehearse(new QPushButton(tr("Re&hearse"), this))
    , m_execute(new QPushButton(tr("E&xecute"), this))
    , m_undo(new QPushButton(tr("&Undo this run"), this))
    , m_verify(new QPushButton(tr("Ver&ify"), this))
    , m_compare(new QPushButton(tr("Compare again"), this))
    , m_runs(new RunsView(this))
    , m_log(new QListWidget(this))
    , m_verdict(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeBundleBox());
    layout->addWidget(makeRunBox());
    layout->addWidget(m_runs);
    layout->addWidget(m_verdict);
    layout->addWidget(m_log, 1);
    m_log->setAccessibleName(tr("What happened"));
    m_log->setWordWrap(true);
    m_log->setSelectionMode(QAbstractItemView::NoSelection);
    QFont large = m_verdict->font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    large.setBold(true);
    m_verdict->setFont(large);
    m_verdict->setWordWrap(true);
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->hide();

    connect(m_export, &QPushButton::clicked, this, &DeliverPage::exportBundle);
    connect(m_rehearse, &QPushButton::clicked, this, &DeliverPage::rehearseTargets);
    connect(m_execute, &QPushButton::clicked, this, &DeliverPage::execute);
    connect(m_undo, &QPushButton::clicked, this, &DeliverPage::undoRun);
    connect(m_verify, &QPushButton::clicked, this, &DeliverPage::verifyTargets);
    connect(m_review, &QPushButton::clicked, this, &DeliverPage::reviewRequested);
    connect(m_compare, &QPushButton::clicked, this, &DeliverPage::compareRequested);
    connect(m_deletesSeen, &QCheckBox::toggled, this, &DeliverPage::updateState);
    connect(&m_workspace, &Workspace::reviewChanged, this, &DeliverPage::load);
    connect(&m_workspace, &Workspace::projectChanged, this, &DeliverPage::load);
    connect(&m_workspace, &Workspace::runsChanged, this, [this] {
        for (const QString &run : m_workspace.runs())
            log(u"·"_s, engineText(run));
        m_runs->show(m_workspace.session());
    });
    connect(m_runs, &RunsView::undoRequested, this, &DeliverPage::askUndo);
    connect(m_runs, &RunsView::failed, this, [this](const Error &error) { log(u"✗"_s, errorText(error)); });
    connect(&m_workspace.jobs(), &Jobs::started, this, &DeliverPage::updateState);
    connect(&m_workspace.jobs(), &Jobs::ended, this, &DeliverPage::updateState);
    connect(&m_workspace.jobs(), &Jobs::abandoned, this, &DeliverPage::tellAbandoned);
    load();
}

QWidget *DeliverPage::makeBundleBox()
{
    auto *box =
        new QGroupBox(tr("Bundle: scripts, undo, checks, report, decisions and key map, for the change record"), this);
    auto *layout = new QHBoxLayout(box);
    auto *label = new QLabel(tr("&Folder"), box);
    label->setBuddy(m_folder);
    m_folder->setAccessibleName(tr("Folder of the bundle"));
    auto *browse = new QToolButton(box);
    browse->setText(u"…"_s);
    browse->setAccessibleName(tr("Choose the folder of the bundle"));
    browse->setToolTip(browse->accessibleName());
    connect(browse, &QToolButton::clicked, this, &DeliverPage::chooseFolder);
    layout->addWidget(label);
    layout->addWidget(m_folder, 1);
    layout->addWidget(browse);
    layout->addWidget(m_export);
    return box;
}

QWidget *DeliverPage::makeRunBox()
{
    auto *box = new QGroupBox(tr("Execute: writes the merge to the servers"), this);
    auto *layout = new QVBoxLayout(box);
    auto *top = new QHBoxLayout;
    top->addWidget(m_state, 1);
    top->addWidget(m_review);
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    layout->addLayout(top);
    m_targetsPlace = new QVBoxLayout;
    layout->addLayout(m_targetsPlace);
    layout->addWidget(m_deletesSeen);
    auto *buttons = new QHBoxLayout;
    m_rehearse->setToolTip(tr("Run the reviewed scripts and roll them back: what they would do, table by table, what "
                              "triggers add, and which locks they hold meanwhile"));
    m_execute->setToolTip(tr("Run the reviewed scripts, each in one transaction that proves every row first"));
    m_undo->setToolTip(tr("Bring back, byte for byte, what this run changed"));
    m_verify->setToolTip(tr("Compare again what the merge touched"));
    for (QPushButton *button : {m_rehearse, m_execute, m_undo, m_verify, m_compare})
        buttons->addWidget(button);
    buttons->addStretch();
    layout->addLayout(buttons);
    return box;
}

void DeliverPage::load()
{
    const bool sameProject = m_path == m_workspace.path();
    m_path = m_workspace.path();
    if (sameProject && isAnyDone() && !m_workspace.review()) {
        m_runs->show(m_workspace.session());
        updateState(); // what ran can still be undone
        return;
    }
    delete m_targetsBox;
    m_targets.clear();
    m_targetsBox = new QWidget(this);
    auto *form = new QFormLayout(m_targetsBox);
    form->setContentsMargins(0, 0, 0, 0);
    m_targetsPlace->addWidget(m_targetsBox);
    qint64 deletes = 0;
    if (const auto &review = m_workspace.review()) {
        for (const ReviewedTarget &reviewed : review->targets) {
            addTarget(reviewed);
            deletes += reviewed.scripts.merge.counts.value(u"delete"_s);
        }
    }
    m_deletesSeen->setChecked(false);
    m_deletesSeen->setText(tr("I have seen that %1 will be deleted").arg(Words::rows(deletes)));
    m_deletesSeen->setVisible(deletes > 0);
    QWidget *before = m_review;
    for (const Target &target : std::as_const(m_targets)) {
        setTabOrder(before, target.confirmation);
        before = target.confirmation;
    }
    setTabOrder(before, m_deletesSeen);
    if (!sameProject) {
        m_log->clear();
        m_verdict->hide();
    }
    if (m_workspace.isOpen() && !sameProject) {
        m_folder->setText(newBundleFolder(QFileInfo(m_workspace.path())));
    }
    m_runs->show(m_workspace.session());
    updateState();
}

void DeliverPage::addTarget(const ReviewedTarget &reviewed)
{
    const Side side = reviewed.scripts.target;
    Target target{.side = side,
                  .label = m_workspace.project().servers[side].displayLabel(),
                  .mergeHash = reviewed.mergeHash,
                  .undoHash = reviewed.undoHash,
                  .confirmation = new QLineEdit(m_targetsBox)};
    target.confirmation->setPlaceholderText(tr("type %1 to confirm").arg(target.label));
    target.confirmation->setAccessibleName(tr("Type %1 to confirm that the script may run there").arg(target.label));
    target.confirmation->setMaximumWidth(fontMetrics().averageCharWidth() * 40);
    connect(target.confirmation, &QLineEdit::textChanged, this, &DeliverPage::updateState);
    auto *text = new QLabel(
        u"%1: %2"_s.arg(m_workspace.project().title(side), countText(reviewed.scripts.merge.counts)), m_targetsBox);
    text->setToolTip(tr("SHA-256 %1").arg(reviewed.mergeHash));
    static_cast<QFormLayout *>(m_targetsBox->layout())->addRow(text, target.confirmation);
    m_targets.append(target);
}

void DeliverPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_targets.isEmpty())
        m_targets.first().confirmation->setFocus();
}

bool DeliverPage::isAnyDone() const
{
    return std::ranges::any_of(m_targets, &Target::done);
}

bool DeliverPage::isConfirmed() const
{
    return std::ranges::all_of(m_targets, [](const Target &target) {
        return target.done || target.confirmation->text().trimmed() == target.label;
    });
}

void DeliverPage::updateState()
{
    const bool free = !m_workspace.jobs().isRunning();
    const bool reviewed = m_workspace.review().has_value();
    const bool allDone = !m_targets.isEmpty() && std::ranges::all_of(m_targets, &Target::done);
    m_review->setVisible(!reviewed);
    if (!reviewed)
        m_state->setText(tr("Nothing is reviewed. Only reviewed bytes can be exported and run."));
    else if (allDone)
        m_state->setText(tr("Both scripts have run."));
    else
        m_state->setText(tr("Reviewed by %1. Each script stops and rolls back by itself if a row moved since.")
                             .arg(m_workspace.review()->review.reviewer));
    m_export->setEnabled(free && reviewed);
    m_rehearse->setEnabled(free && reviewed && !isAnyDone());
    m_execute->setEnabled(free && reviewed && !allDone && isConfirmed() &&
                          (m_deletesSeen->isHidden() || m_deletesSeen->isChecked()));
    m_undo->setEnabled(free && isAnyDone());
    m_runs->setFree(free);
    m_verify->setEnabled(free && m_workspace.session());
    m_compare->setEnabled(free && m_workspace.isOpen());
    for (const Target &target : std::as_const(m_targets))
        target.confirmation->setEnabled(free && !target.done);
}

void DeliverPage::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder of the bundle"), QFileInfo(m_folder->text()).absolutePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, m_folder, &QLineEdit::setText);
    dialog->open();
}

void DeliverPage::log(const QString &sign, const QString &text)
{
    m_log->addItem(u"%1  %2 %3"_s.arg(QTime::currentTime().toString(u"HH:mm:ss"_s), sign, text));
    m_log->scrollToBottom();
}

void DeliverPage::setVerdict(const QString &text, bool good)
{
    m_verdict->setText((good ? u"✓ "_s : u"⚠ "_s) + text);
    QPalette own = palette();
    if (!good)
        own.setColor(QPalette::WindowText, tintColors(Tint::Conflict, palette()).accent);
    m_verdict->setPalette(own);
    m_verdict->show();
}

bool DeliverPage::isAsReviewed(const WrittenBundle &bundle) const
{
    return std::ranges::all_of(bundle.targets, [this](const auto &written) {
        return std::ranges::any_of(m_targets, [&written](const Target &target) {
            return target.side == written.side && target.mergeHash == written.mergeHash &&
                   target.undoHash == written.undoHash;
        });
    });
}

void DeliverPage::write(const std::function<void(const WrittenBundle &)> &written)
{
    if (!m_workspace.review())
        return;
    m_workspace.jobs().start(
        tr("Writing the bundle"), CancelMeans::Drop,
        [project = m_workspace.project(), path = sessionPath(m_workspace.path()), folder = m_folder->text(),
         options = m_workspace.review()->bundleOptions()](const CancelToken &cancel, const Progress &progress) {
            return Rejoin::exportBundle(project, path, folder, options, cancel, progress);
        },
        [this, written](const Result<WrittenBundle> &bundle) {
            if (!bundle) {
                log(u"✗"_s, errorText(bundle.error()));
                setVerdict(tr("The bundle was not written. Nothing was executed."), false);
                return;
            }
            m_written = bundle->folder;
            log(u"✓"_s, tr("Bundle written to %1; new keys: %2").arg(bundle->folder, Words::rows(bundle->movedKeys)));
            if (isAsReviewed(*bundle)) {
                written(*bundle);
                return;
            }
            log(u"✗"_s, tr("Its scripts are not those that were reviewed"));
            setVerdict(tr("Changed since it was reviewed. Nothing was executed."), false);
        });
}

void DeliverPage::exportBundle()
{
    write([this](const WrittenBundle &bundle) {
        for (const WrittenBundle::Target &target : bundle.targets)
            log(u"·"_s,
                tr("%1: approve merge.sql with %2").arg(m_workspace.project().title(target.side), target.mergeHash));
    });
}

void DeliverPage::execute()
{
    m_verdict->hide();
    if (isAnyDone())
        run(ScriptKind::Merge); // the other target again: its bytes are in the bundle
    else
        write([this](const WrittenBundle &) { run(ScriptKind::Merge); });
}

void DeliverPage::rehearseTargets()
{
    m_verdict->hide();
    write([this](const WrittenBundle &) {
        m_workspace.jobs().start(
            tr("Rehearsing"), CancelMeans::Await,
            [project = m_workspace.project(), path = sessionPath(m_workspace.path()), folder = m_written,
             scripts = scriptsToRun(ScriptKind::Merge),
             user = m_workspace.user()](const CancelToken &cancel, const Progress &progress) {
                return rehearseBundle(project, path, folder, scripts, user, cancel, progress);
            },
            [this](const Result<QList<Rehearsal>> &rehearsals) { tellRehearsed(rehearsals); });
    });
}

void DeliverPage::tellRehearsed(const Result<QList<Rehearsal>> &rehearsals)
{
    m_runs->show(m_workspace.session());
    if (!rehearsals) {
        log(u"✗"_s, errorText(rehearsals.error()));
        for (const QString &row : rehearsals.error().rows)
            log(u"·"_s, row);
        setVerdict(tr("The rehearsal failed, and was rolled back. Nothing was executed."), false);
        return;
    }
    for (const Rehearsal &rehearsal : *rehearsals) {
        log(u"✓"_s, tr("%1: rehearsed and rolled back, %2 s")
                        .arg(rehearsal.title, QString::number(double(rehearsal.milliseconds) / 1000, 'f', 1)));
        for (const TableEffect &effect : rehearsal.effects)
            log(u"·"_s, effectText(effect));
        for (const QString &beyond : rehearsal.beyondPlan)
            log(u"⚠"_s, tr("beyond the plan, as by a trigger: %1").arg(beyond));
        for (const QString &lock : rehearsal.locks)
            log(u"·"_s, tr("holds meanwhile: %1").arg(lock));
        for (const QString &warning : rehearsal.warnings)
            log(u"⚠"_s, warning);
    }
    setVerdict(tr("Rehearsed. Nothing was written: every change was rolled back."), true);
}

QList<Approved> DeliverPage::scriptsToRun(ScriptKind kind) const
{
    QList<Approved> scripts;
    for (const Target &target : m_targets) {
        if (kind == ScriptKind::Merge && !target.done)
            scripts.append({target.side, target.mergeHash});
        if (kind == ScriptKind::Undo && target.done)
            scripts.prepend({target.side, target.undoHash});
    }
    return scripts;
}

void DeliverPage::run(ScriptKind kind)
{
    const bool started = m_workspace.jobs().start(
        kind == ScriptKind::Merge ? tr("Executing") : tr("Undoing"), CancelMeans::Await,
        [project = m_workspace.project(), path = sessionPath(m_workspace.path()), folder = m_written,
         scripts = scriptsToRun(kind), kind,
         user = m_workspace.user()](const CancelToken &cancel, const Progress &progress) {
            return runBundle(project, path, folder, scripts, kind, user, cancel, progress);
        },
        [this, kind](const Result<RunOutcome> &outcome) { tellRun(kind, outcome); });
    if (!started)
        log(u"✗"_s, tr("Something else runs"));
}

void DeliverPage::tellRun(ScriptKind kind, const Result<RunOutcome> &outcome)
{
    if (!outcome) {
        log(u"✗"_s, errorText(outcome.error()));
        setVerdict(tr("Nothing was executed."), false);
        return;
    }
    for (const ApplyResult &applied : outcome->done) {
        log(u"✓"_s, kind == ScriptKind::Merge
                        ? tr("%1: committed, %n statements", nullptr, int(applied.statements)).arg(applied.title)
                        : tr("%1: as it was before the run, %n statements", nullptr, int(applied.statements))
                              .arg(applied.title));
        for (Target &target : m_targets) {
            if (target.side == applied.target)
                target.done = kind == ScriptKind::Merge;
        }
    }
    m_runs->show(m_workspace.session());
    updateState();
    if (outcome->failure)
        tellFailure(kind, *outcome);
    else if (kind == ScriptKind::Merge)
        verifyTargets();
    else
        setVerdict(tr("Undone. Both servers are as they were before the run."), true);
}

void DeliverPage::tellFailure(ScriptKind kind, const RunOutcome &outcome)
{
    const QString failed = m_workspace.project().title(outcome.failedTarget);
    log(u"✗"_s, errorText(*outcome.failure));
    for (const QString &row : outcome.failure->rows)
        log(u"·"_s, row);
    if (outcome.failure->code == ErrorCode::CommitUnknown) {
        setVerdict(tr("The connection to %1 was lost while committing. Verify tells what became of it.").arg(failed),
                   false);
        return;
    }
    if (kind == ScriptKind::Merge && !isAnyDone() && outcome.failure->code == ErrorCode::Refused) {
        setVerdict(tr("%1 changed on %2 since the comparison. Nothing was executed. Compare again.")
                       .arg(Words::rows(outcome.failure->rows.size()), failed),
                   false);
        return;
    }
    const QString rolledBack = tr("All changes on %1 were rolled back.").arg(failed);
    if (kind == ScriptKind::Merge && isAnyDone()) {
        const QString done = m_workspace.project().title(other(outcome.failedTarget));
        setVerdict(tr("%1 committed; %2 was rolled back. Execute again for %2, or undo %1.").arg(done, failed), false);
        return;
    }
    setVerdict(rolledBack, false);
}

void DeliverPage::tellAbandoned(const QString &title)
{
    log(u"✗"_s, tr("%1: no answer, and no longer waited for").arg(title));
    setVerdict(
        tr("It is not known whether the server has committed. Open the project again when it answers: it is asked "
           "then what became of it."),
        false);
    m_runs->show(m_workspace.session());
}

void DeliverPage::verifyTargets()
{
    m_workspace.jobs().start(
        tr("Verifying"), CancelMeans::Drop,
        [project = m_workspace.project(), path = sessionPath(m_workspace.path())](const CancelToken &cancel,
                                                                                  const Progress &progress) {
            return verifyProject(project, path, VerifyScope::Touched, cancel, progress);
        },
        [this](const Result<VerifyResult> &result) { tellVerified(result); });
}

void DeliverPage::tellVerified(const Result<VerifyResult> &result)
{
    if (!result) {
        log(u"✗"_s, errorText(result.error()));
        setVerdict(tr("It could not be verified."), false);
        return;
    }
    for (const QString &line : result->unlike + result->generators + result->notConverged)
        log(u"✗"_s, engineText(line));
    if (result->converged) {
        log(u"✓"_s,
            tr("%1 compared, all alike; the generators stand past the keys").arg(Words::rows(result->rowsCompared)));
        setVerdict(tr("Converged. A and B are alike."), true);
    } else {
        setVerdict(tr("Not converged: %1 unlike.").arg(Words::rows(result->unlikeCount)), false);
    }
}

void DeliverPage::undoRun()
{
    QStringList titles;
    for (const Approved &script : scriptsToRun(ScriptKind::Undo))
        titles.append(m_workspace.project().title(script.target));
    ask(this, tr("Undo the run on %1?").arg(titles.join(tr(" and "))),
        tr("The undo scripts prove first that no row moved since; else they stop and change nothing."), tr("Undo"),
        [this] { run(ScriptKind::Undo); });
}

void DeliverPage::askUndo(const BundleRun &run)
{
    ask(this, tr("Undo the run of %1 on %2?").arg(Words::time(run.record.at), m_workspace.project().title(run.target)),
        tr("The undo script of %1 proves first that no row moved since; else it stops and changes nothing.")
            .arg(run.folder),
        tr("Undo"), [this, run] { undoEarlier(run); });
}

void DeliverPage::undoEarlier(const BundleRun &run)
{
    const bool started = m_workspace.jobs().start(
        tr("Undoing"), CancelMeans::Await,
        [project = m_workspace.project(), path = sessionPath(m_workspace.path()), run,
         user = m_workspace.user()](const CancelToken &cancel, const Progress &progress) {
            return undoBundleRun(project, path, run, user, cancel, progress);
        },
        [this, run](const Result<RunOutcome> &outcome) { tellUndone(run, outcome); });
    if (!started)
        log(u"✗"_s, tr("Something else runs"));
}

void DeliverPage::tellUndone(const BundleRun &run, const Result<RunOutcome> &outcome)
{
    const QString title = m_workspace.project().title(run.target);
    m_runs->show(m_workspace.session());
    if (!outcome || outcome->failure) {
        const Error &error = outcome ? *outcome->failure : outcome.error();
        log(u"✗"_s, errorText(error));
        for (const QString &row : error.rows)
            log(u"·"_s, row);
        setVerdict(error.code == ErrorCode::CommitUnknown
                       ? tr("The connection to %1 was lost while committing. Open the project again: it is asked then "
                            "what became of it.")
                             .arg(title)
                       : tr("Not undone: nothing was changed on %1.").arg(title),
                   false);
        return;
    }
    for (Target &target : m_targets) {
        if (target.side == run.target && run.folder == m_written)
            target.done = false;
    }
    for (const ApplyResult &undone : outcome->done)
        log(u"✓"_s,
            tr("%1: as it was before the run, %n statements", nullptr, int(undone.statements)).arg(undone.title));
    setVerdict(tr("Undone. %1 is as it was before the run.").arg(title), true);
    updateState();
}

} // namespace Rejoin
