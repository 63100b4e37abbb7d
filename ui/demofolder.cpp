#include "ui/demofolder.h"

#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Rejoin {

QString demoFolder()
{
    // below a folder for the organization and one for the program, which bear one name
    const QString earlier = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/demo"_s;
    if (QFileInfo::exists(earlier + u"/shop.rejoin"_s))
        return earlier;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/rejoin/demo"_s;
}

} // namespace Rejoin
