#include "ui/reviewpage.h"

#include "ui/ask.h"
#include "ui/enginewords.h"
#include "ui/keymap.h"
#include "ui/scriptview.h"
#include "ui/words.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QTabBar>
#include <QToolButton>
#include <QTreeWidget>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr int lineRole = Qt::UserRole;
constexpr int outlinedOperations = 2000;
constexpr qsizetype shownHash = 12;

QString operationSign(RowOperation::Kind kind)
{
    switch (kind) {
    case RowOperation::Kind::Insert: return u"+"_s;
    case RowOperation::Kind::Update: return u"✎"_s;
    case RowOperation::Kind::Delete: return u"−"_s;
    }
    return {};
}

/// As diff prints it.
QByteArray changesText(const QList<ScriptChange> &changes)
{
    QStringList lines;
    for (const ScriptChange &change : changes) {
        lines.append(
            u"@@ %1 @@"_s.arg(change.operation.isEmpty() ? ReviewPage::tr("head of the script") : change.operation));
        for (const QString &line : change.removed)
            lines.append(u'-' + line);
        for (const QString &line : change.added)
            lines.append(u'+' + line);
    }
    return lines.join(u'\n').toUtf8();
}

/// "orders: 20, customers: 1"
QString numbersText(const QList<NumberNeed> &needs)
{
    QStringList texts;
    for (const NumberNeed &need : needs)
        texts.append(u"%1: %2"_s.arg(need.name).arg(need.missing()));
    return texts.join(u", "_s);
}

QString reservedText(const ReservedTable &table)
{
    const QString &name = table.need.name;
    if (!table.whyNot.isEmpty())
        return ReviewPage::tr("%1: not reserved: %2").arg(name, engineText(table.whyNot));
    return table.taken.isEmpty() ? ReviewPage::tr("%1: reserved already: %2").arg(name, toText(table.all))
                                 : ReviewPage::tr("%1: reserved %2").arg(name, toText(table.taken));
}

QHash<qint64, int> linesByDifference(const Script &script)
{
    QHash<qint64, int> lines;
    for (const ScriptMark &mark : script.marks)
        lines.insert(mark.difference, lines.value(mark.difference, mark.line));
    return lines;
}

} // namespace

ReviewPage::ReviewPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_banner(new QLabel(this))
    , m_goUndecided(new QPushButton(tr("Go to the first undecided"), this))
    , m_reserveBar(new QWidget(this))
    , m_reserveText(new QLabel(m_reserveBar))
    , m_reserve{new QPushButton(m_reserveBar), new QPushButton(m_reserveBar)}
    , m_bar(new QTabBar(this))
    , m_outline(new QTreeWidget(this))
    , m_view(new ScriptView(m_repository, this))
    , m_partBar(new QWidget(this))
    , m_part(new QLabel(m_partBar))
    , m_previousPart(new QToolButton(m_partBar))
    , m_nextPart(new QToolButton(m_partBar))
    , m_line(new QLabel(this))
    , m_showRow(new QPushButton(tr("Show row"), this))
    , m_hash(new QLabel(this))
    , m_reviewer(new QLineEdit(this))
    , m_ticket(new QLineEdit(this))
    , m_reason(new QLineEdit(this))
    , m_mark(new QPushButton(tr("&Mark as reviewed"), this))
    , m_deliver(new QPushButton(tr("Deliver →"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 6);
    layout->setSpacing(4);
    auto *top = new QHBoxLayout;
    m_banner->setWordWrap(true);
    m_banner->setTextFormat(Qt::PlainText);
    top->addWidget(m_banner, 1);
    top->addWidget(m_goUndecided);
    layout->addLayout(top);
    layout->addWidget(makeReserveBar());
    m_bar->setExpanding(false);
    m_bar->setDrawBase(false);
    m_bar->setAccessibleName(tr("Scripts"));
    layout->addWidget(m_bar);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(m_outline);
    splitter->addWidget(m_view);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 4);
    layout->addWidget(splitter, 1);
    auto *where = new QHBoxLayout;
    where->addWidget(m_line, 1);
    where->addWidget(makePartBar());
    where->addWidget(m_showRow);
    layout->addLayout(where);
    layout->addWidget(makeForm());

    m_outline->setHeaderHidden(true);
    m_outline->setAccessibleName(tr("Outline by table"));
    m_outline->setUniformRowHeights(true);
    m_view->setAccessibleName(tr("Script"));
    m_hash->setTextInteractionFlags(Qt::TextSelectableByMouse);

    connect(m_bar, &QTabBar::currentChanged, this, &ReviewPage::showTab);
    connect(m_outline, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        if (item && item->data(0, lineRole).toInt() > 0)
            m_view->goToLine(item->data(0, lineRole).toInt());
    });
    connect(m_view, &QPlainTextEdit::cursorPositionChanged, this, &ReviewPage::updateLine);
    connect(m_showRow, &QPushButton::clicked, this, [this] { Q_EMIT rowRequested(differenceAtCursor()); });
    connect(m_goUndecided, &QPushButton::clicked, this, &ReviewPage::undecidedRequested);
    connect(m_mark, &QPushButton::clicked, this, &ReviewPage::review);
    connect(m_deliver, &QPushButton::clicked, this, &ReviewPage::deliverRequested);
    for (QLineEdit *edit : {m_ticket, m_reason})
        connect(edit, &QLineEdit::editingFinished, this, &ReviewPage::outdate);
    connect(m_reviewer, &QLineEdit::textChanged, this, &ReviewPage::updateState);
    for (const auto signal : {&Workspace::decisionsChanged, &Workspace::comparisonChanged, &Workspace::projectChanged})
        connect(&m_workspace, signal, this, [this] { m_outdated = true; });
    connect(&m_workspace, &Workspace::reviewChanged, this, &ReviewPage::updateState);
    connect(&m_workspace, &Workspace::projectChanged, this, &ReviewPage::showLatest);
    connect(&m_workspace, &Workspace::reserved, this, &ReviewPage::tellReserved);
    for (const auto signal : {&Workspace::comparisonChanged, &Workspace::projectChanged})
        connect(&m_workspace, signal, this, [this] { m_reserved.clear(); });
    connect(&m_workspace.jobs(), &Jobs::started, this, &ReviewPage::updateReserveBar);
    connect(&m_workspace.jobs(), &Jobs::ended, this, &ReviewPage::updateReserveBar);
    updateState();
}

