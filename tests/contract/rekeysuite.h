#pragma once

#include "tests/contract/pairbench.h"

#include <QObject>

namespace Rejoin::Testing {

/// What becomes of keys and of rows that belong together: references that nobody declared, natural numbers given out
/// twice, an order with its lines, the choices of each constraint conflict. Each through both merges to verify and
/// back.
class RekeySuite final : public QObject, private PairBench
{
    Q_OBJECT

public:
    explicit RekeySuite(ContractEngine &engine)
        : PairBench(engine)
    {
    }

private Q_SLOTS:
    void initTestCase() { startEngine(); }
    void init() { beginCase(); }
    void undeclaredReferencesFollowOnceConfirmed();
    void numbersWithinTextsAreTold();
    void naturalNumbersGoOnBehindTheHighest();
    void naturalKeysAreKeptBoth();
    void anOrderIsDecidedWithItsLines();
    void constraintChoices_data();
    void constraintChoices();
    void valueChoices_data();
    void valueChoices();
    void oneOfTwoRowsUnderAKeyIsJoined();

private:
    void makeShop();
    void makeConflicts();
    void writeRules(const QByteArray &rules) const;
    [[nodiscard]] QString rulesFile() const { return m_folder.filePath(QStringLiteral("rules.json")); }
    void decide(int exit, const QStringList &arguments);
    void scriptAndMerge();
};

} // namespace Rejoin::Testing
