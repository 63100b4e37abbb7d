#pragma once

#include "diffcore/session/session.h"

namespace Rejoin {

// The small values of a session file as JSON. Decoding gives nothing for bytes that encoding did not write.

[[nodiscard]] QByteArray encodeHeader(const ComparisonHeader &header);
[[nodiscard]] std::optional<ComparisonHeader> decodeHeader(const QByteArray &bytes);
[[nodiscard]] QByteArray encodeStatus(const TableStatus &status);
[[nodiscard]] std::optional<TableStatus> decodeStatus(const QByteArray &bytes);
[[nodiscard]] QByteArray encodeReservations(const QList<Reservation> &reservations);
[[nodiscard]] std::optional<QList<Reservation>> decodeReservations(const QByteArray &bytes);
[[nodiscard]] QByteArray encodeProposals(const QList<RelationProposal> &proposals);
[[nodiscard]] std::optional<QList<RelationProposal>> decodeProposals(const QByteArray &bytes);
[[nodiscard]] QByteArray encodeSeries(const QList<NumberSeries> &series);
[[nodiscard]] std::optional<QList<NumberSeries>> decodeSeries(const QByteArray &bytes);
[[nodiscard]] QByteArray encodeReview(const Review &review);
[[nodiscard]] std::optional<Review> decodeReview(const QByteArray &bytes);
[[nodiscard]] QByteArray encodeConflict(const ConstraintConflict &conflict);
[[nodiscard]] std::optional<ConstraintConflict> decodeConflict(const QByteArray &bytes);

} // namespace Rejoin
