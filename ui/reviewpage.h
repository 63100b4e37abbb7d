#pragma once

#include "models/workspace.h"

#include <KSyntaxHighlighting/Repository>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QTabBar;
class QTreeWidget;
class QTreeWidgetItem;

namespace Rejoin {

class ScriptView;

/// Review: the very bytes that will run, by target, with their way back and their checks; who reviewed them and why;
/// what is another in them since they were reviewed before. Numbers for new keys are set aside here, before the review.
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
    enum class Sheet : quint8 { Changes, Merge, Undo, Precheck, Postcheck };
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
    QWidget *makePartBar();
    void updatePart();
    void review();
    void outdate();
    void showLatest();
    QWidget *makeReserveBar();
    void updateReserveBar();
    void askReserve(Side side);
    void tellReserved(const ReserveResult &result);
    /// Places in which the merge scripts are others than those that were reviewed; nothing where that is not known.
    [[nodiscard]] std::optional<qsizetype> changedPlaces() const;
    [[nodiscard]] QString outdatedText(const Review &latest) const;
    [[nodiscard]] bool isShown(const Tab &tab) const;
    [[nodiscard]] const Script *scriptOf(const Tab &tab) const; ///< of the changes: that which they are in
    [[nodiscard]] QString hashOf(const Tab &tab) const;         ///< SHA-256 of scriptOf()
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
    QWidget *m_reserveBar;
    QLabel *m_reserveText;
    PerSide<QPushButton *> m_reserve;
    QString m_reserved; ///< what was reserved since the page shows this comparison
    QTabBar *m_bar;
    QTreeWidget *m_outline;
    ScriptView *m_view;
    QWidget *m_partBar;
    QLabel *m_part;
    QToolButton *m_previousPart;
    QToolButton *m_nextPart;
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
