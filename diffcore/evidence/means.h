#pragma once

#include "diffcore/base/result.h"
#include "diffcore/base/side.h"
#include "diffcore/schema/catalog.h"

#include <QTimeZone>

namespace Rejoin {

/// The means by which the past is known; best first.
enum class Means : quint8 {
    BaselineDatabase,
    SystemVersions,
    Checkpoint,
    ChangeCapture,
    ChangeTracking,
    CommitTimestamps,
    RowVersion,
    TimestampColumn,
    HighestKey,
    None
};

/// "baseline database", "timestamp column": for people and JSON.
[[nodiscard]] QString meansName(Means means);

/// One means with what it needs.
struct MeansChoice
{
    Means means = Means::None;
    QString column;        ///< TimestampColumn: empty = the one that is proposed
    QTimeZone zone;        ///< TimestampColumn: of times that carry none; invalid = UTC
    qint64 highestKey = 0; ///< HighestKey
    /// ChangeTracking, RowVersion: what each server itself counted at the split.
    PerSide<QString> points = {};

    friend bool operator==(const MeansChoice &, const MeansChoice &) = default;
};

/// As the person writes it: "timestamp:updated_at".
[[nodiscard]] QString meansText(const MeansChoice &choice);

/// What the person chose for some tables: means that are asked one after the other until one of them knows.
struct EvidenceChoice
{
    QString tables; ///< glob
    QList<MeansChoice> means;

    /// `GLOB=MEANS[+MEANS]`, MEANS being `baseline`, `system-versions`, `checkpoint`, `change-capture`,
    /// `change-tracking:OF-A/OF-B`, `commit-timestamps`, `rowversion:OF-A/OF-B`, `timestamp[:COLUMN[@ZONE]]`,
    /// `highest-key:NUMBER` or `none`. Fails with Usage.
    [[nodiscard]] static Result<EvidenceChoice> parse(const QString &text);
    [[nodiscard]] QString toText() const;
    friend bool operator==(const EvidenceChoice &, const EvidenceChoice &) = default;
};

/// The choice for a table: the last one whose glob matches, so that a rule for all can stand first; null where none
/// does.
[[nodiscard]] const EvidenceChoice *choiceFor(const QList<EvidenceChoice> &choices, const TableName &table);

} // namespace Rejoin
