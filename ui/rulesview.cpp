#include "ui/rulesview.h"

#include "models/work.h"
#include "ui/ask.h"
#include "ui/enginewords.h"
#include "ui/words.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr int countAfterMs = 400;
constexpr int rowPadding = 8;

/// A list of what a rule can do.
class ActionDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        auto *box = new QComboBox(parent);
        for (const RulesModel::Action &action : RulesModel::allRuleActions())
            box->addItem(RulesModel::actionText(action));
        box->setAccessibleName(RulesView::tr("What the rule does"));
        return box;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        static_cast<QComboBox *>(editor)->setCurrentIndex(index.data(Qt::EditRole).toInt());
    }
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        model->setData(index, static_cast<QComboBox *>(editor)->currentIndex(), Qt::EditRole);
    }
};

} // namespace

RulesView::RulesView(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_view(new QTableView(this))
    , m_said(new QLabel(this))
    , m_apply(new QPushButton(tr("Apply rules"), this))
    , m_keep(new QPushButton(tr("Keep in project"), this))
    , m_remove(new QPushButton(tr("Remove"), this))
    , m_up(new QPushButton(tr("Up"), this))
    , m_down(new QPushButton(tr("Down"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 4);
    m_view->setModel(&m_model);
    m_view->setItemDelegateForColumn(RulesModel::ActionColumn, new ActionDelegate(this));
    m_view->setAccessibleName(tr("Rules"));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + rowPadding);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_said);
    m_said->setWordWrap(true);
    m_said->setTextFormat(Qt::PlainText);

    auto *buttons = new QHBoxLayout;
    const auto add = [&](QPushButton *button, const QString &tip, const std::function<void()> &act) {
        button->setToolTip(tip);
        connect(button, &QPushButton::clicked, this, act);
        buttons->addWidget(button);
    };
    const auto row = [this] { return m_view->currentIndex().row(); };
    add(new QPushButton(tr("New rule"), this), tr("Add a rule; double-click or F2 edits its cells"),
        [this] { addRule(u"*"_s, {}); });
    add(m_remove, tr("Take the rule out of the list"), [this, row] { m_model.remove(row()); });
    add(m_up, tr("Rules work in this order: this one earlier"), [this, row] { m_model.move(row(), -1); });
    add(m_down, tr("Rules work in this order: this one later"), [this, row] { m_model.move(row(), 1); });
    add(new QPushButton(tr("Open…"), this), tr("Take the rules of a file, as rejoin resolve --rules does"),
        [this] { openFile(); });
    add(new QPushButton(tr("Save…"), this), tr("Write the rules to a file"), [this] { saveFile(); });
    buttons->addStretch();
    add(m_keep, tr("Save these rules in the project: the next comparison knows of them"), [this] { keep(); });
    add(m_apply, tr("Decide what these rules decide; each rule is one undo step"), [this] { apply(); });
    layout->addLayout(buttons);

    m_soon.setSingleShot(true);
    m_soon.setInterval(countAfterMs);
    connect(&m_soon, &QTimer::timeout, this, &RulesView::count);
    connect(&m_model, &RulesModel::edited, this, [this] {
        updateButtons();
        m_soon.start();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &RulesView::updateButtons);
    connect(&m_workspace, &Workspace::projectChanged, this, &RulesView::load);
    for (const auto signal : {&Workspace::comparisonChanged, &Workspace::decisionsChanged})
        connect(&m_workspace, signal, this, [this] {
            updateButtons();
            m_soon.start();
        });
    load();
}

void RulesView::load()
{
    m_model.setRules(m_workspace.project().rules);
    updateButtons();
    m_soon.start();
}

void RulesView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_soon.start();
}

void RulesView::updateButtons()
{
    const int row = m_view->currentIndex().row();
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_model.rowCount());
    m_apply->setEnabled(m_workspace.session() && m_model.rowCount() > 0);
    m_keep->setEnabled(m_workspace.isOpen() && m_model.rules() != m_workspace.project().rules);
}

/// On a worker, when nothing was edited for a moment and somebody looks.
void RulesView::count()
{
    m_counting.cancel();
    m_said->clear();
    if (!isVisible() || !m_workspace.session() || m_model.rowCount() == 0)
        return;
    m_counting.start(
        tr("Counting what the rules would decide"), CancelMeans::Drop,
        [path = m_workspace.session()->path(), rules = m_model.rules(),
         user = m_workspace.user()](const CancelToken &cancel, const Progress &) -> Result<ResolveResult> {
            REJOIN_TRY_VALUE(opened, Session::openExisting(path));
            return Resolver(*opened, user).previewRules(rules, cancel);
        },
        [this](const Result<ResolveResult> &counted) { tellCounts(counted); });
}

void RulesView::tellCounts(const Result<ResolveResult> &counted)
{
    if (!counted) {
        m_said->setText(u"⚠ "_s + errorText(counted.error()));
        return;
    }
    m_model.setCounts(counted->rules);
    QStringList lines = engineTexts(counted->warnings);
    if (counted->left > 0)
        lines.prepend(tr("%1 left: %2").arg(Words::rows(counted->left), engineText(counted->firstReason)));
    m_said->setText(lines.join(u'\n'));
}

void RulesView::apply()
{
    m_workspace.applyRules(m_model.rules());
}

void RulesView::keep()
{
    Project project = m_workspace.project();
    project.rules = m_model.rules();
    const auto saved = m_workspace.saveProject(project, m_workspace.path());
    if (saved)
        Q_EMIT message(tr("The project has these rules now"));
    else
        tellError(this, saved.error());
}

void RulesView::addRule(const QString &table, const QString &column)
{
    // kept with the project: English in any window
    Rule rule{.name = column.isEmpty() ? u"rule %1"_s.arg(m_model.rowCount() + 1) : u"%1 of %2"_s.arg(column, table)};
    rule.table = table;
    rule.column = column;
    rule.kind = column.isEmpty() ? Rule::Kind::TakeRow : Rule::Kind::TakeColumn;
    m_model.append(rule);
    const QModelIndex index = m_model.index(m_model.rowCount() - 1, RulesModel::ActionColumn);
    m_view->setCurrentIndex(index);
    m_view->setFocus(Qt::OtherFocusReason);
}

void RulesView::openFile()
{
    auto *dialog = new QFileDialog(this, tr("Rules"), {}, tr("Rules (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &RulesView::takeFile);
    dialog->open();
}

void RulesView::takeFile(const QString &path)
{
    const auto rules = loadRules(path);
    if (!rules) {
        tellError(this, rules.error());
        return;
    }
    m_model.setRules(*rules);
    updateButtons();
    m_soon.start();
}

void RulesView::saveFile()
{
    auto *dialog = new QFileDialog(this, tr("Rules"), {}, tr("Rules (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &RulesView::writeFile);
    dialog->open();
}

void RulesView::writeFile(const QString &path)
{
    const auto written = writeWhole(path, QJsonDocument(toJson(m_model.rules())).toJson());
    if (written)
        Q_EMIT message(tr("Rules written to %1").arg(path));
    else
        tellError(this, written.error());
}

} // namespace Rejoin
