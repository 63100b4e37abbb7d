#include "tests/bench/shopdata.h"

#include <QDate>
#include <QSaveFile>
#include <algorithm>
#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace Rejoin::Bench {

namespace {

constexpr qint64 collisions = 750;
constexpr qint64 onlyA = 64;
constexpr qint64 lostOnA = 105;
constexpr std::array<qint64, 2> changedRows{20, 60}; ///< half a step after the row of this number, of those that A lost

constexpr qint64 secondsOfDay = 86400;
constexpr qint64 daysBefore = 300;

/// Rows of one side that are not as on the other.
enum class Mark : quint8 { None, Changed, New };

qint64 stepOf(const ShopData &data)
{
    return data.rows / (lostOnA + 1);
}

bool isLostOnA(const ShopData &data, qint64 number)
{
    return number % stepOf(data) == 0 && number / stepOf(data) <= lostOnA;
}

bool isChangedOnB(const ShopData &data, qint64 number)
{
    const qint64 step = stepOf(data);
    return std::ranges::any_of(changedRows, [&](qint64 row) { return number == row * step + step / 2; });
}

/// Spreads small numbers; the same everywhere.
quint64 mixed(qint64 number)
{
    quint64 bits = quint64(number) * 0x9E3779B97F4A7C15U;
    bits ^= bits >> 32U;
    return bits * 0xD6E8FEB86659FD93U >> 16U;
}

/// Writes rows into one buffer.
class RowWriter
{
public:
    RowWriter(Side side, const std::function<void(QByteArrayView)> &visit)
        : m_side(side)
        , m_visit(visit)
    {
        for (qint64 day = 0; day < daysBefore; ++day)
            m_days[size_t(day)] = QDate(2026, 1, 1).addDays(day).toString(Qt::ISODate).toLatin1();
    }

    void order(qint64 number, Mark mark)
    {
        const quint64 dice = mixed(mark == Mark::New && m_side == Side::B ? -number : number);
        const quint64 cents = dice % 1000000 + (mark == Mark::Changed ? 1 : 0);
        const qint64 second = mark == Mark::None ? number % (daysBefore * secondsOfDay) : 36001 + number % 40000;
        const QByteArray &day = mark == Mark::None ? m_days[size_t(second / secondsOfDay)] : m_dayAfter;
        static constexpr std::array words{"new", "paid", "packed", "shipped"};
        print("%lld\t%llu\t%s\t%llu.%02llu\t%s %02lld:%02lld:%02lld\tparcel %llu, bay %llu\n", number, dice % 50000,
              words[dice / 7 % words.size()], cents / 100, cents % 100, day.constData(), second % secondsOfDay / 3600,
              second % 3600 / 60, second % 60, dice % 100000007, dice / 11 % 400);
    }

    /// Upper case comes before lower case in one order of texts and beside it in another.
    void part(qint64 number, Mark mark)
    {
        const quint64 dice = mixed(number);
        const auto letter = char((dice / 3 % 2 == 0 ? 'a' : 'A') + int(dice % 26));
        print("%c-%lld\t%llu\tshelf %llu\n", letter, number, dice % 100000 + (mark == Mark::Changed ? 1 : 0),
              dice / 11 % 5000);
    }

private:
    template <typename... Cells> void print(const char *format, Cells... cells)
    {
        const int size = std::snprintf(m_line.data(), m_line.size(), format, cells...);
        m_visit(QByteArrayView(m_line.data(), size));
    }

    Side m_side;
    const std::function<void(QByteArrayView)> &m_visit;
    std::array<QByteArray, daysBefore> m_days;
    QByteArray m_dayAfter = "2026-11-22";
    std::array<char, 256> m_line{};
};

void eachDiverged(const ShopData &data, Side side, RowWriter &writer)
{
    for (qint64 number = 1; number <= data.rows; ++number) {
        if (side == Side::A && isLostOnA(data, number))
            continue;
        writer.order(number, side == Side::B && isChangedOnB(data, number) ? Mark::Changed : Mark::None);
    }
    for (qint64 number = data.rows + 1; number <= data.rows + collisions + (side == Side::A ? onlyA : 0); ++number)
        writer.order(number, Mark::New);
}

void eachOperation(const ShopData &data, Side side, RowWriter &writer)
{
    for (qint64 number = 1; number <= data.rows; ++number) {
        const qint64 kind = number % 4;
        if (kind == (side == Side::A ? 3 : 2))
            continue;
        writer.order(number, kind < 2 && side == Side::B ? Mark::Changed : Mark::None);
    }
}

} // namespace

QString nameOf(const ShopData &data)
{
    const auto word = [&] {
        switch (data.content) {
        case Content::Diverged: return "diverged";
        case Content::EveryRow: return "every_row";
        case Content::Operations: return "operations";
        case Content::OneCell: return "one_cell";
        }
        Q_UNREACHABLE();
    }();
    return u"%1_%2"_s.arg(QLatin1StringView(word)).arg(data.rows);
}

QString tableOf(const ShopData &data)
{
    return data.content == Content::OneCell ? u"parts"_s : u"orders"_s;
}

qint64 rowsOn(const ShopData &data, Side side)
{
    switch (data.content) {
    case Content::Diverged: return data.rows + collisions + (side == Side::A ? onlyA - lostOnA : 0);
    case Content::Operations: return data.rows - (data.rows + (side == Side::A ? 1 : 2)) / 4;
    case Content::EveryRow:
    case Content::OneCell: break;
    }
    return data.rows;
}

qint64 differencesIn(const ShopData &data)
{
    switch (data.content) {
    case Content::Diverged: return collisions + onlyA + lostOnA + qint64(changedRows.size());
    case Content::EveryRow:
    case Content::Operations: return data.rows;
    case Content::OneCell: break;
    }
    return 1;
}

qint64 differencesSinceSplit(const ShopData &data)
{
    return data.content == Content::Diverged ? differencesIn(data) - lostOnA : 0;
}

QString splitTime()
{
    return u"2026-11-22T10:00:00Z"_s;
}

void eachRow(const ShopData &data, Side side, const std::function<void(QByteArrayView)> &visit)
{
    RowWriter writer(side, visit);
    switch (data.content) {
    case Content::Diverged: eachDiverged(data, side, writer); return;
    case Content::Operations: eachOperation(data, side, writer); return;
    case Content::EveryRow:
        for (qint64 number = 1; number <= data.rows; ++number)
            writer.order(number, side == Side::B ? Mark::Changed : Mark::None);
        return;
    case Content::OneCell:
        for (qint64 number = 1; number <= data.rows; ++number)
            writer.part(number, side == Side::B && number == data.rows * 2 / 3 ? Mark::Changed : Mark::None);
        return;
    }
}

Result<void> writeRows(const ShopData &data, Side side, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::CannotWrite, u"%1: %2"_s.arg(path, file.errorString()));
    constexpr qsizetype enough = 1 << 20; // bytes
    QByteArray block;
    block.reserve(enough + 1024);
    eachRow(data, side, [&](QByteArrayView line) {
        block.append(line);
        if (block.size() < enough)
            return;
        file.write(block);
        block.truncate(0);
    });
    file.write(block);
    if (!file.commit())
        return fail(ErrorCode::CannotWrite, u"%1: %2"_s.arg(path, file.errorString()));
    return {};
}

} // namespace Rejoin::Bench
