#include "tests/fuzz/mutation.h"

#include "tests/fuzz/jsonmutation.h"

#include <algorithm>

namespace Rejoin::Fuzzing {

namespace {

constexpr int longestRun = 64; ///< bytes that are moved at once

/// Up to longestRun bytes of the input, from anywhere in it.
QByteArray runOf(const QByteArray &input, QRandomGenerator &random)
{
    const qsizetype start = random.bounded(input.size() + 1);
    return input.mid(start, 1 + random.bounded(longestRun));
}

QByteArray atTheEndOfItsRange(QRandomGenerator &random)
{
    static const QList<QByteArray> numbers{"0",
                                           "-1",
                                           "2147483648",
                                           "9223372036854775807",
                                           "-9223372036854775808",
                                           "18446744073709551616",
                                           "1e999",
                                           QByteArray(4, '\xff'),
                                           QByteArray(8, '\0'),
                                           QByteArray("\x7f\xff\xff\xff", 4),
                                           QByteArray("\x80\0\0\0", 4)};
    return numbers[random.bounded(numbers.size())];
}

void changeOnce(QByteArray &input, const QList<QByteArray> &seeds, QRandomGenerator &random)
{
    const qsizetype place = random.bounded(input.size() + 1);
    const bool isWithin = place < input.size();
    switch (random.bounded(9)) {
    case 0:
        if (isWithin)
            input[place] = static_cast<char>(input[place] ^ (1 << random.bounded(8)));
        break;
    case 1:
        if (isWithin)
            input[place] = static_cast<char>(random.bounded(256));
        break;
    case 2: input.remove(place, 1 + random.bounded(longestRun)); break;
    case 3: input.truncate(place); break;
    case 4: input.insert(place, runOf(input, random)); break;
    case 5: input.insert(place, runOf(seeds[random.bounded(seeds.size())], random)); break;
    case 6: input.insert(place, atTheEndOfItsRange(random)); break;
    case 7: {
        const QByteArray number = atTheEndOfItsRange(random);
        input.replace(place, number.size(), number);
        break;
    }
    default:
        if (const QByteArray json = withJsonChanged(input, random); !json.isEmpty())
            input = json;
    }
}

} // namespace

QByteArray mutated(const QList<QByteArray> &seeds, qsizetype longest, QRandomGenerator &random)
{
    QByteArray input = seeds[random.bounded(seeds.size())];
    for (int changes = 1 + random.bounded(8); changes > 0; --changes)
        changeOnce(input, seeds, random);
    input.truncate(std::min(input.size(), longest));
    return input;
}

} // namespace Rejoin::Fuzzing
