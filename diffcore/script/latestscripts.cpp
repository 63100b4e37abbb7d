#include "diffcore/script/latestscripts.h"

#include "diffcore/base/sha256.h"
#include "diffcore/script/bundle.h"
#include "diffcore/script/decidedmerge.h"

#include <ranges>

namespace Rejoin {

namespace {

WrittenTarget written(const TargetScripts &scripts)
{
    return {scripts.target, sha256Hex(scripts.merge.text), sha256Hex(scripts.undo.text), scripts.merge.counts,
            scripts.merge.tables};
}

/// Nothing where the session would write other scripts.
QList<WrittenTarget> scriptsOf(const Bundle &bundle, const DecidedMerge &merge, const Session &session,
                               const Project &project)
{
    QList<WrittenTarget> scripts;
    for (const BundleTarget &target : bundle.targets) {
        const BundleOptions options{.targets = {target.side}, .ticket = bundle.ticket, .reason = bundle.reason};
        const auto made = makeScripts(merge, session.header(), project, target.side, options);
        if (!made || sha256Hex(made->merge.text) != target.mergeHash || sha256Hex(made->undo.text) != target.undoHash)
            return {};
        scripts += written(*made);
    }
    return scripts;
}

} // namespace

Result<QList<WrittenTarget>> latestScripts(const Session &session, const Project &project)
{
    const auto merge = decidedMerge(session);
    if (!merge)
        return QList<WrittenTarget>();
    REJOIN_TRY_VALUE(folders, session.bundles());
    for (const QString &folder : std::views::reverse(folders)) {
        const auto bundle = openBundle(folder); // it may be gone
        const QList<WrittenTarget> scripts =
            bundle ? scriptsOf(*bundle, *merge, session, project) : QList<WrittenTarget>();
        if (!scripts.isEmpty())
            return scripts;
    }
    QList<WrittenTarget> planned;
    for (const Side side : bothSides) {
        const auto made = makeScripts(*merge, session.header(), project, side, {});
        if (!made)
            continue;
        planned += written(*made);
        planned.last().mergeHash.clear();
        planned.last().undoHash.clear();
    }
    return planned;
}

} // namespace Rejoin
