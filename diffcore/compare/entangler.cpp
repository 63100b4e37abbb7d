#include "diffcore/compare/entangler.h"

#include "diffcore/compare/differencemaker.h"
#include "diffcore/compare/rowfetcher.h"
#include "diffcore/evidence/evidencechooser.h"
#include "diffcore/merge/cellmerge.h"
#include "diffcore/merge/rekey.h"

#include <QSet>

namespace Rejoin {

namespace {

constexpr int pageRows = 1000;

/// What the rows of a collision are referred to by: A's and B's, which are equal where they are parts of the key.
QList<QList<Value>> referredTuples(const QList<Difference> &collisions, const Relation &relation)
{
    QSet<QList<Value>> seen;
    QList<QList<Value>> tuples;
    for (const Difference &collision : collisions) {
        if (collision.table != relation.parent)
            continue;
        for (const Side side : bothSides) {
            if (!collision.rows[side])
                continue;
            const QList<Value> tuple = valuesAt(*collision.rows[side], relation.parentColumns);
            if (!hasGap(tuple) && !seen.contains(tuple)) {
                seen.insert(tuple);
                tuples.append(tuple);
            }
        }
    }
    return tuples;
}

/// Rows by key; the copies of a keyless table are counted up.
QHash<RowKey, Row> byKey(const AlignedTable &table, const QList<Row> &rows)
{
    QHash<RowKey, Row> keyed;
    for (const Row &row : rows) {
        qint64 ordinal = 1;
        while (table.isKeyless() && keyed.contains(table.keyOf(row, ordinal)))
            ++ordinal;
        keyed.insert(table.keyOf(row, ordinal), row);
    }
    return keyed;
}

bool isMergedByItself(Outcome outcome)
{
    return outcome == Outcome::OnlyA || outcome == Outcome::OnlyB || outcome == Outcome::CellMerge;
}

/// Whether a child's own key changes when what it refers to is given a new key.
bool keyFollows(const Alignment &alignment, const Relation &relation)
{
    for (qsizetype i = 0; i < relation.childColumns.size(); ++i) {
        if (alignment.tables[relation.child].keyColumns.contains(relation.childColumns[i]) &&
            isHandedOut(alignment, relation.parent, relation.parentColumns[i]))
            return true;
    }
    return false;
}

} // namespace

Entangler::Entangler(Servers &servers, Session &session, const EvidenceChooser &evidence, const CancelToken &cancel)
    : m_servers(servers)
    , m_session(session)
    , m_evidence(evidence)
    , m_cancel(cancel)
{
}

Result<void> Entangler::run()
{
    REJOIN_TRY_VALUE(statuses, m_session.statuses());
    m_statuses = statuses;
    DifferenceFilter filter;
    filter.outcomes = {Outcome::KeyCollision};
    for (qint64 after = 0;;) {
        REJOIN_TRY_VALUE(page, m_session.page(filter, after, pageRows));
        if (page.isEmpty())
            return {};
        after = page.last().id;
        REJOIN_TRY(follow(std::move(page)));
    }
}

Result<void> Entangler::follow(QList<Difference> parents)
{
    while (!parents.isEmpty()) {
        QList<Difference> found;
        for (const Relation &relation : m_session.alignment().relations) {
            const QList<QList<Value>> tuples =
                isFollowed(relation) ? referredTuples(parents, relation) : QList<QList<Value>>();
            if (tuples.isEmpty())
                continue;
            REJOIN_TRY_VALUE(children, childrenOf(relation, tuples));
            REJOIN_TRY_VALUE(entangled, entangle(relation, children));
            REJOIN_TRY_VALUE(takenIn, takeIn(relation, children));
            REJOIN_TRY_VALUE(judged, judgeUnlike(relation, children));
            found.append(entangled);
            found.append(takenIn);
            found.append(judged);
        }
        found.removeIf([](const Difference &child) { return child.outcome != Outcome::KeyCollision; });
        parents = std::move(found);
    }
    return {};
}

/// Only the key of a collision is given out anew: what is referred to by other columns stays.
bool Entangler::isFollowed(const Relation &relation) const
{
    const AlignedTable &parent = m_session.alignment().tables[relation.parent];
    return m_statuses[relation.child].state == TableStatus::State::Compared &&
           std::ranges::all_of(relation.parentColumns, [&](int column) { return parent.keyColumns.contains(column); });
}

Result<Entangler::Children> Entangler::childrenOf(const Relation &relation, const QList<QList<Value>> &tuples) const
{
    const AlignedTable &table = m_session.alignment().tables[relation.child];
    PerSide<QHash<RowKey, Row>> rows;
    for (const Side side : bothSides) {
        RowFetcher fetcher(m_servers[side], table, versionOf(side), m_cancel);
        REJOIN_TRY_VALUE(read, fetcher.matching(relation.childColumns, tuples));
        rows[side] = byKey(table, read);
    }
    QList<RowKey> keys = rows.a.keys();
    std::ranges::sort(keys);
    Children children;
    for (auto row = rows.b.constBegin(); row != rows.b.constEnd(); ++row) {
        if (!rows.a.contains(row.key()))
            children.loneKeys.append(row.key());
    }
    for (const RowKey &key : std::as_const(keys)) {
        const auto inB = rows.b.constFind(key);
        if (inB == rows.b.constEnd()) {
            children.loneKeys.append(key);
            continue;
        }
        const Row inA = rows.a.value(key);
        if (!differingColumns(table, inA, *inB).isEmpty()) {
            children.unlikeKeys.append(key);
            continue;
        }
        children.equalKeys.append(key);
        children.equalRows.append(inA);
    }
    std::ranges::sort(children.loneKeys);
    return children;
}

/// Records of the equal rows, but for those that the session knows for what they are.
Result<QList<Difference>> Entangler::entangle(const Relation &relation, const Children &children)
{
    QList<RowKey> keys;
    QList<Row> rows;
    for (qsizetype i = 0; i < children.equalKeys.size(); ++i) {
        REJOIN_TRY_VALUE(known, m_session.find(relation.child, children.equalKeys[i]));
        if (known && known->outcome != Outcome::Convergent)
            continue;
        keys.append(children.equalKeys[i]);
        rows.append(children.equalRows[i]);
    }
    if (keys.isEmpty())
        return QList<Difference>();
    const Alignment &alignment = m_session.alignment();
    const AlignedTable &table = alignment.tables[relation.child];
    const bool isTwoRows = table.isKeyless() || table.generatedKeyColumn() >= 0 || keyFollows(alignment, relation);
    const std::unique_ptr<Evidence> evidence = m_evidence.choose(table).evidence;
    REJOIN_TRY_VALUE(records, DifferenceMaker(alignment, relation.child, *evidence, m_session.header().since)
                                  .makeEntangled(keys, rows, relation.childColumns,
                                                 isTwoRows ? KeyNature::HandedOut : KeyNature::Natural));
    REJOIN_TRY(m_session.addOrReplace(records));
    return records;
}

/// A row that follows its parent to a new key must be among the differences, whatever was asked to be compared.
Result<QList<Difference>> Entangler::takeIn(const Relation &relation, const Children &children)
{
    const Alignment &alignment = m_session.alignment();
    const AlignedTable &table = alignment.tables[relation.child];
    const bool isPart = table.isFiltered() || m_statuses[relation.child].extent == TableStatus::Extent::Changes;
    const QList<RowKey> keys = isPart ? children.unlikeKeys + children.loneKeys : QList<RowKey>();
    QList<RowKey> unknown;
    for (const RowKey &key : keys) {
        REJOIN_TRY_VALUE(known, m_session.find(relation.child, key));
        if (!known)
            unknown.append(key);
    }
    if (unknown.isEmpty())
        return QList<Difference>();
    const std::unique_ptr<Evidence> evidence = m_evidence.choose(table).evidence;
    DifferenceMaker maker(alignment, relation.child, *evidence, m_session.header().since);
    REJOIN_TRY_VALUE(records, table.isKeyless() ? copiesOf(relation.child, unknown, maker)
                                                : rowsOf(relation.child, unknown, maker));
    REJOIN_TRY(m_session.addOrReplace(records));
    return records;
}

Result<QList<Difference>> Entangler::rowsOf(int child, const QList<RowKey> &keys, DifferenceMaker &maker) const
{
    const AlignedTable &table = m_session.alignment().tables[child];
    QHash<RowKey, PerSide<std::optional<Row>>> found;
    for (const Side side : bothSides) {
        REJOIN_TRY_VALUE(read, RowFetcher(m_servers[side], table, versionOf(side), m_cancel).withKeys(keys));
        for (const Row &row : std::as_const(read))
            found[table.keyOf(row)][side] = row;
    }
    QList<PerSide<std::optional<Row>>> rows;
    for (const RowKey &key : keys)
        rows.append(found.value(key));
    return maker.make(keys, rows);
}

Result<QList<Difference>> Entangler::copiesOf(int child, const QList<RowKey> &keys, DifferenceMaker &maker) const
{
    const AlignedTable &table = m_session.alignment().tables[child];
    QSet<RowKey> seen;
    QList<CountedRow> counted;
    for (const RowKey &key : keys) {
        Row row(table.columns.size());
        qsizetype part = 0;
        for (int column = 0; column < table.columns.size(); ++column) {
            if (table.columns[column].compared)
                row[column] = key.values[part++];
        }
        if (seen.contains(table.keyOf(row)))
            continue;
        seen.insert(table.keyOf(row));
        CountedRow copies;
        for (const Side side : bothSides) {
            RowFetcher fetcher(m_servers[side], table, versionOf(side), m_cancel);
            REJOIN_TRY_VALUE(count, fetcher.countEqual(row));
            copies.copies[side] = count;
            if (count > 0)
                copies.rows[side] = row;
        }
        counted.append(copies);
    }
    return maker.makeCopies(counted);
}

/// Two inserts that were taken for two spellings of one row are two rows, since their key refers to two. Of a row that
/// both changed, cells that are equal in their digits were taken for one change: not so a reference to a key that names
/// two rows.
Result<QList<Difference>> Entangler::judgeUnlike(const Relation &relation, const Children &children)
{
    const bool follows = keyFollows(m_session.alignment(), relation);
    QList<Difference> judged;
    for (const RowKey &key : children.unlikeKeys) {
        REJOIN_TRY_VALUE(known, m_session.find(relation.child, key));
        if (!known || !known->baselineKnown)
            continue;
        const bool conflicts = known->outcome == Outcome::CellConflict;
        const bool isTwoRows = follows && conflicts && !known->rows.baseline;
        const bool isInDoubt = !isTwoRows && !known->entangled && (conflicts || isMergedByItself(known->outcome)) &&
                               bothReferAnew(*known, relation.childColumns);
        if (!isTwoRows && !isInDoubt)
            continue;
        if (isTwoRows || !conflicts) {
            known->decision = {};
            known->resolved = false;
        }
        known->outcome = isTwoRows ? Outcome::KeyCollision : Outcome::CellConflict;
        known->entangled = known->entangled || isInDoubt;
        judged.append(*known);
    }
    REJOIN_TRY(m_session.addOrReplace(judged));
    return judged;
}

} // namespace Rejoin
