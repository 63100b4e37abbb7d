#include "ui/connectpage.h"

#include "ui/ask.h"
#include "ui/driverspanel.h"
#include "ui/serverform.h"
#include "ui/words.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStandardPaths>
#include <QTimeZone>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr int sincePadding = 20;

QString newProjectPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + u"/comparison.rejoin"_s;
}

QString checkText(const QList<CheckLine> &lines)
{
    QStringList text;
    for (const CheckLine &line : lines)
        text.append(u"%1 %2"_s.arg(line.good ? u"ℹ"_s : u"✗"_s, Words::checkLine(line)));
    return text.join(u'\n');
}

} // namespace

ConnectPage::ConnectPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_sides{new ServerForm(tr("A"), ServerForm::Kind::Server, this),
              new ServerForm(tr("B"), ServerForm::Kind::Server, this)}
    , m_baseline(new ServerForm(tr("Baseline: a restored backup or copy from the split (may be left empty)"),
                                ServerForm::Kind::Baseline, this))
    , m_since(new QLineEdit(this))
    , m_path(new QLineEdit(this))
    , m_together(new QLabel(this))
    , m_test(new QPushButton(tr("&Test"), this))
    , m_compare(new QPushButton(tr("Save and &compare"), this))
{
    auto *forms = new QWidget(this);
    auto *grid = new QGridLayout(forms);
    grid->addWidget(m_sides.a, 0, 0, Qt::AlignTop);
    grid->addWidget(m_sides.b, 0, 1, Qt::AlignTop);
    grid->addWidget(m_baseline, 1, 0, 1, 2);
    auto *row = new QHBoxLayout;
    auto *sinceLabel = new QLabel(tr("Apart &since (UTC)"), forms);
    sinceLabel->setBuddy(m_since);
    m_since->setPlaceholderText(u"2026-11-22 10:00"_s);
    m_since->setAccessibleName(tr("Apart since, UTC"));
    m_since->setFixedWidth(fontMetrics().horizontalAdvance(u"2026-11-22 10:00:00 UTC"_s) + sincePadding);
    auto *pathLabel = new QLabel(tr("&Project file"), forms);
    pathLabel->setBuddy(m_path);
    m_path->setAccessibleName(tr("Project file"));
    auto *browse = new QToolButton(forms);
    browse->setText(u"…"_s);
    browse->setAccessibleName(tr("Choose the project file"));
    browse->setToolTip(browse->accessibleName());
    row->addWidget(sinceLabel);
    row->addWidget(m_since);
    row->addSpacing(16);
    row->addWidget(pathLabel);
    row->addWidget(m_path, 1);
    row->addWidget(browse);
    grid->addLayout(row, 2, 0, 1, 2);
    grid->addWidget(m_together, 3, 0, 1, 2);
    grid->addWidget(new DriversPanel(forms), 4, 0, 1, 2);
    grid->setRowStretch(5, 1);
    m_together->setWordWrap(true);
    m_together->setTextFormat(Qt::PlainText);
    m_together->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *scroll = new QScrollArea(this);
    scroll->setWidget(forms);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Connections"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 6);
    layout->addWidget(scroll, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(9, 0, 9, 0);
    buttons->addStretch();
    buttons->addWidget(m_test);
    buttons->addWidget(m_compare);
    layout->addLayout(buttons);
    m_test->setToolTip(tr("Reach all databases and tell what is found; nothing is written"));
    m_compare->setDefault(true);

    connect(m_test, &QPushButton::clicked, this, &ConnectPage::test);
    connect(m_compare, &QPushButton::clicked, this, &ConnectPage::saveAndCompare);
    connect(browse, &QToolButton::clicked, this, &ConnectPage::chooseProjectFile);
    for (ServerForm *form : {m_sides.a, m_sides.b, m_baseline})
        connect(form, &ServerForm::edited, this, &ConnectPage::noteEdit);
    connect(&m_workspace, &Workspace::projectChanged, this, &ConnectPage::load);
    connect(&m_workspace, &Workspace::passwordsChanged, this, &ConnectPage::load);
    connect(&m_workspace.jobs(), &Jobs::started, this, &ConnectPage::updateButtons);
    connect(&m_workspace.jobs(), &Jobs::ended, this, &ConnectPage::updateButtons);
}

void ConnectPage::startNew()
{
    for (const Side side : bothSides)
        m_sides[side]->clear();
    m_sides.b->setRole(Role::Standby);
    m_baseline->clear();
    m_since->clear();
    m_path->setText(newProjectPath());
    m_together->clear();
    m_sides.a->setFocus();
}

void ConnectPage::load()
{
    if (!m_workspace.isOpen())
        return;
    const Project &project = m_workspace.project();
    for (const Side side : bothSides)
        m_sides[side]->setEntry(project.servers[side]);
    if (project.baseline)
        m_baseline->setEntry(*project.baseline);
    else
        m_baseline->clear();
    m_since->setText(project.since.isValid() ? project.since.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s) : QString());
    m_path->setText(m_workspace.path());
    m_together->clear();
    m_compare->setFocus(); // a text field would take Ctrl+E for itself
}

