#include "diffcore/dialect/sqlitedialect.h"
#include "diffcore/dialect/sqliterows.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

/// One writer at a time: what is read within the transaction holds until its end.
NumberStatements SqliteDialect::takeNumbers(const NumberRequest &request) const
{
    const QString table = quoted(*this, request.table->name.name);
    const QString highest =
        u"coalesce((SELECT max(%1) FROM main.%2), 0)"_s.arg(name(request.column), name(request.table->name.name));
    const QString count = QString::number(request.count);
    return {.begin = {u"BEGIN IMMEDIATE"_s,
                      u"INSERT INTO main.sqlite_sequence (name, seq) SELECT %1, 0\n"
                      "WHERE NOT EXISTS (SELECT 1 FROM main.sqlite_sequence WHERE name = %1)"_s.arg(table),
                      u"UPDATE main.sqlite_sequence SET seq = max(seq, %2, %3) + %4 WHERE name = %1"_s.arg(
                          table, QString::number(request.above), highest, count)},
            .take = u"SELECT seq - %2 + 1, seq, 1 FROM main.sqlite_sequence WHERE name = %1"_s.arg(table, count),
            .end = {u"COMMIT"_s},
            .giveUp = {u"ROLLBACK"_s}};
}

} // namespace Rejoin
