#include "diffcore/compare/relationfinder.h"

#include "diffcore/compare/rowfetcher.h"
#include "diffcore/merge/renumber.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr int sampledRows = 500;        // of each table and server
constexpr qsizetype rekeyedAsked = 200; // keys that name two rows
constexpr int fewestValues = 10;        // without a name that says it
constexpr qint64 lowestUnnamed = 100;   // small numbers are keys of everything

QString plain(const QString &name)
{
    QString letters = name.toLower();
    letters.removeIf([](QChar character) { return !character.isLetterOrNumber(); });
    return letters;
}

QString singular(QString name)
{
    if (name.endsWith(u"ies"_s))
        return name.chopped(3) + u'y';
    if (name.endsWith(u'e') || !name.endsWith(u's') || name.endsWith(u"ss"_s))
        return name;
    name.chop(1);
    return name;
}

/// A column of this name may hold keys of the parent: order_id, order_no, parent_order, orderId.
bool isNamedLike(const QString &column, const AlignedTable &parent)
{
    const QString name = plain(column);
    const QString key = plain(parent.columns[parent.keyColumns.first()].name);
    const QString table = singular(plain(parent.name.name));
    if (table.size() < 3)
        return name == key && key != u"id"_s;
    if (key != u"id"_s && key.size() > 2 && name.endsWith(key))
        return true;
    const QStringList endings{QString(), u"id"_s, u"no"_s, u"nr"_s, u"num"_s, u"number"_s, u"ref"_s, u"key"_s};
    return std::ranges::any_of(endings, [&](const QString &ending) { return name.endsWith(table + ending); });
}

bool isKeyFamily(TypeFamily family)
{
    return family == TypeFamily::Integer || family == TypeFamily::Text || family == TypeFamily::Uuid;
}

bool isTextual(TypeFamily family)
{
    return family == TypeFamily::Text || family == TypeFamily::Json;
}

