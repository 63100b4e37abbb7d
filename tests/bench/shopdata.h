#pragma once

#include "diffcore/base/result.h"
#include "diffcore/base/side.h"

#include <QByteArrayView>
#include <functional>

namespace Rejoin::Bench {

/// How the two sides of a bench's only table differ.
enum class Content : quint8 {
    /// `orders`, 921 differences: 750 order numbers given out twice, 64 orders that A alone took after them, 105 that A
    /// lost, 2 that B changed. The last two are spread over the table.
    Diverged,
    EveryRow, ///< `orders`, B changed every row: its total and its time
    /// `orders`, as many differences as rows: half of them changed on B, a quarter only on A, a quarter only on B
    Operations,
    OneCell, ///< `parts`, whose key is a text of both cases, under unlike collations; one cell is another on B
};

/// Data of a bench, the same rows on every machine and engine.
struct ShopData
{
    Content content = Content::Diverged;
    qint64 rows = 0; ///< at the split; at least `fewest`

    static constexpr qint64 fewest = 1000;
    friend bool operator==(const ShopData &, const ShopData &) = default;
};

/// "diverged_2000000": names databases and files.
[[nodiscard]] QString nameOf(const ShopData &data);
[[nodiscard]] QString tableOf(const ShopData &data);
[[nodiscard]] qint64 rowsOn(const ShopData &data, Side side);
/// Keys whose rows differ.
[[nodiscard]] qint64 differencesIn(const ShopData &data);
/// Those of them that a side still has with a time after the split: what a timestamp column tells.
[[nodiscard]] qint64 differencesSinceSplit(const ShopData &data);
/// ISO 8601, UTC.
[[nodiscard]] QString splitTime();

/// Visits the rows of a side: one line each, cells parted by tabs, with its line feed. Any engine's client loads them.
void eachRow(const ShopData &data, Side side, const std::function<void(QByteArrayView line)> &visit);
/// The same into a file, which is there whole or not at all. Fails with CannotWrite.
[[nodiscard]] Result<void> writeRows(const ShopData &data, Side side, const QString &path);

} // namespace Rejoin::Bench
