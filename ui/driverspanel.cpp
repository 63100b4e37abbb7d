#include "ui/driverspanel.h"

#include "diffcore/odbc/connection.h"
#include "diffcore/odbc/enginedrivers.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

DriversPanel::DriversPanel(QWidget *parent)
    : QLabel(parent)
{
    QStringList rows;
    for (const EngineDrivers &engine : engineDrivers(installedDrivers())) {
        const bool missing = engine.installed.isEmpty();
        const QString drivers =
            missing ? tr("no driver: %1").arg(engine.howToInstall()) : engine.installed.join(", "_L1);
        rows += u"<tr><td>%1 %2&nbsp;&nbsp;</td><td>%3<br>%4</td></tr>"_s.arg(
            missing ? u"✗"_s : u"✓"_s, engineName(engine.engine).toHtmlEscaped(), drivers.toHtmlEscaped(),
            engine.example.toHtmlEscaped());
    }
    const QStringList sources = installedDataSources();
    const QString dataSources = sources.isEmpty() ? tr("none is set up") : sources.join(", "_L1);
    rows += u"<tr><td>%1</td><td>%2</td></tr>"_s.arg(tr("Data sources"), dataSources.toHtmlEscaped());
    setTextFormat(Qt::RichText);
    setText(u"<p>%1</p><table>%2</table>"_s.arg(
        tr("ODBC drivers of this machine, and how to write a connection string:"), rows.join(QString())));
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("ODBC drivers of this machine"));
}

} // namespace Rejoin
