#include "diffcore/evidence/systemversions.h"

#include "diffcore/compare/classifier.h"
#include "diffcore/evidence/means.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

bool isAlike(const AlignedTable &table, const std::optional<Row> &left, const std::optional<Row> &right)
{
    if (!left || !right)
        return left.has_value() == right.has_value();
    return differingColumns(table, *left, *right).isEmpty();
}

/// What became of a row since; of a past that is not known, as far as the present row tells.
Change changeOf(const AlignedTable &table, const PastRow &past, const std::optional<Row> &now)
{
    if (!past.isKnown)
        return now ? Change::Touched : Change::Unknown;
    if (!past.row)
        return now ? Change::Inserted : Change::None;
    if (!now)
        return Change::Deleted;
    return isAlike(table, past.row, now) ? Change::None : Change::Updated;
}

/// The value that an expression of the catalog stands for, where it is a plain one: "'open'", "(N'open')", "((0))".
QString plainDefault(QString expression)
{
    while (expression.startsWith(u'(') && expression.endsWith(u')'))
        expression = expression.sliced(1, expression.size() - 2);
    if (expression.startsWith("N'"_L1))
        expression.remove(0, 1);
    if (expression.size() >= 2 && expression.startsWith(u'\'') && expression.endsWith(u'\''))
        return expression.sliced(1, expression.size() - 2).replace("''"_L1, "'"_L1);
    return expression;
}

bool isDefault(const Column &column, const Value &value)
{
    if (value.isNull())
        return column.nullable && column.defaultExpression.isEmpty();
    return !column.defaultExpression.isEmpty() && value.toText() == plainDefault(column.defaultExpression);
}

/// Servers give a column that was added its default in all versions that a row had. Where the defaults are not alike,
/// each past shows its own: of such a column there is no past.
void forgetAdded(const AlignedTable &table, PerSide<PastRow> &pasts)
{
    if (!pasts.a.row || !pasts.b.row)
        return;
    for (const int column : differingColumns(table, *pasts.a.row, *pasts.b.row)) {
        const bool isAdded = std::ranges::all_of(bothSides, [&](Side side) {
            return isDefault(*table.columns[column].in[side], pasts[side].row->at(column));
        });
        for (const Side side : bothSides) {
            if (isAdded)
                (*pasts[side].row)[column] = Value();
        }
    }
}

/// A's row, its absent cells as B has them.
Row bothCells(Row row, const Row &more)
{
    for (qsizetype column = 0; column < row.size(); ++column) {
        if (row[column].isAbsent())
            row[column] = more[column];
    }
    return row;
}

} // namespace

Knowledge agreed(const AlignedTable &table, PerSide<PastRow> pasts, const PerSide<std::optional<Row>> &rows)
{
    forgetAdded(table, pasts);
    Knowledge knowledge;
    const bool areKnown = pasts.a.isKnown && pasts.b.isKnown;
    if (areKnown && isAlike(table, pasts.a.row, pasts.b.row)) {
        knowledge.baselineKnown = true;
        if (pasts.a.row)
            knowledge.row = bothCells(*pasts.a.row, *pasts.b.row);
        return knowledge;
    }
    for (const Side side : bothSides)
        knowledge.changes[side] = changeOf(table, pasts[side], rows[side]);
    const bool isTouched = knowledge.changes.a != Change::None || knowledge.changes.b != Change::None;
    if (areKnown && isTouched)
        knowledge.changes = {Change::Unknown, Change::Unknown};
    return knowledge;
}

SystemVersions::SystemVersions(PerSide<Connection *> servers, const AlignedTable &table, const SplitTime &split,
                               PerSide<KeptVersions> kept, const CancelToken &cancel)
    : m_table(table)
    , m_split(split)
    , m_kept(std::move(kept))
    , m_fetchers{RowFetcher(*servers.a, table, Version::A, cancel), RowFetcher(*servers.b, table, Version::B, cancel)}
{
}

Result<std::unique_ptr<SystemVersions>> SystemVersions::make(PerSide<Connection *> servers, const AlignedTable &table,
                                                             const SplitTime &split, Word word,
                                                             const CancelToken &cancel)
{
    if (!split.at.isValid())
        return fail(ErrorCode::Unsupported, u"it is not given since when the servers are apart"_s);
    if (table.isKeyless())
        return fail(ErrorCode::Unsupported, u"the table has no key"_s);
    PerSide<KeptVersions> kept;
    for (const Side side : bothSides) {
        Connection &server = *servers[side];
        auto found = server.dialect().past().readKeptVersions(server, *table.in[side], split.earliest());
        if (!found && found.error().code == ErrorCode::Unsupported)
            return std::unexpected(found.error());
        if (!found)
            return fail(ErrorCode::Unsupported,
                        u"the server does not tell what versions it keeps: %1"_s.arg(describe(found.error())));
        kept[side] = *found;
        if (word == Word::Named && kept[side].isDoubtWaived)
            kept[side].doubt.clear();
    }
    std::unique_ptr<SystemVersions> made(new SystemVersions(servers, table, split, kept, cancel));
    REJOIN_TRY(made->readGenerator(servers));
    return made;
}

