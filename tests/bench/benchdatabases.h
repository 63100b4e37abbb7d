#pragma once

#include "diffcore/dialect/engine.h"
#include "diffcore/odbc/connectionstring.h"
#include "tests/bench/datacache.h"
#include "tests/bench/measuredprocess.h"

#include <functional>
#include <memory>

namespace Rejoin::Bench {

/// Side A and side B of one engine: two servers of the bench's own, which end with this object, or two files.
class BenchDatabases
{
public:
    /// Fails with Unsupported, saying why, where the engine is not installed.
    [[nodiscard]] static Result<std::unique_ptr<BenchDatabases>> start(Engine engine, const DataCache &cache,
                                                                       const QString &workFolder);
    virtual ~BenchDatabases() = default;
    BenchDatabases(const BenchDatabases &) = delete;
    BenchDatabases &operator=(const BenchDatabases &) = delete;

    [[nodiscard]] virtual Engine engine() const = 0;
    /// Loads both sides, unless they are there.
    [[nodiscard]] virtual Result<void> provide(const ShopData &data) = 0;
    /// Undoes whatever was done to the rows of a side.
    [[nodiscard]] virtual Result<void> restore(const ShopData &data, Side side) = 0;
    /// Takes both sides away, for the disk's sake.
    [[nodiscard]] virtual Result<void> remove(const ShopData &data) = 0;
    [[nodiscard]] virtual ConnectionString connection(const ShopData &data, Side side) const = 0;
    /// The engine's own client, which stops at the first error, running the script of this file.
    [[nodiscard]] virtual ProgramCall client(const ShopData &data, Side side, const QString &scriptFile) const = 0;

    /// Runs a text in the engine's own client.
    [[nodiscard]] Result<void> run(const ShopData &data, Side side, const QString &script) const;
    /// Writes a script for client().
    [[nodiscard]] Result<QString> scriptFile(const QString &name, const QString &script) const;

protected:
    explicit BenchDatabases(QString workFolder)
        : m_workFolder(std::move(workFolder))
    {
    }
    [[nodiscard]] const QString &workFolder() const { return m_workFolder; }

private:
    QString m_workFolder;
};

} // namespace Rejoin::Bench
