#pragma once

#include "diffcore/compare/listedkeys.h"
#include "diffcore/dialect/past.h"
#include "diffcore/evidence/evidence.h"
#include "diffcore/evidence/touchedevidence.h"

namespace Rejoin {

/// What a server keeps of a row at the split.
struct PastRow
{
    bool isKnown = false;
    std::optional<Row> row; ///< nothing = there was none
};

/// What the pasts of both servers tell together of one key. Where they agree, that is the baseline. Where they do not,
/// the servers had drifted before: what neither touched since is DriftedBefore, all else waits for a person. A column
/// that shows nothing but each server's own default was added since, and is absent.
[[nodiscard]] Knowledge agreed(const AlignedTable &table, PerSide<PastRow> pasts,
                               const PerSide<std::optional<Row>> &rows);

/// Tables of which both servers keep every version that a row had: each is asked for its rows as of the split, and for
/// the keys of which a version began or ended since.
class SystemVersions final : public Evidence, private KeyList
{
public:
    /// Whether the person named these means: then a history from which something may have been deleted counts as whole.
    enum class Word : quint8 { Unasked, Named };

    /// Asks both servers. Fails with Unsupported, saying why, where one of them keeps no versions back to the split.
    /// Servers and table must outlive the evidence.
    [[nodiscard]] static Result<std::unique_ptr<SystemVersions>> make(PerSide<Connection *> servers,
                                                                      const AlignedTable &table, const SplitTime &split,
                                                                      Word word, const CancelToken &cancel);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString limits() const override;
    [[nodiscard]] Result<QList<Knowledge>> ask(const QList<RowKey> &keys,
                                               const QList<PerSide<std::optional<Row>>> &rows) override;
    [[nodiscard]] GeneratorState generatorAtSplit() const override { return m_generator; }
    [[nodiscard]] std::unique_ptr<KeySource> changes(PerSide<RowFetcher *> from, int pageRows) override;
    [[nodiscard]] QString unlisted() const override;

private:
    SystemVersions(PerSide<Connection *> servers, const AlignedTable &table, const SplitTime &split,
                   PerSide<KeptVersions> kept, const CancelToken &cancel);
    [[nodiscard]] Result<void> readGenerator(PerSide<Connection *> servers);
    [[nodiscard]] Result<QHash<RowKey, Row>> rowsAsOf(Side side, const QDateTime &moment, const QList<RowKey> &keys);
    [[nodiscard]] Result<QList<PastRow>> pastOf(Side side, const QList<RowKey> &keys);
    [[nodiscard]] RowVersions touched(Side side) const;

    [[nodiscard]] Result<QList<RowKey>> page(Side side, const std::optional<QList<Value>> &after, int limit) override;
    [[nodiscard]] Result<QSet<RowKey>> among(Side side, const QList<RowKey> &keys) override;

    const AlignedTable &m_table;
    SplitTime m_split;
    PerSide<KeptVersions> m_kept;
    PerSide<RowFetcher> m_fetchers;
    GeneratorState m_generator;
};

} // namespace Rejoin
