#pragma once

#include <QByteArrayView>
#include <QString>
#include <optional>

namespace Rejoin {

/// The SHA-256 of the two checks that belong to a script. The script names them in its head, so that who approves its
/// bytes approves theirs.
struct CheckHashes
{
    QString before; ///< of precheck.sql
    QString after;  ///< of postcheck.sql

    friend bool operator==(const CheckHashes &, const CheckHashes &) = default;
};

/// As it stands in a comment of the script.
[[nodiscard]] QString checksText(const CheckHashes &hashes);
/// Those that the comments at the start of the script name; nothing where they name none.
[[nodiscard]] std::optional<CheckHashes> checksNamedIn(QByteArrayView script);

} // namespace Rejoin
