#include "diffcore/script/reviewgate.h"

#include "diffcore/base/sha256.h"
#include "diffcore/base/timetext.h"
#include "diffcore/script/decidedmerge.h"

#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

std::unexpected<Error> outdated(const Review &review, const QString &why)
{
    return fail(
        ErrorCode::NotApproved, u"the review is outdated: %1 since it was %2"_s.arg(why, reviewText(review)),
        u"Nothing was changed. Write the bundle anew, read what changed, and have it approved: rejoin approve"_s);
}

/// The merge scripts that the session makes now, which must be those of the bundle.
Result<PerSide<QByteArray>> sameScripts(const Session &session, const Project &project, const Bundle &bundle)
{
    REJOIN_TRY_VALUE(merge, decidedMerge(session));
    PerSide<QByteArray> texts;
    for (const BundleTarget &target : bundle.targets) {
        const BundleOptions options{.targets = {target.side}, .ticket = bundle.ticket, .reason = bundle.reason};
        REJOIN_TRY_VALUE(scripts, makeScripts(merge, session.header(), project, target.side, options));
        if (sha256Hex(scripts.merge.text) != target.mergeHash || sha256Hex(scripts.undo.text) != target.undoHash)
            return fail(ErrorCode::NotApproved,
                        u"%1 is not what the session holds now: decisions or data changed since it was written"_s.arg(
                            bundle.folder),
                        u"Write it again with rejoin script, read it, and approve that"_s);
        texts[target.side] = scripts.merge.text;
    }
    return texts;
}

} // namespace

Result<ReviewStanding> reviewStanding(const Session &session)
{
    REJOIN_TRY_VALUE(review, session.review());
    if (!review)
        return ReviewStanding::None;
    REJOIN_TRY_VALUE(fingerprint, session.fingerprint());
    return fingerprint == review->fingerprint ? ReviewStanding::Current : ReviewStanding::Outdated;
}

QString reviewText(const Review &review)
{
    const QString text = u"reviewed by %1 on %2"_s.arg(review.reviewer, timeText(review.at));
    return review.ticket.isEmpty() ? text : text + u", ticket "_s + review.ticket;
}

Result<void> mayReview(const Session &session, const Project &project, const QString &user, const QString &reviewer)
{
    if (reviewer.trimmed().isEmpty())
        return fail(ErrorCode::Usage, u"a review needs the name of the reviewer"_s);
    if (project.review != ReviewRule::FourEyes)
        return {};
    REJOIN_TRY_VALUE(deciders, session.deciders());
    for (const QString &name : {user, reviewer.trimmed()}) {
        if (deciders.contains(name, Qt::CaseInsensitive))
            return fail(ErrorCode::NotApproved,
                        u"%1 decided rows of this merge, and the project wants four eyes: somebody else has to "
                        "approve it"_s.arg(name),
                        u"Decided by: %1"_s.arg(deciders.join(u", "_s)));
    }
    return {};
}

Result<WrittenBundle> signBundle(Session &session, const Project &project, const QString &folder,
                                 const Signature &signature, const CancelToken &cancel, const Progress &progress)
{
    REJOIN_TRY_VALUE(bundle, openBundle(folder));
    REJOIN_TRY(mayReview(session, project, signature.by, signature.reviewer));
    REJOIN_TRY_VALUE(texts, sameScripts(session, project, bundle));
    REJOIN_TRY_VALUE(fingerprint, session.fingerprint());
    Review review{.reviewer = signature.reviewer.trimmed(),
                  .by = signature.by,
                  .machine = QSysInfo::machineHostName(),
                  .ticket = signature.ticket.isEmpty() ? bundle.ticket : signature.ticket,
                  .reason = signature.reason,
                  .at = QDateTime::currentDateTimeUtc(),
                  .fingerprint = fingerprint,
                  .titles = session.header().titles};
    BundleOptions options{.targets = {}, .ticket = bundle.ticket, .reason = bundle.reason, .by = signature.by};
    for (const BundleTarget &target : std::as_const(bundle.targets)) {
        review.merge[target.side] = target.mergeHash;
        options.targets.append(target.side);
    }
    REJOIN_TRY(session.addReview(review, texts));
    return writeBundle(session, project, folder, options, cancel, progress);
}

Result<void> requireReview(const Bundle &bundle, const BundleTarget &target)
{
    if (!bundle.review) {
        if (!bundle.needsReview)
            return {};
        return fail(
            ErrorCode::NotApproved, u"nobody reviewed this bundle, and its project wants a review"_s,
            u"Nothing was changed. Have it approved: rejoin approve FILE.rejoin --bundle %1"_s.arg(bundle.folder));
    }
    if (bundle.review->merge[target.side] != target.mergeHash)
        return outdated(*bundle.review, u"the script for %1 is another one"_s.arg(target.title));
    return {};
}

Result<void> requireReview(const Session &session, const Project &project)
{
    REJOIN_TRY_VALUE(standing, reviewStanding(session));
    if (standing == ReviewStanding::Current || (standing == ReviewStanding::None && project.review == ReviewRule::Free))
        return {};
    if (standing == ReviewStanding::None)
        return fail(ErrorCode::NotApproved, u"nobody reviewed this merge, and its project wants a review"_s,
                    u"Nothing was changed. Have it approved: rejoin approve"_s);
    REJOIN_TRY_VALUE(review, session.review());
    return outdated(*review, u"a decision or data changed"_s);
}

} // namespace Rejoin
