#include "ui/scopepage.h"

#include "diffcore/base/timetext.h"
#include "diffcore/evidence/checkpointwriter.h"
#include "ui/ask.h"
#include "ui/enginewords.h"
#include "ui/menubutton.h"
#include "ui/relationsview.h"
#include "ui/schemaview.h"
#include "ui/tablescopeview.h"
#include "ui/timelineview.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTimeZone>
#include <QToolButton>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr double shownClockSeconds = 0.05;

/// Chooses among the means that the servers offer.
class MeansDelegate : public QStyledItemDelegate
{
public:
    MeansDelegate(const EvidenceModel &model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {
    }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        auto *box = new QComboBox(parent);
        box->addItem(ScopePage::tr("Best that there is"), QString());
        for (const EvidenceOffer &offer : m_model.offers(index.row())) {
            if (!offer.whyNot.isEmpty())
                continue;
            box->addItem(engineText(offer.name), meansText(offer.means));
            box->setItemData(box->count() - 1, engineText(offer.limits), Qt::ToolTipRole);
        }
        const QString chosen = index.data(Qt::EditRole).toString();
        if (box->findData(chosen) < 0)
            box->addItem(chosen, chosen);
        box->setAccessibleName(ScopePage::tr("Evidence of %1").arg(index.siblingAtColumn(0).data().toString()));
        return box;
    }

    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        auto *box = static_cast<QComboBox *>(editor);
        box->setCurrentIndex(box->findData(index.data(Qt::EditRole)));
    }

    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        model->setData(index, static_cast<QComboBox *>(editor)->currentData(), Qt::EditRole);
    }

private:
    const EvidenceModel &m_model;
};

QHash<QString, QStringList> &optionsOf(AlignmentOptions &scope, TableOption option)
{
    switch (option) {
    case TableOption::Key: return scope.keys;
    case TableOption::Ignored: return scope.ignored;
    case TableOption::Equality: return scope.equality;
    case TableOption::NotWritten: break;
    }
    return scope.notWritten;
}

/// "A 2,000,000, B 2,000,100"; empty where no server tells.
QString rowsText(const PerSide<qint64> &rows)
{
    if (rows.a + rows.b == 0)
        return {};
    const QLocale locale;
    return ScopePage::tr("About %1 rows of A and %2 of B").arg(locale.toString(rows.a), locale.toString(rows.b));
}

} // namespace

ScopePage::ScopePage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_view(new QTableView(this))
    , m_schema(new SchemaView(this))
    , m_tableScope(new TableScopeView(this))
    , m_relations(new RelationsView(this))
    , m_since(new QLabel(this))
    , m_clocks(new QLabel(this))
    , m_splits(new QComboBox(this))
    , m_timeline(new TimelineView(this))
    , m_brush(new QLabel(this))
    , m_showRows(new QPushButton(tr("Show these rows"), this))
    , m_leftOut(new QToolButton(this))
    , m_ask(new QPushButton(tr("Ask the servers"), this))
    , m_checkpoints{new QPushButton(tr("Checkpoint of A…"), this), new QPushButton(tr("Checkpoint of B…"), this)}
    , m_compare(new QPushButton(tr("Save and compare"), this))
{
    auto *words = new EngineWordsModel(this);
    words->setSourceModel(&m_model);
    m_view->setModel(words);
    m_view->setItemDelegateForColumn(EvidenceModel::EvidenceColumn, new MeansDelegate(m_model, this));
    m_view->setAccessibleName(tr("Evidence of the tables"));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setTabKeyNavigation(false);
    m_view->setWordWrap(true);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setStretchLastSection(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->addWidget(makeHead());
    layout->addWidget(m_timeline);
    layout->addWidget(makeTimeline());
    layout->addWidget(m_view, 1);
    layout->addWidget(m_schema, 1);
    layout->addWidget(m_tableScope);
    layout->addWidget(m_relations);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ScopePage::showSchema);
    connect(m_schema, &SchemaView::renameDecided, this, &ScopePage::takeRename);
    connect(m_tableScope, &TableScopeView::conditionEdited, this, &ScopePage::takeCondition);
    connect(m_tableScope, &TableScopeView::optionChanged, this, &ScopePage::takeOption);
    connect(m_tableScope, &TableScopeView::leftOutChanged, this, &ScopePage::takeLeftOut);
    layout->addWidget(makeButtons());
    connect(&m_workspace, &Workspace::projectChanged, this, &ScopePage::showProject);
    for (const auto signal : {&Workspace::comparisonChanged, &Workspace::compared})
        connect(&m_workspace, signal, this, &ScopePage::showTimeline);
    connect(&m_workspace.jobs(), &Jobs::started, this, &ScopePage::updateButtons);
    connect(&m_workspace.jobs(), &Jobs::ended, this, &ScopePage::updateButtons);
    showProject();
    showTimeline();
}

