#include "app/cli/command.h"
#include "diffcore/diagnostics/diagnostics.h"

#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

Result<Exit> runDiagnose(Invocation &invocation)
{
    const QString out = invocation.value(u"out"_s);
    if (out.isEmpty())
        return invocation.usage(u"--out is missing: the text file to write"_s);
    const DiagnosticsSubject subject{invocation.positional(0), invocation.value(u"add-log"_s)};
    for (const QString &path : {subject.project, subject.log}) {
        if (!path.isEmpty() && !QFileInfo(path).isFile())
            return fail(ErrorCode::BadFile, u"there is no file %1"_s.arg(path));
    }
    const QByteArray text = diagnosticsText(subject).toUtf8();
    QSaveFile file(out);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return fail(ErrorCode::CannotWrite, u"cannot write %1: %2"_s.arg(out, file.errorString()));
    invocation.output.line(u"Wrote %1. Read it, then put it into your bug report."_s.arg(out));
    invocation.output.json({{u"rejoin"_s, 1}, {u"diagnostics"_s, out}, {u"bytes"_s, text.size()}});
    return Exit::Done;
}

} // namespace

Command diagnoseCommand()
{
    return {
        .name = u"diagnose"_s,
        .summary = u"writes what a bug report needs: versions, drivers, settings, the end of the log"_s,
        .examples = {u"rejoin diagnose --out diagnostics.txt"_s,
                     u"rejoin diagnose shop.rejoin --add-log rejoin.log --out diagnostics.txt"_s},
        .positional = {u"[FILE]"_s},
        .options = {{u"out"_s, u"FILE"_s, u"the text file to write"_s},
                    {u"add-log"_s, u"FILE"_s,
                     u"the end of this file, which --log wrote, without lines at debug and trace"_s}},
        .notes =
            {u"The file is text: read it before you give it away. No password and no value of a row is in it; of a"_s,
             u"project there is the kind, and no name. Lines of the log name servers, databases, users and tables."_s,
             u"Asks no server."_s},
        .run = runDiagnose,
    };
}

} // namespace Rejoin
