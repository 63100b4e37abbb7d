#include "diffcore/dialect/sqlserverscripttext.h"

#include "diffcore/dialect/guardmarks.h"
#include "diffcore/dialect/sqlserverliterals.h"
#include "diffcore/dialect/sqltext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

struct Reference
{
    QString table;
    QString name;
    QString path;    ///< of the constraint, as OBJECT_ID takes it
    QString orphans; ///< how many rows refer to none, a scalar query
    QString refusal;
};

QString orphanCount(const Dialect &dialect, const Table &child, const ForeignKey &key)
{
    QStringList refers;
    QStringList found;
    for (qsizetype index = 0; index < key.columns.size(); ++index) {
        const QString column = u"rejoin_child."_s + dialect.name(key.columns[index]);
        refers += column + u" IS NOT NULL"_s;
        found += u"rejoin_parent."_s + dialect.name(key.parentColumns.value(index)) + u" = "_s + column;
    }
    return u"(SELECT COUNT_BIG(*) FROM %1 AS rejoin_child WHERE %2\n    AND NOT EXISTS (SELECT 1 FROM %3 AS "
           "rejoin_parent WHERE %4))"_s.arg(dialect.name(child.name), refers.join(u" AND "_s), dialect.name(key.parent),
                                            found.join(u" AND "_s));
}

QList<Reference> referencesBetween(const Dialect &dialect, const QList<const Table *> &tables)
{
    QList<Reference> references;
    for (const Table *child : tables) {
        for (const ForeignKey &key : child->foreignKeys) {
            const bool isBetween =
                std::ranges::any_of(tables, [&](const Table *table) { return table->name == key.parent; });
            if (key.declared && isBetween)
                references +=
                    {.table = dialect.name(child->name),
                     .name = dialect.name(key.name),
                     .path = unicodeLiteral(dialect.name(TableName{child->name.schema, key.name})),
                     .orphans = orphanCount(dialect, *child, key),
                     .refusal = refusedMark + u"the script would leave rows of %1 that refer to none of %2"_s.arg(
                                                  child->name.display(), key.parent.display())};
        }
    }
    return references;
}

} // namespace

/// A key that is not trusted may have rows that refer to none; the server does not look for more of them.
QStringList suspendForeignKeys(const Dialect &dialect, const QList<const Table *> &tables)
{
    QStringList statements{
        u"CREATE TABLE #rejoin_keys (id int NOT NULL, is_not_trusted bit NOT NULL, orphans bigint NOT NULL);"_s};
    const QList<Reference> references = referencesBetween(dialect, tables);
    for (const Reference &reference : references)
        statements += u"INSERT INTO #rejoin_keys SELECT object_id, is_not_trusted, 0 FROM sys.foreign_keys\n"
                      "  WHERE object_id = OBJECT_ID(%1) AND is_disabled = 0;"_s.arg(reference.path);
    for (const Reference &reference : references)
        statements += {u"IF EXISTS (SELECT 1 FROM #rejoin_keys WHERE id = OBJECT_ID(%1) AND is_not_trusted = 1)\n"
                       "  UPDATE #rejoin_keys SET orphans = %2\n    WHERE id = OBJECT_ID(%1);"_s.arg(reference.path,
                                                                                                     reference.orphans),
                       u"ALTER TABLE %1 NOCHECK CONSTRAINT %2;"_s.arg(reference.table, reference.name)};
    return {guardedBatch(statements)};
}

QStringList resumeForeignKeys(const Dialect &dialect, const QList<const Table *> &tables)
{
    QStringList batches;
    for (const Reference &reference : referencesBetween(dialect, tables)) {
        const QString check =
            u"  ALTER TABLE %1 WITH "_s.arg(reference.table) + u"%1 CHECK CONSTRAINT "_s + reference.name + u';';
        const QString kept =
            u"IF EXISTS (SELECT 1 FROM #rejoin_keys WHERE id = OBJECT_ID(%1) AND is_not_trusted = %2)"_s;
        const QString known = u"(SELECT orphans FROM #rejoin_keys WHERE id = OBJECT_ID(%1))"_s.arg(reference.path);
        batches += countedBatch(
            {kept.arg(reference.path, u"0"_s), check.arg(u"CHECK"_s), kept.arg(reference.path, u"1"_s), u"BEGIN"_s,
             u"  IF %1\n    > %2"_s.arg(reference.orphans, known),
             u"    "_s + throwText(GuardError::Refused, reference.refusal), check.arg(u"NOCHECK"_s), u"END;"_s});
    }
    return batches + QStringList{countedBatch({u"DROP TABLE #rejoin_keys;"_s})};
}

QString batch(const QStringList &statements)
{
    return statements.join(u'\n') + u"\nGO"_s;
}

QString guardedBatch(const QStringList &statements)
{
    return batch(QStringList{u"IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL RETURN;"_s} +
                 statements);
}

QString countStep()
{
    return u"UPDATE #rejoin_steps SET done = done + 1;"_s;
}

QString countedBatch(const QStringList &statements)
{
    return guardedBatch(statements + QStringList{countStep()});
}

qsizetype countedSteps(const QStringList &batches)
{
    return std::ranges::count_if(batches, [](const QString &statements) {
        return statements.endsWith("\nGO"_L1) && statements.contains(countStep());
    });
}

QString throwText(GuardError error, const QString &message)
{
    const QString literal = unicodeLiteral(oneLine(message).replace(u'%', u"%%"_s));
    if (isConstant(literal))
        return u"THROW %1, %2, 1;"_s.arg(QString::number(static_cast<int>(error)), literal);
    return u"BEGIN\n  DECLARE @rejoin_says nvarchar(2048) = %1;\n  %2\n  END;"_s.arg(literal, throwVariable(error));
}

QString throwVariable(GuardError error)
{
    return u"THROW %1, @rejoin_says, 1;"_s.arg(static_cast<int>(error));
}

QString sayings(const QString &message)
{
    return u"DECLARE @rejoin_says nvarchar(2048) = %1;"_s.arg(asThrown(message));
}

QString asThrown(const QString &message)
{
    return u"REPLACE("_s + message + u", N'%', N'%%')"_s;
}

QString note(const QString &row)
{
    return u"INSERT INTO #rejoin_unlike (row_name) VALUES (%1);"_s.arg(unicodeLiteral(oneLine(row)));
}

} // namespace Rejoin
