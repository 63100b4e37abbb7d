#pragma once

#include "diffcore/dialect/mariadbdialect.h"
#include "diffcore/dialect/rowtext.h"

namespace Rejoin {

/// Conditions on the rows of a MariaDB or MySQL table.
class MariaDbRowText final : public RowText
{
public:
    MariaDbRowText(const MariaDbDialect &dialect, const Table &table);

    /// A row with this key, or with one of the unique values of `values`.
    [[nodiscard]] QString isTaken(const Cells &key, const Cells &values) const;
    /// Columns that the server would stamp, where the update does not name them: set to what they are.
    [[nodiscard]] QString keptStamps(const Cells &values) const;

protected:
    [[nodiscard]] QString isSame(const Column &column, const Value &value) const override;
    [[nodiscard]] QString isExactly(const Column &column, const Value &value) const override;

private:
    [[nodiscard]] bool isIndexed(const QString &column) const;

    const MariaDbDialect &m_dialect;
};

/// Text whose collation compares nothing but the same characters as equal, trailing blanks included.
[[nodiscard]] QString exactCollation(const MariaDbDialect &dialect);

} // namespace Rejoin
