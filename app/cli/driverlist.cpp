#include "app/cli/driverlist.h"

#include "diffcore/odbc/connection.h"
#include "diffcore/odbc/enginedrivers.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

QStringList reachingNothing(const QStringList &drivers, const QList<EngineDrivers> &engines)
{
    QStringList rest = drivers;
    for (const EngineDrivers &engine : engines)
        rest.removeIf([&engine](const QString &driver) { return engine.installed.contains(driver); });
    return rest;
}

QJsonObject engineJson(const EngineDrivers &engine)
{
    QJsonArray offers;
    for (const DriverOffer &offer : engine.offers)
        offers.append(
            QJsonObject{{u"driver"_s, offer.name}, {u"install"_s, offer.install}, {u"example"_s, offer.example}});
    return {{u"engine"_s, engineName(engine.engine)},
            {u"drivers"_s, QJsonArray::fromStringList(engine.installed)},
            {u"offers"_s, offers},
            {u"example"_s, engine.example}};
}

void printEngine(const EngineDrivers &engine, Output &output)
{
    const QString drivers = engine.installed.join(", "_L1);
    output.line(engineName(engine.engine));
    output.line(engine.installed.isEmpty() ? u"  driver   none: "_s + engine.howToInstall()
                                           : u"  driver   "_s + printable(drivers));
    output.line(u"  example  "_s + printable(engine.example));
}

void printDataSources(const QStringList &sources, Output &output)
{
    output.line();
    output.line(sources.isEmpty() ? u"No data source is set up: write Driver={…} as in the examples."_s
                                  : u"Data sources:"_s);
    for (const QString &source : sources)
        output.line(u"  DSN=%1  (%2)"_s.arg(printable(source), printable(driverOfDataSource(source))));
}

} // namespace

void printDrivers(Output &output)
{
    const QStringList drivers = installedDrivers();
    const QStringList sources = installedDataSources();
    const QList<EngineDrivers> engines = engineDrivers(drivers);
    QJsonArray enginesJson;
    for (const EngineDrivers &engine : engines) {
        printEngine(engine, output);
        enginesJson.append(engineJson(engine));
    }
    const QStringList others = reachingNothing(drivers, engines);
    if (!others.isEmpty())
        output.line(u"Other drivers: %1"_s.arg(printable(others.join(", "_L1))));
    printDataSources(sources, output);

    QJsonArray sourcesJson;
    for (const QString &source : sources)
        sourcesJson.append(QJsonObject{{u"name"_s, source}, {u"driver"_s, driverOfDataSource(source)}});
    output.json({{u"rejoin"_s, 1},
                 {u"engines"_s, enginesJson},
                 {u"otherDrivers"_s, QJsonArray::fromStringList(others)},
                 {u"dataSources"_s, sourcesJson}});
}

} // namespace Rejoin
