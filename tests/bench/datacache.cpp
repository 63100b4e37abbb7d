#include "tests/bench/datacache.h"

#include "tests/bench/measuredprocess.h"
#include "tests/bench/tabletext.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace Rejoin::Bench {

namespace {

constexpr int dataVersion = 1; ///< another whenever the rows or tables become others

Result<void> makeSqlite(const ShopData &data, Side side, const QString &rowsFile, const QString &path)
{
    const QTemporaryDir folder;
    const QString script = folder.filePath(u"script"_s);
    QFile file(script);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::CannotWrite, u"%1: %2"_s.arg(script, file.errorString()));
    file.write("PRAGMA journal_mode = OFF;\nPRAGMA synchronous = OFF;\n" +
               makingTable(Engine::Sqlite, data, side, rowsFile).toUtf8());
    file.close();
    QFile::remove(path);
    const ProgramCall call{.program = u"sqlite3"_s,
                           .arguments = {u"-batch"_s, u"-bail"_s, path},
                           .input = script,
                           .errors = folder.filePath(u"errors"_s)};
    REJOIN_TRY_VALUE(run, runMeasured(call));
    return requireExit(run, call, {0});
}

} // namespace

QString DataCache::usualFolder()
{
    const QString cache = qEnvironmentVariable("XDG_CACHE_HOME");
    return (QDir::isAbsolutePath(cache) ? cache : QDir::home().filePath(u".cache"_s)) + u"/rejoin/bench"_s;
}

Result<QString> DataCache::rows(const ShopData &data, Side side) const
{
    return file(data, side, u"tsv"_s, [&](const QString &path) { return writeRows(data, side, path); });
}

Result<QString> DataCache::sqliteFile(const ShopData &data, Side side) const
{
    return file(data, side, u"sqlite"_s, [&](const QString &path) -> Result<void> {
        REJOIN_TRY_VALUE(lines, rows(data, side));
        return makeSqlite(data, side, lines, path);
    });
}

Result<QString> DataCache::file(const ShopData &data, Side side, const QString &ending,
                                const std::function<Result<void>(const QString &)> &make) const
{
    if (!QDir().mkpath(m_folder))
        return fail(ErrorCode::CannotWrite, u"%1 cannot be made"_s.arg(m_folder));
    const QString path = u"%1/%2_%3.%4.%5"_s.arg(m_folder, nameOf(data), side == Side::A ? u"a"_s : u"b"_s,
                                                 QString::number(dataVersion), ending);
    if (QFile::exists(path))
        return path;
    const QString part = path + u".part"_s;
    REJOIN_TRY(make(part));
    if (!QFile::rename(part, path))
        return fail(ErrorCode::CannotWrite, u"%1 cannot be renamed"_s.arg(part));
    return path;
}

} // namespace Rejoin::Bench
