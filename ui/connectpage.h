#pragma once

#include "models/workspace.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Rejoin {

class ServerForm;

/// Connect: A and B side by side, the baseline below, since when, and a test that tells line by line.
class ConnectPage : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectPage(Workspace &workspace, QWidget *parent = nullptr);

    /// Empties the page for a new comparison.
    void startNew();

Q_SIGNALS:
    /// The project is saved and can be compared.
    void compareRequested();

private:
    void load();
    void test();
    void saveAndCompare();
    void chooseProjectFile();
    void showCheck(const Result<ConnectionCheck> &check);
    void noteEdit();
    void updateButtons();
    /// Fails with Usage, naming what is missing.
    [[nodiscard]] Result<Project> project() const;
    [[nodiscard]] Result<QDateTime> since() const;

    Workspace &m_workspace;
    PerSide<ServerForm *> m_sides;
    ServerForm *m_baseline;
    QLineEdit *m_since;
    QLineEdit *m_path;
    QLabel *m_together;
    QPushButton *m_test;
    QPushButton *m_compare;
};

} // namespace Rejoin
