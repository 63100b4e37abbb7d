#pragma once

#include "diffcore/session/session.h"

namespace Rejoin {

/// The rows of a session as they are now, so that it can be told later which of them moved.
class RowMarks
{
public:
    [[nodiscard]] static Result<RowMarks> of(const Session &session);

    struct Moved
    {
        QStringList rows;      ///< "orders order_id=955": other values, new, or alike now; by table and key
        QStringList undecided; ///< those of them that somebody has to decide (again)
    };
    [[nodiscard]] Result<Moved> moved(const Session &session) const;

private:
    QHash<QString, QByteArray> m_marks; ///< row → hash of its three versions
};

} // namespace Rejoin
