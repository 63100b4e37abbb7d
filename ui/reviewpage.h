#pragma once

#include "models/workspace.h"

#include <KSyntaxHighlighting/Repository>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTabBar;
class QTreeWidget;
class QTreeWidgetItem;

namespace Rejoin {

class ScriptView;

/// Review: the very bytes that will run, by target, with their way back and their checks; who reviewed them and why.
class ReviewPage : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewPage(Workspace &workspace, QWidget *parent = nullptr);

    /// Makes the scripts anew where decisions changed since.
    void refresh();

Q_SIGNALS:
    void rowRequested(qint64 difference);
    void undecidedRequested();
    void deliverRequested();

private:
    enum class Sheet : quint8 { Merge, Undo, Precheck, Postcheck };
    struct Tab
    {
        int target = 0;
        Sheet sheet = Sheet::Merge;
    };

    QWidget *makeForm();
    void makeScripts();
    void showScripts(const Result<QList<ReviewedTarget>> &scripts);
    void showTab(int tab);
    void fillOutline(const ReviewedTarget &target);
    void addOperation(QTreeWidgetItem *parent, const RowOperation &operation, int line);
    void updateState();
    void updateLine();
    void review();
    void outdate();
    void showLatest();
    [[nodiscard]] const Script *scriptOf(const Tab &tab) const;
    [[nodiscard]] qint64 undecided() const;
    [[nodiscard]] BundleOptions options() const;
    [[nodiscard]] qint64 differenceAtCursor() const; ///< 0 = none

    Workspace &m_workspace;
    KSyntaxHighlighting::Repository m_repository;
    QList<ReviewedTarget> m_scripts;
    QList<Tab> m_tabs;
    bool m_outdated = true;
    QLabel *m_banner;
    QPushButton *m_goUndecided;
    QTabBar *m_bar;
    QTreeWidget *m_outline;
    ScriptView *m_view;
    QLabel *m_line;
    QPushButton *m_showRow;
    QLabel *m_hash;
    QLineEdit *m_reviewer;
    QLineEdit *m_ticket;
    QLineEdit *m_reason;
    QPushButton *m_mark;
    QPushButton *m_deliver;
};

} // namespace Rejoin
