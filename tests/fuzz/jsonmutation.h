#pragma once

#include <QByteArray>
#include <QRandomGenerator>

namespace Rejoin::Fuzzing {

/// The input with some values of the JSON object that it holds, or is, replaced, taken away or put elsewhere: what is
/// read is then still JSON, of another kind than expected. JSON that is a part of the input keeps its length, so that
/// what tells its length stays right. Empty where there is no JSON, or the change does not fit.
[[nodiscard]] QByteArray withJsonChanged(const QByteArray &input, QRandomGenerator &random);

} // namespace Rejoin::Fuzzing
