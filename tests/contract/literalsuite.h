#pragma once

#include "tests/contract/workbench.h"

#include <QObject>

namespace Rejoin::Testing {

/// Values at random, written by the engine's dialect, read by the engine, and read back: QTest::qExec() runs it for one
/// engine.
class LiteralSuite final : public QObject
{
    Q_OBJECT

public:
    explicit LiteralSuite(ContractEngine &engine);

private Q_SLOTS:
    void initTestCase();
    void randomValuesComeBack_data();
    void randomValuesComeBack();

private:
    [[nodiscard]] QList<Row> respelled(const Table &table, const QList<Row> &rows);

    ContractEngine &m_engine;
    Workbench m_bench;
    quint32 m_seed = 0;
    int m_values = 0;
};

} // namespace Rejoin::Testing
