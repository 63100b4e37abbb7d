#pragma once

#include "diffcore/session/session.h"

#include <QAbstractListModel>

namespace Rejoin {

/// What a person should know before the merge, worst first.
struct Finding
{
    enum class Severity : quint8 { Failed, Blocked, Notice };
    Severity severity = Severity::Notice;
    QString table; ///< display name; empty for the whole
    QString text;
};

/// The findings of a session: tables that failed or cannot be compared, schema differences, triggers, notes of the
/// comparison. The display role is the finding's own text.
class FindingsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { SeverityRole = Qt::UserRole, TableRole };

    explicit FindingsModel(QObject *parent = nullptr);

    /// Reads the findings again; null empties the model.
    void show(const Session *session);
    [[nodiscard]] const QList<Finding> &findings() const { return m_findings; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<Finding> m_findings;
};

} // namespace Rejoin
