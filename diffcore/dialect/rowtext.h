#pragma once

#include "diffcore/dialect/dialect.h"

namespace Rejoin {

/// SQL text about the rows of one table: conditions, values, names. An engine says how a column equals a value; the
/// rest is the same for all. Refers to the dialect and the table, which must outlive it.
class RowText
{
public:
    using Cells = QList<QPair<QString, Value>>;

    RowText(const Dialect &dialect, const Table &table);
    virtual ~RowText() = default;
    RowText(const RowText &) = delete;
    RowText &operator=(const RowText &) = delete;

    [[nodiscard]] virtual QString tableName() const;
    /// The row with this key, as the table's own unique index understands it.
    [[nodiscard]] QString sameKey(const Cells &key) const;
    /// The rows that have exactly these values, NULL where NULL is: one condition a value.
    [[nodiscard]] QStringList conditions(const Cells &values) const;
    [[nodiscard]] QString exactly(const Cells &values) const; ///< joined by AND
    /// Exactly these values, the key first, for the index.
    [[nodiscard]] QString keyedExactly(const Cells &key, const Cells &values) const;
    [[nodiscard]] QStringList keyedConditions(const Cells &key, const Cells &values) const;

    [[nodiscard]] QString assignments(const Cells &values) const; ///< "a" = 1, "b" = NULL
    [[nodiscard]] QString names(const Cells &values) const;       ///< "a", "b"
    [[nodiscard]] QString literals(const Cells &values) const;    ///< 1, NULL
    [[nodiscard]] QString count(const QString &condition) const;  ///< a scalar query
    [[nodiscard]] QString exists(const QString &condition) const;
    /// Conditions on a row that hold where the server would change other rows when this one goes: such rows were not
    /// compared.
    [[nodiscard]] QStringList dependents() const;
    /// That there are none, each condition with AND before it.
    [[nodiscard]] QString noDependents() const;
    /// True in the server where the change has been carried out.
    [[nodiscard]] QString carriedOut(const RowChange &change) const;

    /// The table's column; one of that name and no type where the table has none.
    [[nodiscard]] Column column(const QString &name) const;
    [[nodiscard]] QString quotedName(const QString &column) const { return m_dialect.name(column); }

protected:
    /// As a unique index of the column compares; the value is present.
    [[nodiscard]] virtual QString isSame(const Column &column, const Value &value) const = 0;
    [[nodiscard]] virtual QString isNull(const Column &column) const;
    /// Nothing but this very value; the value is present. May hold several conditions joined by AND.
    [[nodiscard]] virtual QString isExactly(const Column &column, const Value &value) const = 0;
    /// Behind the table in which dependents() looks, where its rows would be read as they were.
    [[nodiscard]] virtual QString dependentsHint() const { return {}; }

    [[nodiscard]] const Dialect &dialect() const { return m_dialect; }
    [[nodiscard]] const Table &table() const { return m_table; }

private:
    const Dialect &m_dialect;
    const Table &m_table;
};

} // namespace Rejoin
