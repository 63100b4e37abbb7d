#include "diffcore/session/secondreader.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

Result<std::optional<QVariant>> commitsOfOthers(SessionFile &file)
{
    return file.value(u"PRAGMA data_version"_s);
}

} // namespace

SecondReader::SecondReader(const QString &path)
{
    std::promise<void> opened;
    const std::future<void> isOpened = opened.get_future();
    m_done = std::async(std::launch::async, run, path, std::move(opened), m_share.get_future());
    isOpened.wait();
}

SecondReader::~SecondReader()
{
    if (!m_isStarted)
        m_share.set_value(nullptr);
    if (m_done.valid())
        m_done.wait();
}

void SecondReader::start(Share share)
{
    m_isStarted = true;
    m_share.set_value(std::move(share));
}

Result<bool> SecondReader::finish()
{
    return m_done.get();
}

Result<bool> SecondReader::run(const QString &path, std::promise<void> opened, std::future<Share> share)
{
    const Result<std::unique_ptr<SessionFile>> file = SessionFile::open(path, SessionFile::Missing::Refuse);
    const Result<std::optional<QVariant>> before = file ? commitsOfOthers(**file) : std::nullopt;
    opened.set_value();
    const Share work = share.get();
    if (!work || !file || !before)
        return false;
    return (*file)->transaction(SessionFile::Access::Read, [&]() -> Result<bool> {
        REJOIN_TRY_VALUE(now, commitsOfOthers(**file));
        if (now != *before)
            return false;
        REJOIN_TRY(work(**file));
        return true;
    });
}

} // namespace Rejoin
