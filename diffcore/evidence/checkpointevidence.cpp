#include "diffcore/evidence/checkpointevidence.h"

#include "diffcore/evidence/means.h"

#include <QtEndian>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr qint64 toleratedSeconds = 2; // clocks

int indexIn(const Checkpoint &checkpoint, const AlignedTable &table)
{
    return table.in.baseline ? checkpoint.indexOf(table.in.baseline->name) : -1;
}

/// Index of the table's column that the checkpoint knows by this name; -1 where there is none.
int placeOf(const AlignedTable &table, const QString &name)
{
    const auto found = std::ranges::find_if(table.columns, [&](const AlignedColumn &column) {
        return column.in.baseline && column.in.baseline->name == name;
    });
    return found == table.columns.end() ? -1 : int(found - table.columns.begin());
}

/// The columns that make the key of a checkpoint's table: all compared ones where it has none.
QList<int> identifying(const AlignedTable &table)
{
    if (!table.isKeyless())
        return table.keyColumns;
    QList<int> columns;
    for (int i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].compared)
            columns.append(i);
    }
    return columns;
}

QList<int> placesOf(const AlignedTable &shape, const QList<int> &columns, const AlignedTable &table)
{
    QList<int> places;
    for (const int column : columns)
        places.append(placeOf(table, shape.columns[column].in.a->name));
    return places;
}

QString namesOf(const AlignedTable &table, const QList<int> &columns)
{
    QStringList names;
    for (const int column : columns)
        names.append(table.columns[column].name);
    return names.join(u", "_s);
}

/// Rows are told apart by more columns than at the split: the checkpoint has one row at most for what the key was, and
/// its values say whether that is the row.
bool isWidened(const Checkpoint &checkpoint, const QList<int> &places, const QList<int> &wanted)
{
    return checkpoint.header().content == CheckpointContent::Values &&
           std::ranges::all_of(places, [&](int place) { return wanted.contains(place); });
}

} // namespace

QString CheckpointEvidence::whyNot(const Checkpoint &checkpoint, const AlignedTable &table)
{
    const int index = indexIn(checkpoint, table);
    if (index < 0)
        return {};
    const AlignedTable &shape = checkpoint.shape(index);
    QList<int> places = placesOf(shape, identifying(shape), table);
    std::ranges::sort(places);
    QList<int> wanted = identifying(table);
    std::ranges::sort(wanted);
    const bool isFound = places == wanted || (!shape.isKeyless() && isWidened(checkpoint, places, wanted));
    if (shape.isKeyless() != table.isKeyless() || !isFound)
        return u"the checkpoint's rows are told apart by %1, those of A and B by %2"_s.arg(
            namesOf(shape, identifying(shape)), namesOf(table, identifying(table)));
    for (const int i : std::as_const(wanted)) {
        const AlignedColumn &column = table.columns[i];
        if (!column.in.baseline)
            return u"the checkpoint has no column %1, so its rows cannot be told apart"_s.arg(column.name);
        if (column.in.baseline->family != column.definition().family)
            return u"column %1 has another type in the checkpoint"_s.arg(column.name);
    }
    return {};
}

QString CheckpointEvidence::lateness(const Checkpoint &checkpoint, const QDateTime &split)
{
    const CheckpointHeader &header = checkpoint.header();
    const qint64 seconds = split.isValid() ? split.secsTo(header.takenAt) : 0;
    if (seconds <= toleratedSeconds)
        return {};
    return u"the checkpoint was taken on %1 %2 after the split: what that server wrote in between counts as the common "
           "state"_s.arg(header.title, seconds < 120 ? u"%1 s"_s.arg(seconds) : u"%1 minutes"_s.arg(seconds / 60));
}

CheckpointEvidence::CheckpointEvidence(Checkpoint &checkpoint, const AlignedTable &table, const QDateTime &split)
    : m_checkpoint(checkpoint)
    , m_table(table)
    , m_split(split)
    , m_index(indexIn(checkpoint, table))
{
    if (m_index < 0)
        return;
    const AlignedTable &shape = checkpoint.shape(m_index);
    const QList<int> key = identifying(table);
    for (const int place : placesOf(shape, identifying(shape), table))
        m_keyOrder.append(int(key.indexOf(place)));
    for (const AlignedColumn &column : shape.columns) {
        const int place = placeOf(table, column.in.a->name);
        m_places.append(place);
        if (column.in.a->source == ValueSource::Computed)
            continue;
        m_isExact = m_isExact && place >= 0 && table.columns[place].compared;
        for (const Side side : bothSides) {
            const bool isThere = place >= 0 && table.columnsOf(versionOf(side)).contains(place);
            m_isHashable[side] = m_isHashable[side] && isThere;
            m_isExact =
                m_isExact && isThere && table.columns[place].in[side]->declaredType == column.in.a->declaredType;
        }
    }
}

