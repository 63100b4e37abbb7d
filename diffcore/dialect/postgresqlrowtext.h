#pragma once

#include "diffcore/dialect/rowlist.h"

namespace Rejoin {

/// Conditions on the rows of a PostgreSQL table.
class PostgreSqlRowText final : public ListText
{
public:
    using ListText::ListText;

    [[nodiscard]] QString listedName(const QString &row) const override;
    [[nodiscard]] ListedWriter listedWriter(const Column &column) const override;
    [[nodiscard]] QString nullOf(const Column &column) const override;
    [[nodiscard]] QString isExactlyAs(const Column &column, const QString &other, bool present) const override;

protected:
    [[nodiscard]] QString isSame(const Column &column, const Value &value) const override;
    [[nodiscard]] QString isNull(const Column &column) const override;
    [[nodiscard]] QString isExactly(const Column &column, const Value &value) const override;
};

} // namespace Rejoin
