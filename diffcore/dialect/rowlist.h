#pragma once

#include "diffcore/dialect/rowtext.h"

#include <QSet>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Rejoin {

/// How a script calls a list of rows, and in it the name of a row: "orders order_id=1001".
inline constexpr QLatin1StringView rowListName("rejoin_list");
inline constexpr QLatin1StringView rowListRow("rejoin_row");

/// Appends a value of one column of a list, as UTF-8.
using ListedWriter = std::function<void(QByteArray &text, const Value &value)>;

/// Appends NULL, the digits of an integer or decimal number, or text of any kind between quotes: where an engine writes
/// values by their own family and the value is plain. Else false, and nothing is appended.
[[nodiscard]] bool appendPlainValue(QByteArray &text, const Value &value);

/// How an engine writes a list, and compares its rows with those of the table.
class ListText : public RowText
{
public:
    using RowText::RowText;

    /// Whether a list can hold what a change of the table expects and writes: it is keyed, and no value is compared by
    /// its hash.
    [[nodiscard]] bool canBeListed(const RowChange &change) const;
    /// Whether a list can hold values of the column.
    [[nodiscard]] virtual bool isListable(const Column &column) const;

    [[nodiscard]] virtual QString listedName(const QString &row) const = 0; ///< as a literal
    [[nodiscard]] virtual QString listedValue(const Value &value, const Column &column) const;
    /// Writes the same as listedValue(), and what is plain without its detours: a script holds millions of values.
    /// Refers to this, and copies the column.
    [[nodiscard]] virtual ListedWriter listedWriter(const Column &column) const;
    /// NULL of the type that a list has for the column, or for names; empty where the engine needs no telling.
    [[nodiscard]] virtual QString nullOf(const Column &column) const = 0;
    /// As a unique index of the column compares it with `other`, an expression of the column's type.
    [[nodiscard]] virtual QString isSameAs(const Column &column, const QString &other) const;
    /// Nothing but the very value of `other`; `present`: neither is NULL, else NULL is NULL.
    [[nodiscard]] virtual QString isExactlyAs(const Column &column, const QString &other, bool present) const = 0;

protected:
    /// The column, told from one of the same name in a list.
    [[nodiscard]] QString ownColumn(const Column &column) const;

private:
    [[nodiscard]] bool areListable(const Cells &cells) const;
    [[nodiscard]] bool isEveryColumnListable() const;

    mutable std::optional<bool> m_everyColumn; ///< once it was asked for
};

/// Rows of one table as a list of values in the text of a script: a name each where all have one, then the same
/// columns, so that one statement looks at all of them, or writes all of them. Refers to `text`, which must outlive it.
class RowList
{
public:
    using Cells = RowText::Cells;

    /// Nothing is listed yet; the columns are those of the first row.
    explicit RowList(const ListText &text)
        : m_text(text)
    {
    }

    /// The row's name, cells of the key, then those of `more` that are not among them.
    void add(const QString &row, const Cells &key, const Cells &more = {});
    /// The same for a list without names, of rows that the statement writes and never names.
    void addUnnamed(const Cells &key, const Cells &more = {});

