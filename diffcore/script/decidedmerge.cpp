#include "diffcore/script/decidedmerge.h"

#include "diffcore/base/sha256.h"
#include "diffcore/script/targetplan.h"

#include <future>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr qsizetype namedInMessage = 3;

/// "12 rows are not decided: a; b; c; and 9 more"
std::unexpected<Error> undecided(const QString &one, const QString &many, const QStringList &names)
{
    const qsizetype named = std::min(namedInMessage, names.size());
    Error error{.code = ErrorCode::Undecided};
    error.message = names.size() == 1 ? u"1 "_s + one : QString::number(names.size()) + u' ' + many;
    error.message += u": "_s + names.first(named).join(u"; "_s);
    if (names.size() > named)
        error.message += u"; and %1 more"_s.arg(names.size() - named);
    error.advice = u"Decide them first"_s;
    error.rows = names;
    return fail(std::move(error));
}

Result<void> checkComplete(const Session &session)
{
    if (!session.hasComparison() || !session.header().finishedAt.isValid())
        return fail(ErrorCode::Undecided, u"the comparison is not finished"_s, u"Compare first"_s);
    REJOIN_TRY_VALUE(statuses, session.statuses());
    for (qsizetype index = 0; index < statuses.size(); ++index) {
        const TableStatus::State state = statuses[index].state;
        const bool partial = state == TableStatus::State::Waiting || state == TableStatus::State::Comparing ||
                             state == TableStatus::State::Cancelled;
        if (partial)
            return fail(ErrorCode::Undecided,
                        u"%1 is not compared to its end"_s.arg(session.alignment().tables[index].name.display()),
                        u"Compare again"_s);
    }
    return {};
}

Result<void> checkEngines(const Alignment &alignment)
{
    if (alignment.canBeMerged())
        return {};
    return fail(ErrorCode::Unsupported,
                u"A, B and the baseline are not of one engine: they can be compared, but no script can be written"_s,
                u"The report tells what differs; to merge, name two servers of one engine"_s);
}

QStringList rowNames(const MergeInput &input, const QList<qint64> &ids)
{
    const QSet<qint64> wanted(ids.begin(), ids.end());
    QStringList names;
    for (const Difference &difference : input.differences) {
        if (wanted.contains(difference.id))
            names += input.alignment.tables[difference.table].describeKey(difference.key);
    }
    return names;
}

/// Parts with their lengths: they cannot run into each other.
class Fingerprint
{
public:
    void add(qint64 number) { add(QByteArray::number(number)); }
    void add(const RowKey &key) { add(encodeKey(key)); }
    void add(const Row &row) { add(encodeRow(row)); }
    template <typename Part> void add(const std::optional<Part> &part)
    {
        add(qint64(part.has_value()));
        if (part)
            add(*part);
    }
    [[nodiscard]] QString hex() { return m_hash.hex(); }

private:
    void add(const QByteArray &bytes)
    {
        m_hash.add(QByteArray::number(bytes.size()) + ':');
        m_hash.add(bytes);
    }

    Sha256 m_hash;
};

} // namespace

QString fingerprint(const MergedState &merged)
{
    Fingerprint fingerprint;
    fingerprint.add(merged.entities.size());
    for (const Entity &entity : merged.entities) {
        fingerprint.add(entity.table);
        for (const Side side : bothSides)
            fingerprint.add(entity.at[side]);
        fingerprint.add(entity.key);
        fingerprint.add(entity.row);
    }
    for (const KeyMapEntry &entry : merged.keyMap) {
        fingerprint.add(entry.server == Side::A ? 0 : 1);
        fingerprint.add(entry.table);
        fingerprint.add(entry.column);
        fingerprint.add(entry.oldKey);
        fingerprint.add(entry.newKey);
    }
    return fingerprint.hex();
}

Result<DecidedMerge> decidedMerge(const Session &session)
{
    REJOIN_TRY(checkEngines(session.alignment()));
    REJOIN_TRY(checkComplete(session));
    REJOIN_TRY_VALUE(input, session.mergeInput());
    DecidedMerge merge{.input = std::move(input)};
    merge.merged = mergedState(merge.input);
    if (!merge.merged.unresolved.isEmpty())
        return undecided(u"row is not decided"_s, u"rows are not decided"_s,
                         rowNames(merge.input, merge.merged.unresolved));
    QStringList conflicts;
    for (const ConstraintConflict &conflict : checkConstraints(merge.input, merge.merged))
        conflicts += conflict.message;
    if (!conflicts.isEmpty())
        return undecided(u"constraint would not hold"_s, u"constraints would not hold"_s, conflicts);
    return merge;
}

Result<TargetScripts> makeScripts(const DecidedMerge &merge, const ComparisonHeader &header, const Project &project,
                                  Side target, const BundleOptions &options, const TargetSinks &sinks)
{
    REJOIN_TRY(checkEngines(merge.input.alignment));
    const ServerInfo &server = header.servers[target];
    TargetScripts scripts{.target = target};
    REJOIN_TRY_VALUE(plan, targetPlan(merge.input, merge.merged, target, server));
    scripts.plan = std::move(plan);

    ScriptOrigin origin{
        .projectHash = header.projectHash, .since = header.since, .ticket = options.ticket, .reason = options.reason};
    const auto titled = [&](const QString &what) { return what + u" → "_s + project.title(target); };
    // each pair on its own core: they share nothing but what is only read, and the hashes of their checks
    std::promise<QString> before;
    std::promise<QString> after;
    const std::shared_future<QString> ofBefore = before.get_future().share();
    const std::shared_future<QString> ofAfter = after.get_future().share();
    const auto bothChecks = [&](std::promise<QString> &own) {
        return [&](const QString &check) -> CheckHashes {
            own.set_value(check);
            return {ofBefore.get(), ofAfter.get()};
        };
    };
    const auto back = std::async(std::launch::async, [&, origin]() mutable {
        origin.title = titled(u"undo of the merge"_s);
        origin.kind = ScriptKind::Undo;
        CheckedScript undo = writeCheckedScript(undoOf(scripts.plan), merge.input, server, origin,
                                                titled(u"check before the merge"_s), bothChecks(before), sinks.back);
        scripts.undo = std::move(undo.script);
        scripts.precheck = std::move(undo.check);
    });
    origin.title = titled(u"merge"_s);
    CheckedScript forth = writeCheckedScript(scripts.plan, merge.input, server, origin,
                                             titled(u"check after the merge"_s), bothChecks(after), sinks.forth);
    scripts.merge = std::move(forth.script);
    scripts.postcheck = std::move(forth.check);
    back.wait();
    return scripts;
}

Result<TargetScripts> makeScripts(const Session &session, const Project &project, Side target,
                                  const BundleOptions &options)
{
    REJOIN_TRY_VALUE(merge, decidedMerge(session));
    return makeScripts(merge, session.header(), project, target, options);
}

} // namespace Rejoin
