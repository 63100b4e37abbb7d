#pragma once

#include "tests/contract/pairbench.h"

#include <QObject>

namespace Rejoin::Testing {

/// What two databases may hold that is hard to merge.
class PairSuite final : public QObject, private PairBench
{
    Q_OBJECT

public:
    explicit PairSuite(ContractEngine &engine)
        : PairBench(engine)
    {
    }

private Q_SLOTS:
    void initTestCase() { startEngine(); }
    void init() { beginCase(); }
    void everyTypeGoesThrough();
    void hostileTextsAreKeys();
    void unlikeCollationsPairRows();
    void generatorsGoOnAfterTheMerge();
    void cyclesGoThrough();
    void otherSchemasGoThrough();
    void rowsThatAConditionLeavesOutStay();
    void columnsThatATriggerFillsAreNotWritten();
    void viewsAndTemporaryTablesAreLeftOut();
};

} // namespace Rejoin::Testing
