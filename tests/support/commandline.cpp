#include "tests/support/commandline.h"

#include "app/cli/cli.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

QJsonObject CommandRun::json() const
{
    return QJsonDocument::fromJson(out.toUtf8()).object();
}

namespace {

CommandRun runWith(const QStringList &arguments, const QByteArray &standardInput, const CancelToken &cancel)
{
    QByteArray out;
    QByteArray err;
    Terminal terminal;
    terminal.out = [&](const QByteArray &bytes) { out += bytes; };
    terminal.err = [&](const QByteArray &bytes) { err += bytes; };
    terminal.readLine = [&] { return standardInput; };
    terminal.cancel = cancel;
    const int exit = runCommandLine(arguments, terminal);
    return {exit, QString::fromUtf8(out), QString::fromUtf8(err)};
}

} // namespace

CommandRun rejoin(const QStringList &arguments, const QByteArray &standardInput)
{
    return runWith(arguments, standardInput, {});
}

CommandRun rejoinCancelled(const QStringList &arguments)
{
    CancelToken cancel;
    cancel.cancel();
    return runWith(arguments, {}, cancel);
}

QByteArray text(const CommandRun &run)
{
    return u"exit %1\n%2\n%3"_s.arg(QString::number(run.exit), run.out, run.err).toUtf8();
}

} // namespace Rejoin::Testing
