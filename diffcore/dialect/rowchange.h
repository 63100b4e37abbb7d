#pragma once

#include "diffcore/schema/catalog.h"
#include "diffcore/value/value.h"

#include <QPair>
#include <functional>

namespace Rejoin {

/// The row operation that a script carries out, with names as the target has them.
struct RowChange
{
    enum class Kind : quint8 { Insert, Update, Delete };
    Kind kind = Kind::Update;
    const Table *table = nullptr;
    QString row;                         ///< "orders order_id=1001": put into the guard's message
    QList<QPair<QString, Value>> key;    ///< empty for a keyless table
    QList<QPair<QString, Value>> before; ///< every compared value of the row (update, delete; keyless: insert, too)
    QList<QPair<QString, Value>> after;  ///< values to write (insert: all; update: those that change)
    qint64 copies = 0;                   ///< keyless tables: how many equal rows there are before the operation
};

/// Rows of a script, each put together when it is asked for: those of a large plan would fill more memory than all
/// else.
class RowChanges
{
public:
    RowChanges() = default;
    explicit RowChanges(QList<RowChange> rows)
        : m_size(rows.size())
        , m_make([rows = std::move(rows)](qsizetype index) { return rows[index]; })
    {
    }
    /// `make` gives the row of a place from 0; what it refers to must outlive this and its copies.
    RowChanges(qsizetype size, std::function<RowChange(qsizetype place)> make)
        : m_size(size)
        , m_make(std::move(make))
    {
    }

    [[nodiscard]] qsizetype size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] RowChange operator[](qsizetype place) const { return m_make(place); }

    /// The rows of `first`, then those of `second`.
    friend RowChanges operator+(const RowChanges &first, const RowChanges &second)
    {
        return {first.m_size + second.m_size, [first, second](qsizetype place) {
                    return place < first.m_size ? first[place] : second[place - first.m_size];
                }};
    }

private:
    qsizetype m_size = 0;
    std::function<RowChange(qsizetype)> m_make;
};

} // namespace Rejoin
