#include "tests/bench/benchprogram.h"

#include <QCommandLineParser>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSysInfo>
#include <QThread>
#include <algorithm>
#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Rejoin::Bench {

namespace {

void print(std::FILE *stream, const QString &text)
{
    std::fputs(text.toUtf8().constData(), stream);
    std::fflush(stream);
}

QList<QCommandLineOption> knownOptions()
{
    return {{u"rounds"_s, u"How often each contestant runs; medians are told (5)."_s, u"NUMBER"_s},
            {u"rows"_s, u"Rows a side (2000000)."_s, u"NUMBER"_s},
            {u"memory-rows"_s, u"Rows a side of the larger pair whose memory is measured (as --rows)."_s, u"NUMBER"_s},
            {u"operations"_s, u"Operations of the script (100000)."_s, u"NUMBER"_s},
            {u"only"_s, u"Rows of the table, parted by commas; --list names them."_s, u"ROWS"_s},
            {u"engine"_s, u"postgresql, mariadb or sqlite; several parted by commas."_s, u"ENGINES"_s},
            {u"json"_s, u"Where the result goes as JSON (bench.json)."_s, u"FILE"_s},
            {u"rejoin"_s, u"The program to measure (that of the release build)."_s, u"FILE"_s},
            {u"cache"_s, u"Folder for the data (that of the user's cache)."_s, u"FOLDER"_s},
            {u"list"_s, u"Names the rows of the table."_s},
            {u"help"_s, u"Tells the options."_s}};
}

Result<qint64> numberOf(const QCommandLineParser &parser, const QString &option, qint64 usual, qint64 least)
{
    if (!parser.isSet(option))
        return usual;
    bool isNumber = false;
    const qint64 number = parser.value(option).toLongLong(&isNumber);
    if (!isNumber || number < least)
        return fail(ErrorCode::Usage, u"--%1 takes a number from %2 on"_s.arg(option, QString::number(least)));
    return number;
}

Result<QList<Engine>> enginesOf(const QString &text)
{
    QList<Engine> engines;
    for (const QString &word : text.split(u',')) {
        const QList all{Engine::PostgreSql, Engine::MariaDb, Engine::Sqlite};
        const auto found = std::ranges::find_if(
            all, [&](Engine engine) { return engineName(engine).compare(word, Qt::CaseInsensitive) == 0; });
        if (found == all.end())
            return fail(ErrorCode::Usage, u"--engine: %1 is none of postgresql, mariadb, sqlite"_s.arg(word));
        engines += *found;
    }
    return engines;
}

Result<QStringList> rowsOf(const QString &text)
{
    const QList<BenchRow> known = benchRows();
    const QStringList names = text.split(u',');
    for (const QString &name : names) {
        if (std::ranges::none_of(known, [&](const BenchRow &row) { return row.name == name; }))
            return fail(ErrorCode::Usage, u"--only: there is no row %1; --list names them"_s.arg(name));
    }
    return names;
}

QString listOfRows()
{
    QString text;
    for (const BenchRow &row : benchRows())
        text += u"%1 %2\n"_s.arg(row.name.leftJustified(10), row.title);
    return text;
}

qint64 memoryOfMachine()
{
    return qint64(sysconf(_SC_PHYS_PAGES)) * sysconf(_SC_PAGESIZE);
}

} // namespace

Result<BenchCall> understand(const QStringList &arguments, BenchCall call)
{
    QCommandLineParser parser;
    parser.addOptions(knownOptions());
    if (!parser.parse(arguments) || !parser.positionalArguments().isEmpty())
        return fail(ErrorCode::Usage, parser.errorText().isEmpty() ? u"there are options only"_s : parser.errorText(),
                    parser.helpText());
    BenchOptions &options = call.options;
    REJOIN_TRY_VALUE(rounds, numberOf(parser, u"rounds"_s, options.rounds, 1));
    options.rounds = int(rounds);
    REJOIN_TRY_VALUE(rows, numberOf(parser, u"rows"_s, options.rows, ShopData::fewest));
    options.rows = rows;
    REJOIN_TRY_VALUE(memoryRows, numberOf(parser, u"memory-rows"_s, options.memoryRows, ShopData::fewest));
    options.memoryRows = memoryRows;
    REJOIN_TRY_VALUE(operations, numberOf(parser, u"operations"_s, options.operations, 4));
    options.operations = operations;
    if (parser.isSet(u"engine"_s)) {
        REJOIN_TRY_VALUE(engines, enginesOf(parser.value(u"engine"_s)));
        options.engines = engines;
    }
    if (parser.isSet(u"only"_s)) {
        REJOIN_TRY_VALUE(only, rowsOf(parser.value(u"only"_s)));
        options.only = only;
    }
    if (parser.isSet(u"rejoin"_s))
        options.rejoin = parser.value(u"rejoin"_s);
    if (parser.isSet(u"cache"_s))
        options.cacheFolder = parser.value(u"cache"_s);
    if (parser.isSet(u"json"_s))
        call.jsonFile = parser.value(u"json"_s);
    if (parser.isSet(u"help"_s))
        call.told = parser.helpText();
    else if (parser.isSet(u"list"_s))
        call.told = listOfRows();
    return call;
}

QJsonObject documentOf(const BenchOptions &options, const QList<Figure> &figures)
{
    QJsonArray all;
    for (const Figure &figure : figures)
        all.append(jsonOf(figure));
    QJsonArray engines;
    for (const Engine engine : options.engines)
        engines.append(engineName(engine));
    return {{u"rejoinbench"_s, 1},
            {u"at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
            {u"machine"_s, QJsonObject{{u"processors"_s, QThread::idealThreadCount()},
                                       {u"memory"_s, memoryOfMachine()},
                                       {u"system"_s, QSysInfo::prettyProductName()}}},
            {u"parameters"_s, QJsonObject{{u"rounds"_s, options.rounds},
                                          {u"rows"_s, options.rows},
                                          {u"memoryRows"_s, options.memoryRows},
                                          {u"operations"_s, options.operations},
                                          {u"engines"_s, engines}}},
            {u"figures"_s, all}};
}

int runBench(const QStringList &arguments, const BenchCall &defaults)
{
    const Result<BenchCall> call = understand(arguments, defaults);
    if (!call) {
        print(stderr, u"bench: %1\n%2"_s.arg(call.error().message, call.error().advice));
        return 2;
    }
    if (!call->told.isEmpty()) {
        print(stdout, call->told);
        return 0;
    }
    QList<Figure> figures;
    BenchOptions options;
    {
        Testbed bench(call->options, [](const QString &text) { print(stderr, u"bench: "_s + text + u'\n'); });
        options = bench.options();
        figures = measure(bench);
    }
    print(stdout, tableOf(figures));
    QFile file(call->jsonFile);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(documentOf(options, figures)).toJson()) < 0) {
        print(stderr, u"bench: %1: %2\n"_s.arg(call->jsonFile, file.errorString()));
        return 1;
    }
    const bool sound = std::ranges::all_of(
        figures, [](const Figure &figure) { return !figure.failed && (!figure.reached || figure.isSound()); });
    return sound ? 0 : 1;
}

} // namespace Rejoin::Bench
