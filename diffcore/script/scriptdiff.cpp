#include "diffcore/script/scriptdiff.h"

#include <QHash>

namespace Rejoin {

namespace {

using Lines = QList<QByteArrayView>;

/// The last row of a list has none.
QByteArrayView withoutComma(QByteArrayView line)
{
    return line.endsWith(',') ? line.chopped(1) : line;
}

Lines linesOf(QByteArrayView text)
{
    Lines lines;
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype end = text.indexOf('\n', start);
        const qsizetype stop = end < 0 ? text.size() : end;
        lines.append(withoutComma(text.sliced(start, stop - start)));
        start = stop + 1;
    }
    return lines;
}

bool isComment(QByteArrayView line)
{
    return line.startsWith("-- ") || line.startsWith("# ");
}

/// The name that a row of a list begins with, as comments have it: "orders order_id=1".
QByteArrayView listedName(QByteArrayView line)
{
    const bool isRow = line.startsWith("('") || line.startsWith("UNION ALL SELECT '");
    const qsizetype start = line.indexOf('\'') + 1;
    const qsizetype end = isRow ? line.indexOf('\'', start) : -1;
    return end < 0 ? QByteArrayView() : line.sliced(start, end - start);
}

/// The comments above the statements of a batch, each for its row.
class Operations
{
public:
    void pass(QByteArrayView line)
    {
        if (!isComment(line)) {
            m_sawStatement = true;
            return;
        }
        if (m_sawStatement)
            m_comments.clear();
        m_sawStatement = false;
        m_comments.append(line);
    }

    /// The comment of the row that the line lists; else the last one above it.
    [[nodiscard]] QString of(QByteArrayView line) const
    {
        const QByteArrayView name = listedName(line);
        if (!name.isEmpty()) {
            for (const QByteArrayView comment : m_comments) {
                if (const qsizetype at = comment.indexOf(name); at >= 0 && ends(comment, at + name.size()))
                    return QString::fromUtf8(comment);
            }
        }
        return m_comments.isEmpty() ? QString() : QString::fromUtf8(m_comments.constLast());
    }

private:
    [[nodiscard]] static bool ends(QByteArrayView comment, qsizetype at)
    {
        return at == comment.size() || comment[at] == ':';
    }

    Lines m_comments;
    bool m_sawStatement = false;
};

/// Walks through the lines that `rest` does not hold, with the comment of each.
template <typename Visit> void eachUnmatched(const Lines &lines, const Lines &others, Visit visit)
{
    QHash<QByteArrayView, int> rest;
    for (const QByteArrayView &line : others)
        ++rest[line];
    Operations operations;
    for (const QByteArrayView &line : lines) {
        operations.pass(line);
        if (int &left = rest[line]; left > 0)
            --left;
        else if (!line.trimmed().isEmpty())
            visit(operations.of(line), QString::fromUtf8(line));
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