/// A history that is not whole may have lost the highest.
Result<void> SystemVersions::readGenerator(PerSide<Connection *> servers)
{
    const int column = m_table.generatedKeyColumn();
    if (column < 0 || !m_kept.a.doubt.isEmpty() || !m_kept.b.doubt.isEmpty())
        return {};
    for (const Side side : bothSides) {
        const Table &shape = *m_table.in[side];
        const QString name = m_table.columns[column].in[side]->name;
        Connection &server = *servers[side];
        REJOIN_TRY_VALUE(
            rows, server.query(server.dialect().past().selectHighestAsOf(shape, name, m_split.at + m_split.margin)));
        const bool isThere = !rows.isEmpty() && rows.first().value(0).has_value();
        const qint64 highest = isThere ? rows.first().first()->toLongLong() : 0;
        m_generator.highest = std::max(m_generator.highest.value_or(highest), highest);
    }
    return {};
}

QString SystemVersions::name() const
{
    return meansName(Means::SystemVersions);
}

QString SystemVersions::limits() const
{
    QStringList limits;
    for (const Side side : bothSides) {
        const KeptVersions &kept = m_kept[side];
        if (kept.doubt.isEmpty())
            continue;
        limits +=
            u"On %1 %2: of a row that has no version at the split it cannot tell whether it was inserted since.%3"_s
                .arg(side == Side::A ? u"A"_s : u"B"_s, kept.doubt,
                     kept.isDoubtWaived
                         ? u" If nothing was deleted, say so: --evidence '%1=system-versions', or \"evidence\" "
                           "in the project."_s.arg(m_table.name.display())
                         : QString());
    }
    return limits.join(u' ');
}

Result<QHash<RowKey, Row>> SystemVersions::rowsAsOf(Side side, const QDateTime &moment, const QList<RowKey> &keys)
{
    QHash<RowKey, Row> found;
    REJOIN_TRY_VALUE(rows, m_fetchers[side].withKeysAsOf(moment, keys));
    for (const Row &row : std::as_const(rows))
        found.insert(m_table.keyOf(row), row);
    return found;
}

/// Where the clocks differ, only what was the same over the whole time in question is known.
Result<QList<PastRow>> SystemVersions::pastOf(Side side, const QList<RowKey> &keys)
{
    REJOIN_TRY_VALUE(first, rowsAsOf(side, m_split.earliest(), keys));
    QHash<RowKey, Row> last = first;
    if (m_split.margin.count() > 0) {
        REJOIN_TRY_VALUE(later, rowsAsOf(side, m_split.at + m_split.margin, keys));
        last = std::move(later);
    }
    QList<PastRow> pasts;
    for (const RowKey &key : keys) {
        PastRow past;
        const auto row = first.constFind(key);
        const bool isThere = row != first.constEnd();
        const bool isSteady = isThere ? last.contains(key) && last[key] == *row : !last.contains(key);
        past.isKnown = isSteady && (isThere || m_kept[side].doubt.isEmpty());
        if (past.isKnown && isThere)
            past.row = *row;
        pasts.append(past);
    }
    return pasts;
}

Result<QList<Knowledge>> SystemVersions::ask(const QList<RowKey> &keys, const QList<PerSide<std::optional<Row>>> &rows)
{
    REJOIN_TRY_VALUE(onA, pastOf(Side::A, keys));
    REJOIN_TRY_VALUE(onB, pastOf(Side::B, keys));
    QList<Knowledge> answers;
    for (qsizetype i = 0; i < keys.size(); ++i)
        answers.append(agreed(m_table, {onA[i], onB[i]}, rows[i]));
    return answers;
}

std::unique_ptr<KeySource> SystemVersions::changes(PerSide<RowFetcher *> from, int pageRows)
{
    if (m_kept.a.start.isEmpty() || m_kept.b.start.isEmpty())
        return nullptr;
    KeyList &list = *this;
    return std::make_unique<ListedKeys>(list, m_table, from, pageRows);
}

QString SystemVersions::unlisted() const
{
    const bool isWhole = m_kept.a.doubt.isEmpty() && m_kept.b.doubt.isEmpty();
    return isWhole ? u"those that differed before"_s
                   : u"those that differed before, and those that were deleted and of which no version is kept"_s;
}

RowVersions SystemVersions::touched(Side side) const
{
    return {.which = RowVersions::Which::Touched,
            .moment = m_split.earliest(),
            .start = m_kept[side].start,
            .end = m_kept[side].end};
}

Result<QList<RowKey>> SystemVersions::page(Side side, const std::optional<QList<Value>> &after, int limit)
{
    return m_fetchers[side].keysTouched(touched(side), {after, std::nullopt}, limit);
}

Result<QSet<RowKey>> SystemVersions::among(Side side, const QList<RowKey> &keys)
{
    REJOIN_TRY_VALUE(found, m_fetchers[side].touchedOf(touched(side), keys));
    return QSet<RowKey>(found.begin(), found.end());
}

} // namespace Rejoin
