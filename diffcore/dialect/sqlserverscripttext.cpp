#include "diffcore/dialect/sqlserverscripttext.h"

#include "diffcore/dialect/sqlserverliterals.h"
#include "diffcore/dialect/sqltext.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

QString batch(const QStringList &statements)
{
    return statements.join(u'\n') + u"\nGO"_s;
}

QString guardedBatch(const QStringList &statements)
{
    return batch(QStringList{u"IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;"_s} +
                 statements);
}

QString stop(GuardError error, const QString &message)
{
    return u"BEGIN\n"
           "  IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;\n"
           "  DECLARE @rejoin_says nvarchar(2048) = %1;\n"
           "  THROW %2, @rejoin_says, 1;\n"
           "END;"_s.arg(message, QString::number(static_cast<int>(error)));
}

QString note(const QString &row)
{
    return u"INSERT INTO #rejoin_unlike (row_name) VALUES (%1);"_s.arg(unicodeLiteral(oneLine(row)));
}

} // namespace Rejoin