    /// "rejoin_list (rejoin_row, "a", "b") AS (VALUES …)", to stand behind WITH.
    [[nodiscard]] QString definition() const;
    /// "(SELECT 'orders order_id=1' AS rejoin_row, 1 AS "a" UNION ALL …) AS rejoin_list", to stand behind FROM.
    [[nodiscard]] QString derivedTable() const;
    [[nodiscard]] QString names() const; ///< "a", "b": key and other columns of the list
    /// The row of the table with the key of a row of the list, as the table's own unique index understands it.
    [[nodiscard]] QString sameKey() const;
    /// Nothing but this very key.
    [[nodiscard]] QString exactKey() const;
    /// The row of the table that has exactly the values of a row of the list, the key first, for the index.
    [[nodiscard]] QString exactly() const;
    [[nodiscard]] QString listed(const QString &column) const; ///< rejoin_list."a"
    [[nodiscard]] QString listedKey() const;                   ///< rejoin_list."a", rejoin_list."b"
    /// "a" = rejoin_list."a"; `table` is put before the columns, where an engine wants to know whose they are.
    [[nodiscard]] QString assignments(const Cells &values, const QString &table = {}) const;

private:
    void start(const Cells &key, const Cells &more);
    void addCells(const Cells &key, const Cells &more);
    [[nodiscard]] QStringList listedColumns() const; ///< without the name's
    [[nodiscard]] QStringList header() const;
    [[nodiscard]] QStringList types() const;
    /// The rows' values, `between` one row and the next.
    [[nodiscard]] QString rows(QByteArrayView between) const;

    const ListText &m_text;
    QList<Column> m_columns;             ///< the key's first
    std::vector<ListedWriter> m_writers; ///< of m_columns
    std::vector<bool> m_isListed;        ///< of the cells behind the key: whether they are no part of it
    qsizetype m_keySize = 0;
    bool m_isNamed = false;
    QByteArray m_values;           ///< of all rows, as UTF-8
    std::vector<qsizetype> m_ends; ///< of each row in m_values
};

/// Whether rows of any table stand alone, since no list can hold them. Text is the engine's ListText.
template <typename Text, typename EngineDialect> class StandsAlone
{
public:
    explicit StandsAlone(const EngineDialect &dialect)
        : m_dialect(dialect)
    {
    }

    [[nodiscard]] bool operator()(const RowChange &change)
    {
        if (m_table != change.table) {
            m_table = change.table;
            m_text = std::make_shared<Text>(m_dialect, *m_table);
        }
        return !m_text->canBeListed(change);
    }

private:
    const EngineDialect &m_dialect;
    const Table *m_table = nullptr;
    std::shared_ptr<Text> m_text; // shared, since std::function takes what can be copied
};

/// Puts rows, in their order, into runs of one table, kind and columns, no name twice; the same for all engines. A run
/// has at most `most` rows, and ends with the one whose values bring it to 256 KB. Rows for which `standsAlone` holds
/// are alone.
class ListRuns
{
public:
    ListRuns(std::function<bool(const RowChange &)> standsAlone, qsizetype most)
        : m_standsAlone(std::move(standsAlone))
        , m_most(most)
    {
    }

    /// The run that ends because the row does not join it; empty where none does.
    [[nodiscard]] QList<RowChange> add(RowChange row);
    [[nodiscard]] QList<RowChange> end(); ///< the last run; empty where there was no row

private:
    [[nodiscard]] bool joins(const RowChange &row, const QString &name) const;

    std::function<bool(const RowChange &)> m_standsAlone;
    qsizetype m_most;
    QList<RowChange> m_run;
    QSet<QString> m_names; ///< of the run
    qsizetype m_bytes = 0; ///< of its values
    bool m_takes = false;  ///< more rows
};

[[nodiscard]] QList<QList<RowChange>>
listRuns(const QList<RowChange> &rows, const std::function<bool(const RowChange &)> &standsAlone, qsizetype most);

/// How an engine looks at rows in a script.
struct RowCheckText
{
    qsizetype rowsPerList = 0; ///< Dialect::rowsPerList()
    std::function<bool(const RowChange &row)> standsAlone;
    std::function<QString(const QList<RowChange> &rows)> listed; ///< the statement for a run of several rows
    std::function<QString(const RowChange &row)> part;           ///< of a statement, for a row that is alone
    std::function<QString(const QStringList &parts)> together;   ///< the statement of up to a hundred parts
};

/// Statements that look at all rows, run by run: see ListRuns.
[[nodiscard]] QStringList rowCheckStatements(const RowChanges &rows, const RowCheckText &text);

} // namespace Rejoin