QWidget *ReviewPage::makePartBar()
{
    auto *layout = new QHBoxLayout(m_partBar);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto make = [&](QToolButton *button, const QString &text, const QString &name, KeyAction key, int step) {
        auto *action = new QAction(text, button);
        bindKey(action, key, name);
        connect(action, &QAction::triggered, this, [this, step] { m_view->showPart(m_view->part() + step); });
        button->setDefaultAction(action);
        button->setAccessibleName(name);
        button->setFocusPolicy(Qt::TabFocus);
    };
    make(m_previousPart, u"◂"_s, tr("Previous part of the script"), KeyAction::PreviousPart, -1);
    make(m_nextPart, u"▸"_s, tr("Next part of the script"), KeyAction::NextPart, 1);
    layout->addWidget(m_previousPart);
    layout->addWidget(m_part);
    layout->addWidget(m_nextPart);
    connect(m_view, &ScriptView::partChanged, this, &ReviewPage::updatePart);
    updatePart();
    return m_partBar;
}

void ReviewPage::updatePart()
{
    const QLocale numbers;
    m_partBar->setVisible(m_view->partCount() > 1);
    m_part->setText(tr("Part %1 of %2: lines %3 to %4")
                        .arg(numbers.toString(m_view->part() + 1), numbers.toString(m_view->partCount()),
                             numbers.toString(m_view->firstLine()), numbers.toString(m_view->lastLine())));
    m_previousPart->defaultAction()->setEnabled(m_view->part() > 0);
    m_nextPart->defaultAction()->setEnabled(m_view->part() + 1 < m_view->partCount());
}

QWidget *ReviewPage::makeReserveBar()
{
    auto *layout = new QHBoxLayout(m_reserveBar);
    layout->setContentsMargins(0, 0, 0, 0);
    m_reserveText->setWordWrap(true);
    m_reserveText->setTextFormat(Qt::PlainText);
    m_reserveText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_reserveText, 1);
    for (const Side side : bothSides) {
        m_reserve[side]->setToolTip(tr("Take the numbers of new keys out of the server's generators, so that an "
                                       "application that goes on inserting cannot take them"));
        connect(m_reserve[side], &QPushButton::clicked, this, [this, side] { askReserve(side); });
        layout->addWidget(m_reserve[side]);
    }
    return m_reserveBar;
}

