#include "diffcore/dialect/mariadbscripttext.h"
#include "diffcore/dialect/mariadbsequence.h"
#include "diffcore/dialect/mariadbvalues.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// Each number that NEXTVAL gives is given to nobody else; SETVAL does not lower. The limit keeps the server from
/// asking more than once a row (it would merge the inner query into the outer one).
NumberStatements ofSequence(const QString &sequence, const NumberRequest &request)
{
    return {.begin = {u"DO SETVAL(%1, %2, 1)"_s.arg(sequence, QString::number(request.above))},
            .take = u"SELECT CAST(min(n) AS CHAR), CAST(max(n) AS CHAR), 1 FROM\n"
                    "  (SELECT n, n - row_number() OVER (ORDER BY n) AS run FROM\n"
                    "    (SELECT NEXTVAL(%1) AS n FROM seq_1_to_%2 LIMIT %2) AS taken) AS runs\n"
                    "GROUP BY run ORDER BY min(n)"_s.arg(sequence, QString::number(request.count))};
}

} // namespace

/// AUTO_INCREMENT: the table is locked, since what the server counts can be told and set, but not both at once. ALTER
/// TABLE waits for the children's rows as well (MariaDB 10.6 and later): somebody who has deleted some of them and now
/// waits for this table's lock would wait for ever, as neither kind of lock sees the other. So both wait for a moment
/// only, and it is tried again.
NumberStatements MariaDbDialect::takeNumbers(const NumberRequest &request) const
{
    const Column *column = request.table->column(request.column);
    const QString sequence = column ? mariaDbSequence(*column) : QString();
    if (!sequence.isEmpty())
        return ofSequence(sequence, request);
    const QString table = name(request.table->name);
    const QString next = column ? mariaDbNextNumber(*request.table, *column) : u"NULL"_s;
    QStringList begin{
        u"SET SESSION lock_wait_timeout = 3"_s, u"SET SESSION innodb_lock_wait_timeout = 1"_s,
        u"LOCK TABLES %1 WRITE"_s.arg(table),
        u"SET @rejoin_first = CAST(greatest(coalesce(%1, 1), %2) AS UNSIGNED)"_s.arg(
            next, QString::number(request.above + 1)),
        u"SET @rejoin_sql = concat(%1, CAST(@rejoin_first + %2 AS CHAR))"_s.arg(
            mariaDbText(u"ALTER TABLE %1 AUTO_INCREMENT = "_s.arg(table)), QString::number(request.count))};
    begin += isMySql() ? QStringList{u"PREPARE rejoin_statement FROM @rejoin_sql"_s, u"EXECUTE rejoin_statement"_s,
                                     u"DEALLOCATE PREPARE rejoin_statement"_s}
                       : QStringList{u"BEGIN NOT ATOMIC EXECUTE IMMEDIATE @rejoin_sql; END"_s};
    return {.begin = begin,
            .take = u"SELECT CAST(@rejoin_first AS CHAR), CAST(@rejoin_first + %1 AS CHAR), 1"_s.arg(
                QString::number(request.count - 1)),
            .end = {u"UNLOCK TABLES"_s},
            .giveUp = {u"UNLOCK TABLES"_s}};
}

} // namespace Rejoin
