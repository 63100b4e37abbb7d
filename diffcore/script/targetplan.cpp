#include "diffcore/script/targetplan.h"

#include "diffcore/dialect/dialect.h"

namespace Rejoin {

Result<Plan> targetPlan(const MergeInput &input, const MergedState &merged, Side target, const ServerInfo &server)
{
    const std::unique_ptr<Dialect> dialect = Dialect::make(server);
    const bool defers = dialect->defersForeignKeys();
    const ForeignKeyTiming timing = defers                     ? ForeignKeyTiming::Deferred
                                    : dialect->changesAtOnce() ? ForeignKeyTiming::Statement
                                                               : ForeignKeyTiming::Immediate;
    auto plan = makePlan(input, merged, target, timing);
    const bool hasNoOrder = !plan && plan.error().code == ErrorCode::Unsupported;
    if (!hasNoOrder || defers || !dialect->switchesForeignKeysOff())
        return plan;
    auto unchecked = makePlan(input, merged, target, ForeignKeyTiming::Deferred);
    if (!unchecked)
        return plan;
    unchecked->foreignKeysOff = true;
    return unchecked;
}

} // namespace Rejoin
