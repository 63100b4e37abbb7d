#include "diffcore/value/counter.h"

#include <QRegularExpression>
#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// A decimal number as the digits before and after its point, or nothing for a text that is none.
struct Digits
{
    bool negative = false;
    QByteArray whole;
    QByteArray fraction;
};

std::optional<Digits> digitsOf(const Value &value)
{
    if (!value.isPresent() || (value.family() != TypeFamily::Integer && value.family() != TypeFamily::Decimal))
        return std::nullopt;
    QByteArrayView text = value.bytes();
    Digits digits;
    digits.negative = text.startsWith('-');
    if (digits.negative)
        text = text.sliced(1);
    const qsizetype point = text.indexOf('.');
    digits.whole = (point < 0 ? text : text.first(point)).toByteArray();
    if (point >= 0)
        digits.fraction = text.sliced(point + 1).toByteArray();
    const auto isDigit = [](char digit) { return digit >= '0' && digit <= '9'; };
    if (digits.whole.isEmpty() || !std::ranges::all_of(digits.whole + digits.fraction, isDigit))
        return std::nullopt;
    return digits;
}

/// Whole numbers of any length as digits that may each be negative or above nine until they are carried.
class Column
{
public:
    explicit Column(qsizetype fractionDigits)
        : m_fractionDigits(fractionDigits)
    {
    }

    void add(const Digits &number, int sign)
    {
        QByteArray digits = number.whole + number.fraction.leftJustified(m_fractionDigits, '0');
        std::ranges::reverse(digits);
        m_digits.resize(std::max(m_digits.size(), digits.size()));
        for (qsizetype i = 0; i < digits.size(); ++i)
            m_digits[i] += (number.negative ? -sign : sign) * (digits[i] - '0');
    }

    [[nodiscard]] QByteArray text()
    {
        const bool negative = carry() < 0;
        if (negative) {
            for (int &digit : m_digits)
                digit = -digit;
            carry();
        }
        QByteArray text;
        for (const int digit : m_digits | std::views::reverse)
            text.append(static_cast<char>('0' + digit));
        if (m_fractionDigits > 0)
            text.insert(text.size() - m_fractionDigits, '.');
        const qsizetype least = m_fractionDigits > 0 ? m_fractionDigits + 2 : 1;
        while (text.size() > least && text.startsWith('0'))
            text.remove(0, 1);
        return negative ? '-' + text : text;
    }

private:
    /// Brings every digit but the highest into 0…9; gives the sign of the whole.
    int carry()
    {
        constexpr int base = 10;
        int over = 0;
        for (int &digit : m_digits) {
            digit += over;
            over = digit / base;
            digit %= base;
            if (digit < 0) {
                digit += base;
                over -= 1;
            }
        }
        if (over < 0) {
            m_digits.append(over); // below zero as a whole: its digits count up from there
            return -1;
        }
        for (; over > 0; over /= base)
            m_digits.append(over % base);
        return 1;
    }

    qsizetype m_fractionDigits;
    QList<int> m_digits; ///< lowest first
};

/// ISO 8601 without zeros at the end of its fraction, so that its order as text is that of time.
QByteArray stampText(const Value &value)
{
    static const QRegularExpression stamp(
        uR"(^(\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?)?)(?:\.(\d*?)0*)?([+Z].*)?$)"_s);
    const QRegularExpressionMatch match = stamp.match(QString::fromUtf8(value.bytes()));
    if (!match.hasMatch())
        return {};
    const QString fraction = match.captured(2);
    return (match.captured(1).replace(u'T', u' ') + (fraction.isEmpty() ? QString() : u'.' + fraction)).toLatin1();
}

QByteArray zoneOf(const Value &value)
{
    const qsizetype plus = value.bytes().indexOf('+');
    return plus < 0 ? QByteArray() : value.bytes().sliced(plus);
}

} // namespace

std::optional<Value> sumOfDeltas(const Value &baseline, const Value &a, const Value &b)
{
    const std::optional<Digits> old = digitsOf(baseline);
    const std::optional<Digits> left = digitsOf(a);
    const std::optional<Digits> right = digitsOf(b);
    if (!old || !left || !right)
        return std::nullopt;
    Column sum(std::max({old->fraction.size(), left->fraction.size(), right->fraction.size()}));
    sum.add(*left, 1);
    sum.add(*right, 1);
    sum.add(*old, -1);
    return Value::of(a.family(), sum.text());
}

std::optional<std::strong_ordering> compareStamps(const Value &left, const Value &right)
{
    if (!left.isPresent() || !right.isPresent())
        return std::nullopt;
    if (left.family() == TypeFamily::Integer && right.family() == TypeFamily::Integer)
        return left <=> right;
    const QByteArray earlier = stampText(left);
    const QByteArray later = stampText(right);
    if (earlier.isEmpty() || later.isEmpty() || zoneOf(left) != zoneOf(right))
        return std::nullopt;
    return earlier.compare(later) <=> 0;
}

} // namespace Rejoin
