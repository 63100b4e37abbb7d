#include "diffcore/compare/differencemaker.h"

#include "diffcore/evidence/rowtimes.h"
#include "diffcore/merge/rekey.h"
#include "diffcore/merge/renumber.h"
#include "diffcore/merge/suggestion.h"

namespace Rejoin {

DifferenceMaker::DifferenceMaker(const Alignment &alignment, int table, Evidence &evidence, const QDateTime &since)
    : m_aligned(alignment.tables[table])
    , m_table(table)
    , m_nature(m_aligned.generatedKeyColumn() >= 0 || isKeyHandedOut(m_aligned) ? KeyNature::HandedOut
                                                                                : KeyNature::Natural)
    , m_evidence(evidence)
    , m_since(since)
    , m_writeTime(writeTimeColumn(m_aligned))
{
}

Difference DifferenceMaker::started(const RowKey &key, const PerSide<std::optional<Row>> &rows,
                                    const Knowledge &knowledge) const
{
    Difference difference;
    difference.table = m_table;
    difference.key = key;
    difference.rows = {knowledge.row, rows.a, rows.b};
    difference.baselineKnown = knowledge.baselineKnown;
    const Classification found = classify(m_aligned, knowledge, rows, m_nature);
    difference.outcome = found.outcome;
    difference.changes = found.changes;
    const PerSide<QDateTime> byColumn = writtenApart(m_writeTime, rows, m_since);
    for (const Side side : bothSides)
        difference.written[side] = knowledge.written[side].isValid() ? knowledge.written[side] : byColumn[side];
    return difference;
}

void DifferenceMaker::decideAndAppend(QList<Difference> &differences, Difference &&difference) const
{
    if (difference.outcome == Outcome::Unchanged)
        return;
    difference.decision = automaticDecision(m_aligned, difference);
    difference.resolved = settles(m_aligned, difference, difference.decision.kind);
    differences.append(std::move(difference));
}

Result<QList<Difference>> DifferenceMaker::make(const QList<RowKey> &keys,
                                                const QList<PerSide<std::optional<Row>>> &rows)
{
    REJOIN_TRY_VALUE(knowledge, m_evidence.ask(keys, rows));
    QList<Difference> differences;
    differences.reserve(keys.size());
    for (qsizetype i = 0; i < keys.size(); ++i)
        decideAndAppend(differences, started(keys[i], rows[i], knowledge[i]));
    return differences;
}

Result<QList<Difference>> DifferenceMaker::makeCopies(const QList<CountedRow> &counted)
{
    QList<Row> values;
    for (const CountedRow &row : counted)
        values.append(row.rows.a ? *row.rows.a : *row.rows.b);
    REJOIN_TRY_VALUE(baseline, m_evidence.askCounts(values));
    QList<Difference> differences;
    for (qsizetype i = 0; i < counted.size(); ++i) {
        for (const RowCopy &copy : unsharedCopies(counted[i].copies, baseline[i])) {
            Knowledge knowledge;
            knowledge.baselineKnown = baseline[i].has_value();
            if (copy.in.baseline)
                knowledge.row = values[i];
            PerSide<std::optional<Row>> rows;
            for (const Side side : bothSides) {
                if (copy.in[side])
                    rows[side] = counted[i].rows[side];
            }
            decideAndAppend(differences, started(m_aligned.keyOf(values[i], copy.ordinal), rows, knowledge));
        }
    }
    return differences;
}

/// A copy of a keyless row was there at the split where the baseline had as many copies as its ordinal says.
Result<QList<Knowledge>> DifferenceMaker::askEntangled(const QList<RowKey> &keys, const QList<Row> &rows,
                                                       const QList<PerSide<std::optional<Row>>> &both)
{
    if (!m_aligned.isKeyless())
        return m_evidence.ask(keys, both);
    REJOIN_TRY_VALUE(counts, m_evidence.askCounts(rows));
    QList<Knowledge> answers;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        Knowledge knowledge;
        knowledge.baselineKnown = counts[i].has_value();
        if (counts[i] && keys[i].values.last().toInteger().value_or(1) <= *counts[i])
            knowledge.row = rows[i];
        answers.append(knowledge);
    }
    return answers;
}

/// A row that a side has not touched since the split was there before any key was given out twice.
static bool isOlder(const Knowledge &knowledge)
{
    return !knowledge.baselineKnown && (knowledge.changes.a == Change::None || knowledge.changes.b == Change::None);
}

Result<QList<Difference>> DifferenceMaker::makeEntangled(const QList<RowKey> &keys, const QList<Row> &rows,
                                                         const QList<int> &reference, KeyNature nature)
{
    QList<PerSide<std::optional<Row>>> both;
    for (const Row &row : rows)
        both.append({row, row});
    REJOIN_TRY_VALUE(knowledge, askEntangled(keys, rows, both));
    QList<Difference> differences;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const std::optional<Row> &baseline = knowledge[i].row;
        if (baseline && valuesAt(*baseline, reference) == valuesAt(rows[i], reference))
            continue;
        if (isOlder(knowledge[i]))
            continue;
        Difference difference = started(keys[i], both[i], knowledge[i]);
        const bool twoRows = !baseline && nature == KeyNature::HandedOut;
        difference.outcome = twoRows ? Outcome::KeyCollision : Outcome::CellConflict;
        difference.entangled = true;
        differences.append(difference);
    }
    return differences;
}

} // namespace Rejoin
