#pragma once

#include "tests/contract/contractengine.h"

#include <QObject>
#include <QTemporaryDir>

namespace Rejoin::Testing {

class OrderWriter;

/// A merge on a server that is in use: while Rejoin compares, writes, applies and undoes, an application inserts and
/// updates orders on A. Every row that it wrote is accounted for.
class LiveSuite final : public QObject
{
    Q_OBJECT

public:
    explicit LiveSuite(ContractEngine &engine);

private Q_SLOTS:
    void initTestCase();
    void nothingOfTheApplicationIsLost();

private:
    void makeShop(const QString &database, const QStringList &changes);
    /// Compares anew, writes the script of A and runs it; the exit of `apply`, whose hash to undo is kept.
    [[nodiscard]] int mergeOnce();
    /// A holds what the application wrote, each row once and as it was last written; `merged`: and what B had.
    void expectAccount(OrderWriter &writer, bool merged) const;

    ContractEngine &m_engine;
    QTemporaryDir m_folder;
    QString m_project;
    QString m_bundle;
    QString m_undo; ///< hash
    QString m_said; ///< by the last apply
};

} // namespace Rejoin::Testing
