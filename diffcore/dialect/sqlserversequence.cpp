#include "diffcore/dialect/sqlserversequence.h"

#include "diffcore/dialect/guardmarks.h"
#include "diffcore/dialect/sqlserverliterals.h"
#include "diffcore/dialect/sqlserverscripttext.h"
#include "diffcore/dialect/sqltext.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

QString generatorSequence(const Column &column)
{
    static const QRegularExpression next(u"NEXT VALUE FOR ((?:\\[(?:[^\\]]|\\]\\])*\\]\\.?)+)"_s);
    return next.match(column.defaultExpression).captured(1);
}

namespace {

/// The query's parts: the last number given, the step, and the view they stand in.
struct Generator
{
    QString last;
    QString least; ///< the same, or one step less where the server does not tell whether the first one was given
    QString step;
    QString from;
};

/// Before the first number an identity has no last value, but a sequence gives its first one for it, the one with which
/// it was restarted, too. Since 2017 last_used_value tells whether that was given; what sp_sequence_get_range took
/// stands in current_value alone (documentation, "sys.sequences").
Generator generatorOf(const Dialect &dialect, const Table &table, const Column &column, const QVersionNumber &version)
{
    const QString sequence = generatorSequence(column);
    if (sequence.isEmpty()) {
        const QString last =
            u"COALESCE(CONVERT(bigint, last_value), CONVERT(bigint, seed_value) - CONVERT(bigint, increment_value))"_s;
        return {last, last, u"CONVERT(bigint, increment_value)"_s,
                u"sys.identity_columns WHERE object_id = OBJECT_ID(%1) AND name = %2"_s.arg(
                    unicodeLiteral(dialect.name(table.name)), unicodeLiteral(column.name))};
    }
    const bool tells = version.majorVersion() >= 14; // SQL Server 2017
    const QString current = u"CONVERT(bigint, current_value)"_s;
    const QString isNotGiven =
        tells ? u"\n    AND (last_used_value IS NULL OR CONVERT(bigint, last_used_value) <> "_s + current + u')'
              : QString();
    const QString least = u"CASE WHEN %1 = CONVERT(bigint, start_value)%2\n"
                          "  THEN %1 - CONVERT(bigint, increment) ELSE %1 END"_s.arg(current, isNotGiven);
    return {tells ? least : current, least, u"CONVERT(bigint, increment)"_s,
            u"sys.sequences WHERE object_id = OBJECT_ID(%1)"_s.arg(unicodeLiteral(sequence))};
}

/// `last`: one of the generator's two.
QStringList lookAt(const Generator &generator, const QString &last)
{
    return {u"DECLARE @rejoin_last bigint, @rejoin_step bigint, @rejoin_new bigint;"_s,
            u"SELECT @rejoin_last = %1,\n  @rejoin_step = %2\n  FROM %3;"_s.arg(last, generator.step, generator.from)};
}

/// The first number not below `wanted` that the generator can give, counted from `from`.
QString nextNotBelow(const QString &wanted, const QString &from)
{
    return u"%2 + CASE WHEN %1 > %2 THEN (%1 - %2 + @rejoin_step - 1) / @rejoin_step * @rejoin_step ELSE 0 END"_s.arg(
        wanted, from);
}

/// Runs a statement that takes no variables, @rejoin_new in its place.
QString runWithNumber(const QString &before, const QString &after)
{
    return u"DECLARE @rejoin_does nvarchar(1000) = %1 + CONVERT(nvarchar(20), @rejoin_new) + %2;\n"
           "  EXEC sys.sp_executesql @rejoin_does;"_s.arg(unicodeLiteral(before), unicodeLiteral(after));
}

/// The next number is one step behind, but where the table never had a row the next number is the one that is set.
QString reseed(const QString &table)
{
    const bool isAscii = std::ranges::all_of(table, [](QChar character) { return character.unicode() < 0x80; });
    const QString named =
        isAscii ? doubledQuotes(table, u'\'') : u'N' + doubledQuotes(table, u'\''); // as compatible servers take it
    return runWithNumber(u"DBCC CHECKIDENT ("_s + named + u", RESEED, "_s, u") WITH NO_INFOMSGS"_s);
}

QStringList raiseIdentity(const QString &table, const GeneratorChange &change, const Generator &generator)
{
    const QString wanted = QString::number(change.lastGiven);
    // numbers that rows brought along may be no multiple of the step
    const QString from = QString::number(*change.before);
    const QString beyond = u"CASE WHEN @rejoin_last > %1 THEN @rejoin_last ELSE %1 END"_s.arg(wanted);
    return {u"SET @rejoin_new = "_s + nextNotBelow(beyond, from) + u';',
            u"IF @rejoin_step > 0 AND @rejoin_last <> @rejoin_new"_s,
            u"BEGIN"_s,
            u"  IF NOT EXISTS (SELECT 1 FROM %1 AND last_value IS NOT NULL) SET @rejoin_new += @rejoin_step;"_s.arg(
                generator.from),
            u"  "_s + reseed(table),
            u"END;"_s,
            u"SELECT @rejoin_last = %1 FROM %2;"_s.arg(generator.last, generator.from)};
}

/// A procedure takes constants and variables only.
QStringList declareSequence(const QString &sequence)
{
    const QString name = unicodeLiteral(sequence);
    return isConstant(name) ? QStringList() : QStringList{u"DECLARE @rejoin_sequence nvarchar(776) = "_s + name + u';'};
}

QString getRange(const QString &sequence, const QString &outputs)
{
    const QString name = unicodeLiteral(sequence);
    return u"EXEC sys.sp_sequence_get_range @sequence_name = %1, @range_size = @rejoin_new,\n    %2;"_s.arg(
        isConstant(name) ? name : u"@rejoin_sequence"_s, outputs);
}

/// One range ends at the wanted number or above, whoever takes numbers meanwhile.
QStringList raiseSequence(const QString &sequence, const GeneratorChange &change)
{
    const QString wanted = QString::number(change.lastGiven);
    return declareSequence(sequence) +
           QStringList{u"DECLARE @rejoin_first sql_variant, @rejoin_end sql_variant;"_s,
                       u"IF @rejoin_step > 0 AND @rejoin_last < "_s + wanted,
                       u"BEGIN"_s,
                       u"  SET @rejoin_new = (%1 - @rejoin_last + @rejoin_step - 1) / @rejoin_step;"_s.arg(wanted),
                       u"  "_s + getRange(sequence,
                                          u"@range_first_value = @rejoin_first OUTPUT, @range_last_value = @rejoin_end "
                                          "OUTPUT"_s),
                       u"  SET @rejoin_last = CONVERT(bigint, @rejoin_end);"_s,
                       u"END;"_s};
}

QStringList restore(const QString &table, const QString &sequence, const GeneratorChange &change)
{
    const QString before = QString::number(*change.before);
    const QString still = u"IF @rejoin_step > 0 AND @rejoin_last = %1 -- nobody has taken a number since"_s.arg(
        nextNotBelow(QString::number(change.lastGiven), before));
    if (sequence.isEmpty())
        return {still, u"BEGIN"_s, u"  SET @rejoin_new = %1;"_s.arg(before), u"  "_s + reseed(table), u"END;"_s};
    return {still, u"BEGIN"_s, u"  SET @rejoin_new = %1 + @rejoin_step;"_s.arg(before),
            u"  "_s + runWithNumber(u"ALTER SEQUENCE "_s + sequence + u" RESTART WITH "_s, QString()), u"END;"_s};
}

} // namespace

