#include "diffcore/session/session.h"

#include "diffcore/session/alignmentjson.h"
#include "diffcore/session/sessionjson.h"
#include "diffcore/session/sessionstate.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Rejoin {

QString stateName(TableStatus::State state)
{
    switch (state) {
    case TableStatus::State::Waiting: return u"waiting"_s;
    case TableStatus::State::Comparing: return u"comparing"_s;
    case TableStatus::State::Compared: return u"compared"_s;
    case TableStatus::State::NotComparable: return u"not comparable"_s;
    case TableStatus::State::Failed: return u"failed"_s;
    case TableStatus::State::Cancelled: return u"cancelled"_s;
    }
    return {};
}

Session::Session(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

Session::~Session() = default;

Result<std::unique_ptr<Session>> Session::open(const QString &path)
{
    auto state = std::make_unique<State>();
    REJOIN_TRY_VALUE(file, SessionFile::open(path, SessionFile::Missing::Create));
    state->file = std::move(file);
    REJOIN_TRY(state->load());
    return std::unique_ptr<Session>(new Session(std::move(state)));
}

Result<std::unique_ptr<Session>> Session::openExisting(const QString &path)
{
    auto state = std::make_unique<State>();
    REJOIN_TRY_VALUE(file, SessionFile::open(path, SessionFile::Missing::Refuse));
    state->file = std::move(file);
    REJOIN_TRY(state->load());
    return std::unique_ptr<Session>(new Session(std::move(state)));
}

QString Session::path() const
{
    return m_state->file->path();
}

bool Session::hasComparison() const
{
    return m_state->generation > 0;
}

const ComparisonHeader &Session::header() const
{
    return m_state->header;
}

const Alignment &Session::alignment() const
{
    return m_state->alignment;
}

Result<News> Session::refresh()
{
    REJOIN_TRY_VALUE(version, m_state->file->value(u"PRAGMA data_version"_s));
    const qint64 dataVersion = version.value_or(0).toLongLong();
    if (dataVersion == m_state->dataVersion)
        return News::Nothing;
    const qint64 known = m_state->generation;
    REJOIN_TRY(m_state->load());
    m_state->dataVersion = dataVersion;
    return m_state->generation == known ? News::Content : News::Comparison;
}

Result<void> Session::State::load()
{
    return file->transaction(SessionFile::Access::Read, [this]() -> Result<void> {
        REJOIN_TRY_VALUE(version, file->value(u"PRAGMA data_version"_s));
        dataVersion = version.value_or(0).toLongLong();
        REJOIN_TRY_VALUE(stored, storedGeneration());
        if (stored == 0)
            return {};
        REJOIN_TRY_VALUE(headerBytes, file->value(u"SELECT value FROM meta WHERE name = 'header'"_s));
        REJOIN_TRY_VALUE(alignmentBytes, file->value(u"SELECT value FROM meta WHERE name = 'alignment'"_s));
        std::optional<ComparisonHeader> storedHeader = decodeHeader(headerBytes.value_or(QVariant()).toByteArray());
        std::optional<Alignment> storedAlignment = decodeAlignment(alignmentBytes.value_or(QVariant()).toByteArray());
        if (!storedHeader || !storedAlignment)
            return fail(file->damaged(u"what was compared"_s));
        header = std::move(*storedHeader);
        if (stored != generation) // references into the alignment outlive what others do to the same comparison
            alignment = std::move(*storedAlignment);
        generation = stored;
        return {};
    });
}

Result<qint64> Session::State::storedGeneration()
{
    REJOIN_TRY_VALUE(stored, file->value(u"SELECT value FROM meta WHERE name = 'generation'"_s));
    return stored.value_or(0).toLongLong();
}

Result<void> Session::State::checkGeneration()
{
    REJOIN_TRY_VALUE(stored, storedGeneration());
    if (stored == generation)
        return {};
    return fail(ErrorCode::Refused,
                u"%1 was filled by another comparison in the meantime"_s.arg(QDir::toNativeSeparators(file->path())),
                u"Look at its rows again"_s);
}

Result<void> Session::State::setMeta(const QString &name, const QVariant &value)
{
    REJOIN_TRY(file->run(u"INSERT INTO meta (name, value) VALUES (?, ?) "
                         "ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s,
                         {name, value}));
    return {};
}

Result<QList<Reservation>> Session::reservations() const
{
    return m_state->list(u"reservations"_s, decodeReservations);
}

Result<QList<RelationProposal>> Session::relationProposals() const
{
    return m_state->list(u"proposals"_s, decodeProposals);
}

Result<void> Session::setRelationProposals(const QList<RelationProposal> &proposals)
{
    return m_state->writing([&] { return m_state->setMeta(u"proposals"_s, encodeProposals(proposals)); });
}

Result<void> Session::setNumberSeries(const QList<NumberSeries> &series)
{
    return m_state->writing([&] { return m_state->setMeta(u"series"_s, encodeSeries(series)); });
}

Result<void> Session::setReservations(const QList<Reservation> &reservations, const HistoryEntry &entry)
{
    return m_state->file->transaction(SessionFile::Access::Write, [&]() -> Result<void> {
        REJOIN_TRY(m_state->setMeta(u"reservations"_s, encodeReservations(reservations)));
        return m_state->append(entry);
    });
}

Result<void> Session::addBundle(const QString &folder)
{
    return m_state->file->transaction(SessionFile::Access::Write, [&]() -> Result<void> {
        // one that was written before becomes the latest
        REJOIN_TRY(m_state->file->run(u"INSERT OR REPLACE INTO bundles (folder) VALUES (?)"_s, {folder}));
        return {};
    });
}

Result<QStringList> Session::bundles() const
{
    QStringList folders;
    REJOIN_TRY(
        m_state->file->each(u"SELECT folder FROM bundles ORDER BY id"_s, {}, [&](const QSqlQuery &row) -> Result<void> {
            folders.append(row.value(0).toString());
            return {};
        }));
    return folders;
}

} // namespace Rejoin
