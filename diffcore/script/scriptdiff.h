#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace Rejoin {

/// One place where two scripts differ: the operation's comment, and the lines that only one of them has.
struct ScriptChange
{
    QString operation; ///< "-- update orders order_id=955: …"; empty for the script's head
    QStringList removed;
    QStringList added;

    friend bool operator==(const ScriptChange &, const ScriptChange &) = default;
};

/// What became of a script, in the order of the new one; what only the old one does stands last. Linear in their sizes:
/// lines that merely moved are no difference.
[[nodiscard]] QList<ScriptChange> scriptDiff(const QByteArray &before, const QByteArray &after);

} // namespace Rejoin
