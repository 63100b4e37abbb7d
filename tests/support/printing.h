#pragma once

#include "diffcore/base/error.h"
#include "diffcore/value/value.h"

#include <QTest>

// Domain values in QCOMPARE's messages.
namespace QTest {

template <> inline char *toString(const Rejoin::Value &value)
{
    return QTest::toString(value.isAbsent() ? QStringLiteral("absent")
                           : value.isNull() ? QStringLiteral("NULL")
                                            : value.toText());
}

} // namespace QTest

/// Fails the test with the error's text where a Result holds no value. Evaluates its argument once.
#define VERIFY_OK(result)                                                                                              \
    do {                                                                                                               \
        const auto &verifiedResult = (result);                                                                         \
        QVERIFY2(verifiedResult.has_value(),                                                                           \
                 verifiedResult ? "" : qPrintable(Rejoin::describe(verifiedResult.error())));                          \
    } while (false)
