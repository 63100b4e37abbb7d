#pragma once

#include "diffcore/compare/servers.h"
#include "diffcore/compare/wholeread.h"
#include "tests/contract/pairbench.h"

#include <QObject>

namespace Rejoin::Testing {

/// The same tables on two servers, and that the servers' sums, and their joins, propose what reading every row does.
class ScanSuite final : public QObject, private PairBench
{
    Q_OBJECT

public:
    explicit ScanSuite(ContractEngine &engine)
        : PairBench(engine)
    {
    }

private Q_SLOTS:
    void initTestCase();
    void init() { beginCase(); }
    void everyTypeIsTold();
    void textKeysOfUnlikeCollations();
    void compositeKeys();
    void unevenNumbers();
    void whatSumsCouldMistake();
    void rowsThatAConditionHides();
    void rowsAboveTheSplit();
    void equalByARule();
    void fewOfManyAreRead();
    void cancelledAtOnce();
    void severalTablesAtATime();

private:
    /// Numbers from 1 on as SQL of the engine: "SELECT n FROM …", up to 100,000.
    [[nodiscard]] static QString numbers(int most);
    /// The databases of A and B as they are now, and the first of their tables.
    struct Pair;
    [[nodiscard]] std::unique_ptr<Pair> open(const AlignmentOptions &options = {});
    /// Fails the test where a table that is summed up piece by piece has other sums than at once.
    static void piecesAddUp(Pair &pair);
    /// Fails the test where sums or joins propose other keys than `expected`, by the first column of the key.
    void allMeansPropose(Pair &pair, const QStringList &expected, std::optional<qint64> newAbove = std::nullopt);
};

} // namespace Rejoin::Testing
