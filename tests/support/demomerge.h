#pragma once

#include "diffcore/base/result.h"
#include "diffcore/base/side.h"
#include "diffcore/demo/demo.h"

#include <QStringList>
#include <QTemporaryDir>

namespace Rejoin::Testing {

/// The demo in a temporary folder and its way through the commands. Every function gives what went wrong, or nothing.
class DemoMerge
{
public:
    [[nodiscard]] QString make(int orders = 200);
    /// compare and every decision.
    [[nodiscard]] QString decide();
    /// Writes the bundle of both targets.
    [[nodiscard]] QString script();
    /// `apply` or `undo` on both servers.
    [[nodiscard]] QString carryOut(const QString &command);
    [[nodiscard]] QString carryOut(const QString &command, Side side);

    [[nodiscard]] const DemoFiles &files() const { return m_files; }
    [[nodiscard]] QString database(Side side) const { return side == Side::A ? m_files.a : m_files.b; }
    /// The database as makeDemo wrote it.
    [[nodiscard]] QString original(Side side) const { return database(side) + QStringLiteral(".before"); }
    [[nodiscard]] QString bundle() const;
    [[nodiscard]] QString scriptPath(Side side, const QString &name) const;
    /// What `--approve` takes: the SHA-256 of the file as it lies there.
    [[nodiscard]] QString hash(Side side, const QString &name) const;
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
    DemoFiles m_files;
};

/// Everything in a database, in an order that does not hang on when a row was written.
[[nodiscard]] QStringList content(const QString &database);

} // namespace Rejoin::Testing

/// Fails the test with what went wrong in a step of DemoMerge.
#define REQUIRE(step)                                                                                                  \
    do {                                                                                                               \
        const QString wrong = (step);                                                                                  \
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));                                                                  \
    } while (false)
