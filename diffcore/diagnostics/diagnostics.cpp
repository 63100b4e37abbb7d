#include "diffcore/diagnostics/diagnostics.h"

#include "diffcore/base/secrets.h"
#include "diffcore/base/timetext.h"
#include "diffcore/odbc/connection.h"
#include "diffcore/odbc/driverlibrary.h"
#include "diffcore/session/project.h"
#include "diffcore/session/session.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>
#include <QSettings>
#include <QSqlDatabase>
#include <QSysInfo>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// Headings with lines of a name and what stands for it.
class Sections
{
public:
    void begin(const QString &title) { m_text += u"\n[%1]\n"_s.arg(title); }
    void add(const QString &name, const QString &value)
    {
        constexpr int nameWidth = 18;
        m_text += name.leftJustified(nameWidth) + (value.isEmpty() ? u"–"_s : withoutSecrets(value)) + u'\n';
    }
    void line(const QString &text) { m_text += withoutSecrets(text) + u'\n'; }
    [[nodiscard]] QString text() const { return m_text; }

private:
    QString m_text;
};

void addProgram(Sections &text)
{
    text.begin(u"program"_s);
    text.add(u"Rejoin"_s, QStringLiteral(REJOIN_VERSION));
    text.add(u"Qt"_s, u"%1, built with %2"_s.arg(QLatin1StringView(qVersion()), QLatin1StringView(QT_VERSION_STR)));
    text.add(u"built for"_s, QSysInfo::buildAbi());
    text.add(u"written"_s, timeText(QDateTime::currentDateTimeUtc()));
}

void addSystem(Sections &text)
{
    text.begin(u"system"_s);
    text.add(u"name"_s, QSysInfo::prettyProductName());
    text.add(u"kernel"_s, QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion());
    text.add(u"processor"_s, QSysInfo::currentCpuArchitecture());
    text.add(u"locale"_s, QLocale::system().name());
    text.add(u"time zone"_s, QString::fromLatin1(QTimeZone::systemTimeZoneId()));
    for (const char *name : {"LANG", "LC_ALL", "XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP", "QT_QPA_PLATFORM",
                             "QT_STYLE_OVERRIDE", "QT_SCALE_FACTOR", "REJOIN_COLORS", "ODBCINI", "ODBCSYSINI"}) {
        if (qEnvironmentVariableIsSet(name))
            text.add(QString::fromLatin1(name), qEnvironmentVariable(name));
    }
}

void addDrivers(Sections &text)
{
    text.begin(u"drivers"_s);
    text.add(u"of Qt"_s, QSqlDatabase::drivers().join(", "_L1));
    const QStringList drivers = installedDrivers();
    text.add(u"of ODBC"_s, drivers.isEmpty() ? u"none"_s : drivers.join(", "_L1));
    for (const QString &driver : drivers) {
        const QString library = libraryOfDriver(driver);
        const bool isPath = library.contains(u'/');
        text.add(u"  "_s + driver, isPath && !QFileInfo::exists(library) ? library + u" (is not there)"_s : library);
    }
    QStringList sources;
    for (const QString &source : installedDataSources())
        sources += driverOfDataSource(source);
    text.add(u"data sources"_s, sources.isEmpty()
                                    ? u"none"_s
                                    : u"%1, by %2"_s.arg(QString::number(sources.size()), sources.join(", "_L1)));
}

/// Yes, no, numbers and short words; geometry, and paths of projects, are counted alone.
QString settingText(const QVariant &value)
{
    constexpr qsizetype shown = 40;
    if (value.typeId() == QMetaType::QStringList)
        return u"a list of %1"_s.arg(value.toStringList().size());
    if (value.typeId() == QMetaType::QByteArray)
        return u"%1 bytes"_s.arg(value.toByteArray().size());
    const QString text = value.toString();
    return text.contains(u'/') || text.size() > shown ? u"a text of %1 characters"_s.arg(text.size()) : text;
}

void addSettings(Sections &text)
{
    const QSettings settings(u"rejoin"_s, u"rejoin"_s);
    text.begin(u"settings of the window"_s);
    const QStringList keys = settings.allKeys();
    for (const QString &key : keys)
        text.add(key.contains(u'/') ? key.section(u'/', 0, 0) + u"/…"_s : key, settingText(settings.value(key)));
    if (keys.isEmpty())
        text.line(u"none"_s);
}

QString connectionKind(const ServerEntry &server)
{
    const ConnectionString &where = server.connection;
    const QString driver = where.value(u"Driver"_s);
    const QString kind = driver.isEmpty() ? u"data source by "_s + driverOfDataSource(where.value(u"DSN"_s)) : driver;
    return u"%1, %2"_s.arg(kind, server.role == Role::Live ? u"live"_s : u"standby"_s);
}

