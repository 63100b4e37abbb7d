#include "diffcore/compare/movedrows.h"

#include "diffcore/base/sha256.h"

namespace Rejoin {

namespace {

QByteArray markOf(const Difference &difference)
{
    Sha256 hash;
    for (const Version version : allVersions) {
        const auto &row = difference.rows[version];
        const QByteArray bytes = row ? encodeRow(*row) : QByteArray();
        hash.add(QByteArray::number(row ? bytes.size() : -1) + ':' + bytes);
    }
    return hash.result();
}

} // namespace

Result<RowMarks> RowMarks::of(const Session &session)
{
    RowMarks marks;
    REJOIN_TRY_VALUE(input, session.mergeInput());
    for (const Difference &difference : std::as_const(input.differences))
        marks.m_marks.insert(input.alignment.tables[difference.table].describeKey(difference.key), markOf(difference));
    return marks;
}

Result<RowMarks::Moved> RowMarks::moved(const Session &session) const
{
    Moved moved;
    QHash<QString, QByteArray> gone = m_marks;
    REJOIN_TRY_VALUE(input, session.mergeInput());
    for (const Difference &difference : std::as_const(input.differences)) {
        const QString row = input.alignment.tables[difference.table].describeKey(difference.key);
        gone.remove(row);
        if (m_marks.value(row) == markOf(difference))
            continue;
        moved.rows.append(row);
        if (!difference.resolved)
            moved.undecided.append(row);
    }
    QStringList alike = gone.keys();
    alike.sort();
    moved.rows += alike;
    return moved;
}

} // namespace Rejoin