QWidget *ScopePage::makeHead()
{
    auto *head = new QWidget(this);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_since);
    layout->addWidget(m_splits, 1);
    layout->addWidget(m_clocks);
    m_splits->setAccessibleName(tr("When the servers may have parted"));
    constexpr int shownLetters = 24; // the page fits a screen of 1280; the list shows its texts whole
    m_splits->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_splits->setMinimumContentsLength(shownLetters);
    return head;
}

QWidget *ScopePage::makeTimeline()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_brush);
    layout->addWidget(m_showRows);
    layout->addStretch();
    connect(m_timeline, &TimelineView::brushChanged, this, [this] {
        showBrush();
        Q_EMIT brushed(m_timeline->brushed());
    });
    connect(m_timeline, &TimelineView::rowsRequested, this, &ScopePage::rowsRequested);
    connect(m_showRows, &QPushButton::clicked, this, &ScopePage::rowsRequested);
    showBrush();
    return bar;
}

void ScopePage::showBrush()
{
    const auto span = m_timeline->brushed();
    m_showRows->setEnabled(span.has_value());
    m_brush->setText(
        span ? tr("Brushed: %1").arg(engineText(timeSpanText(*span)))
             : tr("Drag over the timeline, or use the arrow keys and Shift, to see only what was written then"));
    for (QWidget *widget : {static_cast<QWidget *>(m_brush), static_cast<QWidget *>(m_showRows)})
        widget->setVisible(!m_timeline->isHidden());
}

void ScopePage::clearBrush()
{
    m_timeline->clearBrush();
}

QWidget *ScopePage::makeButtons()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_ask);
    for (const Side side : bothSides) {
        m_checkpoints[side]->setToolTip(tr("Record its rows in a file, as the common state at the split"));
        connect(m_checkpoints[side], &QPushButton::clicked, this, [this, side] { chooseCheckpointFile(side); });
        layout->addWidget(m_checkpoints[side]);
    }
    giveMenu(*m_leftOut);
    m_leftOut->setToolTip(tr("Tables that are neither compared nor written"));
    layout->addWidget(m_leftOut);
    layout->addStretch();
    layout->addWidget(m_compare);
    m_ask->setToolTip(tr("Ask both servers what they can tell of the past; nothing is written"));
    connect(m_ask, &QPushButton::clicked, this, &ScopePage::survey);
    connect(m_compare, &QPushButton::clicked, this, &ScopePage::saveAndCompare);
    return bar;
}

void ScopePage::showProject()
{
    const QDateTime since = m_workspace.project().since;
    m_since->setText(since.isValid() ? tr("Apart since %1").arg(timeText(since)) : tr("Apart since: not given"));
    m_tables.clear();
    m_scope = m_workspace.project().scope;
    m_model.clear();
    m_schema->clear();
    m_tableScope->clear();
    m_relations->clear();
    m_splits->clear();
    m_splits->hide();
    m_clocks->clear();
    showLeftOut();
    updateButtons();
}

void ScopePage::showTimeline()
{
    const Session *session = m_workspace.session();
    m_reading.cancel();
    m_timeline->show(session && m_workspace.isSmall() ? timelineOf(*session).value_or(Timeline()) : Timeline());
    showBrush();
    if (!session || m_workspace.isSmall())
        return;
    m_reading.start(
        tr("Reading when rows were written"), CancelMeans::Drop,
        [path = session->path()](const CancelToken &, const Progress &) -> Result<Timeline> {
            REJOIN_TRY_VALUE(opened, Session::openExisting(path));
            return timelineOf(*opened);
        },
        [this](const Result<Timeline> &timeline) {
            m_timeline->show(timeline.value_or(Timeline()));
            showBrush();
        });
}

