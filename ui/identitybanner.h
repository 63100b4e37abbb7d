#pragma once

#include "models/workspace.h"

#include <QFrame>
#include <QTimer>

class QLabel;

namespace Rejoin {

/// Always there: which two servers, since when, on what evidence, how old the comparison is, and that nothing is
/// written.
class IdentityBanner : public QFrame
{
    Q_OBJECT

public:
    explicit IdentityBanner(Workspace &workspace, QWidget *parent = nullptr);

    /// While a script runs the lock is open.
    void setWriting(bool writing);

protected:
    void changeEvent(QEvent *event) override;

private:
    void update();
    void paintTitles();
    [[nodiscard]] QString facts() const;
    [[nodiscard]] QString evidence() const;

    Workspace &m_workspace;
    PerSide<QLabel *> m_titles;
    QLabel *m_facts;
    QLabel *m_lockSign;
    QLabel *m_lock;
    QTimer m_minute;
    bool m_writing = false;
};

} // namespace Rejoin
