#pragma once

#include "tests/bench/shopdata.h"

namespace Rejoin::Bench {

/// Files of bench data that are made once and kept, named after what they hold. Only one bench at a time uses a folder.
class DataCache
{
public:
    explicit DataCache(QString folder)
        : m_folder(std::move(folder))
    {
    }
    /// $XDG_CACHE_HOME/rejoin/bench or ~/.cache/rejoin/bench
    [[nodiscard]] static QString usualFolder();

    /// The rows of a side as lines of cells parted by tabs; made where they are not there.
    [[nodiscard]] Result<QString> rows(const ShopData &data, Side side) const;
    /// The same as an SQLite database, which must not be written to.
    [[nodiscard]] Result<QString> sqliteFile(const ShopData &data, Side side) const;

private:
    [[nodiscard]] Result<QString> file(const ShopData &data, Side side, const QString &ending,
                                       const std::function<Result<void>(const QString &path)> &make) const;

    QString m_folder;
};

} // namespace Rejoin::Bench
