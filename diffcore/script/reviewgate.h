#pragma once

#include "diffcore/script/bundle.h"

namespace Rejoin {

/// What became of the review of a session since it was made.
enum class ReviewStanding : quint8 {
    None,     ///< nobody reviewed yet
    Current,  ///< what was reviewed is what stands in the session
    Outdated, ///< a decision or data changed since
};
[[nodiscard]] Result<ReviewStanding> reviewStanding(const Session &session);

/// "reviewed by Anna Berg on 2026-11-22 10:00:00 UTC, ticket CHG-1042"
[[nodiscard]] QString reviewText(const Review &review);

/// Fails with NotApproved where the project wants four eyes and `user` or `reviewer` is one of those whose decisions
/// stand, or the reviewer has no name.
[[nodiscard]] Result<void> mayReview(const Session &session, const Project &project, const QString &user,
                                     const QString &reviewer);

/// Who signs, and why.
struct Signature
{
    QString reviewer; ///< as the person signs
    QString by;       ///< user name
    QString ticket;   ///< where empty, that of the bundle
    QString reason;
};

/// Records that the scripts of a bundle were reviewed, in the session and in the bundle, which is written again with
/// the signature in its manifest and report; the scripts stay as they are. Fails with NotApproved where the bundle is
/// not what the session holds now, and as mayReview().
[[nodiscard]] Result<WrittenBundle> signBundle(Session &session, const Project &project, const QString &folder,
                                               const Signature &signature, const CancelToken &cancel,
                                               const Progress &progress);

/// Fails with NotApproved where a merge script may not run: its bundle wants a review and has none, or its review is of
/// other scripts, so it is outdated.
[[nodiscard]] Result<void> requireReview(const Bundle &bundle, const BundleTarget &target);

/// The same as the session sees it now: fails where what is in it is no longer what was reviewed.
[[nodiscard]] Result<void> requireReview(const Session &session, const Project &project);

} // namespace Rejoin
