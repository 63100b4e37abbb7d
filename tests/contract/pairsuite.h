#pragma once

#include "diffcore/base/side.h"
#include "tests/contract/contractengine.h"

#include <QObject>
#include <QTemporaryDir>

namespace Rejoin::Testing {

/// Two databases and their baseline, through the command line: compared, merged on both, verified, undone. What a case
/// needs of the engine is in ContractEngine.
class PairSuite final : public QObject
{
    Q_OBJECT

public:
    explicit PairSuite(ContractEngine &engine);

private Q_SLOTS:
    void initTestCase();
    void init();
    void everyTypeGoesThrough();
    void hostileTextsAreKeys();
    void unlikeCollationsPairRows();
    void generatorsGoOnAfterTheMerge();
    void cyclesGoThrough();
    void otherSchemasGoThrough();
    void viewsAndTemporaryTablesAreLeftOut();

private:
    [[nodiscard]] static QString databaseOf(Version version);
    /// Runs statements, words in braces being the engine's; the databases are empty at the beginning of a case.
    void run(Version version, const QStringList &statements);
    void runEverywhere(const QStringList &statements);
    [[nodiscard]] QString dump(Side side) const;
    /// First cell of each row, in the order of the query.
    [[nodiscard]] QByteArrayList ask(Side side, const QString &query) const;
    [[nodiscard]] bool lacks(const QString &ability) const;

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
