#pragma once

#include "models/tablesmodel.h"
#include "models/workspace.h"
#include "ui/keymap.h"
#include "ui/palette.h"
#include "ui/stagebar.h"

#include <QHash>
#include <QMainWindow>

class QDockWidget;
class QLabel;
class QListWidget;
class QMenu;
class QMimeData;
class QStackedWidget;

namespace Rejoin {

class ConnectPage;
class DeliverPage;
class IdentityBanner;
class Logins;
class ReviewPage;
class RowsPage;
class RulesView;
class ScopePage;
class TablesPage;
class HistoryView;
class WelcomePage;

/// The frame around the pages of the journey: banner, stages, docks, status.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `user` signs the decisions.
    explicit MainWindow(const QString &user, QWidget *parent = nullptr);
    ~MainWindow() override;

    void openProject(const QString &path);
    /// Writes the demo below `folder`, opens it.
    void openDemo(const QString &folder);
    void goTo(Stage stage);
    [[nodiscard]] Workspace &workspace() { return m_workspace; }
    [[nodiscard]] Logins &logins() { return *m_logins; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildPages();
    void buildDocks();
    void buildMenus();
    void buildViewMenu();
    static void togglePanel(QDockWidget &panel);
    void fillRecent(QMenu &menu);
    /// The path of a project among what is dragged; empty where there is none.
    [[nodiscard]] static QString droppedProject(const QMimeData &data);
    void connectPages();
    void showWelcome();
    void startNew();
    void chooseProject();
    void compare();
    void updateStages();
    void updateStatus();
    void remember();
    void saveReport();
    void tell(const QString &text);
    void tellFailure(const Error &error);
    void restoreLayout();
    void showScope();
    void showPreferences();
    void showKeyPreferences();
    void applyKeys();
    void takeColors();

    Workspace m_workspace;
    KeyMap m_keys;
    QHash<ColorScheme, QAction *> m_schemes;
    TablesModel m_tables;
    Logins *m_logins;
    IdentityBanner *m_banner;
    StageBar *m_stages;
    QStackedWidget *m_pages;
    WelcomePage *m_welcome;
    ConnectPage *m_connect;
    ScopePage *m_scope;
    TablesPage *m_tablesPage;
    RowsPage *m_rows;
    ReviewPage *m_review;
    DeliverPage *m_deliver;
    QDockWidget *m_tablesDock = nullptr;
    QDockWidget *m_cellDock = nullptr;
    QDockWidget *m_messagesDock = nullptr;
    QDockWidget *m_rulesDock = nullptr;
    QDockWidget *m_historyDock = nullptr;
    HistoryView *m_history = nullptr;
    RulesView *m_rules = nullptr;
    QListWidget *m_messages = nullptr;
    QLabel *m_status;
    QByteArray m_factoryLayout;
};

} // namespace Rejoin
