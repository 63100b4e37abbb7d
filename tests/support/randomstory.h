#pragma once

#include "tests/support/story.h"

#include <QRandomGenerator>

namespace Rejoin::Testing {

/// Orders, their lines and employees who report to each other, changed at random on both servers within what the
/// constraints allow.
[[nodiscard]] Story randomStory(QRandomGenerator &random);

/// Any decision for which the rows of the session suffice: a row that a person deletes, or brings back as it was, can
/// meet rows that are not among the differences, which the script finds out.
void decideAnyhow(const MergeInput &input, Difference &difference, QRandomGenerator &random);

} // namespace Rejoin::Testing
