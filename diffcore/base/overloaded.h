#pragma once

namespace Rejoin {

/// Handlers for std::visit, one for each alternative of a variant.
template <typename... Handlers> struct Overloaded : Handlers...
{
    using Handlers::operator()...;
};

} // namespace Rejoin
