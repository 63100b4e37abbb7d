#include "app/cli/exitcode.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

Exit exitFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage:
    case ErrorCode::BadFile:
    case ErrorCode::CannotWrite:
    case ErrorCode::NotApproved: return Exit::Usage;
    case ErrorCode::DriverMissing:
    case ErrorCode::CannotConnect:
    case ErrorCode::LoginFailed: return Exit::CannotConnect;
    case ErrorCode::RightsMissing: return Exit::RightsMissing;
    case ErrorCode::Unsupported: return Exit::Unsupported;
    case ErrorCode::Undecided: return Exit::Undecided;
    case ErrorCode::Refused:
    case ErrorCode::AlreadyApplied:
    case ErrorCode::WrongTarget: return Exit::Refused;
    case ErrorCode::ServerRefused: return Exit::ServerRefused;
    case ErrorCode::CommitUnknown: return Exit::CommitUnknown;
    case ErrorCode::Cancelled: return Exit::Cancelled;
    case ErrorCode::Bug: return Exit::Bug;
    }
    return Exit::Bug;
}

QList<ExitMeaning> exitMeanings()
{
    return {{Exit::Done, u"nothing left to do: identical, converged, applied, written"_s},
            {Exit::Differences, u"differences, all decided"_s},
            {Exit::Undecided, u"decisions are missing"_s},
            {Exit::Refused, u"refused by a guard: the rows or the schema moved; nothing was changed"_s},
            {Exit::ServerRefused, u"the server refused; rolled back; nothing was changed"_s},
            {Exit::CommitUnknown, u"the connection was lost during commit; rejoin status finds out"_s},
            {Exit::Usage, u"wrong usage, or a file that is not what it says"_s},
            {Exit::CannotConnect, u"cannot connect or log in"_s},
            {Exit::RightsMissing, u"rights are missing"_s},
            {Exit::Unsupported, u"cannot be done for this table or server, and why"_s},
            {Exit::Bug, u"a bug: please report"_s},
            {Exit::Cancelled, u"cancelled"_s}};
}

} // namespace Rejoin
