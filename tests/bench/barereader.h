#pragma once

#include <QStringList>
#include <optional>

namespace Rejoin::Bench {

/// What a program does that was called with `--read CONNECTION QUERY`: reads all rows of the query in blocks and does
/// nothing with them. Its exit; nothing where it was called otherwise.
[[nodiscard]] std::optional<int> readBare(const QStringList &arguments);

} // namespace Rejoin::Bench
