#pragma once

#include "diffcore/session/session.h"

#include <QAbstractListModel>

namespace Rejoin {

/// The constraints that the merged state would break, one a row; the display role is the conflict's own message.
class ConflictsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { KindRole = Qt::UserRole, TableRole };

    explicit ConflictsModel(QObject *parent = nullptr);

    /// Reads the conflicts again; null empties the model.
    void show(const Session *session);
    [[nodiscard]] const ConstraintConflict &conflict(int row) const { return m_conflicts.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<ConstraintConflict> m_conflicts;
};

} // namespace Rejoin
