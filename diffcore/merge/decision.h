#pragma once

#include "diffcore/base/side.h"
#include "diffcore/value/value.h"

#include <QDateTime>
#include <QMap>
#include <QString>
#include <variant>

namespace Rejoin {

/// Where the value of one cell comes from.
using CellChoice = std::variant<Version, Value>;

struct Unresolved
{
    friend bool operator==(const Unresolved &, const Unresolved &) = default;
};
/// The whole row is that of one version; where that version has no row, the merged state has none.
struct Take
{
    Version from = Version::A;
    friend bool operator==(const Take &, const Take &) = default;
};
/// Cell by cell: what one side alone changed is taken; a cell that both changed needs a choice.
/// Settles the row when every conflicting column has one. Keys are column names.
struct Cells
{
    QMap<QString, CellChoice> choices;
    friend bool operator==(const Cells &, const Cells &) = default;
};
/// Two rows under one key: both stay, that of `moves` gets a new key, and these values in its columns.
struct KeepBoth
{
    Side moves = Side::B;
    QMap<QString, Value> values; ///< by column name: natural numbers, parts of the key among them
    friend bool operator==(const KeepBoth &, const KeepBoth &) = default;
};
/// The row is another spelling of `winner`: it goes, and what refers to it refers to the winner. Of two rows under one
/// key only that of the side `of` is meant; the other stays.
struct SameEntity
{
    RowKey winner;
    std::optional<Side> of = std::nullopt;
    friend bool operator==(const SameEntity &, const SameEntity &) = default;
};
struct DeleteRow
{
    friend bool operator==(const DeleteRow &, const DeleteRow &) = default;
};
/// Each server keeps what it has; the table is then not converged.
struct Skip
{
    friend bool operator==(const Skip &, const Skip &) = default;
};

using DecisionKind = std::variant<Unresolved, Take, Cells, KeepBoth, SameEntity, DeleteRow, Skip>;

/// What the merged row shall be, who or what decided it, and why.
struct Decision
{
    enum class Origin : quint8 { Automatic, Suggestion, Rule, Person };

    DecisionKind kind;
    Origin origin = Origin::Automatic;
    QString rule;   ///< name of the rule; empty for other origins
    QString reason; ///< one sentence: "B unchanged since the baseline"
    QString by;     ///< user name; empty for automatic ones
    QDateTime at;   ///< UTC; invalid for automatic ones, so that equal inputs give equal bytes

    [[nodiscard]] bool isUnresolved() const { return std::holds_alternative<Unresolved>(kind); }
    friend bool operator==(const Decision &, const Decision &) = default;
};

/// "take A", "cells", "keep both, B moves", "unresolved": as reports and JSON print it.
[[nodiscard]] QString kindText(const DecisionKind &kind);
/// "automatic", "suggestion accepted", "rule NAME", "person".
[[nodiscard]] QString originText(const Decision &decision);

/// Bytes that read back the same, for the session file.
[[nodiscard]] QByteArray encodeDecision(const Decision &decision);
[[nodiscard]] std::optional<Decision> decodeDecision(const QByteArray &bytes);

} // namespace Rejoin
