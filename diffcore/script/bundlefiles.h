#pragma once

#include "diffcore/base/result.h"
#include "diffcore/base/sha256.h"

#include <QByteArray>
#include <QFile>
#include <QMap>
#include <QTemporaryDir>
#include <memory>

namespace Rejoin {

/// SHA-256 in lower-case hex. Fails with BadFile.
[[nodiscard]] Result<QString> fileHash(const QString &path);

/// A file of a bundle while it is written. Files of one folder may be written at the same time.
class BundleFile
{
public:
    /// What fails is told by BundleFolder::close().
    void append(QByteArrayView bytes);

private:
    friend class BundleFolder;

    QString m_path; ///< as in the manifest
    QFile m_file;
    Sha256 m_hash;
};

/// A bundle's folder while it is written: beside its place, and put there whole or not at all.
class BundleFolder
{
public:
    /// Fails with CannotWrite: the place holds anything but a bundle, or cannot be written.
    [[nodiscard]] static Result<BundleFolder> begin(const QString &place);

    /// Begins a file, its path as in the manifest.
    [[nodiscard]] std::unique_ptr<BundleFile> open(const QString &path) const;
    /// Ends it. Fails with CannotWrite where the file, or a part of it, could not be written.
    [[nodiscard]] Result<void> close(BundleFile &file);
    /// Writes a whole file. Fails with CannotWrite.
    [[nodiscard]] Result<void> write(const QString &path, const QByteArray &bytes);
    [[nodiscard]] const QMap<QString, QString> &hashes() const { return m_hashes; } ///< of all written so far
    /// Puts the folder in its place; a bundle that stands there goes, but for the log of its runs.
    [[nodiscard]] Result<void> finish();

private:
    QString m_place;
    std::unique_ptr<QTemporaryDir> m_work;
    QMap<QString, QString> m_hashes;
};

} // namespace Rejoin
