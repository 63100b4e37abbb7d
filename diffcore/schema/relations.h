#pragma once

#include "diffcore/schema/alignment.h"

namespace Rejoin {

/// Foreign keys of A and B and then the relations that the person gave, each reference once. `catalogs`: where given
/// names are looked for; an end that was excluded is no error. Fails with Usage where an end is nowhere.
[[nodiscard]] Result<QList<Relation>> relationsOf(const Alignment &alignment, const QList<VirtualRelation> &given,
                                                  const QList<const Catalog *> &catalogs);

/// Primary and unique keys of A and B, each once. Partial ones hold for some rows only and are left out.
[[nodiscard]] QList<UniqueConstraint> uniqueConstraints(const Alignment &alignment);

} // namespace Rejoin
