#pragma once

#include "diffcore/dialect/rowtext.h"

namespace Rejoin {

/// Conditions on the rows of a PostgreSQL table.
class PostgreSqlRowText final : public RowText
{
public:
    using RowText::RowText;

protected:
    [[nodiscard]] QString isSame(const Column &column, const Value &value) const override;
    [[nodiscard]] QString isExactly(const Column &column, const Value &value) const override;
};

} // namespace Rejoin
