#pragma once

#include "tests/contract/contractengine.h"

#include <QRandomGenerator>

namespace Rejoin::Testing {

/// Values of one column type that the engine takes, at random: of all lengths and
/// sizes that the type has, its ends more often than what lies between them, texts of what breaks quoting.
class RandomValues
{
public:
    /// `samples`: values of the type, which stand for it where it has no generator here.
    RandomValues(Engine engine, const QString &type, QList<Value> samples, quint32 seed);

    [[nodiscard]] Value next();
    /// False: the engine spells the values in its own way.
    [[nodiscard]] bool keepsSpelling() const;

private:
    using Family = TypeFamily;

    [[nodiscard]] int below(qint64 limit) { return static_cast<int>(m_random.bounded(limit)); }
    [[nodiscard]] bool oneIn(int times) { return below(times) == 0; }
    template <typename T> [[nodiscard]] const T &oneOf(const QList<T> &all) { return all[below(all.size())]; }
    [[nodiscard]] Value sample() { return oneOf(m_samples); }

    [[nodiscard]] Value present();
    [[nodiscard]] QByteArray uuid();
    [[nodiscard]] Value integer();
    [[nodiscard]] QByteArray integerBetween(qint64 lowest, qint64 highest);
    [[nodiscard]] Value decimal();
    [[nodiscard]] Value floating();
    [[nodiscard]] double anyDouble();
    [[nodiscard]] float anyFloat();
    [[nodiscard]] Value text();
    [[nodiscard]] QString anyText(int longest);
    [[nodiscard]] QString fragment();
    [[nodiscard]] Value binary();
    [[nodiscard]] QByteArray anyBytes(int longest);
    [[nodiscard]] QByteArray date();
    [[nodiscard]] QByteArray timeOfDay();
    [[nodiscard]] QByteArray fraction();
    [[nodiscard]] Value time();
    [[nodiscard]] Value timestamp();
    [[nodiscard]] Value json();
    [[nodiscard]] QByteArray jsonText(int depth);
    [[nodiscard]] Value interval();
    [[nodiscard]] Value xml();
    [[nodiscard]] Value array();
    [[nodiscard]] Value other();
    [[nodiscard]] Value spatial();
    [[nodiscard]] Value ofSqlite();

    Engine m_engine;
    QString m_type;
    QString m_base;    ///< of the type, without its lengths
    int m_length = 0;  ///< the first number in the type's parentheses
    int m_digits = -1; ///< the second one
    QList<Value> m_samples;
    Family m_family;
    QRandomGenerator m_random;
};

} // namespace Rejoin::Testing
