#pragma once

#include "tests/support/story.h"

namespace Rejoin::Testing {

/// The story's alignment as a catalog of the database tells it: keys that the server hands out are INTEGER.
[[nodiscard]] Alignment typed(Alignment alignment);
/// The tables and rows of a story as SQL for the engine's own client. Keys that the server hands out count on
/// (AUTOINCREMENT); other columns have no type.
[[nodiscard]] QByteArray storySql(const Alignment &alignment, const State &state);

} // namespace Rejoin::Testing
