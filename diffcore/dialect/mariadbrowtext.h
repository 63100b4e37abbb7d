#pragma once

#include "diffcore/dialect/mariadbdialect.h"
#include "diffcore/dialect/rowlist.h"

namespace Rejoin {

/// Conditions on the rows of a MariaDB or MySQL table.
class MariaDbRowText final : public ListText
{
public:
    MariaDbRowText(const MariaDbDialect &dialect, const Table &table);

    /// A row with this key, or with one of the unique values of `values`.
    [[nodiscard]] QString isTaken(const Cells &key, const Cells &values) const;
    /// Columns that the server would stamp, where the update does not name them: set to what they are.
    [[nodiscard]] QString keptStamps(const Cells &values) const;

    /// As isTaken(), for the rows of a list.
    [[nodiscard]] QString isListedTaken(const RowList &list, const Cells &values) const;
    [[nodiscard]] Cells uniqueCells(const Cells &values) const; ///< those of columns that are part of a unique key

    [[nodiscard]] bool isListable(const Column &column) const override;
    [[nodiscard]] QString listedName(const QString &row) const override;
    [[nodiscard]] QString listedValue(const Value &value, const Column &column) const override;
    [[nodiscard]] ListedWriter listedWriter(const Column &column) const override;
    [[nodiscard]] QString nullOf(const Column &column) const override;
    [[nodiscard]] QString isSameAs(const Column &column, const QString &other) const override;
    [[nodiscard]] QString isExactlyAs(const Column &column, const QString &other, bool present) const override;

protected:
    [[nodiscard]] QString isSame(const Column &column, const Value &value) const override;
    [[nodiscard]] QString isExactly(const Column &column, const Value &value) const override;

private:
    [[nodiscard]] bool isIndexed(const QString &column) const;
    [[nodiscard]] bool isText(const Column &column) const;

    const MariaDbDialect &m_dialect;
};

/// Text whose collation compares nothing but the same characters as equal, trailing blanks included.
[[nodiscard]] QString exactCollation(const MariaDbDialect &dialect);

} // namespace Rejoin