void ConnectPage::noteEdit()
{
    m_together->clear();
    for (ServerForm *form : {m_sides.a, m_sides.b, m_baseline})
        form->setCheckText({});
}

void ConnectPage::updateButtons()
{
    const bool free = !m_workspace.jobs().isRunning();
    m_test->setEnabled(free);
    m_compare->setEnabled(free);
}

Result<QDateTime> ConnectPage::since() const
{
    const QString text = m_since->text().trimmed();
    if (text.isEmpty())
        return QDateTime();
    QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (!time.isValid())
        return fail(ErrorCode::Usage, tr("“%1” is no time").arg(text), tr("Write it as 2026-11-22 10:00"));
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeZone(QTimeZone::utc());
    return time.toUTC();
}

Result<Project> ConnectPage::project() const
{
    Project project = m_workspace.path() == m_path->text() ? m_workspace.project() : Project{};
    for (const Side side : bothSides) {
        REJOIN_TRY_VALUE(entry, m_sides[side]->entry());
        project.servers[side] = entry;
    }
    if (project.servers.a.connection.saved() == project.servers.b.connection.saved())
        return fail(ErrorCode::Usage, tr("A and B are the same database"), tr("Choose two different ones"));
    project.baseline.reset();
    if (m_baseline->isFilled()) {
        REJOIN_TRY_VALUE(entry, m_baseline->entry());
        entry.label = m_workspace.project().baseline ? m_workspace.project().baseline->label : QString();
        project.baseline = entry;
    }
    REJOIN_TRY_VALUE(split, since());
    project.since = split;
    return project;
}

void ConnectPage::test()
{
    const auto wanted = project();
    if (!wanted) {
        tellError(this, wanted.error());
        return;
    }
    noteEdit();
    m_workspace.jobs().start(
        tr("Testing"), CancelMeans::Drop,
        [project = *wanted](const CancelToken &cancel, const Progress &progress) {
            return checkConnections(project, cancel, progress);
        },
        [this](const Result<ConnectionCheck> &check) { showCheck(check); });
}

void ConnectPage::showCheck(const Result<ConnectionCheck> &check)
{
    if (!check) {
        tellError(this, check.error());
        return;
    }
    for (const Side side : bothSides)
        m_sides[side]->setCheck(check->lines[side]);
    m_baseline->setCheck(check->lines.baseline);
    const QString verdict = check->usable ? tr("✓ They can be compared.") : tr("✗ They cannot be compared like this.");
    const QString together = checkText(check->together);
    m_together->setText(together.isEmpty() ? verdict : u"%1\n%2"_s.arg(verdict, together));
}

void ConnectPage::saveAndCompare()
{
    const auto wanted = project();
    if (!wanted) {
        tellError(this, wanted.error());
        return;
    }
    const auto saved = m_workspace.saveProject(*wanted, m_path->text());
    if (!saved) {
        tellError(this, saved.error());
        return;
    }
    Q_EMIT compareRequested();
}

void ConnectPage::chooseProjectFile()
{
    auto *dialog = new QFileDialog(this, tr("Project file"), m_path->text(), tr("Rejoin projects (*.rejoin)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"rejoin"_s);
    connect(dialog, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    dialog->open();
}

} // namespace Rejoin
