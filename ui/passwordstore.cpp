#include "ui/passwordstore.h"

#include <QEventLoop>
#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

const QString service = u"rejoin"_s;

/// Never a file of its own where there is no keychain.
template <typename Job> Job *started(const QString &name, QObject *parent)
{
    auto *job = new Job(service, parent);
    job->setKey(name);
    job->setInsecureFallback(false);
    return job;
}

Error errorOf(const QKeychain::Job &job, ErrorCode code, const QString &what)
{
    if (job.error() == QKeychain::EntryNotFound)
        return {.code = code, .message = u"the keychain has no password for %1"_s.arg(job.key())};
    return {.code = code, .message = what.arg(job.key()), .driverText = job.errorString()};
}

Result<QString> answer(const QKeychain::ReadPasswordJob &job)
{
    if (job.error() != QKeychain::NoError)
        return fail(errorOf(job, ErrorCode::LoginFailed, u"the keychain cannot be asked for the password of %1"_s));
    return job.textData();
}

} // namespace

void Keychain::read(const QString &name, const std::function<void(const Result<QString> &)> &tell)
{
    auto *job = started<QKeychain::ReadPasswordJob>(name, this);
    connect(job, &QKeychain::Job::finished, this, [job, tell] { tell(answer(*job)); });
    job->start();
}

void Keychain::write(const QString &name, const QString &password,
                     const std::function<void(const Result<void> &)> &tell)
{
    auto *job = started<QKeychain::WritePasswordJob>(name, this);
    job->setTextData(password);
    connect(job, &QKeychain::Job::finished, this, [job, tell] {
        if (job->error() == QKeychain::NoError)
            tell({});
        else
            tell(fail(errorOf(*job, ErrorCode::CannotWrite, u"the keychain cannot keep the password of %1"_s)));
    });
    job->start();
}

Result<QString> readKeychain(const QString &name)
{
    QKeychain::ReadPasswordJob job(service);
    job.setAutoDelete(false);
    job.setKey(name);
    job.setInsecureFallback(false);
    QEventLoop loop;
    QObject::connect(&job, &QKeychain::Job::finished, &loop, &QEventLoop::quit);
    job.start();
    loop.exec();
    return answer(job);
}

} // namespace Rejoin
