#pragma once

#include "diffcore/base/result.h"

#include <QByteArray>

namespace Rejoin {

/// The report, as htmlReport() makes it, on pages of A4 that carry its title, their number and how many there are. Rows
/// of tables are not cut, unless one is higher than a page; the head of a table stands on each of its pages. Needs a
/// QGuiApplication, on any platform. Fails with CannotWrite.
[[nodiscard]] Result<void> writeReportPdf(const QByteArray &html, const QString &path);

} // namespace Rejoin
