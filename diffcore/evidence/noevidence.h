#pragma once

#include "diffcore/evidence/evidence.h"

namespace Rejoin {

/// Rows differ, and nothing tells who changed what: every difference needs a decision.
class NoEvidence final : public Evidence
{
public:
    explicit NoEvidence(QString reason);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString limits() const override;
    [[nodiscard]] Result<QList<Knowledge>> ask(const QList<RowKey> &keys,
                                               const QList<PerSide<std::optional<Row>>> &rows) override;

private:
    QString m_reason;
};

} // namespace Rejoin
