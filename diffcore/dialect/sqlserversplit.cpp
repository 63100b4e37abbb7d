#include "diffcore/dialect/sqlserverdialect.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// GO in a line of its own ends a batch, as for the server's own clients, whatever stands around it.
bool endsBatch(QByteArrayView line)
{
    const QByteArrayView text = line.trimmed();
    return text.size() == 2 && text.compare("GO", Qt::CaseInsensitive) == 0;
}

bool saysNothing(QByteArrayView line)
{
    const QByteArrayView text = line.trimmed();
    return text.isEmpty() || text.startsWith("--");
}

} // namespace

Result<QList<ScriptStatement>> SqlServerDialect::split(const QByteArray &script) const
{
    QList<ScriptStatement> batches;
    qsizetype batchAt = -1; // of the first line that says something
    int batchLine = 0;
    int line = 0;
    for (qsizetype at = 0; at < script.size();) {
        ++line;
        const qsizetype newline = script.indexOf('\n', at);
        const qsizetype end = newline < 0 ? script.size() : newline;
        const QByteArrayView text = QByteArrayView(script).sliced(at, end - at);
        if (endsBatch(text)) {
            if (batchAt >= 0)
                batches += {script, QByteArrayView(script).sliced(batchAt, at - batchAt).trimmed(), batchLine};
            batchAt = -1;
        } else if (batchAt < 0 && !saysNothing(text)) {
            batchAt = at;
            batchLine = line;
        }
        at = end + 1;
    }
    if (batchAt >= 0)
        return fail(ErrorCode::BadFile, u"the batch that begins in line %1 has no GO at its end"_s.arg(batchLine));
    return batches;
}

} // namespace Rejoin
