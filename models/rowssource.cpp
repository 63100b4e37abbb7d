#include "models/rowssource.h"

#include "diffcore/compare/classifier.h"

#include <algorithm>

namespace Rejoin {

namespace {

constexpr int keptRecords = 4000;
constexpr int countedAtOnce = 200;

} // namespace

RowsSource::RowsSource(QObject *parent)
    : QObject(parent)
    , m_records(keptRecords)
{
    m_counting.setInterval(0);
    connect(&m_counting, &QTimer::timeout, this, &RowsSource::countSome);
}

void RowsSource::show(const Session *session, const DifferenceFilter &filter)
{
    Q_EMIT aboutToReset();
    m_session = session && session->hasComparison() ? session : nullptr;
    m_filter = filter;
    if (!m_session || (filter.table && *filter.table >= m_session->alignment().tables.size()))
        m_filter.table.reset();
    m_ids = m_filter.table ? m_session->ids(filter).value_or(QList<qint64>()) : QList<qint64>();
    m_records.clear();
    m_columnCounts.clear();
    m_countedUpTo = 0;
    m_counted = m_ids.isEmpty();
    Q_EMIT reset();
    if (m_counted)
        m_counting.stop();
    else
        m_counting.start();
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
    return m_filter.table && std::ranges::any_of(m_session->alignment().relations, [&](const Relation &relation) {
               return relation.child == *m_filter.table && relation.childColumns.contains(column);
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
    return m_filter.table ? &m_session->alignment().tables.at(*m_filter.table) : nullptr;
}

void RowsSource::countSome()
{
    const AlignedTable *shape = table();
    const auto page = shape ? m_session->page(m_filter, m_countedUpTo, countedAtOnce) : QList<Difference>();
    for (const Difference &difference : page.value_or(QList<Difference>())) {
        m_countedUpTo = difference.id;
        if (!difference.rows.a || !difference.rows.b)
            continue;
        for (const int column : differingColumns(*shape, *difference.rows.a, *difference.rows.b))
            ++m_columnCounts[column];
    }
    m_counted = !page || page->size() < countedAtOnce;
    if (m_counted)
        m_counting.stop();
    Q_EMIT columnsCounted();
}

} // namespace Rejoin