QString selectLastGiven(const Dialect &dialect, const Table &table, const Column &column, const QVersionNumber &version)
{
    const Generator generator = generatorOf(dialect, table, column, version);
    return u"SELECT %1 FROM %2 AND %3 > 0"_s.arg(generator.last, generator.from, generator.step);
}

QStringList setGenerator(const Dialect &dialect, const GeneratorChange &change, const QVersionNumber &version)
{
    const Column *column = change.table->column(change.column);
    if (!column || !change.before) // a generator that goes down
        return {};
    const QString table = dialect.name(change.table->name);
    const QString sequence = generatorSequence(*column);
    const Generator generator = generatorOf(dialect, *change.table, *column, version);
    if (change.restore)
        return lookAt(generator, generator.last) + restore(table, sequence, change);
    const QString message =
        refusedMark + u"the generator of %1 is below its highest key"_s.arg(change.table->name.display());
    return lookAt(generator, generator.least) +
           (sequence.isEmpty() ? raiseIdentity(table, change, generator) : raiseSequence(sequence, change)) +
           QStringList{u"IF @rejoin_step > 0 AND @rejoin_last < (SELECT MAX(%1) FROM %2)"_s.arg(
                           dialect.name(change.column), table),
                       u"  "_s + throwText(GuardError::Refused, message)};
}

