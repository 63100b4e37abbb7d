#pragma once

#include "tests/contract/pairbench.h"

#include <QObject>

namespace Rejoin::Testing {

/// The upgrade ran on one server or on both: each kind of change of a schema since the split, with orders going on
/// meanwhile, from the comparison through both merges to verify and back.
class DriftSuite final : public QObject, private PairBench
{
    Q_OBJECT

public:
    /// What the common state is known by.
    enum class By : quint8 { Baseline, Checkpoint };

    explicit DriftSuite(ContractEngine &engine, By by = By::Baseline)
        : PairBench(engine)
        , m_by(by)
    {
    }

private Q_SLOTS:
    void initTestCase() { startEngine(); }
    void init() { beginCase(); }
    void addedOnOneSide();
    void addedOnBothAndFilledAlike();
    void addedOnBothAndFilledOnOne();
    void oneDecisionKeepsABackfillOff();
    void addedOnBothAndFilledUnlike();
    void droppedOnOneSide();
    void deletedHereChangedThereInAnAddedColumn();
    void aRenameIsProposed();
    void renamed();
    void retyped();
    void retypedSoThatValuesDoNotFit();
    void coarserTimesAreTheSame();
    void madeNotNull();
    void tableAddedOnOneSide();
    void tableAddedOnBoth();
    void keyWidenedOnOneSide();
    void aKeyThatTheOtherSideCannotHoldIsFound();
    void keyWidenedOnBoth();
    void equalByRule();

private:
    /// orders of each version's columns, with the rows of the split: what comes after "INSERT INTO orders".
    void split(const PerVersion<QString> &columns, const QStringList &rows);
    /// The same with the rows of Ann, Bob, Cyd and Dan, who left nothing else.
    void split(const PerVersion<QString> &columns);
    void prices(const PerVersion<QString> &keys);

    /// What a command printed, without the schema before the names of tables.
    [[nodiscard]] QString said(int exit, const QStringList &arguments) const;
    void makeProjectOf(const QStringList &options);
    /// What compare printed.
    QString compare(const QStringList &options, int exit);
    void decide(const QStringList &arguments, int exit);
    /// What verify printed after both were merged, undone and merged again.
    QString mergeBothWays();
    [[nodiscard]] QStringList outcomes(const QString &table) const;

    By m_by;
};

} // namespace Rejoin::Testing
