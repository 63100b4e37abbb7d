#include "diffcore/script/bundle.h"
#include "diffcore/script/bundlefiles.h"
#include "diffcore/script/manifest.h"
#include "diffcore/script/runlog.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <future>
#include <limits>
#include <memory>

#ifdef Q_OS_LINUX
#include <sys/mman.h>
#endif

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr qint64 longestList = 64 * 1024 * 1024; // bytes of a manifest or of SHA256SUMS
const auto again = u"Write the bundle again, or get an unchanged copy of it"_s;

/// A link may lead to any file of the machine, for reading and for writing: what comes from others has none.
Result<void> refuseLinks(const QDir &folder)
{
    QStringList paths = bundleFiles() + QStringList{runLogName};
    for (const Side side : bothSides)
        paths += folderOf(side);
    for (const QString &path : std::as_const(paths)) {
        if (QFileInfo(folder.filePath(path)).isSymLink())
            return fail(ErrorCode::BadFile, u"%1 is a link, and a bundle has none"_s.arg(folder.filePath(path)), again);
    }
    return {};
}

/// Bytes that are still to be filled. Where there are many megabytes of them, making small pages can take longer than
/// reading the file: the system may give large ones.
QByteArray unfilled(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
#ifdef Q_OS_LINUX
    constexpr size_t page = 2 * 1024 * 1024;
    void *first = bytes.data();
    auto space = static_cast<size_t>(size);
    if (std::align(page, page, first, space))
        madvise(first, space / page * page, MADV_HUGEPAGE); // advice: the bytes are the same without it
#endif
    return bytes;
}

Result<QByteArray> readFile(const QDir &folder, const QString &path,
                            qint64 longest = std::numeric_limits<qint64>::max())
{
    QFile file(folder.filePath(path));
    const QFileInfo info(file);
    if (info.exists() && (!info.isFile() || info.size() > longest)) // a pipe would be waited for without end
        return fail(ErrorCode::BadFile, u"%1 is no file that Rejoin wrote"_s.arg(file.fileName()), again);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::BadFile, u"%1: %2"_s.arg(file.fileName(), file.errorString()), again);
    QByteArray bytes = unfilled(file.size());
    const qint64 read = file.read(bytes.data(), bytes.size());
    if (read < 0)
        return fail(ErrorCode::BadFile, u"%1: %2"_s.arg(file.fileName(), file.errorString()), again);
    bytes.truncate(read);
    return bytes;
}

/// The lines of SHA256SUMS: path → hash.
Result<QMap<QString, QString>> parseSums(const QByteArray &bytes)
{
    QMap<QString, QString> sums;
    for (const QByteArray &line : bytes.split('\n')) {
        if (line.isEmpty())
            continue;
        const QString text = QString::fromUtf8(line);
        if (text.size() < 67 || text.mid(64, 2) != u"  "_s)
            return fail(ErrorCode::BadFile, u"%1 has a line that is no SHA-256 and file name"_s.arg(sumsName), again);
        sums.insert(text.mid(66), text.left(64));
    }
    return sums;
}

/// `bytes`: take those of the file; they are worth nothing where it fails.
Result<void> checkFile(const QDir &folder, const QString &path, const QString &expected, QByteArray *bytes = nullptr)
{
    const QString file = folder.filePath(path);
    if (!bundleFiles().contains(path))
        return fail(ErrorCode::BadFile, u"%1 names '%2', which is no file of a bundle"_s.arg(sumsName, path), again);
    if (!QFileInfo(file).isFile())
        return fail(ErrorCode::BadFile, u"%1 is missing"_s.arg(file), again);
    QString found;
    if (bytes) {
        REJOIN_TRY_VALUE(all, readFile(folder, path));
        found = sha256Hex(all);
        *bytes = std::move(all);
    } else {
        REJOIN_TRY_VALUE(hash, fileHash(file));
        found = hash;
    }
    if (found != expected)
        return fail(ErrorCode::BadFile, u"%1 is not the file that was written: its SHA-256 differs"_s.arg(file), again);
    return {};
}

