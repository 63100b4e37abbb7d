#include "diffcore/dialect/sqlserverscripttext.h"

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
    QString path; ///< of the constraint, as OBJECT_ID takes it
};

QList<Reference> referencesBetween(const Dialect &dialect, const QList<const Table *> &tables)
{
    QList<Reference> references;
    for (const Table *child : tables) {
        for (const ForeignKey &key : child->foreignKeys) {
            const bool isBetween =
                std::ranges::any_of(tables, [&](const Table *table) { return table->name == key.parent; });
            if (key.declared && isBetween)
                references += {dialect.name(child->name), dialect.name(key.name),
                               unicodeLiteral(dialect.name(TableName{child->name.schema, key.name}))};
        }
    }
    return references;
}

} // namespace

QStringList suspendForeignKeys(const Dialect &dialect, const QList<const Table *> &tables)
{
    QStringList statements{u"CREATE TABLE #rejoin_keys (id int NOT NULL, is_not_trusted bit NOT NULL);"_s};
    for (const Reference &reference : referencesBetween(dialect, tables))
        statements += {u"INSERT INTO #rejoin_keys SELECT object_id, is_not_trusted FROM sys.foreign_keys\n"
                       "  WHERE object_id = OBJECT_ID(%1) AND is_disabled = 0;"_s.arg(reference.path),
                       u"ALTER TABLE %1 NOCHECK CONSTRAINT %2;"_s.arg(reference.table, reference.name)};
    return {guardedBatch(statements)};
}

QStringList resumeForeignKeys(const Dialect &dialect, const QList<const Table *> &tables)
{
    QStringList statements;
    for (const Reference &reference : referencesBetween(dialect, tables)) {
        const QString check =
            u"  ALTER TABLE %1 WITH "_s.arg(reference.table) + u"%1 CHECK CONSTRAINT "_s + reference.name + u';';
        const QString kept =
            u"IF EXISTS (SELECT 1 FROM #rejoin_keys WHERE id = OBJECT_ID(%1) AND is_not_trusted = %2)"_s;
        statements += {kept.arg(reference.path, u"0"_s), check.arg(u"CHECK"_s), kept.arg(reference.path, u"1"_s),
                       check.arg(u"NOCHECK"_s)};
    }
    return {countedBatch(statements + QStringList{u"DROP TABLE #rejoin_keys;"_s})};
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
