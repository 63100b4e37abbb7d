#include "tests/contract/hostiletexts.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

/// A character of each of the seventeen planes.
static QString everyPlane()
{
    QString text;
    for (char32_t plane = 0; plane <= 0x10; ++plane)
        text += QString::fromUcs4(std::array{char32_t(plane * 0x10000 + 0x0123)}.data(), 1);
    return text;
}

QStringList hostileTexts()
{
    return {
        QString(),
        u" "_s,
        u"trailing blanks   "_s,
        u"it''s 'quoted' \"twice\" `thrice` [four] {five}"_s,
        u"ends with a backslash \\"_s,
        u"\\' OR 1=1; -- \\\\ \\n"_s,
        u"$$ $rejoin$ $rejoin1$ $a$ END $rejoin$;"_s,
        u"%1 %2 %s %% ? :name @var &amp; ${x} #{y} {fn now()}"_s,
        u"'; DROP TABLE t; --"_s,
        u"/* open\n-- line\r\ntwo\rthree\ttab\n\\. \n.quit\nGO\nDELIMITER //\n"_s,
        u"\u0001\u001b[31m\u007f\u0085\u2028\u2029\u200b\ufeff\u202e"_s,
        u"Straße, ŁÓDŹ, Ελλάδα, ﷺ, 日本語, e\u0301 é"_s,
        u"😀 👩‍👩‍👧 𝒳 \U00020000 \U0010FFFD \uFFFD \uFFFF"_s,
        everyPlane(),
        u"NULL"_s,
        u"0x00"_s,
        u"1e3"_s,
    };
}

QStringList hostileNames()
{
    return {
        u"or\"d]e`r; drop"_s,
        u"select"_s,
        u"with 'quotes' and \\"_s,
        u"%1 ? :x $rejoin$ {y}"_s,
        u"Großer Tisch 😀"_s,
        u"rejoin_rows"_s,
        u"a_name_of_sixty_three_characters_that_is_as_long_as_they_can_be"_s,
    };
}

QString longText(qsizetype length)
{
    QString text;
    text.reserve(length + 16);
    for (int turn = 0; text.size() < length; ++turn)
        text += u"aä日"_s + QString::number(turn) + (turn % 3 == 0 ? u"😀'"_s : u"\\\"\n"_s);
    return text;
}

QByteArray everyByte()
{
    QByteArray bytes;
    for (int byte = 0; byte < 256; ++byte)
        bytes += static_cast<char>(byte);
    return bytes + bytes;
}

} // namespace Rejoin::Testing
