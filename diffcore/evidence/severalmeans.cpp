#include "diffcore/evidence/severalmeans.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

Knowledge together(const Knowledge &first, const Knowledge &second)
{
    Knowledge both = !first.baselineKnown && second.baselineKnown ? second : first;
    for (const Side side : bothSides)
        both.written[side] = first.written[side].isValid() ? first.written[side] : second.written[side];
    if (both.baselineKnown)
        return both;
    for (const Side side : bothSides) {
        if (both.changes[side] == Change::Unknown)
            both.changes[side] = second.changes[side];
    }
    return both;
}

SeveralMeans::SeveralMeans(std::vector<std::unique_ptr<Evidence>> means)
    : m_means(std::move(means))
{
    Q_ASSERT(!m_means.empty());
}

QString SeveralMeans::name() const
{
    QStringList names;
    for (const auto &means : m_means)
        names.append(means->name());
    return names.join(u", "_s);
}

QString SeveralMeans::limits() const
{
    QStringList limits;
    for (const auto &means : m_means)
        limits.append(means->limits());
    limits.removeAll(QString());
    return limits.join(u' ');
}

Result<QList<Knowledge>> SeveralMeans::ask(const QList<RowKey> &keys, const QList<PerSide<std::optional<Row>>> &rows)
{
    QList<Knowledge> answers(keys.size());
    for (const auto &means : m_means) {
        REJOIN_TRY_VALUE(some, means->ask(keys, rows));
        for (qsizetype i = 0; i < keys.size(); ++i)
            answers[i] = together(answers[i], some[i]);
    }
    return answers;
}

Result<QList<std::optional<qint64>>> SeveralMeans::askCounts(const QList<Row> &rows)
{
    QList<std::optional<qint64>> counts(rows.size());
    for (const auto &means : m_means) {
        REJOIN_TRY_VALUE(some, means->askCounts(rows));
        for (qsizetype i = 0; i < rows.size(); ++i)
            counts[i] = counts[i] ? counts[i] : some[i];
    }
    return counts;
}

GeneratorState SeveralMeans::generatorAtSplit() const
{
    GeneratorState state;
    for (const auto &means : m_means) {
        const GeneratorState some = means->generatorAtSplit();
        state.highest = state.highest ? state.highest : some.highest;
        state.lastGiven = state.lastGiven ? state.lastGiven : some.lastGiven;
    }
    return state;
}

QString SeveralMeans::unlisted() const
{
    return m_listing ? m_listing->unlisted() : Evidence::unlisted();
}

std::unique_ptr<KeySource> SeveralMeans::changes(PerSide<RowFetcher *> from, int pageRows)
{
    for (const auto &means : m_means) {
        if (auto source = means->changes(from, pageRows)) {
            m_listing = means.get();
            return source;
        }
    }
    return nullptr;
}

} // namespace Rejoin
