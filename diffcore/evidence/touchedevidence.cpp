#include "diffcore/evidence/touchedevidence.h"

#include "diffcore/compare/changefeed.h"

namespace Rejoin {

Change SplitTime::changeAt(const std::optional<QDateTime> &written) const
{
    if (!written)
        return Change::Unknown;
    const std::chrono::milliseconds after = *written - at;
    if (after >= margin)
        return Change::Touched;
    return after < -margin ? Change::None : Change::Unknown;
}

QDateTime SplitTime::earliest() const
{
    return at - margin;
}

TouchedEvidence::TouchedEvidence(const AlignedTable &table, SplitTime split)
    : m_table(table)
    , m_split(std::move(split))
{
}

static void note(Knowledge &knowledge, Side side, const Touch &touch)
{
    knowledge.changes[side] = touch.change;
    if (touch.change == Change::Touched)
        knowledge.written[side] = touch.at;
}

Result<QList<Knowledge>> TouchedEvidence::ask(const QList<RowKey> &keys, const QList<PerSide<std::optional<Row>>> &rows)
{
    QList<Knowledge> answers(keys.size());
    for (const Side side : bothSides) {
        REJOIN_TRY_VALUE(changes, changesOf(side, keys, rows));
        for (qsizetype i = 0; i < keys.size(); ++i)
            note(answers[i], side, rows[i][side] ? changes[i] : Touch());
    }
    return answers;
}

std::unique_ptr<KeySource> TouchedEvidence::changes(PerSide<RowFetcher *> from, int pageRows)
{
    if (m_table.isKeyless())
        return nullptr;
    return std::make_unique<ChangeFeed>(*this, m_table, from, pageRows);
}

} // namespace Rejoin
