#include "diffcore/schema/rights.h"

#include "diffcore/dialect/dialect.h"
#include "diffcore/odbc/connection.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

QString MissingRight::toText() const
{
    return right.contains(" on "_L1) ? right : right + u" on "_s + table.display();
}

Result<QList<MissingRight>> missingRights(Connection &connection, const QList<const Table *> &tables)
{
    const QString query = tables.isEmpty() ? QString() : connection.dialect().selectMissingRights(tables);
    if (query.isEmpty())
        return QList<MissingRight>();
    REJOIN_TRY_VALUE(rows, connection.query(query));
    QList<MissingRight> rights;
    for (const auto &row : rows) {
        const auto cell = [&row](qsizetype column) { return QString::fromUtf8(row[column].value_or(QByteArray())); };
        rights += {tables.at(cell(0).toInt())->name, cell(1),
                   cell(2) == "reading"_L1 ? MissingRight::For::Reading : MissingRight::For::Writing};
    }
    return rights;
}

QString rightsText(const QList<MissingRight> &rights)
{
    QStringList texts;
    for (const MissingRight &right : rights)
        texts += right.toText();
    texts.removeDuplicates();
    return texts.join(", "_L1);
}

} // namespace Rejoin
