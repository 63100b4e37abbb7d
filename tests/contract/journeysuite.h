#pragma once

#include "diffcore/base/side.h"
#include "tests/contract/contractengine.h"

#include <QObject>
#include <QTemporaryDir>

namespace Rejoin::Testing {

/// The demo's whole journey on the servers of an engine, through the command line.
class JourneySuite final : public QObject
{
    Q_OBJECT

public:
    explicit JourneySuite(ContractEngine &engine);

private Q_SLOTS:
    void initTestCase();
    void thereAndBackAgain();
    void clientAndProgramAgree();
    void aRehearsalChangesNothing();
    void everyOrderIsThereOnce();
    void movedRowsStopTheScript();
    void hostileNamesAndTextsGoThrough();
    void rightsThatLackAreNamed(); // journeyrights.cpp

private:
    struct Ran
    {
        int exit = -1;
        QString said;
    };
    static Ran rejoin(const QStringList &arguments);
    /// Fails the test where the command ends otherwise.
    static void expect(int exit, const QStringList &arguments);
    /// Makes the demo anew and decides all of it; the bundle's folder.
    QString decidedBundle();
    /// Tables with hostile names, columns and texts; A changes every text, B adds a row to each.
    void makeHostile(Version version, const QString &database);
    [[nodiscard]] QString dump(Side side) const;
    [[nodiscard]] QString ask(Side side, const QString &query) const;

    ContractEngine &m_engine;
    QTemporaryDir m_folder;
    PerSide<QString> m_databases; ///< of the demo
};

} // namespace Rejoin::Testing
