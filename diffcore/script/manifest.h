#pragma once

#include "diffcore/base/result.h"
#include "diffcore/base/side.h"
#include "diffcore/odbc/connectionstring.h"
#include "diffcore/script/script.h"
#include "diffcore/session/history.h"

#include <QDateTime>
#include <QHash>
#include <QMap>

namespace Rejoin {

inline const QString manifestName = QStringLiteral("manifest.json");
inline const QString sumsName = QStringLiteral("SHA256SUMS");

/// What manifest.json tells of a bundle.
struct Manifest
{
    struct Server
    {
        QString title;
        QString engine;
        QString version;
        QString database;
        QString identity;
        ConnectionString connection; ///< no literal secrets
    };
    struct Target
    {
        Side side = Side::A;
        QHash<QString, qint64> counts; ///< "insert", "update", "delete"
        QMap<QString, RowCounts> tables;
    };

    QString projectHash;
    QDateTime since;
    QDateTime comparedAt;
    QString mergedState; ///< SHA-256 of the state that both servers get; empty: written before that was noted
    QString ticket;
    QString reason;
    PerSide<Server> servers;
    QList<Target> targets;
    qint64 movedKeys = 0;
    bool masksValues = false;     ///< columns are masked: what a server says of values is not for logs
    bool needsReview = false;     ///< a script runs only with a review that stands
    std::optional<Review> review; ///< the latest of the session, of these scripts or of earlier ones
    QMap<QString, QString> files; ///< path in the bundle → SHA-256
};

[[nodiscard]] QByteArray manifestJson(const Manifest &manifest);
/// Fails with BadFile, naming the member that is wrong. Takes no path but those that a bundle has.
[[nodiscard]] Result<Manifest> parseManifest(const QByteArray &json);

/// "a" or "b": the folder of a target.
[[nodiscard]] QString folderOf(Side target);
/// Every file that a bundle can hold, manifest and sums among them.
[[nodiscard]] QStringList bundleFiles();

} // namespace Rejoin