bool CheckpointEvidence::keepsValues() const
{
    return m_checkpoint.header().content == CheckpointContent::Values;
}

QString CheckpointEvidence::name() const
{
    return keepsValues() ? meansName(Means::Checkpoint) : u"checkpoint, hashes only"_s;
}

QString CheckpointEvidence::limits() const
{
    QStringList limits;
    if (m_index < 0)
        limits.append(u"The checkpoint has no such table, so every row counts as inserted since the split."_s);
    if (!keepsValues())
        limits.append(u"It tells who changed, inserted or deleted a row, and no old values: cells cannot be merged."_s);
    if (!keepsValues() && m_index >= 0 && !m_isExact)
        limits.append(
            u"Columns changed since or are not compared: of a row that is not as it was it cannot tell whether "
            "only those changed."_s);
    if (QString late = lateness(m_checkpoint, m_split); !late.isEmpty()) {
        late[0] = late[0].toUpper();
        limits.append(late + u'.');
    }
    return limits.join(u' ');
}

QByteArray CheckpointEvidence::storedKey(const RowKey &key) const
{
    RowKey stored;
    for (const int part : m_keyOrder)
        stored.values.append(key.values[part]);
    const bool isHashed = m_table.isKeyless() && !keepsValues();
    return isHashed ? CheckpointFormat::hashOf(stored.values) : encodeKey(stored);
}

std::optional<Row> CheckpointEvidence::rowOf(const QByteArray &payload) const
{
    const auto stored = decodeRow(payload);
    if (!stored || stored->size() != m_places.size())
        return std::nullopt;
    Row row(m_table.columns.size());
    for (qsizetype i = 0; i < m_places.size(); ++i) {
        if (m_places[i] >= 0)
            row[m_places[i]] = stored->at(i);
    }
    return row;
}

Change CheckpointEvidence::changeOf(Side side, const std::optional<Row> &row, const QByteArray &hash) const
{
    if (!row)
        return Change::Deleted;
    if (!m_isHashable[side])
        return Change::Unknown;
    const AlignedTable &shape = m_checkpoint.shape(m_index);
    Row stored(m_places.size());
    for (qsizetype i = 0; i < m_places.size(); ++i) {
        if (shape.columns[i].in.a->source != ValueSource::Computed)
            stored[i] = row->at(m_places[i]);
    }
    if (CheckpointFormat::hashOf(stored) == hash)
        return Change::None;
    return m_isExact ? Change::Updated : Change::Unknown;
}

Result<QList<Knowledge>> CheckpointEvidence::ask(const QList<RowKey> &keys,
                                                 const QList<PerSide<std::optional<Row>>> &rows)
{
    QList<Knowledge> answers(keys.size());
    QList<QByteArray> stored;
    if (m_index >= 0) {
        for (const RowKey &key : keys)
            stored.append(storedKey(key));
    }
    QHash<QByteArray, QByteArray> found;
    if (m_index >= 0) {
        REJOIN_TRY_VALUE(read, m_checkpoint.lookUp(m_index, stored));
        found = std::move(read);
    }
    for (qsizetype i = 0; i < keys.size(); ++i) {
        Knowledge &answer = answers[i];
        const auto payload = m_index < 0 ? found.constEnd() : found.constFind(stored[i]);
        answer.baselineKnown = payload == found.constEnd() || keepsValues();
        if (payload == found.constEnd())
            continue;
        if (keepsValues()) {
            answer.row = rowOf(*payload);
            if (!answer.row)
                return fail(ErrorCode::BadFile,
                            u"the checkpoint %1 holds a row that cannot be read"_s.arg(m_checkpoint.path()));
            if (m_keyOrder.size() < keys[i].values.size() && m_table.keyOf(*answer.row) != keys[i])
                answer.row.reset();
            continue;
        }
        for (const Side side : bothSides)
            answer.changes[side] = changeOf(side, rows[i][side], *payload);
    }
    return answers;
}

Result<QList<std::optional<qint64>>> CheckpointEvidence::askCounts(const QList<Row> &rows)
{
    if (m_index < 0)
        return QList<std::optional<qint64>>(rows.size(), 0);
    QList<QByteArray> stored;
    for (const Row &row : rows) {
        RowKey key = m_table.keyOf(row);
        key.values.removeLast(); // the ordinal
        stored.append(storedKey(key));
    }
    REJOIN_TRY_VALUE(found, m_checkpoint.lookUp(m_index, stored));
    QList<std::optional<qint64>> counts;
    for (const QByteArray &key : std::as_const(stored)) {
        const QByteArray copies = found.value(key);
        counts.append(copies.size() == sizeof(qint64) ? qFromBigEndian<qint64>(copies.constData()) : 0);
    }
    return counts;
}

GeneratorState CheckpointEvidence::generatorAtSplit() const
{
    return m_index < 0 ? GeneratorState() : m_checkpoint.table(m_index).generator;
}

} // namespace Rejoin
