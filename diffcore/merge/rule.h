#pragma once

#include "diffcore/base/result.h"
#include "diffcore/compare/difference.h"
#include "diffcore/schema/alignment.h"

#include <QJsonArray>

namespace Rejoin {

/// An ordered, named way to decide many rows. Rules look at undecided rows only, but for the sum of deltas: that takes
/// in rows whose counter both servers moved and that were decided automatically, since two sales of one each leave
/// equal numbers behind.
///
/// JSON, in a project's "rules" and in the file of `resolve --rules`:
///   {"name": "settings from A", "table": "settings", "take": "a"}
///   {"name": "stamps from A", "table": "*", "column": "deployed_at", "take": "a"}
///   {"name": "newest", "table": "customers", "newest": "updated_at"}
///   {"name": "noise", "table": "*", "column": "last_seen", "ignore": true}
///   {"name": "both orders", "table": "orders", "keepBoth": "b"}
///   {"name": "stock", "table": "products", "sum": "stock"}
///   {"name": "numbers", "table": "orders", "renumber": "order_no", "template": "{prefix}{n:3}", "moves": "b"}
/// and with any of them "where": a condition on the row, see RowCondition:
///   {"name": "open ones", "table": "orders", "take": "b", "where": "b.status = 'open'"}
struct Rule
{
    enum class Kind : quint8 {
        TakeRow,      ///< the row of `from`
        TakeColumn,   ///< the cell of `from` in `column`, wherever it conflicts
        Newest,       ///< the row whose timestamp `column` is later; equal or missing stamps stay undecided
        IgnoreColumn, ///< conflicts in `column` alone are settled by leaving each server its own value… as A has it
        KeepBoth,     ///< two rows; the one of `moves` gets a new key
        /// Natural numbers in `column` that both servers gave out: the row of `moves` gets the next number of its
        /// series (see NumberTemplate), and what refers to it follows. Takes in decided rows, as SumOfDeltas.
        Renumber,
        SumOfDeltas, ///< a counter in `column`: baseline + (A − baseline) + (B − baseline)
    };
    QString name;
    QString table = QStringLiteral("*"); ///< glob on the display name
    QString column;
    Kind kind = Kind::TakeRow;
    Version from = Version::A;
    Side moves = Side::B;
    QString where;                                    ///< a condition on the row; empty = all rows
    QString numbers;                                  ///< Renumber: the template
    std::optional<qint64> firstNumber = std::nullopt; ///< Renumber: the counter begins here, or behind the highest

    friend bool operator==(const Rule &, const Rule &) = default;
};

/// Fails with BadFile, naming the rule and what is wrong in it.
[[nodiscard]] Result<QList<Rule>> rulesFromJson(const QJsonArray &array);
[[nodiscard]] QJsonArray toJson(const QList<Rule> &rules);
/// Reads the file of `resolve --rules`: an array of rules. Fails with BadFile.
[[nodiscard]] Result<QList<Rule>> loadRules(const QString &path);

/// What the rule makes of a row, its condition left aside; nothing where it does not apply, and for Renumber, which
/// looks at all rows: renumber(). Of two rows that were given
/// one key (KeyCollision) no rule drops one: only KeepBoth applies to them.
[[nodiscard]] std::optional<Decision> applyRule(const Rule &rule, const AlignedTable &table,
                                                const Difference &difference);

/// The columns of a table that rules add up: what compare() must know beforehand, see TableStatus::counters.
[[nodiscard]] QList<int> counterColumns(const QList<Rule> &rules, const AlignedTable &table);

} // namespace Rejoin
