#pragma once

#include <QMetaType>
#include <array>

namespace Rejoin {

/// One of the two servers that drifted apart.
enum class Side : quint8 { A, B };

/// A state of a row: the common one at the split, or that of a server.
enum class Version : quint8 { Baseline, A, B };

inline constexpr std::array bothSides{Side::A, Side::B};
inline constexpr std::array allVersions{Version::Baseline, Version::A, Version::B};

[[nodiscard]] constexpr Side other(Side side)
{
    return side == Side::A ? Side::B : Side::A;
}

[[nodiscard]] constexpr Version versionOf(Side side)
{
    return side == Side::A ? Version::A : Version::B;
}

/// One T for each server, so that no code is written twice.
template <typename T> struct PerSide
{
    T a{};
    T b{};

    [[nodiscard]] constexpr T &operator[](Side side) { return side == Side::A ? a : b; }
    [[nodiscard]] constexpr const T &operator[](Side side) const { return side == Side::A ? a : b; }
    [[nodiscard]] constexpr PerSide swapped() const { return {b, a}; }
    friend bool operator==(const PerSide &, const PerSide &) = default;
};

/// One T for each version.
template <typename T> struct PerVersion
{
    T baseline{};
    T a{};
    T b{};

    [[nodiscard]] constexpr T &operator[](Version version)
    {
        return version == Version::Baseline ? baseline : version == Version::A ? a : b;
    }
    [[nodiscard]] constexpr const T &operator[](Version version) const
    {
        return version == Version::Baseline ? baseline : version == Version::A ? a : b;
    }
    [[nodiscard]] constexpr T &operator[](Side side) { return side == Side::A ? a : b; }
    [[nodiscard]] constexpr const T &operator[](Side side) const { return side == Side::A ? a : b; }
    friend bool operator==(const PerVersion &, const PerVersion &) = default;
};

} // namespace Rejoin

Q_DECLARE_METATYPE(Rejoin::Side)
