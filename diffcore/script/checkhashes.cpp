#include "diffcore/script/checkhashes.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Rejoin {

QString checksText(const CheckHashes &hashes)
{
    return u"Checks: precheck.sql %1, postcheck.sql %2"_s.arg(hashes.before, hashes.after);
}

std::optional<CheckHashes> checksNamedIn(QByteArrayView script)
{
    static const QRegularExpression named(
        u"\\A-- Checks: precheck\\.sql ([0-9a-f]{64}), postcheck\\.sql ([0-9a-f]{64})\\z"_s);
    while (script.startsWith("--")) {
        const qsizetype end = script.indexOf('\n');
        const QByteArrayView line = end < 0 ? script : script.first(end);
        const QRegularExpressionMatch match = named.match(QString::fromUtf8(line));
        if (match.hasMatch())
            return CheckHashes{match.captured(1), match.captured(2)};
        script = end < 0 ? QByteArrayView() : script.sliced(end + 1);
    }
    return std::nullopt;
}

} // namespace Rejoin
