#pragma once

#include "diffcore/merge/mergedstate.h"

namespace Rejoin {

/// A constraint that the merged state would break. Names every row that it touches.
struct ConstraintConflict
{
    enum class Kind : quint8 { Unique, ForeignKey, NotNull, TooLong, WrongType };
    Kind kind = Kind::Unique;
    int table = -1;            ///< the table whose constraint it is
    QString constraint;        ///< its name
    QList<qint64> differences; ///< the rows
    QString message;           ///< "customers email 'x@y' is in 2 rows: customer_id=501 (A), customer_id=502 (B)"
    QStringList choices;       ///< what a person can do, one a line
};

[[nodiscard]] QString
kindName(ConstraintConflict::Kind kind); ///< "unique", "foreign key", "not null", "too long", "type"

/// All of them, not only the first. Each server's own state is taken to obey its own constraints, so only rows of the
/// session can break one.
[[nodiscard]] QList<ConstraintConflict> checkConstraints(const MergeInput &input, const MergedState &merged);

/// The tables whose rows could break one while nobody decided anything yet: what they hold came from servers that both
/// define the columns alike, and nothing but the key tells the rows of the others apart or refers to them.
[[nodiscard]] QList<int> tablesThatCanConflict(const Alignment &alignment);

} // namespace Rejoin
