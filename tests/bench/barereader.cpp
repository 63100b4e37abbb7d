#include "tests/bench/barereader.h"

#include "diffcore/odbc/connection.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Rejoin::Bench {

namespace {

Result<qint64> countRows(const QString &where, const QString &query)
{
    REJOIN_TRY_VALUE(parsed, ConnectionString::parse(where));
    REJOIN_TRY_VALUE(connection, Connection::open(parsed, {.label = u"bench"_s}));
    REJOIN_TRY_VALUE(reader, connection->read(query, {}));
    qint64 rows = 0;
    for (;;) {
        REJOIN_TRY_VALUE(more, reader->next());
        if (!more)
            return rows;
        rows += reader->rowCount();
    }
}

} // namespace

std::optional<int> readBare(const QStringList &arguments)
{
    if (arguments.value(1) != "--read"_L1)
        return std::nullopt;
    const Result<qint64> rows = countRows(arguments.value(2), arguments.value(3));
    if (!rows) {
        std::fprintf(stderr, "%s\n", qPrintable(describe(rows.error())));
        return 1;
    }
    std::printf("%lld\n", static_cast<long long>(*rows));
    return 0;
}

} // namespace Rejoin::Bench
