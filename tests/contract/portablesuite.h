#pragma once

#include "tests/contract/pairbench.h"

#include <QObject>

namespace Rejoin::Testing {

/// A signed-off bundle goes to another machine, that is, to where neither the project nor the session is: it is run
/// there by Rejoin, and by the engine's own client alone.
class PortableSuite final : public QObject, private PairBench
{
    Q_OBJECT

public:
    explicit PortableSuite(ContractEngine &engine)
        : PairBench(engine)
    {
    }

private Q_SLOTS:
    void initTestCase() { startEngine(); }
    void init() { beginCase(); }
    void theBundleAloneIsEnough_data();
    void theBundleAloneIsEnough();
    void whatIsNotSignedOffIsRefused();
    void oneByteChangedIsRefused();

private:
    /// Two orders under one number, each with a line, in a project that wants a review; the bundle.
    void makeShop();
    void sign();
    /// Copies the bundle to another place and takes project, session and the first copy away.
    void sendAway();
    /// By Rejoin or the engine's client; true where it came through.
    [[nodiscard]] bool carryOut(Side side, const QString &script) const;
    [[nodiscard]] QString elsewhere() const
    {
        return m_folder.filePath(QStringLiteral("another place/change %1").arg(m_case));
    }

    bool m_byClient = false;
};

} // namespace Rejoin::Testing
