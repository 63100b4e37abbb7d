#pragma once

#include "diffcore/base/side.h"
#include "tests/contract/contractengine.h"

#include <QTemporaryDir>

namespace Rejoin::Testing {

/// Two databases and their baseline, through the command line: compared, merged on both, verified, undone. What a case
/// needs of the engine is in ContractEngine.
class PairBench
{
public:
    explicit PairBench(ContractEngine &engine);

protected:
    /// Skips the suite where the engine is not installed.
    void startEngine();
    /// Three empty databases, and names of files of its own.
    void beginCase();

    [[nodiscard]] static QString databaseOf(Version version);
    /// Runs statements, words in braces being the engine's; the databases are empty at the beginning of a case.
    void run(Version version, const QStringList &statements);
    void runEverywhere(const QStringList &statements);
    [[nodiscard]] QString dump(Side side) const;
    /// First cell of each row, in the order of the query.
    [[nodiscard]] QByteArrayList ask(Side side, const QString &query) const;
    /// The cells of each row with a blank between them, in the order of the query.
    [[nodiscard]] QStringList rows(Side side, const QString &query) const;
    [[nodiscard]] bool lacks(const QString &ability) const;

    /// Fails the test where the command ends otherwise. What it printed.
    static QString expect(int exit, const QStringList &arguments);
    void makeProject(const QStringList &options = {});
    /// From init to a bundle for both. Fails the test where a command ends otherwise.
    void makeBundle(const QStringList &options = {});
    void applyBoth();
    /// Applies to both, verifies, undoes: both are as before. Then applies again.
    void thereAndBackAndThere();

    ContractEngine &m_engine;
    QTemporaryDir m_folder;
    int m_case = 0;
    QString m_project;
    QString m_bundle;
};

} // namespace Rejoin::Testing
