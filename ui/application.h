#pragma once

namespace Rejoin {

/// Runs the window until it is closed; gives the program's exit code. Of the arguments, the first that is no option is
/// a project to open. `REJOIN_COLORS=light` or `dark` overrides the colour scheme of the preferences,
/// `REJOIN_LANGUAGE=en` or `de` their language.
[[nodiscard]] int runWindow(int argc, char **argv);

} // namespace Rejoin
