#pragma once

#include "tests/contract/contractengine.h"

#include <QObject>
#include <QTemporaryDir>

namespace Rejoin::Testing {

/// `rejoin apply` is killed (SIGKILL) at random moments: the server is wholly as before the merge or wholly as after
/// it, and the next `rejoin status` says which. REJOIN_KILLS tells how often, REJOIN_SEED repeats a run.
class KillSuite final : public QObject
{
    Q_OBJECT

public:
    KillSuite(ContractEngine &engine, QString program);

private Q_SLOTS:
    void initTestCase();
    void wholeOrNotAtAll();

private:
    void makeBundle();
    void run(const QString &command, const QString &hash) const;
    /// Runs apply and kills it after so many milliseconds; how long it ran where it ended before.
    [[nodiscard]] qint64 applyUntil(qint64 milliseconds) const;
    [[nodiscard]] QString dump() const;

    ContractEngine &m_engine;
    QString m_program;
    QTemporaryDir m_folder;
    QString m_project;
    QString m_bundle;
    QString m_database; ///< of B, which the merge changes most
    QString m_merge;    ///< hashes
    QString m_undo;
};

} // namespace Rejoin::Testing
