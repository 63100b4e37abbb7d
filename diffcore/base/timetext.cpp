#include "diffcore/base/timetext.h"

namespace Rejoin {

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'"))
                          : QStringLiteral("not given");
}

} // namespace Rejoin