/// Returns the bytes of the file with the hash `approved`; empty where none has it.
Result<QByteArray> checkFiles(const QDir &folder, const Manifest &manifest, const QString &approved)
{
    REJOIN_TRY_VALUE(sumsBytes, readFile(folder, sumsName, longestList));
    REJOIN_TRY_VALUE(sums, parseSums(sumsBytes));
    REJOIN_TRY(checkFile(folder, manifestName, sums.take(manifestName)));
    const QStringList paths = sums.keys();
    const QString kept = approved.isEmpty() ? QString() : sums.key(approved);
    QByteArray bytes;
    const auto checkEverySecond = [&](qsizetype first) -> Result<void> {
        for (qsizetype index = first; index < paths.size(); index += 2)
            REJOIN_TRY(
                checkFile(folder, paths[index], sums.value(paths[index]), paths[index] == kept ? &bytes : nullptr));
        return {};
    };
    auto others = std::async(std::launch::async, checkEverySecond, 1); // scripts can have many megabytes
    const Result<void> checked = checkEverySecond(0);
    REJOIN_TRY(others.get());
    REJOIN_TRY(checked);
    if (sums != manifest.files)
        return fail(ErrorCode::BadFile, u"%1 and %2 do not name the same files"_s.arg(sumsName, manifestName), again);
    return bytes;
}

} // namespace

const BundleTarget *Bundle::target(Side side) const
{
    const auto found = std::ranges::find(targets, side, &BundleTarget::side);
    return found == targets.end() ? nullptr : &*found;
}

Result<Bundle> openBundle(const QString &folderPath, const QString &approved)
{
    const QDir folder(QDir(folderPath).absolutePath());
    if (!QFileInfo(folder.path()).isDir())
        return fail(ErrorCode::BadFile, u"%1 is no folder"_s.arg(folderPath), u"Name the folder of a bundle"_s);
    if (!folder.exists(manifestName))
        return fail(ErrorCode::BadFile, u"%1 is no bundle: it has no %2"_s.arg(folderPath, manifestName),
                    u"Name the folder that 'rejoin script' wrote"_s);
    REJOIN_TRY(refuseLinks(folder));
    REJOIN_TRY_VALUE(bytes, readFile(folder, manifestName, longestList));
    REJOIN_TRY_VALUE(manifest, parseManifest(bytes));
    REJOIN_TRY_VALUE(script, checkFiles(folder, manifest, approved));
    Bundle bundle{.folder = folder.path(),
                  .projectHash = manifest.projectHash,
                  .comparedAt = manifest.comparedAt,
                  .mergedState = manifest.mergedState,
                  .movedKeys = manifest.movedKeys,
                  .ticket = manifest.ticket,
                  .reason = manifest.reason,
                  .masksValues = manifest.masksValues,
                  .needsReview = manifest.needsReview,
                  .review = manifest.review,
                  .scriptHash = script.isEmpty() ? QString() : approved,
                  .script = script};
    for (const Side side : bothSides)
        bundle.identities[side] = manifest.servers[side].identity;
    for (const Manifest::Target &target : manifest.targets) {
        const Manifest::Server &server = manifest.servers[target.side];
        const QString merge = folderOf(target.side) + u"/merge.sql"_s;
        const QString undo = folderOf(target.side) + u"/undo.sql"_s;
        bundle.targets += {.side = target.side,
                           .title = server.title,
                           .connection = server.connection,
                           .identity = server.identity,
                           .mergePath = folder.filePath(merge),
                           .undoPath = folder.filePath(undo),
                           .mergeHash = manifest.files[merge],
                           .undoHash = manifest.files[undo],
                           .planned = target.tables};
    }
    return bundle;
}

} // namespace Rejoin
