#pragma once

#include "diffcore/dialect/past.h"

namespace Rejoin {

class SqlitePast final : public Past
{
public:
    /// The counter of changes in the file's header. Nothing in WAL mode, which writes beside the file and counts
    /// nothing there.
    [[nodiscard]] QString readWritePosition(Connection &connection) const override;
};

} // namespace Rejoin
