#include "diffcore/dialect/insertsql.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

QString insertText(const Dialect &dialect, const TableName &table, const QList<Column> &columns,
                   const QList<Value> &values)
{
    QStringList names;
    QStringList literals;
    for (qsizetype at = 0; at < columns.size() && at < values.size(); ++at) {
        if (values[at].isAbsent())
            continue;
        names.append(dialect.name(columns[at].name));
        literals.append(dialect.literal(values[at], columns[at]));
    }
    return u"INSERT INTO %1 (%2) VALUES (%3);"_s.arg(dialect.name(table), names.join(u", "_s), literals.join(u", "_s));
}

} // namespace Rejoin
