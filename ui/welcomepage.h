#pragma once

#include <QWidget>

class QListWidget;

namespace Rejoin {

/// Where the program starts: a new comparison, a file, what was open lately, or the demo.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);

    void reload();

Q_SIGNALS:
    void newRequested();
    void openRequested();
    void demoRequested();
    void projectChosen(const QString &path);

private:
    QListWidget *m_recent;
};

} // namespace Rejoin
