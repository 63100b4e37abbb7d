#pragma once

#include "diffcore/base/result.h"
#include "diffcore/base/side.h"
#include "diffcore/evidence/means.h"
#include "diffcore/merge/rule.h"
#include "diffcore/odbc/connectionstring.h"
#include "diffcore/schema/alignment.h"

#include <QDateTime>
#include <optional>

namespace Rejoin {

enum class Role : quint8 { Live, Standby };

struct ServerEntry
{
    ConnectionString connection;
    QString label; ///< "PRD01"; empty = the connection's own name
    Role role = Role::Live;

    [[nodiscard]] QString displayLabel() const;
};

/// What has to happen before a script runs.
enum class ReviewRule : quint8 {
    Free,     ///< a review is recorded where there is one
    Required, ///< a script runs only with a review
    FourEyes, ///< the same, and none of those who decided may be the reviewer
};

/// NAME.rejoin: what is compared with what, and how. JSON; no data, no secrets.
struct Project
{
    PerSide<ServerEntry> servers;
    std::optional<ServerEntry> baseline;
    QString
        baselineSchema; ///< the baseline's tables stand in this schema, whatever theirs is on A and B; empty = the same
    QString checkpoint; ///< path of the file; empty = none
    QList<EvidenceChoice> evidence; ///< in the order in which they are given; tables that none is for: the best
    QDateTime since;                ///< the split, UTC; invalid = not given
    AlignmentOptions scope;
    /// References that Rejoin proposed and that are none, as a person says: they are not proposed again.
    QList<VirtualRelation> dismissedRelations;
    QList<Rule> rules;
    ReviewRule review = ReviewRule::Free;

    /// "A · PRD01 (live)"
    [[nodiscard]] QString title(Side side) const;
    /// The side whose rows get new keys: the standby; B where both roles are alike.
    [[nodiscard]] Side movingSide() const;
};

/// Fails with BadFile: missing, a folder, no JSON (with line and column), a wrong or unknown member (named), a newer
/// version. A relative file path in an SQLite connection counts from the project's folder; it is absolute when loaded.
[[nodiscard]] Result<Project> loadProject(const QString &path);
/// Writes the file whole or not at all. Literal secrets are never written; SQLite files below the project's folder are
/// written relative to it, so that the folder can be moved (a relative path in `project` counts from the current
/// folder). Fails with CannotWrite.
[[nodiscard]] Result<void> saveProject(const Project &project, const QString &path);
/// The project as JSON, with paths as the project has them. The same project gives the same bytes.
[[nodiscard]] QByteArray projectJson(const Project &project);
/// SHA-256 of that JSON: ComparisonHeader::projectHash.
[[nodiscard]] QString projectHash(const Project &project);
/// The session beside a project: NAME.session.
[[nodiscard]] QString sessionPath(const QString &projectPath);

} // namespace Rejoin