void ScopePage::updateButtons()
{
    const bool isFree = m_workspace.isOpen() && !m_workspace.jobs().isRunning();
    for (QPushButton *button : {m_ask, m_checkpoints.a, m_checkpoints.b, m_compare})
        button->setEnabled(isFree);
}

void ScopePage::survey()
{
    if (!m_workspace.isOpen() || m_workspace.jobs().isCritical())
        return;
    m_workspace.jobs().start(
        tr("Asking the servers"), CancelMeans::Drop,
        [project = m_workspace.project(), path = sessionPath(m_workspace.path())](const CancelToken &cancel,
                                                                                  const Progress &progress) {
            const auto session = Session::openExisting(path);
            return surveyEvidence(project, session ? session->get() : nullptr, cancel, progress, RowEstimates::Asked);
        },
        [this](const Result<EvidenceSurvey> &survey) { showSurvey(survey); });
}

void ScopePage::showSurvey(const Result<EvidenceSurvey> &survey)
{
    if (!survey) {
        tellError(this, survey.error());
        return;
    }
    m_tables = survey->alignment.tables;
    m_engines = survey->alignment.engines;
    m_model.show(*survey, m_workspace.project().evidence);
    m_view->resizeColumnToContents(EvidenceModel::TableColumn);
    m_view->resizeColumnToContents(EvidenceModel::EvidenceColumn);
    m_view->resizeColumnToContents(EvidenceModel::SchemaColumn);
    m_view->resizeColumnToContents(EvidenceModel::RowsColumn);
    m_view->resizeRowsToContents();
    m_view->selectRow(m_model.firstChangedRow());
    const double apart = qAbs(survey->clockDifferenceSeconds.value_or(0));
    QStringList told{apart < shownClockSeconds ? tr("Clocks agree")
                                               : tr("Clocks differ by %1 s").arg(apart, 0, 'f', 1)};
    if (const QString rows = rowsText(survey->wholeRows()); !rows.isEmpty())
        told.prepend(rows);
    m_clocks->setText(told.join(u" · "_s));
    m_clocks->setToolTip(tr("Rows that a comparison of whole tables looks at, as the servers estimate them; where the "
                            "evidence lists what changed, far fewer are read"));
    showSplits(*survey);
    m_relations->show(survey->relations, m_workspace.project());
    if (survey->refusedFilter)
        tellError(this, *survey->refusedFilter);
}

void ScopePage::showSplits(const EvidenceSurvey &survey)
{
    m_splits->clear();
    for (const SplitProposal &split : survey.splits)
        m_splits->addItem(u"%1: %2"_s.arg(timeText(split.at), engineText(split.source)), split.at);
    const bool isTold = !survey.splits.isEmpty();
    const QStringList &notTold = survey.splitsNotTold;
    m_splits->setPlaceholderText(isTold ? tr("Other moments that the servers know of")
                                        : tr("The servers do not tell when they parted"));
    m_splits->setToolTip(notTold.isEmpty() ? QString()
                                           : tr("Not told by the %1").arg(engineTexts(notTold).join(u'\n')));
    m_splits->setCurrentIndex(-1);
    m_splits->setEnabled(isTold);
    m_splits->setVisible(isTold || !notTold.isEmpty());
}

/// The entry among those of an option that is a table's own: by its display name, or by its plain name.
QString ScopePage::named(const QStringList &entries, const QString &table) const
{
    const auto bears = [&](const AlignedTable &each) { return each.name.display() == table; };
    const auto found = std::ranges::find_if(m_tables, bears);
    for (const QString &entry : entries) {
        if (entry.compare(table, Qt::CaseInsensitive) == 0 ||
            (found != m_tables.end() && entry.compare(found->name.name, Qt::CaseInsensitive) == 0))
            return entry;
    }
    return table;
}

