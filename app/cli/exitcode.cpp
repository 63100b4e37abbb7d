#include "app/cli/exitcode.h"

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

} // namespace Rejoin
