#include "diffcore/dialect/guardmarks.h"

#include <QList>
#include <QPair>

namespace Rejoin {

QString serverWords(const Error &error)
{
    return error.driverText.isEmpty() ? error.message : error.driverText;
}

std::optional<Error> guardRefusal(const Error &error)
{
    const QList<QPair<QLatin1StringView, ErrorCode>> marks{{refusedMark, ErrorCode::Refused},
                                                           {alreadyAppliedMark, ErrorCode::AlreadyApplied},
                                                           {wrongTargetMark, ErrorCode::WrongTarget}};
    const QString said = serverWords(error);
    for (const auto &[mark, code] : marks) {
        const qsizetype at = said.indexOf(mark);
        if (at < 0)
            continue;
        Error refusal{.code = code, .message = said.mid(at + mark.size())};
        refusal.server = error.server;
        refusal.table = error.table;
        return refusal;
    }
    return std::nullopt;
}

} // namespace Rejoin