/// What was reserved, and what can be.
void ReviewPage::updateReserveBar()
{
    QStringList texts;
    for (const Side side : bothSides)
        m_reserve[side]->hide();
    for (const ReviewedTarget &target : std::as_const(m_scripts)) {
        if (target.numbers.isEmpty())
            continue;
        const Side side = target.scripts.target;
        const Project &project = m_workspace.project();
        texts.append(tr("%1 is in use, and numbers for new keys are not set aside there (%2): the script stops if an "
                        "application takes one meanwhile.")
                         .arg(project.title(side), numbersText(target.numbers)));
        m_reserve[side]->setText(tr("Reserve on %1…").arg(project.servers[side].displayLabel()));
        m_reserve[side]->setEnabled(!m_workspace.jobs().isRunning());
        m_reserve[side]->show();
    }
    if (!m_reserved.isEmpty())
        texts.prepend(m_reserved);
    m_reserveText->setText(texts.join(u'\n'));
    m_reserveBar->setVisible(!texts.isEmpty());
}

void ReviewPage::askReserve(Side side)
{
    const auto target =
        std::ranges::find(m_scripts, side, [](const ReviewedTarget &each) { return each.scripts.target; });
    if (target == m_scripts.end())
        return;
    ask(this, tr("Reserve numbers on %1?").arg(m_workspace.project().title(side)),
        tr("%1. The server's generators are advanced at once, whatever becomes of the merge; what is not used stays a "
           "gap. The scripts are made anew then, and use these numbers.")
            .arg(numbersText(target->numbers)),
        tr("Reserve"), [this, side] { m_workspace.reserve(side); });
}

void ReviewPage::tellReserved(const ReserveResult &result)
{
    QStringList texts;
    for (const ReservedTable &table : result.tables) {
        texts.append(reservedText(table));
        if (!table.note.isEmpty())
            texts.append(u"%1: %2"_s.arg(table.need.name, engineText(table.note)));
    }
    m_reserved = tr("✓ %1: %2. The server gives these numbers to nobody else.").arg(result.title, texts.join(u"; "_s));
    for (ReviewedTarget &target : m_scripts) {
        if (target.scripts.target == result.target)
            target.numbers.clear();
    }
    m_outdated = true;
    refresh();
}

QWidget *ReviewPage::makeForm()
{
    auto *form = new QWidget(this);
    auto *layout = new QHBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString &text, QLineEdit *edit, int stretch) {
        auto *label = new QLabel(text, form);
        label->setBuddy(edit);
        edit->setAccessibleName(QString(text).remove(u'&'));
        layout->addWidget(label);
        layout->addWidget(edit, stretch);
    };
    add(tr("Re&viewer"), m_reviewer, 2);
    add(tr("&Ticket"), m_ticket, 1);
    add(tr("Rea&son"), m_reason, 3);
    m_reviewer->setText(m_workspace.user());
    layout->addWidget(m_hash);
    layout->addWidget(m_mark);
    layout->addWidget(m_deliver);
    return form;
}

BundleOptions ReviewPage::options() const
{
    return {.ticket = m_ticket->text().trimmed(), .reason = m_reason->text().trimmed()};
}

/// The words of the latest review: they stand in the scripts, so that the same scripts are made again.
void ReviewPage::showLatest()
{
    const auto latest = m_workspace.latestReview();
    m_reviewer->setText(latest ? latest->reviewer : m_workspace.user());
    m_ticket->setText(latest ? latest->ticket : QString());
    m_reason->setText(latest ? latest->reason : QString());
}

void ReviewPage::outdate()
{
    if (!m_ticket->isModified() && !m_reason->isModified())
        return;
    m_ticket->setModified(false);
    m_reason->setModified(false);
    m_outdated = true;
    refresh();
}

void ReviewPage::refresh()
{
    if (m_outdated && m_workspace.session() && !m_workspace.jobs().isCritical())
        makeScripts();
    updateState();
}

void ReviewPage::makeScripts()
{
    m_outdated = false;
    m_workspace.jobs().start(
        tr("Making the scripts"), CancelMeans::Drop,
        [project = m_workspace.project(), path = sessionPath(m_workspace.path()),
         options = options()](const CancelToken &cancel, const Progress &progress) {
            return reviewProject(project, path, options, cancel, progress);
        },
        [this](const Result<QList<ReviewedTarget>> &scripts) { showScripts(scripts); });
}

