#pragma once

#include "models/rowsmodel.h"

#include <QIdentityProxyModel>

namespace Rejoin {

/// The words on top of a RowsModel: decision and outcome as text, titles, tooltips, and what a screen reader says.
class RowsText : public QIdentityProxyModel
{
    Q_OBJECT

public:
    enum Role { TintRole = Qt::UserRole + 100 }; ///< int of Tint, for every cell

    explicit RowsText(RowsModel *rows, QObject *parent = nullptr);

    [[nodiscard]] const RowsModel &rows() const { return *m_rows; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const Difference &difference, const RowsModel::Section &section) const;
    [[nodiscard]] QString toolTip(const QModelIndex &index, const Difference &difference,
                                  const RowsModel::Section &section) const;
    [[nodiscard]] QString spoken(const QModelIndex &index, const Difference &difference,
                                 const RowsModel::Section &section) const;

    RowsModel *m_rows;
};

} // namespace Rejoin
