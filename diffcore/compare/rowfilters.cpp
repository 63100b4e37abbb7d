#include "diffcore/compare/rowfilters.h"

#include "diffcore/dialect/conditioncheck.h"
#include "diffcore/dialect/dialect.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

Result<void> proveSigns(const Connection &server, const TableName &table, const QMap<QString, QString> &filters)
{
    for (const auto &[glob, condition] : filters.asKeyValueRange()) {
        const QString whyNot = matchesGlob(glob, table) ? whyNoCondition(condition, server.server().engine) : QString();
        if (!whyNot.isEmpty())
            return fail({.code = ErrorCode::Usage,
                         .message = u"the condition \"%1\" cannot be used: %2"_s.arg(condition, whyNot),
                         .advice = u"Correct it under \"where\" in the project"_s,
                         .server = server.label(),
                         .table = table.display()});
    }
    return {};
}

Result<void> proveFilter(Connection &server, const Table &table, const QString &condition)
{
    const auto proved = server.query(server.dialect().proveCondition(table, condition));
    if (proved || proved.error().code == ErrorCode::RightsMissing) // which are asked for, and told, table by table
        return {};
    if (proved.error().code == ErrorCode::CannotConnect)
        return fail(proved.error());
    return fail({.code = ErrorCode::Usage,
                 .message = u"the server does not take the condition \"%1\""_s.arg(condition),
                 .advice = u"Correct it under \"where\" in the project; columns are named as on that server, and "
                           "without the table's name"_s,
                 .server = server.label(),
                 .table = table.name.display(),
                 .driverText = proved.error().driverText});
}

} // namespace

Result<void> proveFilters(Servers &servers, const Alignment &alignment, const PerSide<QMap<QString, QString>> &filters)
{
    for (const AlignedTable &table : alignment.tables) {
        for (const Side side : bothSides) {
            if (!table.whyNotCompared.isEmpty() || table.filters[side].isEmpty())
                continue;
            REJOIN_TRY(proveSigns(servers[side], table.name, filters[side]));
            REJOIN_TRY(proveFilter(servers[side], *table.in[side], table.filters[side]));
        }
    }
    return {};
}

} // namespace Rejoin
