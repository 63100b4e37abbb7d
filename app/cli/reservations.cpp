#include "app/cli/reservations.h"

#include "app/cli/output.h"
#include "app/cli/work.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// The sides of the session whose servers hold these numbers back.
QList<Side> holders(const Reservation &reservation, const Session &session)
{
    QList<Side> sides;
    for (const Side side : bothSides) {
        const QString &server = reservation.servers[side];
        if (!server.isEmpty() && server == session.header().identities[side])
            sides += side;
    }
    return sides;
}

} // namespace

QJsonArray blocksJson(const QList<NumberBlock> &blocks)
{
    QJsonArray array;
    for (const NumberBlock &block : blocks)
        array.append(QJsonObject{{u"first"_s, block.first}, {u"last"_s, block.last}, {u"step"_s, block.step}});
    return array;
}

Result<QStringList> reservationTexts(const Session &session)
{
    QStringList texts;
    REJOIN_TRY_VALUE(reservations, session.reservations());
    for (const Reservation &reservation : std::as_const(reservations)) {
        QStringList names;
        for (const Side side : holders(reservation, session))
            names += sideName(side).toUpper();
        if (!names.isEmpty())
            texts += u"%1: %2 reserved on %3: %4"_s.arg(
                printable(reservation.table), counted(numbersIn(reservation.blocks), u"number is"_s, u"numbers are"_s),
                names.join(u" and "_s), toText(reservation.blocks));
    }
    return texts;
}

Result<QJsonArray> reservationsJson(const Session &session)
{
    QJsonArray array;
    REJOIN_TRY_VALUE(reservations, session.reservations());
    for (const Reservation &reservation : std::as_const(reservations)) {
        QJsonArray servers;
        for (const Side side : holders(reservation, session))
            servers.append(sideName(side));
        if (!servers.isEmpty())
            array.append(QJsonObject{{u"table"_s, reservation.table},
                                     {u"servers"_s, servers},
                                     {u"numbers"_s, blocksJson(reservation.blocks)},
                                     {u"by"_s, reservation.by},
                                     {u"at"_s, timeJson(reservation.at)}});
    }
    return array;
}

} // namespace Rejoin
