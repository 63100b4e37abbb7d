#pragma once

#include "diffcore/value/value.h"

#include <optional>

namespace Rejoin {

/// Part of a table in key order, in the server's own order: after `after`, up to and with `through`.
struct KeyRange
{
    std::optional<QList<Value>> after;
    std::optional<QList<Value>> through;
};

} // namespace Rejoin
