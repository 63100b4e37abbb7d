#pragma once

#include "diffcore/compare/comparer.h"
#include "tests/contract/contractengine.h"

#include <QObject>
#include <QTemporaryDir>

namespace Rejoin::Testing {

/// One story with a known truth on two databases of an engine, and what each means tells of it: everything that it can
/// tell, and nothing that is not so.
class EvidenceSuite final : public QObject
{
    Q_OBJECT

public:
    explicit EvidenceSuite(ContractEngine &engine);

private Q_SLOTS:
    void initTestCase();
    void toldByEachMeans_data();
    void toldByEachMeans();
    void changesAlone_data();
    void changesAlone();
    void theBestIsChosenUnasked();
    void aCheckpointGoesOnWhereNobodyWrote();
    void timesOfCommits();
    void momentsOfTheSplit();
    void theDemoByEachMeans();

private:
    void play();
    void playOn(const QString &database, const QStringList &statements);
    void useVersioned(Project &project) const;
    [[nodiscard]] Project project() const;
    [[nodiscard]] Project projectWith(const QString &evidence);
    [[nodiscard]] QList<Difference> found(const Project &project, CompareOptions::Reading reading,
                                          TableStatus *status = nullptr);
    /// "2 OnlyA", in the order of keys.
    [[nodiscard]] QStringList told(const Project &project, CompareOptions::Reading reading,
                                   TableStatus *status = nullptr);
    [[nodiscard]] QString whyNot(const QString &evidence) const;

    ContractEngine &m_engine;
    QTemporaryDir m_folder;
    QDateTime m_split;
    int m_sessions = 0;
};

} // namespace Rejoin::Testing
