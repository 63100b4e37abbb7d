#include "diffcore/dialect/mariadbsequence.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Rejoin {

QString mariaDbSequence(const Column &column)
{
    static const QRegularExpression next(u"\\Anextval\\(((?:`(?:[^`]|``)*`\\.?)+)\\)\\z"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return next.match(column.defaultExpression).captured(1);
}

/// MariaDB documentation, "CREATE SEQUENCE": a sequence is read as a table of one row.
QString nextOfSequence(const QString &sequence)
{
    return u"(SELECT next_not_cached_value FROM %1)"_s.arg(sequence);
}

} // namespace Rejoin
