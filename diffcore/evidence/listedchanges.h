#pragma once

#include "diffcore/compare/listedkeys.h"
#include "diffcore/dialect/past.h"
#include "diffcore/evidence/evidence.h"

namespace Rejoin {

/// Reads the lists that the servers keep of the changes of one table.
class ChangeReader : public KeyList
{
public:
    /// The letter of each of these keys that is on the list of a side; see ChangeList.
    [[nodiscard]] virtual Result<QHash<RowKey, QChar>> letters(Side side, const QList<RowKey> &keys) = 0;
};

/// What became of a row since the split: its letter (null: it is not on the list) and whether it is there now.
[[nodiscard]] Change listedChange(Watch watch, QChar letter, bool isThere);

/// SQL Server's own lists: change tracking and change data capture tell who inserted, updated and deleted a row; a row
/// version who wrote it. None of them tells old values.
class ListedChanges final : public Evidence
{
public:
    /// Asks both servers. `points`: where the lists stood at the split. Fails with Unsupported, saying why.
    [[nodiscard]] static Result<std::unique_ptr<ListedChanges>>
    make(PerSide<Connection *> servers, const AlignedTable &table, Watch watch, const PerSide<QString> &points,
         const QDateTime &moment, const CancelToken &cancel);

    /// `behind`: how the lists fall short of the present, one sentence; empty = they do not.
    ListedChanges(std::unique_ptr<ChangeReader> reader, const AlignedTable &table, Watch watch, QString behind);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString limits() const override;
    [[nodiscard]] Result<QList<Knowledge>> ask(const QList<RowKey> &keys,
                                               const QList<PerSide<std::optional<Row>>> &rows) override;
    [[nodiscard]] std::unique_ptr<KeySource> changes(PerSide<RowFetcher *> from, int pageRows) override;
    [[nodiscard]] QString unlisted() const override;

private:
    std::unique_ptr<ChangeReader> m_reader;
    const AlignedTable &m_table;
    Watch m_watch;
    QString m_behind;
};

} // namespace Rejoin
