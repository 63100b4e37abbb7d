#pragma once

#include "diffcore/base/progress.h"
#include "diffcore/session/project.h"
#include "diffcore/session/session.h"

namespace Rejoin {

/// The numbers that the collisions of one table may need.
struct NumberNeed
{
    int table = -1;        ///< index into Alignment::tables
    QString name;          ///< of the table
    qint64 collisions = 0; ///< rows whose key names two rows: each can get a new one, whatever is decided
    qint64 held = 0;       ///< numbers that the target holds back already

    [[nodiscard]] qint64 missing() const { return std::max<qint64>(0, collisions - held); }
};

/// What the target would have to set aside; asks no server. Tables without collisions are left out. Fails with
/// Undecided where the comparison is not finished.
[[nodiscard]] Result<QList<NumberNeed>> neededNumbers(const Session &session, Side target);

/// What was done for one table.
struct ReservedTable
{
    NumberNeed need;
    QList<NumberBlock> taken; ///< now; empty where nothing was missing, or `whyNot` says why it cannot be
    QList<NumberBlock> all;   ///< held back for this table
    QString whyNot;
    QString note; ///< what else is to be done: "…reserve on B, too"
};

struct ReserveResult
{
    Side target = Side::A;
    QString title;
    QList<ReservedTable> tables;
};

/// Advances the target's generators beyond the numbers that the merge may need, and notes these in the session: rows
/// that get a new key get one of them, and the server gives them to nobody else. What a server holds back already is
/// not asked for again. Numbers that one server holds back are held back on the other, too, where its generator is
/// still below them; else new ones are taken, above all.
///
/// The one write to a server before a script is applied. Each table is noted in the history before and after, so that
/// a killed process leaves a gap in the numbers at worst. Fails with what the server says (RightsMissing, …), with the
/// tables before it done and noted; WrongTarget where the server is not the one that was compared.
[[nodiscard]] Result<ReserveResult> reserveNumbers(Session &session, const Project &project, Side target,
                                                   const QString &by, const CancelToken &cancel,
                                                   const Progress &progress);

} // namespace Rejoin
