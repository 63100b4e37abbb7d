#include "models/rowssource.h"

#include "diffcore/compare/classifier.h"

#include <QSet>

#include <algorithm>
#include <numeric>
#include <utility>

namespace Rejoin {

namespace {

constexpr int keptRecords = 4000;
constexpr int firstRows = 200;
constexpr int countedAtOnce = 1000;
constexpr int countedPages = 20; // before they are told

} // namespace

RowsSource::RowsSource(QObject *parent)
    : QObject(parent)
    , m_records(keptRecords)
{
}

RowsSource::~RowsSource() = default;

void RowsSource::show(const Session *session, const Shown &shown)
{
    m_reading.cancel();
    m_counting.cancel();
    Q_EMIT aboutToReset();
    m_session = session && session->hasComparison() ? session : nullptr;
    m_shown = shown;
    if (!m_session || (m_shown.filter.table && *m_shown.filter.table >= m_session->alignment().tables.size()))
        m_shown.filter.table.reset();
    m_all.clear();
    m_ids.clear();
    m_records.clear();
    m_differing.clear();
    m_countedUpTo = 0;
    m_complete = true;
    m_small = true;
    if (m_shown.filter.table)
        readFirst();
    m_counted = m_complete && m_all.isEmpty();
    Q_EMIT reset();
    if (!m_complete)
        readAll();
    if (!m_counted)
        countOn();
}

qint64 RowsSource::rowsOfTable() const
{
    const auto counts = m_session->counts().value_or(QList<TableCounts>());
    const auto outcomes = counts.value(tableIndex()).outcomes;
    return std::accumulate(outcomes.cbegin(), outcomes.cend(), qint64(0));
}

void RowsSource::readFirst()
{
    m_small = rowsOfTable() <= readAtOnce;
    m_complete = m_small && m_shown.differingIn < 0;
    if (m_small) {
        m_all = (m_shown.order == RowOrder::Key ? m_session->ids(m_shown.filter)
                                                : orderedIds(m_session->path(), m_shown.filter, m_shown.order))
                    .value_or(QList<qint64>());
    } else if (m_shown.order == RowOrder::Key) {
        auto page = m_session->page(m_shown.filter, 0, firstRows);
        for (Difference &difference : page.value_or(QList<Difference>())) {
            const qint64 id = difference.id;
            m_all.append(id);
            m_records.insert(id, new Difference(std::move(difference)));
        }
    }
    if (m_shown.differingIn < 0)
        m_ids = m_all;
}

void RowsSource::readAll()
{
    if (m_shown.differingIn >= 0 && m_shown.order == RowOrder::Key)
        return; // counting finds them, in this order
    m_reading.start(
        tr("Reading rows"), CancelMeans::Drop,
        [path = m_session->path(), filter = m_shown.filter,
         order = m_shown.order](const CancelToken &, const Progress &) { return orderedIds(path, filter, order); },
        [this](const Result<QList<qint64>> &ids) { takeAll(ids.value_or(QList<qint64>())); });
}

void RowsSource::takeAll(const QList<qint64> &ids)
{
    if (m_shown.differingIn >= 0) {
        m_all = ids;
        if (m_counted)
            append(passing(m_all));
        m_complete = m_counted;
        return;
    }
    m_complete = true;
    const bool goesOn = m_all.size() <= ids.size() && std::equal(m_all.cbegin(), m_all.cend(), ids.cbegin());
    QList<qint64> more;
    if (goesOn) {
        more = ids.sliced(m_all.size());
    } else { // something was decided since the first ones were read
        const QSet<qint64> known(m_all.cbegin(), m_all.cend());
        std::ranges::copy_if(ids, std::back_inserter(more), [&known](qint64 id) { return !known.contains(id); });
    }
    m_all += more;
    append(more);
}

void RowsSource::append(const QList<qint64> &ids)
{
    if (ids.isEmpty()) {
        Q_EMIT aboutToGrow(count(), count() - 1);
        Q_EMIT grown();
        return;
    }
    Q_EMIT aboutToGrow(count(), count() + int(ids.size()) - 1);
    m_ids += ids;
    Q_EMIT grown();
}

QList<qint64> RowsSource::passing(const QList<qint64> &ids) const
{
    const QList<qint64> wanted = m_differing.value(m_shown.differingIn);
    const QSet<qint64> known(wanted.cbegin(), wanted.cend());
    QList<qint64> left;
    std::ranges::copy_if(ids, std::back_inserter(left), [&known](qint64 id) { return known.contains(id); });
    return left;
}

void RowsSource::refresh()
{
    m_records.clear();
    Q_EMIT changed();
}

void RowsSource::setPreviewProvider(PreviewProvider provider)
{
    m_previewProvider = std::move(provider);
    Q_EMIT changed();
}

std::shared_ptr<const MergePreview> RowsSource::preview() const
{
    return m_previewProvider ? m_previewProvider() : std::make_shared<MergePreview>();
}

bool RowsSource::isReference(int column) const
{
    return m_shown.filter.table && std::ranges::any_of(m_session->alignment().relations, [&](const Relation &relation) {
               return relation.child == tableIndex() && relation.childColumns.contains(column);
           });
}

const Difference *RowsSource::at(int row) const
{
    const qint64 id = m_ids.at(row);
    if (const Difference *known = m_records.object(id))
        return known;
    auto read = m_session->difference(id);
    if (!read)
        return nullptr;
    auto *record = new Difference(std::move(*read));
    m_records.insert(id, record);
    return record;
}

const AlignedTable *RowsSource::table() const
{
    return m_shown.filter.table ? &m_session->alignment().tables.at(tableIndex()) : nullptr;
}

Result<RowsSource::Counted> RowsSource::countSome(const QString &session, const DifferenceFilter &filter,
                                                  qint64 afterId, const CancelToken &cancel)
{
    REJOIN_TRY_VALUE(opened, Session::openExisting(session));
    const QList<AlignedTable> &tables = opened->alignment().tables;
    Counted counted{.upTo = afterId};
    if (*filter.table >= tables.size())
        return fail(ErrorCode::Refused, QStringLiteral("another comparison"));
    for (int page = 0; page < countedPages && !counted.complete && !cancel.isCancelled(); ++page) {
        REJOIN_TRY_VALUE(rows, opened->page(filter, counted.upTo, countedAtOnce));
        for (const Difference &difference : std::as_const(rows)) {
            counted.upTo = difference.id;
            if (!difference.rows.a || !difference.rows.b)
                continue;
            for (const int column : differingColumns(tables.at(*filter.table), *difference.rows.a, *difference.rows.b))
                counted.differing[column].append(difference.id);
        }
        counted.complete = rows.size() < countedAtOnce;
    }
    return counted;
}

void RowsSource::countOn()
{
    m_counting.start(
        tr("Counting differences"), CancelMeans::Drop,
        [path = m_session->path(), filter = m_shown.filter, from = m_countedUpTo](
            const CancelToken &cancel, const Progress &) { return countSome(path, filter, from, cancel); },
        [this](const Result<Counted> &counted) {
            takeCounted(counted.value_or(Counted{.upTo = m_countedUpTo, .complete = true}));
        });
}

void RowsSource::takeCounted(const Counted &counted)
{
    m_countedUpTo = counted.upTo;
    m_counted = counted.complete;
    for (const auto &[column, ids] : counted.differing.asKeyValueRange())
        m_differing[column] += ids;
    if (m_shown.differingIn >= 0 && m_shown.order == RowOrder::Key) {
        m_complete = m_counted;
        append(counted.differing.value(m_shown.differingIn));
    } else if (m_shown.differingIn >= 0 && m_counted && !m_complete && !m_reading.isRunning()) {
        m_complete = true;
        append(passing(m_all));
    }
    if (!m_counted)
        countOn();
    Q_EMIT columnsCounted();
}

} // namespace Rejoin
