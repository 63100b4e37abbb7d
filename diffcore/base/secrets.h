#pragma once

#include <QString>

namespace Rejoin {

/// `text` with `***` for what follows `pwd=`, `password:`, `token=` and their like, to the next semicolon or the end of
/// the line, and for the password of an address (`scheme://user:password@host`). `env:NAME` stays: it names a variable.
/// The net below ConnectionString::scrub(), which knows the secrets themselves: this one rather hides too much.
[[nodiscard]] QString withoutSecrets(QString text);

} // namespace Rejoin