void ReviewPage::showScripts(const Result<QList<ReviewedTarget>> &scripts)
{
    const bool hadChanges = !m_tabs.isEmpty() && m_tabs.constFirst().sheet == Sheet::Changes;
    m_scripts = scripts.value_or(QList<ReviewedTarget>());
    m_tabs.clear();
    const QSignalBlocker quiet(m_bar);
    const int current = m_bar->currentIndex();
    while (m_bar->count() > 0)
        m_bar->removeTab(0);
    for (const Sheet sheet : {Sheet::Changes, Sheet::Merge, Sheet::Undo, Sheet::Precheck, Sheet::Postcheck}) {
        for (int target = 0; target < m_scripts.size(); ++target) {
            const Tab tab{target, sheet};
            if (!isShown(tab))
                continue;
            const QString side = m_scripts.at(target).scripts.target == Side::A ? u"A"_s : u"B"_s;
            const QString name = sheet == Sheet::Changes    ? tr("changes → %1")
                                 : sheet == Sheet::Merge    ? tr("merge → %1")
                                 : sheet == Sheet::Undo     ? tr("undo %1")
                                 : sheet == Sheet::Precheck ? tr("pre-check %1")
                                                            : tr("post-check %1");
            m_tabs.append(tab);
            const int at = m_bar->addTab(name.arg(side));
            if (sheet == Sheet::Changes)
                m_bar->setTabToolTip(at, tr("What is another in this merge script since it was reviewed before"));
        }
    }
    const bool hasChanges = !m_tabs.isEmpty() && m_tabs.constFirst().sheet == Sheet::Changes;
    m_bar->setCurrentIndex(hasChanges && !hadChanges ? 0 : qBound(0, current, m_bar->count() - 1));
    if (undecided() == 0)
        m_workspace.recognizeReview(m_scripts);
    showTab(m_bar->currentIndex());
    updateState();
    if (!scripts) {
        m_banner->setText(u"⚠ "_s + errorText(scripts.error()));
        m_outdated = true;
    }
}

bool ReviewPage::isShown(const Tab &tab) const
{
    if (tab.sheet != Sheet::Changes)
        return !scriptOf(tab)->text.isEmpty();
    const auto &changes = m_scripts.at(tab.target).sinceReview;
    return changes && !changes->isEmpty();
}

std::optional<qsizetype> ReviewPage::changedPlaces() const
{
    qsizetype places = 0;
    for (const ReviewedTarget &target : m_scripts) {
        if (!target.sinceReview)
            return std::nullopt;
        places += target.sinceReview->size();
    }
    return m_scripts.isEmpty() ? std::nullopt : std::optional(places);
}

const Script *ReviewPage::scriptOf(const Tab &tab) const
{
    const TargetScripts &scripts = m_scripts.at(tab.target).scripts;
    switch (tab.sheet) {
    case Sheet::Changes:
    case Sheet::Merge: return &scripts.merge;
    case Sheet::Undo: return &scripts.undo;
    case Sheet::Precheck: return &scripts.precheck;
    case Sheet::Postcheck: return &scripts.postcheck;
    }
    return nullptr;
}

QString ReviewPage::hashOf(const Tab &tab) const
{
    const ReviewedTarget &target = m_scripts.at(tab.target);
    switch (tab.sheet) {
    case Sheet::Changes:
    case Sheet::Merge: return target.mergeHash;
    case Sheet::Undo: return target.undoHash;
    case Sheet::Precheck: return target.precheckHash;
    case Sheet::Postcheck: return target.postcheckHash;
    }
    return {};
}

void ReviewPage::showTab(int tab)
{
    m_outline->clear();
    if (tab < 0 || tab >= m_tabs.size() || !m_workspace.session()) {
        m_view->setScript({}, Engine::Sqlite);
        return;
    }
    const ReviewedTarget &target = m_scripts.at(m_tabs.at(tab).target);
    const bool isChanges = m_tabs.at(tab).sheet == Sheet::Changes;
    m_outline->setVisible(!isChanges);
    if (isChanges) {
        m_view->setChanges(changesText(*target.sinceReview));
        m_view->setWatermark({});
        updateState();
        updateLine();
        return;
    }
    m_view->setScript(scriptOf(m_tabs.at(tab))->text,
                      m_workspace.session()->header().servers[target.scripts.target].engine);
    m_view->setWatermark(target.undecided > 0 ? tr("DRAFT, %1 undecided").arg(target.undecided) : QString());
    fillOutline(target);
    updateState();
    updateLine();
}

void ReviewPage::fillOutline(const ReviewedTarget &target)
{
    const auto lines = linesByDifference(*scriptOf(m_tabs.at(m_bar->currentIndex())));
    QMap<int, QTreeWidgetItem *> tables;
    QMap<int, QMap<QString, int>> counts;
    int outlined = 0;
    for (const RowOperation &operation : target.scripts.plan.operations) {
        QTreeWidgetItem *&table = tables[operation.table];
        const int line = lines.value(operation.difference);
        if (!table) {
            table = new QTreeWidgetItem(m_outline);
            table->setData(0, lineRole, line);
        }
        ++counts[operation.table][operationSign(operation.kind)];
        if (++outlined <= outlinedOperations)
            addOperation(table, operation, line);
    }
    for (auto it = tables.cbegin(); it != tables.cend(); ++it) {
        QStringList parts;
        for (auto count = counts[it.key()].cbegin(); count != counts[it.key()].cend(); ++count)
            parts.append(u"%1%2"_s.arg(count.key()).arg(count.value()));
        it.value()->setText(0, u"%1  %2"_s.arg(m_workspace.session()->alignment().tables.at(it.key()).name.display(),
                                               parts.join(u"  "_s)));
    }
}

