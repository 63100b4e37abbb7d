#include "diffcore/dialect/mariadbscripttext.h"

#include "diffcore/dialect/guardmarks.h"
#include "diffcore/dialect/mariadbsequence.h"
#include "diffcore/dialect/mariadbvalues.h"
#include "diffcore/dialect/sqltext.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr int longestMessage = 450; // characters: the servers cut an error's text at 512 bytes

/// Statements that MariaDB carries out where the condition holds.
QStringList blockWhere(const QString &condition, const QStringList &statements)
{
    return {u"DELIMITER //"_s,
            u"BEGIN NOT ATOMIC\n  IF "_s + condition + u" THEN\n    "_s + statements.join(u";\n    "_s) +
                u";\n  END IF;\nEND//"_s,
            u"DELIMITER ;"_s};
}

Column columnOf(const GeneratorChange &change)
{
    const Column *column = change.table->column(change.column);
    return column ? *column : Column();
}

QString nextNumber(const GeneratorChange &change)
{
    return mariaDbNextNumber(*change.table, columnOf(change));
}

/// The condition is asked first, because the change needs more rights than the rows do. SETVAL does not lower.
QStringList setNextWhere(const QString &condition, qint64 next, const GeneratorChange &change,
                         const MariaDbDialect &dialect)
{
    const QString sequence = mariaDbSequence(columnOf(change));
    const QString number = QString::number(next);
    const QString statement =
        sequence.isEmpty() ? u"ALTER TABLE %1 AUTO_INCREMENT = %2"_s.arg(dialect.name(change.table->name), number)
        : change.restore   ? u"ALTER SEQUENCE %1 RESTART %2"_s.arg(sequence, number)
                           : u"DO SETVAL(%1, %2, 0)"_s.arg(sequence, number);
    if (!dialect.isMySql())
        return blockWhere(condition, {statement});
    return {u"SELECT if(%1,\n  %2, 'DO 0') INTO @rejoin_sql;"_s.arg(condition, mariaDbText(statement)),
            u"PREPARE rejoin_statement FROM @rejoin_sql;"_s, u"EXECUTE rejoin_statement;"_s,
            u"DEALLOCATE PREPARE rejoin_statement;"_s};
}

} // namespace

QString mariaDbNextNumber(const Table &table, const Column &column)
{
    const QString sequence = mariaDbSequence(column);
    return sequence.isEmpty()
               ? u"(SELECT auto_increment FROM information_schema.tables WHERE table_schema = database() "
                 "AND table_name = %1)"_s.arg(mariaDbText(table.name.name))
               : nextOfSequence(sequence);
}

QStringList stopWhere(const MariaDbDialect &dialect, const QString &condition, const QString &message)
{
    const QString cut = u"left(%1, %2)"_s.arg(message, QString::number(longestMessage));
    if (dialect.isMySql())
        return {u"SET SESSION default_storage_engine = if("_s + condition + u",\n  "_s + cut +
                u", @@session.default_storage_engine);"_s};
    return blockWhere(condition, {u"SET @rejoin_message = "_s + cut, u"ROLLBACK"_s,
                                  u"SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = @rejoin_message"_s});
}

QStringList refuseWhere(const MariaDbDialect &dialect, const QString &condition, const QString &what)
{
    return stopWhere(dialect, condition, mariaDbText(refusedMark + oneLine(what)));
}

QString orphanCount(const MariaDbDialect &dialect, const QList<const Table *> &tables)
{
    QStringList counts{u"0"_s};
    for (const Table *table : tables) {
        for (const ForeignKey &key : table->foreignKeys) {
            QStringList refers;
            QStringList found;
            for (qsizetype index = 0; index < key.columns.size(); ++index) {
                const QString column = u"rejoin_child."_s + dialect.name(key.columns[index]);
                refers += column + u" IS NOT NULL"_s;
                found += u"rejoin_parent."_s + dialect.name(key.parentColumns[index]) + u" = "_s + column;
            }
            counts += u"(SELECT count(*) FROM %1 AS rejoin_child WHERE %2\n    AND NOT EXISTS (SELECT 1 FROM %3 AS "
                      "rejoin_parent WHERE %4))"_s.arg(dialect.name(table->name), refers.join(u" AND "_s),
                                                       dialect.name(key.parent), found.join(u" AND "_s));
        }
    }
    return counts.join(u"\n  + "_s);
}

QStringList raiseGenerator(const GeneratorChange &change, const MariaDbDialect &dialect)
{
    const QString wanted = QString::number(change.lastGiven);
    return setNextWhere(nextNumber(change) + u" <= "_s + wanted, change.lastGiven + 1, change, dialect);
}

QStringList proveGenerator(const GeneratorChange &change, const MariaDbDialect &dialect)
{
    const QString highest =
        u"(SELECT coalesce(max(%1), 0) FROM %2)"_s.arg(dialect.name(change.column), dialect.name(change.table->name));
    return refuseWhere(
        dialect, u"%1\n    <= greatest(%2, %3)"_s.arg(nextNumber(change), highest, QString::number(change.lastGiven)),
        u"the generator of %1 is below its highest key"_s.arg(change.table->name.display()));
}

QStringList restoreGenerator(const GeneratorChange &change, const MariaDbDialect &dialect)
{
    return setNextWhere(nextNumber(change) + u" = "_s + QString::number(change.lastGiven + 1), *change.before + 1,
                        change, dialect);
}

} // namespace Rejoin
