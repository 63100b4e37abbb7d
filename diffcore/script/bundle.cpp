#include "diffcore/script/bundle.h"

#include "diffcore/apply/mergeprogress.h"
#include "diffcore/merge/masking.h"
#include "diffcore/script/bundlefiles.h"
#include "diffcore/script/decidedmerge.h"
#include "diffcore/script/manifest.h"
#include "diffcore/script/report.h"

#include <QDir>
#include <array>
#include <future>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

QByteArray sumLines(const QMap<QString, QString> &hashes)
{
    QByteArray lines;
    for (auto hash = hashes.begin(); hash != hashes.end(); ++hash)
        lines += (hash.value() + u"  "_s + hash.key() + u'\n').toUtf8();
    return lines;
}

/// Writes one bundle, step by step.
class BundleWriter
{
public:
    BundleWriter(Session &session, const Project &project, const BundleOptions &options, const CancelToken &cancel,
                 const Progress &progress)
        : m_session(session)
        , m_project(project)
        , m_options(options)
        , m_cancel(cancel)
        , m_progress(progress)
        , m_steps(options.targets.size() + 2)
    {
    }

    Result<WrittenBundle> write(const QString &place)
    {
        REJOIN_TRY(step(u"computing the merged state"_s));
        REJOIN_TRY_VALUE(merge, decidedMerge(m_session));
        REJOIN_TRY_VALUE(review, m_session.review());
        m_review = review;
        REJOIN_TRY_VALUE(folder, BundleFolder::begin(place));
        m_bundle.folder = place;
        m_bundle.movedKeys = merge.merged.keyMap.size();
        // one of a target's two threads is done before the other
        std::future<QString> state = std::async(std::launch::async, [&merge] { return fingerprint(merge.merged); });
        std::future<QByteArray> decisions =
            std::async(std::launch::async, [&merge] { return decisionsCsv(merge.input); });
        for (const Side side : m_options.targets)
            REJOIN_TRY(writeTarget(folder, merge, side));
        m_mergedState = state.get();
        REJOIN_TRY(refuseOthers(place));
        REJOIN_TRY(step(u"writing the report"_s));
        REJOIN_TRY(writeDocuments(folder, merge, decisions));
        REJOIN_TRY(folder.write(manifestName, manifestJson(manifest(folder.hashes()))));
        REJOIN_TRY(folder.write(sumsName, sumLines(folder.hashes())));
        REJOIN_TRY(folder.finish());
        REJOIN_TRY(m_session.addBundle(QDir(place).canonicalPath()));
        REJOIN_TRY(record());
        return m_bundle;
    }

private:
    Result<void> step(const QString &doing)
    {
        if (m_cancel.isCancelled())
            return fail(ErrorCode::Cancelled, u"cancelled; no bundle was written"_s);
        if (m_progress)
            m_progress({doing, m_done++, m_steps});
        return {};
    }

    /// What a server has already must neither be mixed with this merge nor lose its undo script.
    Result<void> refuseOthers(const QString &place)
    {
        const ComparisonHeader &header = m_session.header();
        const NextMerge next{header.startedAt, m_mergedState};
        REJOIN_TRY(refuseAnotherMerge(m_session, next));
        return refuseLosingUndo(place, header.titles, next);
    }

    Result<void> writeTarget(BundleFolder &folder, const DecidedMerge &merge, Side side)
    {
        REJOIN_TRY(step(u"writing the scripts for "_s + m_project.title(side)));
        const QString path = folderOf(side) + u'/';
        const auto open = [&](const QString &name) { return folder.open(path + name + u".sql"_s); };
        const std::array files{open(u"precheck"_s), open(u"merge"_s), open(u"postcheck"_s), open(u"undo"_s)};
        const auto to = [&](size_t index) -> ScriptSink {
            return [file = files[index].get()](QByteArrayView bytes) { file->append(bytes); };
        };
        const TargetSinks sinks{.forth = {.script = to(1), .check = to(2)}, .back = {.script = to(3), .check = to(0)}};
        REJOIN_TRY_VALUE(scripts, makeScripts(merge, m_session.header(), m_project, side, m_options, sinks));
        for (const std::unique_ptr<BundleFile> &file : files)
            REJOIN_TRY(folder.close(*file));
        m_bundle.targets += {side, folder.hashes()[path + u"merge.sql"_s], folder.hashes()[path + u"undo.sql"_s],
                             scripts.merge.counts, scripts.merge.tables};
        return {};
    }

    Result<void> writeDocuments(BundleFolder &folder, const DecidedMerge &merge, std::future<QByteArray> &decisions)
    {
        REJOIN_TRY_VALUE(report, htmlReport(m_session, m_project, merge.input, merge.merged, m_bundle.targets));
        REJOIN_TRY(folder.write(u"report.html"_s, report));
        REJOIN_TRY(folder.write(u"decisions.csv"_s, decisions.get()));
        return folder.write(u"keymap.csv"_s, keyMapCsv(merge.input, merge.merged, m_session.header().titles));
    }

    Manifest manifest(const QMap<QString, QString> &hashes) const
    {
        const ComparisonHeader &header = m_session.header();
        Manifest manifest{.projectHash = header.projectHash,
                          .since = header.since,
                          .comparedAt = header.startedAt,
                          .mergedState = m_mergedState,
                          .ticket = m_options.ticket,
                          .reason = m_options.reason,
                          .movedKeys = m_bundle.movedKeys,
                          .masksValues = masksValues(m_session.alignment()),
                          .needsReview = m_project.review != ReviewRule::Free,
                          .review = m_review,
                          .files = hashes};
        for (const Side side : bothSides) {
            const ServerInfo &server = header.servers[side];
            manifest.servers[side] = {m_project.title(side),     engineName(server.engine),
                                      server.version.toString(), server.database,
                                      header.identities[side],   m_project.servers[side].connection};
        }
        for (const WrittenBundle::Target &target : m_bundle.targets)
            manifest.targets += {target.side, target.counts, target.tables};
        return manifest;
    }

    Result<void> record()
    {
        for (const WrittenBundle::Target &target : m_bundle.targets)
            REJOIN_TRY(m_session.record({.event = HistoryEntry::Event::Export,
                                         .by = m_options.by,
                                         .target = m_project.title(target.side),
                                         .hash = target.mergeHash,
                                         .text = u"wrote %1"_s.arg(m_bundle.folder)}));
        return {};
    }

    Session &m_session;
    const Project &m_project;
    const BundleOptions &m_options;
    const CancelToken &m_cancel;
    const Progress &m_progress;
    qint64 m_done = 0;
    qint64 m_steps;
    QString m_mergedState;
    std::optional<Review> m_review;
    WrittenBundle m_bundle;
};

} // namespace

Result<WrittenBundle> writeBundle(Session &session, const Project &project, const QString &folder,
                                  const BundleOptions &options, const CancelToken &cancel, const Progress &progress)
{
    return BundleWriter(session, project, options, cancel, progress).write(folder);
}

} // namespace Rejoin
