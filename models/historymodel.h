#pragma once

#include "diffcore/session/session.h"

#include <QAbstractTableModel>

namespace Rejoin {

/// What was done, newest first: every decision step, and reviews, exports, runs and undos.
class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TimeColumn, ByColumn, TextColumn, RowsColumn, ColumnCount };
    enum Role { UndoneRole = Qt::UserRole }; ///< bool: the step was taken back

    explicit HistoryModel(QObject *parent = nullptr);

    /// Reads the history again; null empties the model.
    void show(const Session *session);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    /// The time is a QDateTime, rows a number; nothing where it is no decision.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Entry
    {
        QDateTime at;
        QString by;
        QString text;
        std::optional<qint64> rows;
        bool undone = false;
    };
    static QList<Entry> entriesOf(const Session &session);

    QList<Entry> m_entries;
};

} // namespace Rejoin
