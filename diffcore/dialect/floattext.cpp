#include "diffcore/dialect/floattext.h"

#include <array>
#include <charconv>

namespace Rejoin {

namespace {

template <typename Float> QByteArray shortest(QByteArrayView text)
{
    double number = 0;
    if (std::from_chars(text.begin(), text.end(), number).ec != std::errc())
        return text.toByteArray();
    std::array<char, 64> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), static_cast<Float>(number)).ptr;
    return QByteArray(digits.data(), end - digits.data());
}

} // namespace

QByteArray canonicalFloat(QByteArrayView text)
{
    return shortest<double>(text);
}

QByteArray canonicalSingle(QByteArrayView text)
{
    return shortest<float>(text);
}

} // namespace Rejoin
