#pragma once

#include "tests/contract/workbench.h"

#include <QObject>

namespace Rejoin::Testing {

/// What every engine must do, one list of cases for all: QTest::qExec() runs it for one engine. At the end it prints
/// what the engine does not have. The slots stand in the file of their chapter.
class ContractSuite final : public QObject
{
    Q_OBJECT

public:
    explicit ContractSuite(ContractEngine &engine);

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    // contracttypes.cpp
    void everyKindIsTriedOrLacking();
    void valuesComeBack_data();
    void valuesComeBack();
    void listsTellValuesApart_data();
    void listsTellValuesApart();
    void nullIsNotEmpty();
    void longTextComesBack();
    void longBinaryComesBack();
    void hostileNames_data();
    void hostileNames();

    // contractcatalog.cpp
    void exampleConnects();
    void catalogTellsTheShape();
    void catalogTellsKeys();
    void catalogLeavesOutOtherThings();
    void catalogTellsTriggers();
    void identityNamesTheDatabase();
    void clockIsUtc();
    void readOnlyRefusesWrites();

    // contractreading.cpp
    void pagesFollowEachOther();
    void conditionsNarrowReads();
    void numbersSortByValue();
    void textKeysSortByBytes();
    void matchingRows();
    void equalRowsAreCounted();
    void readsAreOfOneMoment();
    void generatorTellsItsCount();

    // contractscripts.cpp
    void appliedOnceThenUndone_data() { ways(); }
    void appliedOnceThenUndone();
    void movedRowsAreNamed_data() { ways(); }
    void movedRowsAreNamed();
    void manyMovedRowsAreNamed_data() { ways(); }
    void manyMovedRowsAreNamed();
    void rowsThatReferToEachOtherGetThrough_data() { ways(); }
    void rowsThatReferToEachOtherGetThrough();
    void takenKeysAreRefused_data() { ways(); }
    void takenKeysAreRefused();
    void otherDatabasesAreRefused_data() { ways(); }
    void otherDatabasesAreRefused();
    void changedShapesAreRefused_data() { ways(); }
    void changedShapesAreRefused();
    void triggersAreNoticed_data() { ways(); }
    void triggersAreNoticed();
    void rowsThatWouldGoAlongAreKept_data() { ways(); }
    void rowsThatWouldGoAlongAreKept();
    void copiesAreCounted_data() { ways(); }
    void copiesAreCounted();
    void computedColumnsFollow_data() { ways(); }
    void computedColumnsFollow();
    void generatorsAreRaisedAndRestored_data() { ways(); }
    void generatorsAreRaisedAndRestored();
    void checksTellUnlikeRows_data() { ways(); }
    void checksTellUnlikeRows();
    void readersMayNotApply();
    void writersLoseNothing();

    // contractnumbers.cpp
    void numbersAreTaken_data();
    void numbersAreTaken();
    void numbersAreTakenBesideOthers();

    // contractrights.cpp
    void missingRightsAreTold();
    void scriptsNameTheRightsTheyLack();

private:
    /// Both ways in which a script comes to run, and both in which it guards its rows.
    static void ways();
    /// Prints why, where the engine does not have it; the case does without.
    [[nodiscard]] bool lacks(const QString &ability) const;
    /// Skips the whole case with the reason.
    [[nodiscard]] bool skips(const QString &ability) const;
    /// The table `orders` with rows 1001, 1002 and 1003.
    [[nodiscard]] Table makeOrders();
    [[nodiscard]] Table makeGrantedOrders();
    /// Opened for a user who has these rights and no others; null, and the test skipped, where the suite makes none.
    [[nodiscard]] std::unique_ptr<Connection> userWith(const QStringList &grants);

    ContractEngine &m_engine;
    Workbench m_bench;
    Guarding m_guarding = Guarding::EachRow;
    bool m_ran = false;
};

} // namespace Rejoin::Testing
