#pragma once

#include "diffcore/dialect/dialect.h"

namespace Rejoin::Testing {

/// The types of the tables in the script, as the engine's catalog prints them.
struct GoldenTypes
{
    QString schema;
    QString key;
    QString text;
    QString collation = {}; ///< of text
};

/// A script with every construct that dialects write: each kind of operation on tables with and without a key, rows
/// that go along with others, generators, an undo's way back, checks. Its text stands in tests/golden.
[[nodiscard]] QByteArray everyConstruct(const Dialect &dialect, const ServerInfo &target, const GoldenTypes &types);

/// Some operations of each kind whose rows are looked at together, and two that happen at once.
[[nodiscard]] QByteArray batchedOperations(const Dialect &dialect, const GoldenTypes &types);

/// Fails the test where the file below tests/golden holds another text. Where the text is meant to change:
/// REJOIN_UPDATE_GOLDEN=1, and look at the difference.
void compareWithGolden(const QByteArray &text, const QString &file);

} // namespace Rejoin::Testing
