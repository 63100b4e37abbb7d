#include "diffcore/dialect/postgresqlcatalogtext.h"
#include "diffcore/dialect/postgresqldialect.h"
#include "diffcore/dialect/sqltext.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr int stepsOneByOne = 1000; // numbers that are taken rather than skipped

} // namespace

/// What nextval gives is given to nobody else, whatever others do meanwhile; setval alone could go back, so it is used
/// only to come over a gap that nobody crosses in that moment. One statement, since each function is called once a row.
NumberStatements PostgreSqlDialect::takeNumbers(const NumberRequest &request) const
{
    const QString table = doubledQuotes(name(request.table->name), u'\'');
    const QString sequence =
        postgresSequence(u"a.attrelid"_s, u"a.attnum"_s); // a sequence that goes down gives no row at all
    return {
        .take =
            u"WITH target AS MATERIALIZED (SELECT s.sequence, q.seqincrement AS step\n"
            "    FROM (SELECT %1 AS sequence FROM pg_catalog.pg_attribute AS a\n"
            "      WHERE a.attrelid = to_regclass(%2) AND a.attname = %3) AS s\n"
            "    JOIN pg_catalog.pg_sequence AS q ON q.seqrelid = s.sequence WHERE q.seqincrement > 0),\n"
            "  probe AS MATERIALIZED (SELECT sequence, step, nextval(sequence) AS n FROM target),\n"
            "  jump AS MATERIALIZED (SELECT sequence, step, n, CASE WHEN n + %6 * step < %4\n"
            "    THEN setval(sequence, n + (%4 - n + step - 1) / step * step) ELSE n END AS last FROM probe),\n"
            "  taken AS MATERIALIZED (SELECT step, n FROM probe UNION ALL\n"
            "    SELECT step, nextval(sequence) FROM jump, generate_series(1, %5\n"
            "      - CASE WHEN n > %4 THEN 1 ELSE 0 END + greatest(0, (%4 - last + step - 1) / step)))\n"
            "SELECT min(n)::text, max(n)::text, step::text\n"
            "FROM (SELECT n, step, n - step * row_number() OVER (ORDER BY n) AS run FROM taken WHERE n > %4) AS runs\n"
            "GROUP BY run, step ORDER BY min(n)"_s.arg(sequence, table, doubledQuotes(request.column, u'\''),
                                                       QString::number(request.above), QString::number(request.count),
                                                       QString::number(stepsOneByOne))};
}

} // namespace Rejoin