void ReviewPage::addOperation(QTreeWidgetItem *parent, const RowOperation &operation, int line)
{
    const AlignedTable &table = m_workspace.session()->alignment().tables.at(operation.table);
    auto *item = new QTreeWidgetItem(parent);
    item->setText(0, u"%1 %2"_s.arg(operationSign(operation.kind), table.describeKey(operation.key)));
    item->setData(0, lineRole, line);
}

qint64 ReviewPage::undecided() const
{
    return m_scripts.isEmpty() ? m_workspace.totals().open() : m_scripts.first().undecided;
}

qint64 ReviewPage::differenceAtCursor() const
{
    const int tab = m_bar->currentIndex();
    if (tab < 0 || tab >= m_tabs.size() || m_tabs.at(tab).sheet == Sheet::Changes)
        return 0;
    const QList<ScriptMark> &marks = scriptOf(m_tabs.at(tab))->marks;
    const auto after = std::ranges::upper_bound(marks, m_view->currentLine(), {}, &ScriptMark::line);
    return after == marks.begin() ? 0 : std::prev(after)->difference;
}

void ReviewPage::updateLine()
{
    const qint64 id = differenceAtCursor();
    const auto difference = id > 0 && m_workspace.session() ? m_workspace.session()->difference(id) : fail(Error{});
    m_showRow->setEnabled(difference.has_value());
    if (!difference) {
        m_line->setText(tr("Line %1").arg(m_view->currentLine()));
        return;
    }
    const AlignedTable &table = m_workspace.session()->alignment().tables.at(difference->table);
    m_line->setText(tr("Line %1: %2 · %3 · %4")
                        .arg(QString::number(m_view->currentLine()), Words::row(table, difference->key),
                             Words::outcome(*difference), engineText(kindText(difference->decision.kind))));
}

QString ReviewPage::outdatedText(const Review &latest) const
{
    const QString who =
        tr("⚠ Outdated: changed since %1 reviewed it, %2.").arg(latest.reviewer, Words::time(latest.at));
    const auto places = changedPlaces();
    if (!places)
        return who + u' ' + tr("Read the scripts again and mark them anew.");
    if (*places == 0)
        return who + u' ' + tr("The merge scripts are the same as then. Mark them anew.");
    return who + u' ' +
           (*places == 1 ? tr("1 place of the merge scripts is another: it is shown first. Read it and mark them anew.")
                         : tr("%1 places of the merge scripts are others: they are shown first. Read them and mark "
                              "them anew.")
                               .arg(*places));
}

void ReviewPage::updateState()
{
    const auto &reviewed = m_workspace.review();
    const auto latest = m_workspace.latestReview();
    const qint64 open = undecided();
    const bool ready = !m_scripts.isEmpty() && open == 0 && !m_outdated;
    m_goUndecided->setVisible(open > 0);
    if (open > 0)
        m_banner->setText(
            tr("⚠ DRAFT, %1 undecided: what is undecided is left out, and this cannot be run.").arg(open));
    else if (reviewed)
        m_banner->setText(tr("✓ Reviewed by %1, %2. Only these bytes run.")
                              .arg(reviewed->review.reviewer, Words::time(reviewed->review.at)));
    else if (latest)
        m_banner->setText(outdatedText(*latest));
    else
        m_banner->setText(
            tr("Not reviewed. Read both scripts, then mark them as reviewed: only the reviewed bytes run."));
    m_mark->setEnabled(ready && !reviewed && !m_reviewer->text().trimmed().isEmpty());
    m_deliver->setEnabled(reviewed.has_value());
    const int tab = m_bar->currentIndex();
    const QString hash = tab >= 0 && tab < m_tabs.size() ? hashOf(m_tabs.at(tab)) : QString();
    m_hash->setText(hash.isEmpty() ? QString() : tr("SHA-256 %1…").arg(hash.first(shownHash)));
    m_hash->setToolTip(hash);
    updateReserveBar();
}

void ReviewPage::review()
{
    m_workspace.markReviewed(m_reviewer->text(), options(), m_scripts);
}

} // namespace Rejoin
