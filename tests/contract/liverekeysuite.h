#pragma once

#include "tests/contract/pairbench.h"

#include <QObject>

namespace Rejoin::Testing {

class OrderWriter;

/// Order numbers given out twice, with lines, payments, orders that refer to orders and shipments that refer to them
/// without a foreign key, while an application goes on inserting and changing orders on A: numbers reserved, scripts
/// written and applied to both, verified and undone, and every row of the application accounted for.
///
/// REJOIN_TEST_REKEY_ORDERS is the number of orders before the split (400); one in twenty is the number of collisions.
class LiveRekeySuite final : public QObject, private PairBench
{
    Q_OBJECT

public:
    explicit LiveRekeySuite(ContractEngine &engine)
        : PairBench(engine)
    {
    }

private Q_SLOTS:
    void initTestCase() { startEngine(); }
    void init() { beginCase(); }
    void everyOrderIsKeptBoth();

private:
    void makeShop();
    void addOrders(Version version, const QString &whose);
    void insert(Version version, const QString &table, const QStringList &rows);
    /// The exit of `apply` on A, after comparing anew.
    [[nodiscard]] int mergeIntoA();
    void runScript(const char *what, const QString &command, const QString &hash) const;
    void expectAccount(const OrderWriter &writer) const;
    void expectFamilies() const;
    void verifyBesides(const OrderWriter &writer) const;

    int m_orders = 0;
    int m_collisions = 0;
    QString m_said; ///< by the last apply
};

} // namespace Rejoin::Testing
