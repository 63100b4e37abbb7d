#pragma once

#include <QJsonObject>
#include <QStringList>

namespace Rejoin::Testing {

/// What one command printed and how it ended.
struct CommandRun
{
    int exit = -1;
    QString out;
    QString err;

    /// Standard output as one JSON document; empty where it is anything else.
    [[nodiscard]] QJsonObject json() const;
};

/// Runs `rejoin ARGUMENTS…` in this process.
[[nodiscard]] CommandRun rejoin(const QStringList &arguments, const QByteArray &standardInput = {});

/// The same after Ctrl+C.
[[nodiscard]] CommandRun rejoinCancelled(const QStringList &arguments);

/// The error of a run as a person reads it, for QVERIFY2.
[[nodiscard]] QByteArray text(const CommandRun &run);

} // namespace Rejoin::Testing

/// Fails the test, with what the command printed, where it ended otherwise.
#define EXPECT_EXIT(run, expected) QVERIFY2((run).exit == (expected), Rejoin::Testing::text(run).constData())
