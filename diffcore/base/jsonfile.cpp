#include "diffcore/base/jsonfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr qint64 largest = 16 * 1024 * 1024;
constexpr qint64 atOnce = 64 * 1024;

std::unexpected<Error> folderError(const QString &path, const JsonFileKind &kind)
{
    QStringList there;
    if (!kind.suffix.isEmpty())
        there = QDir(path).entryList({u'*' + kind.suffix}, QDir::Files, QDir::Name);
    const QString advice = there.isEmpty() ? kind.advice : u"Give the file in it: "_s + there.join(u", "_s);
    return fail(ErrorCode::BadFile, u"%1 is a folder, not %2"_s.arg(QDir::toNativeSeparators(path), kind.name), advice);
}

Result<QByteArray> readBytes(const QString &path, const JsonFileKind &kind)
{
    const QString shown = QDir::toNativeSeparators(path);
    const QFileInfo info(path);
    if (info.isDir())
        return folderError(path, kind);
    if (!info.exists())
        return fail(ErrorCode::BadFile, u"there is no file %1"_s.arg(shown), kind.advice);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail({.code = ErrorCode::BadFile,
                     .message = u"%1 cannot be read"_s.arg(shown),
                     .advice = u"Check the rights of the file"_s,
                     .driverText = file.errorString()});
    // not by the size that is told: a pipe has none; not at once: room for the largest would be taken for the smallest
    QByteArray bytes;
    QByteArray part;
    do {
        part = file.read(atOnce);
        bytes += part;
    } while (!part.isEmpty() && bytes.size() <= largest);
    if (file.error() != QFile::NoError)
        return fail({.code = ErrorCode::BadFile,
                     .message = u"%1 cannot be read"_s.arg(shown),
                     .driverText = file.errorString()});
    return bytes;
}

/// What the bytes are instead of JSON; empty where they may be JSON.
QString otherKind(const QByteArray &bytes)
{
    if (bytes.startsWith("SQLite format 3"))
        return u"an SQLite file"_s;
    if (bytes.size() > largest)
        return u"more than %1 MiB"_s.arg(largest / 1024 / 1024);
    if (bytes.trimmed().isEmpty())
        return u"empty"_s;
    if (bytes.contains('\0') || !QUtf8StringView(bytes).isValidUtf8())
        return u"a binary file"_s;
    return {};
}

QString placeOf(const QByteArray &bytes, qsizetype offset)
{
    const QByteArray before = bytes.first(qBound(0, offset, bytes.size()));
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    const QString line = QString::fromUtf8(before.sliced(lineStart));
    return u"line %1, column %2"_s.arg(before.count('\n') + 1).arg(line.toUcs4().size() + 1);
}

} // namespace

Result<QJsonDocument> readJsonFile(const QString &path, const JsonFileKind &kind)
{
    REJOIN_TRY_VALUE(bytes, readBytes(path, kind));
    const QString shown = QDir::toNativeSeparators(path);
    if (const QString other = otherKind(bytes); !other.isEmpty())
        return fail(ErrorCode::BadFile, u"%1 is %2, not %3"_s.arg(shown, other, kind.name), kind.advice);
    if (bytes.startsWith("\xef\xbb\xbf"))
        bytes.remove(0, 3);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error == QJsonParseError::NoError)
        return document;
    return fail(ErrorCode::BadFile,
                u"%1, %2: no JSON: %3"_s.arg(shown, placeOf(bytes, error.offset), error.errorString()),
                u"Correct the file there"_s);
}

} // namespace Rejoin
