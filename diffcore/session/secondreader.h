#pragma once

#include "diffcore/session/sessionfile.h"

#include <functional>
#include <future>

namespace Rejoin {

/// Reads a share of a session's file by a connection and on a thread of its own, while the first connection reads the
/// rest, and of the same moment.
///
/// SQLite gives two connections no common view of a file. So this one asks twice whether anybody has committed
/// (https://www.sqlite.org/pragma.html#pragma_data_version): when it is made, and within its own transaction. Where the
/// first connection's transaction began in between and nobody committed, both see the same.
///
/// Made, started and finished on one thread.
class SecondReader
{
public:
    /// Runs on the other thread, within a transaction of the file that it is given.
    using Share = std::function<Result<void>(SessionFile &)>;

    /// Opens the file once more. What fails here is said by finish() as "not of the same moment".
    explicit SecondReader(const QString &path);
    /// Waits for its thread; what was started is read to its end.
    ~SecondReader();
    SecondReader(const SecondReader &) = delete;
    SecondReader &operator=(const SecondReader &) = delete;

    /// Begins to read; once, when the first connection's transaction has read something.
    void start(Share share);
    /// Waits. False: it would not have been of the same moment, and nothing was read.
    [[nodiscard]] Result<bool> finish();

private:
    static Result<bool> run(const QString &path, std::promise<void> opened, std::future<Share> share);

    std::promise<Share> m_share;
    std::future<Result<bool>> m_done;
    bool m_isStarted = false;
};

} // namespace Rejoin
