#include "diffcore/base/error.h"

namespace Rejoin {

QString describe(const Error &error)
{
    QString text;
    for (const QString &part : {error.server, error.table}) {
        if (!part.isEmpty())
            text += part + QLatin1String(": ");
    }
    text += error.message;
    if (!error.driverText.isEmpty())
        text += QLatin1String(" (") + error.driverText + QLatin1Char(')');
    if (!text.endsWith(QLatin1Char('.')))
        text += QLatin1Char('.');
    if (!error.advice.isEmpty()) {
        text += QLatin1Char(' ') + error.advice;
        if (!error.advice.endsWith(QLatin1Char('.')))
            text += QLatin1Char('.');
    }
    return text;
}

} // namespace Rejoin
