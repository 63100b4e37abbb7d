#include "diffcore/value/utf16text.h"

namespace Rejoin {

namespace {

/// Where the three bytes of a surrogate begin, at `from` or after; -1 where there are none.
qsizetype surrogateFrom(QByteArrayView bytes, qsizetype from)
{
    for (qsizetype at = bytes.indexOf('\xED', from); at >= 0; at = bytes.indexOf('\xED', at + 1)) {
        const auto isNext = [&](qsizetype place, uchar least) {
            return place < bytes.size() && static_cast<uchar>(bytes[place]) >= least &&
                   static_cast<uchar>(bytes[place]) < 0xC0;
        };
        if (isNext(at + 1, 0xA0) && isNext(at + 2, 0x80))
            return at;
    }
    return -1;
}

} // namespace

bool hasHalfCharacters(QByteArrayView bytes)
{
    return surrogateFrom(bytes, 0) >= 0;
}

QByteArray bytesOfUtf16(QStringView text)
{
    if (text.isValidUtf16())
        return text.toUtf8();
    QByteArray bytes;
    qsizetype begin = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar unit = text[at];
        if (!unit.isSurrogate())
            continue;
        if (unit.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
            ++at;
            continue;
        }
        bytes += text.sliced(begin, at - begin).toUtf8();
        bytes += '\xED';
        bytes += static_cast<char>(0x80 | (unit.unicode() >> 6 & 0x3F));
        bytes += static_cast<char>(0x80 | (unit.unicode() & 0x3F));
        begin = at + 1;
    }
    return bytes + text.sliced(begin).toUtf8();
}

QString utf16OfBytes(QByteArrayView bytes)
{
    qsizetype surrogate = surrogateFrom(bytes, 0);
    if (surrogate < 0)
        return QString::fromUtf8(bytes);
    QString text;
    qsizetype begin = 0;
    for (; surrogate >= 0; surrogate = surrogateFrom(bytes, begin)) {
        text += QString::fromUtf8(bytes.sliced(begin, surrogate - begin));
        text += QChar(0xD000 | (bytes[surrogate + 1] & 0x3F) << 6 | (bytes[surrogate + 2] & 0x3F));
        begin = surrogate + 3;
    }
    return text + QString::fromUtf8(bytes.sliced(begin));
}

} // namespace Rejoin
