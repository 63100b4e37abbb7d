#include "models/evidencemodel.h"
#include "tests/support/divergence.h"
#include "tests/support/printing.h"

#include <QAbstractItemModelTester>

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

/// What a person sees and chooses on the Scope page.
class TestEvidenceModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosingAndGoingBack();
};

void TestEvidenceModel::choosingAndGoingBack()
{
    Divergence divergence(u"CREATE TABLE orders (order_id INTEGER PRIMARY KEY, updated_at TEXT);"
                          "CREATE TABLE tags (tag TEXT PRIMARY KEY)"_s,
                          u"INSERT INTO orders VALUES (1, '2026-11-22 10:00:00')"_s, {});
    divergence.forgetBaseline();
    divergence.project().since = QDateTime::fromString(u"2026-11-22T10:00:00Z"_s, Qt::ISODate);
    divergence.project().evidence = {EvidenceChoice::parse(u"*=none"_s).value()};
    const auto survey = surveyEvidence(divergence.project(), nullptr, {}, {});
    VERIFY_OK(survey);
    EvidenceModel model;
    QAbstractItemModelTester tester(&model);
    model.show(*survey, divergence.project().evidence);
    QCOMPARE(model.rowCount(), 2);
    const auto cell = [&](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(cell(0, EvidenceModel::TableColumn), u"orders"_s);
    QCOMPARE(cell(0, EvidenceModel::EvidenceColumn), u"none"_s);
    QVERIFY(model.setData(model.index(0, EvidenceModel::EvidenceColumn), u"timestamp:updated_at"_s, Qt::EditRole));
    QCOMPARE(cell(0, EvidenceModel::EvidenceColumn), u"timestamp column updated_at"_s);
    QVERIFY(cell(0, EvidenceModel::LimitsColumn).contains(u"not who deleted"_s));
    QCOMPARE(cell(1, EvidenceModel::EvidenceColumn), u"none"_s);
    QCOMPARE(model.choices().size(), 2);
    QVERIFY(!model.setData(model.index(0, EvidenceModel::EvidenceColumn), u"guess"_s, Qt::EditRole));
    QVERIFY(!model.setData(model.index(0, EvidenceModel::TableColumn), u"x"_s, Qt::EditRole));
    QVERIFY(model.setData(model.index(0, EvidenceModel::EvidenceColumn), QString(), Qt::EditRole));
    QCOMPARE(model.choices().size(), 1);
    QCOMPARE(cell(0, EvidenceModel::EvidenceColumn), u"none"_s);
}

QTEST_GUILESS_MAIN(TestEvidenceModel)
#include "tst_evidencemodel.moc"
