#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace Rejoin {

enum class Shell : quint8 { Bash, Zsh, Fish };

/// "bash", "zsh", "fish"; nothing for any other text.
[[nodiscard]] std::optional<Shell> shellNamed(const QString &name);

/// What makes a shell complete commands, options, words that options take, and files; made from what `--help` is made
/// from.
[[nodiscard]] QByteArray completionsFor(Shell shell);

} // namespace Rejoin