void ScopePage::showSchema()
{
    const int row = m_view->currentIndex().row();
    if (row < 0 || row >= m_tables.size()) {
        m_schema->clear();
        m_tableScope->clear();
        return;
    }
    const AlignedTable &table = m_tables[row];
    const QString name = table.name.display();
    m_schema->show(table, m_scope.renamed.value(named(m_scope.renamed.keys(), name)));
    PerSide<QString> conditions;
    for (const Side side : bothSides)
        conditions[side] = m_scope.filters[side].value(named(m_scope.filters[side].keys(), name));
    TableScopeView::Options options;
    for (const TableOption option : allTableOptions) {
        const QHash<QString, QStringList> &chosen = optionsOf(m_scope, option);
        const QStringList values = chosen.value(named(chosen.keys(), name));
        options.insert(option, option == TableOption::Equality ? values : table.ownNames(values));
    }
    m_tableScope->show(table, m_engines, conditions, options, m_scope.exclude.contains(name));
}

void ScopePage::takeRename(const QString &table, const QString &rename, bool isOne)
{
    QStringList &renames = m_scope.renamed[named(m_scope.renamed.keys(), table)];
    renames.removeAll(rename);
    if (isOne)
        renames.append(rename);
    m_scope.renamed.removeIf([](const auto &entry) { return entry->isEmpty(); });
}

void ScopePage::takeCondition(const QString &table, Side side, const QString &condition)
{
    QMap<QString, QString> &conditions = m_scope.filters[side];
    const QString name = named(conditions.keys(), table);
    if (condition.isEmpty())
        conditions.remove(name);
    else
        conditions.insert(name, condition);
}

void ScopePage::takeOption(const QString &table, TableOption option, const QStringList &values)
{
    QHash<QString, QStringList> &options = optionsOf(m_scope, option);
    const QString name = named(options.keys(), table);
    if (values.isEmpty())
        options.remove(name);
    else
        options.insert(name, values);
}

void ScopePage::takeLeftOut(const QString &table, bool isLeftOut)
{
    m_scope.exclude.removeAll(table);
    if (isLeftOut)
        m_scope.exclude.append(table);
    showLeftOut();
}

/// The tables that a person left out are not among those that the servers tell of.
void ScopePage::showLeftOut()
{
    QMenu *menu = m_leftOut->menu();
    menu->clear();
    for (const QString &table : std::as_const(m_scope.exclude))
        menu->addAction(tr("Take in again: %1").arg(table), this, [this, table] {
            takeLeftOut(table, false);
            showSchema();
        });
    m_leftOut->setText(tr("Left out: %1").arg(m_scope.exclude.size()));
    m_leftOut->setVisible(!m_scope.exclude.isEmpty());
}

void ScopePage::chooseCheckpointFile(Side side)
{
    auto *dialog = new QFileDialog(this, tr("Write the checkpoint to"), {}, tr("Checkpoints (*.checkpoint)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"checkpoint"_s);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, side](const QString &path) { takeCheckpointOf(side, path); });
    dialog->open();
}

void ScopePage::takeCheckpointOf(Side side, const QString &path)
{
    m_workspace.jobs().start(
        tr("Recording %1").arg(m_workspace.project().title(side)), CancelMeans::Drop,
        [project = m_workspace.project(), side, path](const CancelToken &cancel,
                                                      const Progress &progress) -> Result<TakenCheckpoint> {
            REJOIN_TRY_VALUE(server, openServer(project, versionOf(side)));
            return takeCheckpoint(*server, project, side, path, {}, cancel, progress);
        },
        [this](const Result<TakenCheckpoint> &taken) { tellTaken(taken); });
}

void ScopePage::tellTaken(const Result<TakenCheckpoint> &taken)
{
    if (!taken)
        tellError(this, taken.error());
    else
        Q_EMIT message(tr("%1: %2 rows of %3 tables, as of %4")
                           .arg(taken->path)
                           .arg(taken->rows)
                           .arg(taken->tables)
                           .arg(timeText(taken->takenAt)));
}

void ScopePage::saveAndCompare()
{
    Project project = m_workspace.project();
    if (m_model.rowCount() > 0)
        project.evidence = m_model.choices();
    project.scope = m_scope;
    m_relations->writeTo(project);
    if (m_splits->currentIndex() >= 0)
        project.since = m_splits->currentData().toDateTime();
    const auto saved = m_workspace.saveProject(project, m_workspace.path());
    if (saved)
        Q_EMIT compareRequested();
    else
        tellError(this, saved.error());
}

} // namespace Rejoin
