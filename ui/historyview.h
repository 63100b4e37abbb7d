#pragma once

#include "models/historymodel.h"
#include "ui/enginewords.h"

#include <QWidget>

class QTableView;

namespace Rejoin {

/// The words on top of a HistoryModel: titles, times, struck through what was taken back.
class HistoryText : public EngineWordsModel
{
    Q_OBJECT

public:
    using EngineWordsModel::EngineWordsModel;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

/// When, who, what: decisions, reviews, exports and runs. Read when it is looked at.
class HistoryView : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryView(QWidget *parent = nullptr);

    /// The session must outlive the view or the next call.
    void setSession(const Session *session);

protected:
    void showEvent(QShowEvent *event) override;

private:
    const Session *m_session = nullptr;
    HistoryModel m_model;
    HistoryText m_text;
    QTableView *m_view;
};

} // namespace Rejoin
