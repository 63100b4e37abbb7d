#include "ui/welcomepage.h"

#include "ui/recentprojects.h"
#include "ui/words.h"

#include <QCommandLinkButton>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr int columnWidth = 640;

QString describe(const RecentProject &project)
{
    const QString undecided = project.undecided < 0 ? WelcomePage::tr("not compared")
                                                    : WelcomePage::tr("%1 undecided").arg(project.undecided);
    const QString second = project.exists ? u"%1 · %2 · %3"_s.arg(project.path, undecided, Words::time(project.at))
                                          : WelcomePage::tr("%1 · the file is gone").arg(project.path);
    return u"%1\n%2"_s.arg(project.titles, second);
}

} // namespace

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent)
    , m_recent(new QListWidget(this))
{
    auto *outer = new QHBoxLayout(this);
    auto *column = new QWidget(this);
    column->setMaximumWidth(columnWidth);
    outer->addStretch(1);
    outer->addWidget(column, 4);
    outer->addStretch(1);
    auto *layout = new QVBoxLayout(column);

    auto *title = new QLabel(tr("Bring two diverged servers back in line"), column);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    title->setFont(large);
    auto *promise = new QLabel(tr("See what A and B each changed since they parted, decide what shall stay, and get a "
                                  "reviewed script for each. Nothing is written to a server before Execute."),
                               column);
    promise->setWordWrap(true);
    layout->addSpacing(24);
    layout->addWidget(title);
    layout->addWidget(promise);
    layout->addSpacing(12);

    const auto addLink = [&](const QString &text, const QString &description, auto signal) {
        auto *button = new QCommandLinkButton(text, description, column);
        button->setAccessibleName(text);
        button->setAccessibleDescription(description);
        connect(button, &QAbstractButton::clicked, this, signal);
        layout->addWidget(button);
        return button;
    };
    addLink(tr("New comparison"), tr("Name the two servers and, if there is one, the baseline"),
            &WelcomePage::newRequested);
    addLink(tr("Open…"), tr("A .rejoin project and its session"), &WelcomePage::openRequested);
    addLink(tr("Try the demo"),
            tr("Two shop databases after a switch-over that went wrong, with every kind of conflict"),
            &WelcomePage::demoRequested)
        ->setObjectName(u"demo"_s);

    auto *recent = new QLabel(tr("Recent"), column);
    recent->setBuddy(m_recent);
    m_recent->setAccessibleName(tr("Recent projects"));
    m_recent->setAlternatingRowColors(true);
    layout->addSpacing(12);
    layout->addWidget(recent);
    layout->addWidget(m_recent, 1);
    connect(m_recent, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { Q_EMIT projectChosen(item->data(Qt::UserRole).toString()); });
    reload();
}

void WelcomePage::reload()
{
    m_recent->clear();
    for (const RecentProject &project : recentProjects()) {
        auto *item = new QListWidgetItem(describe(project), m_recent);
        item->setData(Qt::UserRole, project.path);
        if (!project.exists)
            item->setFlags(Qt::NoItemFlags);
    }
    if (m_recent->count() == 0) {
        auto *item = new QListWidgetItem(tr("Nothing yet"), m_recent);
        item->setFlags(Qt::NoItemFlags);
    }
}

} // namespace Rejoin
