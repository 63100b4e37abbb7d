#include "diffcore/dialect/sqlserverrowtext.h"

#include "diffcore/base/sha256.h"
#include "diffcore/dialect/sqlserverliterals.h"
#include "diffcore/dialect/sqlservertypes.h"
#include "diffcore/value/utf16text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// Longer values are compared by hash, so that a script does not hold them twice.
constexpr qsizetype longestCompared = 2048;

QString hashOf(const QByteArray &bytes)
{
    return u"0x"_s + sha256Hex(bytes);
}

/// The hash of a text is that of its UTF-16; compatible servers that keep UTF-8 hash that.
QString hasTextHash(const QString &text, const QString &value)
{
    const QByteArray units(reinterpret_cast<const char *>(value.utf16()), value.size() * 2);
    return u"HASHBYTES('SHA2_256', %1) IN (%2, %3)"_s.arg(text, hashOf(units), hashOf(value.toUtf8()));
}

int minutesFromUtc(const QByteArray &moment)
{
    const QByteArray zone = moment.right(6); // "+02:00"
    const int minutes = zone.sliced(1, 2).toInt() * 60 + zone.last(2).toInt();
    return zone.startsWith('-') ? -minutes : minutes;
}

} // namespace

QString asInIndex(const QString &text, const Column &column)
{
    const QString collated = column.collation.isEmpty() ? text : text + u" COLLATE "_s + column.collation;
    if (!isCodePageText(column))
        return collated;
    // the column would be converted otherwise, row by row
    return u"CONVERT(varchar(%1), %2)"_s.arg(column.maxLength > 0 ? u"8000"_s : u"max"_s, collated);
}

QString SqlServerRowText::isUnlike(const RowChange &change, Locks locks) const
{
    const bool deleted = change.kind == RowChange::Kind::Delete;
    if (change.key.isEmpty())
        return count(exactly(change.before)) + u" <> "_s + QString::number(change.copies + (deleted ? -1 : 1));
    if (deleted)
        return exists(exactly(change.key));
    return u"(SELECT COUNT(*) FROM %1%2\n    WHERE %3) <> 1"_s.arg(
        tableName(), hint(locks), keyedConditions(change.key, change.after).join(u"\n    AND "_s));
}

QString SqlServerRowText::whereCarriedOut(const RowChange &change) const
{
    return change.kind == RowChange::Kind::Delete ? exactly(change.key) : keyedExactly(change.key, change.after);
}

/// UPDLOCK keeps others from changing a row, HOLDLOCK until the transaction ends (documentation, "Table Hints").
QString SqlServerRowText::hint(Locks locks)
{
    return locks == Locks::UntilCommit ? u" WITH (UPDLOCK, HOLDLOCK)"_s : QString();
}

QString SqlServerRowText::isSame(const Column &column, const Value &value) const
{
    const QString name = dialect().name(column.name);
    if (isComparedAsText(column) || isKeptAsBytes(column))
        return isExactly(column, value);
    const QString literal = dialect().literal(value, column);
    const bool isPlain =
        column.family != TypeFamily::Text || (!isCodePageText(column) && !literal.contains(u" COLLATE "_s));
    return name + u" = "_s + (isPlain ? literal : asInIndex(literal, column));
}

QString SqlServerRowText::isExactly(const Column &column, const Value &value) const
{
    const QString name = dialect().name(column.name);
    if (column.family == TypeFamily::Text)
        return isInKey(column) ? isSame(column, value) + u" AND "_s + isText(column, value) : isText(column, value);
    if (isComparedAsText(column))
        return isText(column, value);
    if (column.family == TypeFamily::Binary)
        return hasBytes(column, value.bytes());
    if (isKeptAsBytes(column))
        return hasBytes(column, QByteArray::fromHex(value.bytes().mid(2)));
    const QString same = name + u" = "_s + dialect().literal(value, column);
    if (column.family == TypeFamily::TimestampTz) // `=` says yes to the same moment in another zone
        return same + u" AND DATEPART(TZOFFSET, %1) = %2"_s.arg(name).arg(minutesFromUtc(value.bytes()));
    return same;
}

QString SqlServerRowText::hasBytes(const Column &column, const QByteArray &bytes) const
{
    const QString kept = sqlServerPrinted(dialect().name(column.name), column);
    if (bytes.size() > longestCompared)
        return u"HASHBYTES('SHA2_256', %1) = %2"_s.arg(kept, hashOf(bytes));
    // `=` takes no notice of zero bytes at the end
    return u"%1 = 0x%2 AND DATALENGTH(%1) = %3"_s.arg(kept, QString::fromLatin1(bytes.toHex()),
                                                      QString::number(bytes.size()));
}

QString SqlServerRowText::isText(const Column &column, const Value &value) const
{
    const QString printed = sqlServerPrinted(dialect().name(column.name), column);
    const QString text = utf16OfBytes(value.bytes());
    const bool isPadded = column.family == TypeFamily::Text && column.fixedLength;
    if (value.bytes().size() > longestCompared)
        return hasTextHash(isPadded ? u"RTRIM(%1)"_s.arg(printed) : printed, text);
    if (isPadded)
        return printed + u" = "_s + unicodeLiteral(text) + sqlServerBinaryCollation();
    const qint64 room = column.family == TypeFamily::Text ? column.maxLength : 0;
    return sqlServerWithEnd(printed, room) + u" = "_s + unicodeLiteral(text + u'.') + sqlServerBinaryCollation();
}

bool SqlServerRowText::isUnique(const Cells &key) const
{
    const auto isWithin = [&](const Key &index) {
        return !index.partial && std::ranges::all_of(index.columns, [&](const QString &column) {
            return std::ranges::any_of(key, [&](const auto &cell) { return cell.first == column; });
        });
    };
    return (table().primaryKey && isWithin(*table().primaryKey)) || std::ranges::any_of(table().uniqueKeys, isWithin);
}

bool SqlServerRowText::isInKey(const Column &column) const
{
    const auto holds = [&](const Key &key) { return key.columns.contains(column.name); };
    return (table().primaryKey && holds(*table().primaryKey)) || std::ranges::any_of(table().uniqueKeys, holds);
}

} // namespace Rejoin
