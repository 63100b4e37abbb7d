#pragma once

#include "diffcore/dialect/past.h"
#include "diffcore/odbc/connection.h"

namespace Rejoin {

class SqlServerDialect;

/// Written by Microsoft's documentation.
class SqlServerPast final : public Past
{
public:
    /// A temporal table that no ALTER touched since the moment, and whose retention reaches behind it, has kept every
    /// version: history can be taken away only where versioning is switched off. The catalog's times are local ones of
    /// an unknown zone, so that a few hours around the moment prove nothing.
    [[nodiscard]] QString selectVersionedTables() const override;
    [[nodiscard]] QString selectWatchedTables(Watch watch) const override;
    [[nodiscard]] Result<KeptVersions> readKeptVersions(Connection &connection, const Table &table,
                                                        const QDateTime &moment) const override;
    [[nodiscard]] QString selectHighestAsOf(const Table &table, const QString &column,
                                            const QDateTime &moment) const override;
    /// The version of change tracking and the row version at the split are to be given; change data capture finds it by
    /// the time, which it keeps in the server's zone.
    [[nodiscard]] Result<ChangeList> readChangeList(Connection &connection, const Table &table,
                                                    const QStringList &keyColumns, Watch watch, const QString &point,
                                                    const QDateTime &moment) const override;
    [[nodiscard]] QString selectPoints() const override;
    [[nodiscard]] QList<SplitSource> splitSources() const override;

    /// The queries of readKeptVersions(): the period's columns, and whether the table was altered since; whether the
    /// retention ends after the moment, which SQL Server 2016 does not know of; whether a version began before.
    [[nodiscard]] static QString selectTemporal(const Table &table, const QDateTime &moment);
    [[nodiscard]] static QString selectRetentionEnded(const Table &table, const QDateTime &moment);
    [[nodiscard]] static QString selectOldVersion(const Table &table, const QString &start, const QDateTime &moment);

    /// The queries of readChangeList(): the least version that is valid, and the present one; the instance that
    /// captures the table, its lowest LSN, the highest of all, the first behind and the last before the moment, 1 where
    /// it is certain which local time that is, and until when changes are captured.
    [[nodiscard]] static QString selectTracking(const Table &table);
    [[nodiscard]] static QString selectCapture(const Table &table, const QDateTime &moment);

    /// The changes that a capture instance has from one LSN through another; an empty first one = there are none.
    struct Captured
    {
        QString instance;
        QString from;
        QString until;
    };
    [[nodiscard]] static QString trackedSource(const Table &table, qint64 version);
    [[nodiscard]] static QString capturedSource(const QStringList &keyColumns, const Captured &captured);
    [[nodiscard]] static QString versionedSource(const Table &table, const QString &column, const QString &point);

    /// What readChangeList() makes of the answers to these queries; `label` is the server's.
    [[nodiscard]] static Result<ChangeList> tracked(const TextRows &known, const Table &table, const QString &point,
                                                    const QString &label);
    [[nodiscard]] static Result<ChangeList> captured(const TextRows &known, const QStringList &keyColumns,
                                                     const QString &label);
    /// `now`: the server's present row version.
    [[nodiscard]] static Result<ChangeList> versioned(const QString &now, const Table &table, const QString &point,
                                                      const QString &label);
};

/// What stands behind FROM: the table, its versions, or a list of its changes.
[[nodiscard]] QString sqlServerSource(const Dialect &dialect, const Table &table,
                                      const std::optional<RowVersions> &versions);
/// Condition on versions of the alias `t` that one began or ended since.
[[nodiscard]] QString sqlServerTouched(const Dialect &dialect, const RowVersions &versions);

} // namespace Rejoin
