#pragma once

#include "diffcore/base/result.h"
#include "diffcore/compare/difference.h"
#include "diffcore/schema/alignment.h"

#include <QJsonArray>

namespace Rejoin {

/// An ordered, named way to decide many rows. Rules look at undecided rows only.
///
/// JSON, in a project's "rules" and in the file of `resolve --rules`:
///   {"name": "settings from A", "table": "settings", "take": "a"}
///   {"name": "stamps from A", "table": "*", "column": "deployed_at", "take": "a"}
///   {"name": "newest", "table": "customers", "newest": "updated_at"}
///   {"name": "noise", "table": "*", "column": "last_seen", "ignore": true}
///   {"name": "both orders", "table": "orders", "keepBoth": "b"}
struct Rule
{
    enum class Kind : quint8 {
        TakeRow,      ///< the row of `from`
        TakeColumn,   ///< the cell of `from` in `column`, wherever it conflicts
        Newest,       ///< the row whose timestamp `column` is later; equal or missing stamps stay undecided
        IgnoreColumn, ///< conflicts in `column` alone are settled by leaving each server its own value… as A has it
        KeepBoth,     ///< two rows; the one of `moves` gets a new key
    };
    QString name;
    QString table = QStringLiteral("*"); ///< glob on the display name
    QString column;
    Kind kind = Kind::TakeRow;
    Version from = Version::A;
    Side moves = Side::B;

    friend bool operator==(const Rule &, const Rule &) = default;
};

/// Fails with BadFile, naming the rule and what is wrong in it.
[[nodiscard]] Result<QList<Rule>> rulesFromJson(const QJsonArray &array);
[[nodiscard]] QJsonArray toJson(const QList<Rule> &rules);
/// Reads the file of `resolve --rules`: an array of rules. Fails with BadFile.
[[nodiscard]] Result<QList<Rule>> loadRules(const QString &path);

/// What the rule makes of an undecided row; nothing where it does not apply. Of two rows that were given one key
/// (KeyCollision) no rule drops one: only KeepBoth applies to them.
[[nodiscard]] std::optional<Decision> applyRule(const Rule &rule, const AlignedTable &table,
                                                const Difference &difference);

} // namespace Rejoin
