#pragma once

#include "app/cli/command.h"
#include "diffcore/demo/demo.h"

namespace Rejoin {

/// A command of the demo's story, and what it is for.
struct DemoStep
{
    QString purpose;
    QStringList arguments; ///< of rejoin
    Exit expected = Exit::Done;
};

/// From the comparison to the bundle: what a person types who decides the demo.
[[nodiscard]] QList<DemoStep> demoSteps(const DemoFiles &files);
/// Where the story's bundle lies: beside the project.
[[nodiscard]] QString demoBundle(const DemoFiles &files);

/// Carries the whole story out, printing each command and what it said: compare, decide, script, apply to both, verify,
/// undo on both, and proves that both databases are as they were. Fails with Bug where a step ends otherwise.
[[nodiscard]] Result<Exit> playJourney(Invocation &invocation, const DemoFiles &files);

} // namespace Rejoin
