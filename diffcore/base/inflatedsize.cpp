#include "diffcore/base/inflatedsize.h"

#include <algorithm>
#include <array>
#include <span>

namespace Rejoin {

namespace {

constexpr int longestCode = 15;
constexpr int literals = 288; // and lengths; 286 and 287 stand for nothing
constexpr int distances = 32; // 30 and 31 stand for nothing
constexpr int endOfBlock = 256;
constexpr int firstLength = 257;

/// The lowest bit of each byte is the first.
class BitReader
{
public:
    explicit BitReader(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    int bit()
    {
        const qsizetype byte = m_at / 8;
        if (byte >= m_bytes.size()) {
            m_isPastEnd = true;
            return 0;
        }
        return (quint8(m_bytes[byte]) >> (m_at++ % 8)) & 1;
    }

    int bits(int count)
    {
        int value = 0;
        for (int i = 0; i < count; ++i)
            value |= bit() << i;
        return value;
    }

    void toNextByte() { m_at = (m_at + 7) / 8 * 8; }

    void skipBytes(qsizetype count)
    {
        m_isPastEnd = m_isPastEnd || m_at / 8 + count > m_bytes.size();
        m_at += count * 8;
    }

    [[nodiscard]] bool isPastEnd() const { return m_isPastEnd; }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0; // in bits
    bool m_isPastEnd = false;
};

/// A Huffman code as RFC 1951 has it (3.2.2): given by how long the code of each symbol is, 0 = it has none.
class Code
{
public:
    explicit Code(std::span<const quint8> lengths)
    {
        for (const quint8 length : lengths)
            ++m_counts[length];
        m_counts[0] = 0;
        std::array<int, longestCode + 1> next{};
        for (int length = 1; length < longestCode; ++length)
            next[length + 1] = next[length] + m_counts[length];
        for (int symbol = 0; symbol < int(lengths.size()); ++symbol) {
            if (lengths[symbol] > 0)
                m_symbols[next[lengths[symbol]]++] = quint16(symbol);
        }
    }

    /// Nothing where the bits are no code.
    std::optional<int> read(BitReader &in) const
    {
        int code = 0;
        int first = 0;
        int before = 0; // symbols with shorter codes
        for (int length = 1; length <= longestCode && !in.isPastEnd(); ++length) {
            code = code * 2 + in.bit();
            first *= 2;
            if (code < first + m_counts[length])
                return m_symbols[before + code - first];
            first += m_counts[length];
            before += m_counts[length];
        }
        return std::nullopt;
    }

private:
    std::array<int, longestCode + 1> m_counts{}; // of symbols, by the length of their codes
    std::array<quint16, literals> m_symbols{};   // in the order of their codes
};

struct Codes
{
    Code literal;
    Code distance;
};

Codes fixedCodes()
{
    std::array<quint8, literals> lengths{};
    for (int symbol = 0; symbol < literals; ++symbol)
        lengths[symbol] = symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8;
    std::array<quint8, distances> five{};
    five.fill(5);
    return {Code(lengths), Code(five)};
}

/// The codes that stand before a block's data.
std::optional<Codes> readCodes(BitReader &in)
{
    constexpr std::array<quint8, 19> order{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    const int literalCount = in.bits(5) + firstLength;
    const int distanceCount = in.bits(5) + 1;
    const int orderCount = in.bits(4) + 4;
    std::array<quint8, order.size()> ofLengths{};
    for (int i = 0; i < orderCount; ++i)
        ofLengths[order[i]] = quint8(in.bits(3));
    const Code code(ofLengths);
    std::array<quint8, literals + distances> lengths{};
    if (literalCount > literals)
        return std::nullopt;
    for (int at = 0; at < literalCount + distanceCount;) {
        const std::optional<int> symbol = code.read(in);
        if (!symbol || (*symbol == 16 && at == 0))
            return std::nullopt;
        const quint8 length = *symbol == 16 ? lengths[at - 1] : *symbol < 16 ? quint8(*symbol) : 0;
        const int times = *symbol < 16    ? 1
                          : *symbol == 16 ? 3 + in.bits(2)
                          : *symbol == 17 ? 3 + in.bits(3)
                                          : 11 + in.bits(7);
        if (at + times > literalCount + distanceCount)
            return std::nullopt;
        std::fill_n(lengths.begin() + at, times, length);
        at += times;
    }
    const std::span<const quint8> all(lengths);
    return Codes{Code(all.first(literalCount)), Code(all.subspan(literalCount, distanceCount))};
}

/// How many bytes a repetition stands for; nothing where the symbol is none.
std::optional<int> repeated(int symbol, BitReader &in)
{
    constexpr int shortest = 3;
    constexpr int longest = 258;
    const int index = symbol - firstLength;
    if (index < 8)
        return shortest + index;
    if (index == 28)
        return longest;
    if (index > 28)
        return std::nullopt;
    const int extra = index / 4 - 1; // four symbols have as many bits to add
    return shortest + ((4 + index % 4) << extra) + in.bits(extra);
}

bool skipDistance(const Code &code, BitReader &in)
{
    const std::optional<int> symbol = code.read(in);
    if (!symbol || *symbol >= 30)
        return false;
    static_cast<void>(in.bits(*symbol < 4 ? 0 : *symbol / 2 - 1));
    return true;
}

/// Counts on until the block ends or there are more than `most`; false where it is none.
bool countCoded(BitReader &in, const Codes &codes, qint64 &size, qint64 most)
{
    while (size <= most) {
        const std::optional<int> symbol = codes.literal.read(in);
        if (!symbol || in.isPastEnd())
            return false;
        if (*symbol == endOfBlock)
            return true;
        if (*symbol < endOfBlock) {
            ++size;
            continue;
        }
        const std::optional<int> times = repeated(*symbol, in);
        if (!times || !skipDistance(codes.distance, in))
            return false;
        size += *times;
    }
    return true;
}

bool countStored(BitReader &in, qint64 &size)
{
    in.toNextByte();
    const int length = in.bits(16);
    const int inverted = in.bits(16);
    if (length != (inverted ^ 0xffff))
        return false;
    in.skipBytes(length);
    size += length;
    return !in.isPastEnd();
}

bool countBlock(BitReader &in, qint64 &size, qint64 most)
{
    switch (in.bits(2)) {
    case 0: return countStored(in, size);
    case 1: return countCoded(in, fixedCodes(), size, most);
    case 2: {
        const std::optional<Codes> codes = readCodes(in);
        return codes && countCoded(in, *codes, size, most);
    }
    default: return false;
    }
}

} // namespace

std::optional<qint64> inflatedSize(QByteArrayView stream, qint64 most)
{
    constexpr int head = 2; // bytes: the method, and a check of it
    constexpr int deflate = 8;
    if (stream.size() < head || (quint8(stream[0]) & 0xf) != deflate)
        return std::nullopt;
    BitReader in(stream.sliced(head));
    qint64 size = 0;
    for (bool isLast = false; !isLast && size <= most;) {
        isLast = in.bit() == 1;
        if (!countBlock(in, size, most))
            return std::nullopt;
    }
    return size;
}

} // namespace Rejoin
