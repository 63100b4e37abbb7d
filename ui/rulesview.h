#pragma once

#include "models/rulesmodel.h"
#include "models/workspace.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace Rejoin {

/// The rules of the project: edited, counted while they are edited, applied as one step each, and kept with the
/// project.
class RulesView : public QWidget
{
    Q_OBJECT

public:
    explicit RulesView(Workspace &workspace, QWidget *parent = nullptr);

    /// A new rule for a table and, where one is named, a column of it; its condition can be edited at once.
    void addRule(const QString &table, const QString &column);

Q_SIGNALS:
    void message(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void load();
    void updateButtons();
    void count();
    void tellCounts(const Result<ResolveResult> &counted);
    void apply();
    void keep();
    void openFile();
    void saveFile();
    void takeFile(const QString &path);
    void writeFile(const QString &path);

    Workspace &m_workspace;
    RulesModel m_model;
    QTableView *m_view;
    QLabel *m_said;
    QPushButton *m_apply;
    QPushButton *m_keep;
    QPushButton *m_remove;
    QPushButton *m_up;
    QPushButton *m_down;
    QTimer m_soon;
    Jobs m_counting;
};

} // namespace Rejoin
