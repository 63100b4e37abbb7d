#include "app/cli/work.h"
#include "diffcore/script/latestscripts.h"
#include "diffcore/script/report.h"

#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

Result<QByteArray> reportOf(const Work &work)
{
    REJOIN_TRY_VALUE(scripts, latestScripts(*work.session, work.project));
    return htmlReport(*work.session, work.project, scripts);
}

Result<QByteArray> reportBytes(const Invocation &invocation, const Work &work, const QString &out)
{
    if (out.endsWith(".html"_L1, Qt::CaseInsensitive))
        return reportOf(work);
    if (out.endsWith(".csv"_L1, Qt::CaseInsensitive))
        return decisionsCsv(*work.session);
    return invocation.usage(u"--out ends in .html, .pdf or .csv, not as in '%1'"_s.arg(out));
}

Result<Exit> runReport(Invocation &invocation)
{
    const QString out = invocation.value(u"out"_s);
    if (out.isEmpty())
        return invocation.usage(u"--out is missing: the file to write"_s);
    const bool pdf = out.endsWith(".pdf"_L1, Qt::CaseInsensitive);
    if (pdf && !invocation.terminal().writePdf)
        return fail(ErrorCode::Unsupported, u"this rejoin was built with nothing that draws pages, so it has no PDF"_s,
                    u"Write --out FILE.html and print that"_s);
    REJOIN_TRY_VALUE(work, openWork(invocation));
    if (pdf) {
        REJOIN_TRY_VALUE(html, reportOf(work));
        REJOIN_TRY(invocation.terminal().writePdf(html, out));
        invocation.output.line(u"Wrote %1."_s.arg(out));
        invocation.output.json({{u"rejoin"_s, 1}, {u"report"_s, out}, {u"bytes"_s, QFileInfo(out).size()}});
        return Exit::Done;
    }
    REJOIN_TRY_VALUE(bytes, reportBytes(invocation, work, out));
    QSaveFile file(out);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::CannotWrite, u"cannot write %1: %2"_s.arg(out, file.errorString()));
    invocation.output.line(u"Wrote %1."_s.arg(out));
    invocation.output.json({{u"rejoin"_s, 1}, {u"report"_s, out}, {u"bytes"_s, bytes.size()}});
    return Exit::Done;
}

} // namespace

Command reportCommand()
{
    return {
        .name = u"report"_s,
        .summary = u"writes the report, or the decisions as a table"_s,
        .examples = {u"rejoin report shop.rejoin --out report.html"_s, u"rejoin report shop.rejoin --out report.pdf"_s,
                     u"rejoin report shop.rejoin --out decisions.csv"_s},
        .positional = {u"FILE"_s},
        .options = {{u"out"_s, u"FILE"_s,
                     u"FILE.html or FILE.pdf for people, FILE.csv for every decision, one a line"_s}},
        .notes = {u"It tells of the scripts of the latest bundle that holds what was decided, by their hashes."_s,
                  u"A bundle holds the report as HTML alone: the bytes of a PDF hang on the machine's fonts."_s},
        .run = runReport,
    };
}

} // namespace Rejoin
