#include "diffcore/script/bundlefiles.h"

#include "diffcore/script/manifest.h"
#include "diffcore/script/runlog.h"

#include <QDir>
#include <QDirIterator>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

std::unexpected<Error> cannotWrite(const QString &what, const QString &why, const QString &advice = {})
{
    return fail(ErrorCode::CannotWrite, u"%1: %2"_s.arg(what, why), advice);
}

/// The place is new, empty or a bundle: nothing else may be replaced.
Result<void> checkPlace(const QString &place)
{
    const QFileInfo info(place);
    if (info.exists() && !info.isDir())
        return cannotWrite(place, u"is a file"_s, u"Name a new or empty folder"_s);
    const QDir folder(place);
    bool empty = true;
    QDirIterator entries(place, QDir::Files | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = folder.relativeFilePath(entries.next());
        empty = false;
        if ((path != runLogName && !bundleFiles().contains(path)) || entries.fileInfo().isSymLink() ||
            !entries.fileInfo().isFile())
            return cannotWrite(place, u"holds '%1', which is no part of a bundle"_s.arg(path),
                               u"Name a new or empty folder"_s);
    }
    if (!empty && !folder.exists(manifestName))
        return cannotWrite(place, u"holds files, but no %1"_s.arg(manifestName), u"Name a new or empty folder"_s);
    return {};
}

} // namespace

Result<QString> fileHash(const QString &path)
{
    constexpr qint64 readAtOnce = 1 << 20; // bytes
    QFile file(path);
    Sha256 hash;
    const bool reads = file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    QByteArray bytes(readAtOnce, '\0');
    qint64 read = 0;
    while (reads && (read = file.read(bytes.data(), bytes.size())) > 0)
        hash.add(QByteArrayView(bytes).first(read));
    if (!reads || read < 0)
        return fail(ErrorCode::BadFile, u"%1: %2"_s.arg(path, file.errorString()));
    return hash.hex();
}

Result<BundleFolder> BundleFolder::begin(const QString &place)
{
    BundleFolder folder;
    const QFileInfo info(QDir(place).absolutePath());
    folder.m_place = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
    REJOIN_TRY(checkPlace(folder.m_place));
    const QString parent = QFileInfo(folder.m_place).absolutePath();
    if (!QDir().mkpath(parent))
        return cannotWrite(parent, u"the folder cannot be made"_s);
    folder.m_work = std::make_unique<QTemporaryDir>(parent + u"/.rejoin-bundle-XXXXXX"_s);
    if (!folder.m_work->isValid())
        return cannotWrite(parent, folder.m_work->errorString());
    return folder;
}

void BundleFile::append(QByteArrayView bytes)
{
    if (m_file.isOpen() && m_file.write(bytes.data(), bytes.size()) != bytes.size())
        m_file.close(); // the rest is of no use; what went wrong is kept
    m_hash.add(bytes);
}

std::unique_ptr<BundleFile> BundleFolder::open(const QString &path) const
{
    auto file = std::make_unique<BundleFile>();
    file->m_path = path;
    file->m_file.setFileName(m_work->filePath(u"new/"_s + path));
    QDir().mkpath(QFileInfo(file->m_file).absolutePath());
    static_cast<void>(file->m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)); // told by close()
    return file;
}

Result<void> BundleFolder::close(BundleFile &file)
{
    if (!file.m_file.isOpen())
        return cannotWrite(m_place, u"%1: %2"_s.arg(file.m_path, file.m_file.errorString()));
    file.m_file.close();
    m_hashes.insert(file.m_path, file.m_hash.hex());
    return {};
}

Result<void> BundleFolder::write(const QString &path, const QByteArray &bytes)
{
    const std::unique_ptr<BundleFile> file = open(path);
    file->append(bytes);
    return close(*file);
}

Result<void> BundleFolder::finish()
{
    QDir files;
    const QString old = m_work->filePath(u"old"_s);
    const bool replaces = QFileInfo::exists(m_place);
    const QString runs = QDir(m_place).filePath(runLogName);
    if (QFileInfo::exists(runs) && !QFile::copy(runs, m_work->filePath(u"new/"_s + runLogName)))
        return cannotWrite(runs, u"cannot be read, so the bundle is not replaced"_s);
    if (replaces && !files.rename(m_place, old))
        return cannotWrite(m_place, u"the bundle that stands there cannot be replaced"_s);
    if (files.rename(m_work->filePath(u"new"_s), m_place))
        return {};
    if (replaces && !files.rename(old, m_place)) {
        m_work->setAutoRemove(false);
        return cannotWrite(m_place, u"cannot be written; what stood there is in %1"_s.arg(old));
    }
    return cannotWrite(m_place, u"cannot be written"_s);
}

} // namespace Rejoin
