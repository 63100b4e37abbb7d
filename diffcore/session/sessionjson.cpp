#include "diffcore/session/sessionjson.h"

#include "diffcore/session/jsonarchive.h"

namespace Rejoin {

static QJsonValue toJson(const VirtualRelation &relation)
{
    return relation.toText();
}

static bool fromJson(const QJsonValue &json, VirtualRelation &relation)
{
    auto read = VirtualRelation::parse(json.toString());
    if (!read)
        return false;
    relation = std::move(*read);
    return true;
}

namespace Archive {

template <>
inline constexpr std::optional<TableStatus::State> lastOf<TableStatus::State> = TableStatus::State::Cancelled;
template <>
inline constexpr std::optional<TableStatus::Extent> lastOf<TableStatus::Extent> = TableStatus::Extent::Changes;
template <>
inline constexpr std::optional<ConstraintConflict::Kind> lastOf<ConstraintConflict::Kind> =
    ConstraintConflict::Kind::WrongType;

template <>
inline constexpr auto members<ServerInfo> =
    std::tuple(member("engine", &ServerInfo::engine), member("product", &ServerInfo::product),
               member("version", &ServerInfo::version), member("serverName", &ServerInfo::serverName),
               member("database", &ServerInfo::database), member("identity", &ServerInfo::identity));
template <>
inline constexpr auto members<ComparisonHeader> =
    std::tuple(member("projectHash", &ComparisonHeader::projectHash), member("titles", &ComparisonHeader::titles),
               member("identities", &ComparisonHeader::identities), member("servers", &ComparisonHeader::servers),
               member("since", &ComparisonHeader::since), member("startedAt", &ComparisonHeader::startedAt),
               member("finishedAt", &ComparisonHeader::finishedAt), member("moves", &ComparisonHeader::moves),
               member("clockDifference", &ComparisonHeader::clockDifferenceSeconds));
template <>
inline constexpr auto members<GeneratorState> =
    std::tuple(member("lastGiven", &GeneratorState::lastGiven), member("highest", &GeneratorState::highest));
template <>
inline constexpr auto members<TableStatus> =
    std::tuple(member("state", &TableStatus::state), member("extent", &TableStatus::extent),
               member("reason", &TableStatus::reason), member("evidence", &TableStatus::evidence),
               member("limits", &TableStatus::limits), member("rows", &TableStatus::rows),
               member("generators", &TableStatus::generators), member("findings", &TableStatus::findings),
               member("counters", &TableStatus::counters));
template <>
inline constexpr auto members<ConstraintConflict> =
    std::tuple(member("kind", &ConstraintConflict::kind), member("table", &ConstraintConflict::table),
               member("constraint", &ConstraintConflict::constraint),
               member("differences", &ConstraintConflict::differences), member("message", &ConstraintConflict::message),
               member("choices", &ConstraintConflict::choices));
template <>
inline constexpr auto members<Review> =
    std::tuple(member("reviewer", &Review::reviewer), member("by", &Review::by), member("machine", &Review::machine),
               member("ticket", &Review::ticket), member("reason", &Review::reason), member("at", &Review::at),
               member("fingerprint", &Review::fingerprint), member("merge", &Review::merge),
               member("titles", &Review::titles));

template <>
inline constexpr auto members<NumberBlock> = std::tuple(
    member("first", &NumberBlock::first), member("last", &NumberBlock::last), member("step", &NumberBlock::step));
template <>
inline constexpr auto members<Reservation> =
    std::tuple(member("table", &Reservation::table), member("servers", &Reservation::servers),
               member("blocks", &Reservation::blocks), member("at", &Reservation::at), member("by", &Reservation::by));

template <>
inline constexpr auto members<RelationProposal> =
    std::tuple(member("relation", &RelationProposal::relation), member("strong", &RelationProposal::strong),
               member("withinText", &RelationProposal::withinText), member("evidence", &RelationProposal::evidence),
               member("rekeyed", &RelationProposal::rekeyed));
template <>
inline constexpr auto members<NumberSeries> =
    std::tuple(member("table", &NumberSeries::table), member("column", &NumberSeries::column),
               member("series", &NumberSeries::series), member("highest", &NumberSeries::highest));

/// A list as a document of its own.
template <typename Type> struct Listed
{
    QList<Type> all;
};
template <typename Type> inline constexpr auto members<Listed<Type>> = std::tuple(member("all", &Listed<Type>::all));

template <typename Type> std::optional<QList<Type>> decodeList(const QByteArray &bytes)
{
    auto stored = decode<Listed<Type>>(bytes);
    return stored ? std::optional(std::move(stored->all)) : std::nullopt;
}

} // namespace Archive

QByteArray encodeHeader(const ComparisonHeader &header)
{
    return Archive::encode(header);
}

std::optional<ComparisonHeader> decodeHeader(const QByteArray &bytes)
{
    return Archive::decode<ComparisonHeader>(bytes);
}

QByteArray encodeStatus(const TableStatus &status)
{
    return Archive::encode(status);
}

std::optional<TableStatus> decodeStatus(const QByteArray &bytes)
{
    return Archive::decode<TableStatus>(bytes);
}

QByteArray encodeReservations(const QList<Reservation> &reservations)
{
    return Archive::encode(Archive::Listed<Reservation>{reservations});
}

std::optional<QList<Reservation>> decodeReservations(const QByteArray &bytes)
{
    return Archive::decodeList<Reservation>(bytes);
}

QByteArray encodeProposals(const QList<RelationProposal> &proposals)
{
    return Archive::encode(Archive::Listed<RelationProposal>{proposals});
}

std::optional<QList<RelationProposal>> decodeProposals(const QByteArray &bytes)
{
    return Archive::decodeList<RelationProposal>(bytes);
}

QByteArray encodeSeries(const QList<NumberSeries> &series)
{
    return Archive::encode(Archive::Listed<NumberSeries>{series});
}

std::optional<QList<NumberSeries>> decodeSeries(const QByteArray &bytes)
{
    return Archive::decodeList<NumberSeries>(bytes);
}

QByteArray encodeReview(const Review &review)
{
    return Archive::encode(review);
}

std::optional<Review> decodeReview(const QByteArray &bytes)
{
    return Archive::decode<Review>(bytes);
}

QByteArray encodeConflict(const ConstraintConflict &conflict)
{
    return Archive::encode(conflict);
}

std::optional<ConstraintConflict> decodeConflict(const QByteArray &bytes)
{
    return Archive::decode<ConstraintConflict>(bytes);
}

} // namespace Rejoin