/// "order_id": 1001, orderId=1001, order #1001: the numbers that a text gives under such a name.
QSet<Value> numbersIn(const QString &text, const AlignedTable &parent)
{
    static const QRegularExpression named(uR"(([A-Za-z][A-Za-z_]*)["']?\s*[:=#]\s*["'#]?(\d{1,18})\b)"_s);
    QSet<Value> numbers;
    for (auto match = named.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        if (isNamedLike(found.captured(1), parent))
            numbers.insert(Value::integer(found.captured(2).toLongLong()));
    }
    return numbers;
}

/// What was seen of one column and one possible parent.
struct Candidate
{
    int child = -1;
    int column = -1;
    int parent = -1;
    bool named = false;
    bool withinText = false;
    qint64 found = 0;  ///< of the values looked at: those that are keys of the parent
    qint64 looked = 0; ///< on both servers
    qint64 rekeyed = 0;
    qint64 lowest = std::numeric_limits<qint64>::max();
};

class Finder
{
public:
    Finder(Servers &servers, const Alignment &alignment, const RekeyedValues &rekeyed, const CancelToken &cancel)
        : m_servers(servers)
        , m_alignment(alignment)
        , m_rekeyed(rekeyed)
        , m_cancel(cancel)
    {
    }

    Result<QList<RelationProposal>> run()
    {
        QList<RelationProposal> proposals;
        for (int child = 0; child < m_alignment.tables.size(); ++child) {
            if (m_cancel.isCancelled())
                return fail(ErrorCode::Cancelled, u"cancelled"_s);
            QList<Candidate> candidates = candidatesOf(child);
            for (const Side side : bothSides) {
                if (!candidates.isEmpty())
                    REJOIN_TRY(look(child, candidates, side));
            }
            for (const Candidate &candidate : std::as_const(candidates)) {
                if (isLikely(candidate))
                    proposals.append(proposalOf(candidate));
            }
        }
        return proposals;
    }

private:
    [[nodiscard]] const AlignedTable &table(int index) const { return m_alignment.tables[index]; }

    [[nodiscard]] bool isComparable(const AlignedTable &aligned) const
    {
        return aligned.whyNotCompared.isEmpty() && aligned.in.a && aligned.in.b;
    }

    [[nodiscard]] bool isRelated(int child, int column, int parent) const
    {
        return std::ranges::any_of(m_alignment.relations, [&](const Relation &relation) {
            return relation.child == child && relation.parent == parent && relation.childColumns.contains(column);
        });
    }

    [[nodiscard]] QList<Candidate> candidatesOf(int child) const
    {
        QList<Candidate> candidates;
        if (!isComparable(table(child)))
            return candidates;
        for (int column = 0; column < table(child).columns.size(); ++column) {
            for (int parent = 0; parent < m_alignment.tables.size(); ++parent) {
                const std::optional<Candidate> candidate = candidateFor(child, column, parent);
                if (candidate)
                    candidates.append(*candidate);
            }
        }
        return candidates;
    }

    [[nodiscard]] std::optional<Candidate> candidateFor(int child, int column, int parent) const
    {
        const AlignedTable &owner = table(parent);
        const AlignedColumn &candidate = table(child).columns[column];
        const bool isOwnKey = table(child).keyColumns == QList<int>{column};
        if (!isComparable(owner) || owner.keyColumns.size() != 1 || !candidate.in.a || !candidate.in.b ||
            candidate.definition().source != ValueSource::Written || isOwnKey || isRelated(child, column, parent))
            return std::nullopt;
        const TypeFamily key = owner.columns[owner.keyColumns.first()].definition().family;
        const TypeFamily family = candidate.definition().family;
        Candidate found{.child = child, .column = column, .parent = parent};
        found.named = isNamedLike(candidate.name, owner);
        found.withinText = key == TypeFamily::Integer && isTextual(family);
        if (found.withinText)
            return m_rekeyed.contains(parent) ? std::optional(found) : std::nullopt;
        const bool worthIt = found.named || (m_rekeyed.contains(parent) && family == TypeFamily::Integer);
        return isKeyFamily(key) && key == family && worthIt ? std::optional(found) : std::nullopt;
    }

    Result<void> look(int child, QList<Candidate> &candidates, Side side)
    {
        RowFetcher fetcher(m_servers[side], table(child), versionOf(side), m_cancel);
        QList<Row> sample;
        if (!table(child).isKeyless()) {
            REJOIN_TRY_VALUE(rows, fetcher.page({}, sampledRows));
            sample = rows;
        }
        for (Candidate &candidate : candidates) {
            QSet<Value> values;
            for (const Row &row : std::as_const(sample))
                addValues(values, row, candidate);
            if (!candidate.withinText)
                REJOIN_TRY(addRekeyed(values, fetcher, candidate));
            REJOIN_TRY(judge(values, candidate, side));
        }
        return {};
    }

    void addValues(QSet<Value> &values, const Row &row, const Candidate &candidate) const
    {
        const Value &value = row.at(candidate.column);
        if (!value.isPresent())
            return;
        if (candidate.withinText)
            values.unite(numbersIn(value.toText(), table(candidate.parent)));
        else
            values.insert(value);
    }

    /// Rows that hold a key which names two rows are looked at, wherever they lie.
    Result<void> addRekeyed(QSet<Value> &values, RowFetcher &fetcher, const Candidate &candidate) const
    {
        QList<QList<Value>> tuples;
        for (const Value &value : m_rekeyed.value(candidate.parent)) {
            if (tuples.size() < rekeyedAsked)
                tuples.append({value});
        }
        if (tuples.isEmpty())
            return {};
        REJOIN_TRY_VALUE(rows, fetcher.matching({candidate.column}, tuples));
        for (const Row &row : std::as_const(rows))
            addValues(values, row, candidate);
        return {};
    }

    Result<void> judge(const QSet<Value> &values, Candidate &candidate, Side side)
    {
        if (values.isEmpty())
            return {};
        QList<QList<Value>> tuples;
        for (const Value &value : values) {
            tuples.append({value});
            candidate.lowest = std::min(candidate.lowest, value.toInteger().value_or(candidate.lowest));
            candidate.rekeyed += m_rekeyed.value(candidate.parent).contains(value) ? 1 : 0;
        }
        const AlignedTable &owner = table(candidate.parent);
        RowFetcher parents(m_servers[side], owner, versionOf(side), m_cancel);
        REJOIN_TRY_VALUE(rows, parents.matching(owner.keyColumns, tuples));
        candidate.looked += values.size();
        candidate.found += rows.size();
        return {};
    }

    [[nodiscard]] static bool isWhole(const Candidate &candidate)
    {
        return candidate.looked > 0 && candidate.found >= candidate.looked;
    }

    [[nodiscard]] static bool isLikely(const Candidate &candidate)
    {
        if (candidate.withinText)
            return candidate.rekeyed > 0;
        if (candidate.named) // some rows may be gone: half of them tell enough
            return candidate.looked > 0 && candidate.found * 2 >= candidate.looked;
        return isWhole(candidate) && candidate.looked >= fewestValues && candidate.lowest >= lowestUnnamed &&
               candidate.rekeyed > 0;
    }

    [[nodiscard]] RelationProposal proposalOf(const Candidate &candidate) const
    {
        const AlignedTable &child = table(candidate.child);
        const AlignedTable &parent = table(candidate.parent);
        const AlignedColumn &column = child.columns[candidate.column];
        const AlignedColumn &key = parent.columns[parent.keyColumns.first()];
        RelationProposal proposal{.relation = {child.name, column.name, parent.name, key.name}};
        proposal.withinText = candidate.withinText;
        proposal.rekeyed = candidate.rekeyed;
        proposal.strong = candidate.named && isWhole(candidate) && !candidate.withinText;
        if (candidate.withinText)
            proposal.evidence += u"texts in it name keys of %1"_s.arg(parent.name.display());
        else if (candidate.named)
            proposal.evidence += u"named like %1.%2"_s.arg(parent.name.display(), key.name);
        if (!candidate.withinText)
            proposal.evidence += u"of its type, %1"_s.arg(column.definition().declaredType);
        proposal.evidence += u"%1 of %2 values looked at are keys there"_s.arg(candidate.found).arg(candidate.looked);
        if (candidate.rekeyed > 0)
            proposal.evidence +=
                candidate.rekeyed == 1
                    ? u"1 of them names two rows, of which one gets a new key"_s
                    : u"%1 of them name two rows each, of which one gets a new key"_s.arg(candidate.rekeyed);
        return proposal;
    }

    Servers &m_servers;
    const Alignment &m_alignment;
    const RekeyedValues &m_rekeyed;
    CancelToken m_cancel;
};

} // namespace

Result<QList<RelationProposal>> findRelations(Servers &servers, const Alignment &alignment,
                                              const RekeyedValues &rekeyed, const CancelToken &cancel)
{
    return Finder(servers, alignment, rekeyed, cancel).run();
}

Result<RekeyedValues> rekeyedValues(const Session &session)
{
    constexpr int pageRows = 1000;
    RekeyedValues values;
    const DifferenceFilter filter{.outcomes = {Outcome::KeyCollision}};
    for (qint64 last = 0;;) {
        REJOIN_TRY_VALUE(page, session.page(filter, last, pageRows));
        if (page.isEmpty())
            return values;
        last = page.constLast().id;
        for (const Difference &row : std::as_const(page)) {
            const AlignedTable &table = session.alignment().tables[row.table];
            const bool isGiven = table.generatedKeyColumn() >= 0 || isKeyHandedOut(table);
            if (table.keyColumns.size() == 1 && isGiven)
                values[row.table].insert(row.key.values.first());
        }
    }
}

} // namespace Rejoin
