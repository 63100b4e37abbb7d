#pragma once

#include <QByteArray>
#include <QList>
#include <QRandomGenerator>

namespace Rejoin::Fuzzing {

/// One of the seeds, changed in one to eight places: bits and bytes, runs of bytes that are taken away, said twice, put
/// elsewhere or taken from another seed, numbers at the ends of their range, values of JSON. At most `longest` bytes.
/// Reading it may still work: libFuzzer looks for ways into the reader, this stays near what is read.
[[nodiscard]] QByteArray mutated(const QList<QByteArray> &seeds, qsizetype longest, QRandomGenerator &random);

} // namespace Rejoin::Fuzzing
