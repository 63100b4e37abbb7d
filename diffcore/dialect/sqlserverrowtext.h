#pragma once

#include "diffcore/dialect/rowtext.h"

namespace Rejoin {

/// Conditions on the rows of an SQL Server table.
class SqlServerRowText final : public RowText
{
public:
    using RowText::RowText;

    enum class Locks : quint8 { None, UntilCommit };
    /// True in the server where the change has not been carried out, or where more than one row is as it leaves it.
    /// `locks`: a row that is there stays as it is.
    [[nodiscard]] QString isUnlike(const RowChange &change, Locks locks) const;
    /// Finds the row as the change leaves it; for a delete, the row that should be gone.
    [[nodiscard]] QString whereCarriedOut(const RowChange &change) const;
    /// Whether a unique index of the table keeps a second row with this key away: a key that a person chose need not
    /// have one.
    [[nodiscard]] bool isUnique(const Cells &key) const;
    [[nodiscard]] static QString hint(Locks locks);

protected:
    [[nodiscard]] QString isSame(const Column &column, const Value &value) const override;
    [[nodiscard]] QString isExactly(const Column &column, const Value &value) const override;
    [[nodiscard]] QString dependentsHint() const override { return hint(Locks::UntilCommit); }

private:
    [[nodiscard]] QString isText(const Column &column, const Value &value) const;
    [[nodiscard]] QString hasBytes(const Column &column, const QByteArray &bytes) const;
    [[nodiscard]] bool isInKey(const Column &column) const;
};

/// A text as the column's own index compares it. `text`: an expression of type nvarchar.
[[nodiscard]] QString asInIndex(const QString &text, const Column &column);

} // namespace Rejoin
