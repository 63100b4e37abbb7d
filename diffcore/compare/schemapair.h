#pragma once

#include "diffcore/base/result.h"
#include "diffcore/base/side.h"
#include "diffcore/schema/catalog.h"

namespace Rejoin {

/// What is known of one version before its tables are matched with those of the others. Null where there is none.
struct CatalogOwner
{
    Catalog *catalog = nullptr;
    const ServerInfo *server = nullptr;
};

/// Whether A and B are two schemas, of one database or of two: each connection keeps to one (oneSchemaOf()), and the
/// two bear unlike names.
[[nodiscard]] bool isSchemaPair(const PerVersion<CatalogOwner> &owners);

/// Of a schema pair: leaves the tables of these schemas alone in the catalogs, and lets them stand for their plain
/// names, by which they match. The baseline's are those of `baselineSchema`; where that is empty, of the schema to
/// which its connection keeps; else of A's, else of B's, since at the split both were the same. Others are left as they
/// are. Fails with Usage where the baseline has no table there.
[[nodiscard]] Result<void> pairSchemas(const PerVersion<CatalogOwner> &owners, const QString &baselineSchema);

} // namespace Rejoin
