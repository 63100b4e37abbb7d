#pragma once

#include "diffcore/base/result.h"
#include "diffcore/base/side.h"

#include <future>

namespace Rejoin {

/// Does one piece of work on both servers at the same time, that of A on another thread: it may use nothing of B's
/// connection, and the other way round. The first error of both, A's before B's.
template <typename T, typename Work> [[nodiscard]] Result<PerSide<T>> atOnce(const Work &work)
{
    std::future<Result<T>> ofA = std::async(std::launch::async, [&work] { return work(Side::A); });
    Result<T> b = work(Side::B);
    Result<T> a = ofA.get();
    if (!a)
        return std::unexpected(std::move(a).error());
    if (!b)
        return std::unexpected(std::move(b).error());
    return PerSide<T>{std::move(*a), std::move(*b)};
}

} // namespace Rejoin
