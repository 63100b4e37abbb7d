#pragma once

#include "diffcore/session/project.h"
#include "models/relationsmodel.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace Rejoin {

/// References that no foreign key declares, with what speaks for each: the person says whether new keys are followed.
/// Hidden while there is none.
class RelationsView : public QWidget
{
    Q_OBJECT

public:
    explicit RelationsView(QWidget *parent = nullptr);

    void show(const QList<RelationProposal> &proposals, const Project &project);
    void clear();
    /// The answers go to the project's relations; without rows the project stays as it is.
    void writeTo(Project &project) const;

private:
    void answer(RelationsModel::Answer answer);
    void updateState();

    RelationsModel m_model;
    QLabel *m_title;
    QTableView *m_view;
    QPushButton *m_follow;
    QPushButton *m_dismiss;
};

} // namespace Rejoin