namespace {

/// The table is locked: no row gets a number until the identity is set.
QStringList takeFromIdentity(const QString &table, const NumberRequest &request, const Generator &generator)
{
    const QString above = QString::number(request.above);
    return QStringList{
               u"DECLARE @rejoin_first bigint, @rejoin_locks int;"_s,
               u"SELECT @rejoin_locks = COUNT(*) FROM (SELECT TOP (1) 1 AS n FROM %1 WITH (TABLOCKX, HOLDLOCK)) AS locked;"_s
                   .arg(table)} +
           lookAt(generator, generator.last) +
           QStringList{
               u"SET @rejoin_first = @rejoin_last + CASE WHEN %1 - @rejoin_last >= @rejoin_step\n"
               "  THEN (%1 - @rejoin_last) / @rejoin_step * @rejoin_step + @rejoin_step ELSE @rejoin_step END;"_s.arg(
                   above),
               u"SET @rejoin_new = @rejoin_first + %1 * @rejoin_step;"_s.arg(request.count - 1),
               u"IF NOT EXISTS (SELECT 1 FROM %1 AND last_value IS NOT NULL) SET @rejoin_new += @rejoin_step;"_s.arg(
                   generator.from),
               u"IF @rejoin_step > 0"_s,
               u"BEGIN"_s,
               u"  "_s + reseed(table),
               u"END;"_s};
}

/// Ranges are given to one who asks for them alone (documentation, "sp_sequence_get_range").
QStringList takeFromSequence(const QString &sequence, const NumberRequest &request, const Generator &generator)
{
    const QString above = QString::number(request.above);
    const QString range = getRange(sequence, u"@range_first_value = @rejoin_given OUTPUT"_s);
    return declareSequence(sequence) + QStringList{u"DECLARE @rejoin_given sql_variant, @rejoin_first bigint;"_s} +
           lookAt(generator, generator.least) +
           QStringList{u"IF @rejoin_step > 0 AND @rejoin_last < "_s + above,
                       u"BEGIN"_s,
                       u"  SET @rejoin_new = (%1 - @rejoin_last + @rejoin_step - 1) / @rejoin_step;"_s.arg(above),
                       u"  "_s + range,
                       u"END;"_s,
                       u"SET @rejoin_new = %1;"_s.arg(request.count),
                       u"IF @rejoin_step > 0 "_s + range,
                       u"SET @rejoin_first = CONVERT(bigint, @rejoin_given);"_s};
}

} // namespace

QString takeNumbersText(const Dialect &dialect, const NumberRequest &request, const QVersionNumber &version)
{
    const Column *column = request.table->column(request.column);
    if (!column)
        return {};
    const QString sequence = generatorSequence(*column);
    const Generator generator = generatorOf(dialect, *request.table, *column, version);
    const QStringList taking = sequence.isEmpty()
                                   ? takeFromIdentity(dialect.name(request.table->name), request, generator)
                                   : takeFromSequence(sequence, request, generator);
    return (QStringList{u"SET NOCOUNT ON;"_s, u"SET XACT_ABORT ON;"_s, u"SET LOCK_TIMEOUT 30000;"_s,
                        u"BEGIN TRANSACTION;"_s} +
            taking +
            QStringList{u"COMMIT TRANSACTION;"_s,
                        u"SELECT @rejoin_first, @rejoin_first + %1 * @rejoin_step, @rejoin_step\n"
                        "  WHERE @rejoin_step > 0;"_s.arg(request.count - 1)})
        .join(u'\n');
}

static bool isIdentity(const Column &column)
{
    return column.source == ValueSource::Generated && generatorSequence(column).isEmpty();
}

bool hasIdentity(const Table &table)
{
    return std::ranges::any_of(table.columns, isIdentity);
}

bool givesIdentity(const RowChange &insertion)
{
    return std::ranges::any_of(insertion.after, [&](const auto &cell) {
        const Column *column = insertion.table->column(cell.first);
        return column && isIdentity(*column);
    });
}

} // namespace Rejoin