QString reviewText(ReviewRule rule)
{
    switch (rule) {
    case ReviewRule::Free: return u"free"_s;
    case ReviewRule::Required: return u"required"_s;
    case ReviewRule::FourEyes: return u"four eyes"_s;
    }
    return {};
}

void addSession(const QString &path, Sections &text)
{
    const auto session = Session::openExisting(sessionPath(path));
    if (!session) {
        text.add(u"session"_s, session.error().code == ErrorCode::BadFile ? u"none, or none that can be opened"_s
                                                                          : u"cannot be opened"_s);
        return;
    }
    text.add(u"session"_s, u"%1 bytes"_s.arg(QFileInfo(sessionPath(path)).size()));
    if (!(*session)->hasComparison())
        return;
    for (const Side side : bothSides) {
        const ServerInfo &server = (*session)->header().servers[side];
        text.add(side == Side::A ? u"server A"_s : u"server B"_s,
                 engineName(server.engine) + u' ' + server.version.toString());
    }
    text.add(u"tables"_s, QString::number((*session)->alignment().tables.size()));
    const auto counts = (*session)->counts();
    qint64 rows = 0;
    for (const auto &table : counts ? *counts : decltype(counts)::value_type()) {
        for (const qint64 number : table.outcomes)
            rows += number;
    }
    text.add(u"differences"_s, counts ? QString::number(rows) : u"cannot be read"_s);
}

void addProject(const QString &path, Sections &text)
{
    text.begin(u"project"_s);
    if (path.isEmpty()) {
        text.line(u"none was named"_s);
        return;
    }
    const auto project = loadProject(path);
    if (!project) {
        text.line(u"cannot be loaded"_s);
        return;
    }
    for (const Side side : bothSides)
        text.add(side == Side::A ? u"A"_s : u"B"_s, connectionKind(project->servers[side]));
    text.add(u"baseline"_s, project->baseline               ? connectionKind(*project->baseline)
                            : project->checkpoint.isEmpty() ? u"none"_s
                                                            : u"a checkpoint"_s);
    QStringList means;
    for (const EvidenceChoice &choice : project->evidence) {
        for (const MeansChoice &each : choice.means)
            means += meansText(each).section(u':', 0, 0); // without the name of a column
    }
    text.add(u"evidence"_s, means.isEmpty() ? u"the best there is"_s : means.join(", "_L1));
    text.add(u"since"_s, project->since.isValid() ? timeText(project->since) : u"not given"_s);
    const AlignmentOptions &scope = project->scope;
    text.add(u"scope"_s,
             u"%1 tables in, %2 out, %3 keys, %4 references, %5 with ignored columns, %6 with masked ones"_s.arg(
                 QString::number(scope.include.size()), QString::number(scope.exclude.size()),
                 QString::number(scope.keys.size()), QString::number(scope.relations.size()),
                 QString::number(scope.ignored.size()), QString::number(scope.masked.size())));
    text.add(u"rules"_s, QString::number(project->rules.size()));
    text.add(u"review"_s, reviewText(project->review));
    addSession(path, text);
}

void addLog(const QString &path, Sections &text)
{
    constexpr qint64 readBytes = 200'000;
    text.begin(u"log"_s);
    if (path.isEmpty()) {
        text.line(u"none was named"_s);
        return;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        text.line(u"cannot be read: %1"_s.arg(file.errorString()));
        return;
    }
    if (file.size() > readBytes) {
        file.seek(file.size() - readBytes);
        file.readLine(); // its beginning is cut off
    }
    static const QRegularExpression above(u"^\\S+Z (error|warning|info) \\["_s);
    int left = 0;
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine()).trimmed();
        if (above.match(line).hasMatch())
            text.line(line);
        else
            ++left;
    }
    if (left > 0)
        text.line(u"(%1 lines at debug, at trace or of another kind are left out)"_s.arg(left));
}

} // namespace

QString diagnosticsText(const DiagnosticsSubject &subject)
{
    Sections text;
    text.line(
        u"Diagnostics of Rejoin. Read them before you give them away: there is no password and no value of a row in"_s);
    text.line(u"them, but lines of the log name servers, databases, users, tables and files."_s);
    addProgram(text);
    addSystem(text);
    addDrivers(text);
    addSettings(text);
    addProject(subject.project, text);
    addLog(subject.log, text);
    return text.text();
}

} // namespace Rejoin
