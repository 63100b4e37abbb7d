#pragma once

#include "diffcore/session/session.h"

#include <QVariant>

namespace Rejoin {

/// Where keyset paging goes on.
struct KeyPosition
{
    int table = -1;
    QByteArray key;
};

/// One range of one index of a session's file: ids with table and key, in their order.
struct IdRange
{
    QString sql;
    QVariantList values;
};

/// The ranges whose union is what the filter lets through: each outcome has its own, so that no index is read in vain.
[[nodiscard]] QList<IdRange> rangesOf(const DifferenceFilter &filter, const std::optional<KeyPosition> &after);

} // namespace Rejoin
