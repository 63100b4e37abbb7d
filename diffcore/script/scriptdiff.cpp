#include "diffcore/script/scriptdiff.h"

#include <QHash>

namespace Rejoin {

namespace {

using Lines = QList<QByteArrayView>;

Lines linesOf(QByteArrayView text)
{
    Lines lines;
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype end = text.indexOf('\n', start);
        const qsizetype stop = end < 0 ? text.size() : end;
        lines.append(text.sliced(start, stop - start));
        start = stop + 1;
    }
    return lines;
}

bool isComment(QByteArrayView line)
{
    return line.startsWith("-- ") || line.startsWith("# ");
}

/// Walks through the lines that `rest` does not hold, with the comment that stands above each.
template <typename Visit> void eachUnmatched(const Lines &lines, const Lines &others, Visit visit)
{
    QHash<QByteArrayView, int> rest;
    for (const QByteArrayView &line : others)
        ++rest[line];
    QString operation;
    for (const QByteArrayView &line : lines) {
        if (isComment(line))
            operation = QString::fromUtf8(line);
        if (int &left = rest[line]; left > 0)
            --left;
        else if (!line.trimmed().isEmpty())
            visit(operation, QString::fromUtf8(line));
    }
}

} // namespace

QList<ScriptChange> scriptDiff(const QByteArray &before, const QByteArray &after)
{
    const Lines old = linesOf(before);
    const Lines now = linesOf(after);
    QList<ScriptChange> changes;
    QHash<QString, qsizetype> places;
    const auto at = [&](const QString &operation) -> ScriptChange & {
        if (!places.contains(operation)) {
            places.insert(operation, changes.size());
            changes.append({operation, {}, {}});
        }
        return changes[places.value(operation)];
    };
    eachUnmatched(now, old, [&](const QString &operation, const QString &line) { at(operation).added.append(line); });
    eachUnmatched(old, now, [&](const QString &operation, const QString &line) { at(operation).removed.append(line); });
    return changes;
}

} // namespace Rejoin
