#pragma once

#include "diffcore/session/project.h"

#include <QJsonObject>

namespace Rejoin {

/// Fails with BadFile, naming the member that is wrong and what was expected.
[[nodiscard]] Result<Project> projectFromJson(const QJsonObject &json);
[[nodiscard]] QJsonObject toJson(const Project &project);

} // namespace Rejoin
