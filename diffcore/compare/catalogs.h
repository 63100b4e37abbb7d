#pragma once

#include "diffcore/base/progress.h"
#include "diffcore/compare/servers.h"

namespace Rejoin {

class Checkpoint;

/// Reads the catalogs of all versions and puts their tables side by side. The baseline's tables are those of its
/// database, or else of the checkpoint (null where there is none). Fails with BadFile where the checkpoint shares no
/// table with A and B, so that it was made of another database. Whether the conditions
/// on rows can be used is another question: proveFilters().
[[nodiscard]] Result<Alignment> readAlignment(Servers &servers, const Project &project, const Checkpoint *checkpoint,
                                              const CancelToken &cancel, const Progress &progress);

} // namespace Rejoin
