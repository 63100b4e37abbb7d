#pragma once

#include "diffcore/base/result.h"

#include <QByteArray>

namespace Rejoin {

/// The report, as htmlReport() makes it, on pages of A4 that carry its title and their number. Needs a QGuiApplication,
/// on any platform. Fails with CannotWrite.
[[nodiscard]] Result<void> writeReportPdf(const QByteArray &html, const QString &path);

} // namespace Rejoin
