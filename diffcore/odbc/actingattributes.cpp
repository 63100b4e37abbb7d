#include "diffcore/odbc/actingattributes.h"

#include "diffcore/odbc/connection.h"
#include "diffcore/odbc/driverlibrary.h"
#include "diffcore/odbc/driverquirks.h"
#include "diffcore/odbc/libpqoptions.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// What only the administrator of a machine writes to.
bool isOfTheSystem(const QString &path)
{
    static const QStringList folders{u"/usr/"_s, u"/opt/"_s, u"/lib/"_s, u"/lib64/"_s, u"/Library/"_s};
    const QFileInfo file(path);
    const QString real = file.exists() ? file.canonicalFilePath() : QDir::cleanPath(file.absoluteFilePath());
    return std::ranges::any_of(folders, [&](const QString &folder) { return real.startsWith(folder); });
}

/// A name without a folder is looked for among the system's libraries.
bool isFromElsewhere(const QString &library)
{
    return (library.contains(u'/') || library.contains(u'\\')) && !isOfTheSystem(library.trimmed());
}

/// SET alone, and none of a server's own settings or of what a function or another statement within it would do.
bool isSetting(const QString &statement)
{
    static const QRegularExpression more(
        uR"(\b(GLOBAL|PERSIST|PERSIST_ONLY|PASSWORD|STATEMENT|FOR)\b|^SET DEFAULT\b)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString text = statement.simplified();
    return text.isEmpty() || (text.startsWith("SET "_L1, Qt::CaseInsensitive) && !text.contains(u'(') &&
                              !text.contains("/*"_L1) && !text.contains(more));
}

// What drivers take that neither acts nor leads elsewhere. Left out are, among others, what names files to write
// (TraceFile, DumpFile, CommLog, Debug, Trace, Option), to open besides (AttachAs, AttachDbFilename, Use_MyCnf,
// ServerKey), a further server (Failover_Partner), or what a transaction or the file would lose (NoTXN, JournalMode).
constexpr std::array allowed{
    // all drivers, and Rejoin
    "Driver"_L1, "DSN"_L1, "Description"_L1, "Server"_L1, "Servername"_L1, "Socket"_L1, "Port"_L1, "Database"_L1,
    "DB"_L1, "Uid"_L1, "User"_L1, "Username"_L1, "Pwd"_L1, "Password"_L1, "APP"_L1, "WSID"_L1, "Timeout"_L1,
    "Language"_L1, "RejoinLogin"_L1,
    // SQLite ODBC
    "StepAPI"_L1, "NoCreat"_L1, "SyncPragma"_L1, "LoadExt"_L1, "FKSupport"_L1, "BigInt"_L1, "JDConv"_L1,
    "ShortNames"_L1, "LongNames"_L1, "NoWCHAR"_L1, "OEMCP"_L1, "ILike"_L1,
    // psqlODBC
    "SSLmode"_L1, "pqopt"_L1, "ConnSettings"_L1, "A6"_L1, "UseDeclareFetch"_L1, "Protocol"_L1, "Fetch"_L1,
    "UpdatableCursors"_L1, "LFConversion"_L1, "ByteaAsLongVarBinary"_L1, "ReadOnly"_L1, "BoolsAsChar"_L1,
    "MaxVarcharSize"_L1, "MaxLongVarcharSize"_L1, "UnknownSizes"_L1, "TextAsLongVarchar"_L1, "UnknownsAsLongVarchar"_L1,
    "ShowOidColumn"_L1, "FakeOidIndex"_L1, "RowVersioning"_L1, "ShowSystemTables"_L1, "UseServerSidePrepare"_L1,
    "Parse"_L1, "LowerCaseIdentifier"_L1, "TrueIsMinus1"_L1, "NumericAs"_L1, "OptionalErrors"_L1, "IgnoreTimeout"_L1,
    "FetchRefcursors"_L1, "DisableKeepalive"_L1, "KeepaliveTime"_L1, "KeepaliveInterval"_L1, "GssAuthUseGSS"_L1,
    // MariaDB Connector/ODBC, MySQL Connector/ODBC
    "InitStmt"_L1, "PluginDir"_L1, "Plugin_Dir"_L1, "Charset"_L1, "TCPIP"_L1, "ForwardOnly"_L1, "No_Prompt"_L1,
    "Conn_Timeout"_L1, "Read_Timeout"_L1, "Write_Timeout"_L1, "ReadTimeout"_L1, "WriteTimeout"_L1, "No_SSPS"_L1,
    "Compressed_Proto"_L1, "Get_Server_Public_Key"_L1, "ForceTLS"_L1, "SSLVerify"_L1, "SSLCA"_L1, "SSLCAPath"_L1,
    "SSLCert"_L1, "SSLKey"_L1, "SSLCipher"_L1, "SSLCrl"_L1, "SSLCrlPath"_L1, "SSLFp"_L1, "TLSPeerFp"_L1,
    "TLSVersion"_L1, "TLS-Versions"_L1,
    // FreeTDS, Microsoft's
    "TDS_Version"_L1, "ClientCharset"_L1, "TextSize"_L1, "PacketSize"_L1, "UseNTLMv2"_L1, "Encryption"_L1, "Encrypt"_L1,
    "TrustServerCertificate"_L1, "HostnameInCertificate"_L1, "Trusted_Connection"_L1, "Authentication"_L1,
    "ApplicationIntent"_L1, "MultiSubnetFailover"_L1, "MARS_Connection"_L1, "ConnectRetryCount"_L1,
    "ConnectRetryInterval"_L1, "KeepAlive"_L1, "LongAsMax"_L1, "Regional"_L1, "QuotedId"_L1, "AnsiNPW"_L1};

bool isAllowed(const QString &name)
{
    return std::ranges::any_of(allowed,
                               [&name](QLatin1StringView one) { return name.compare(one, Qt::CaseInsensitive) == 0; });
}

std::unexpected<Error> refused(const QString &what, const QString &advice)
{
    return fail(ErrorCode::Usage, what, advice);
}

/// A name twice, each in its own word: a driver follows one, and Rejoin shows another.
Result<void> refuseSynonyms(const ConnectionString &where)
{
    static const QList<QStringList> groups{
        {u"Server"_s, u"Servername"_s, u"Socket"_s}, {u"Database"_s, u"DB"_s},
        {u"Uid"_s, u"User"_s, u"Username"_s},        {u"Pwd"_s, u"Password"_s},
        {u"DSN"_s, u"Driver"_s, u"Port"_s},          {u"DSN"_s, u"Server"_s, u"Servername"_s, u"Socket"_s}};
    for (const QStringList &group : groups) {
        QStringList given = group;
        given.removeIf([&where](const QString &name) { return !where.contains(name); });
        if (given.size() < 2 || (given.size() == 2 && given.contains(u"Port"_s) && !given.contains(u"DSN"_s)))
            continue;
        return refused(
            u"the connection string has %1 and %2, of which a driver may follow either"_s.arg(given[0], given[1]),
            given.contains(u"DSN"_s) ? u"Write one of them; a data source has its server in odbc.ini"_s
                                     : u"Write one of them"_s);
    }
    return {};
}

/// The driver by its name, as opening.cpp knows it.
QString driverOf(const ConnectionString &where)
{
    return where.contains(u"DSN"_s) ? driverOfDataSource(where.value(u"DSN"_s)) : where.value(u"Driver"_s);
}

/// What may hold a ';': a password, which every driver knows, and statements, which refuseActing looks at one by one.
bool holdsText(const QString &name)
{
    static const QStringList names{u"Pwd"_s, u"Password"_s, u"InitStmt"_s, u"ConnSettings"_s, u"A6"_s};
    return names.contains(name, Qt::CaseInsensitive);
}

/// What a driver that ends the value at its first } would take for a further attribute.
bool endsEarly(const QString &value)
{
    const qsizetype brace = value.indexOf(u'}');
    return brace >= 0 && value.lastIndexOf(u';') > brace;
}

/// What not every driver reads alike: SQLite's parts at each ';', braces or not, MariaDB's at each in an attribute that
/// it does not know, and others end at the first '}'.
Result<void> refuseAmbiguous(const ConnectionString &where)
{
    const QString driver = driverOf(where);
    const bool isSqlite = quirksOf(driver).databaseIsFile;
    const bool knowsNoBraces = isSqlite || quirksOf(libraryOfDriver(driver)).databaseIsFile;
    for (const QString &name : where.names()) {
        const QString value = where.value(name);
        const bool isControlled =
            std::ranges::any_of(name + value, [](QChar c) { return c.category() == QChar::Other_Control; });
        if (isControlled)
            return refused(u"the connection string has a control character in %1"_s.arg(name.simplified()),
                           u"Take it out"_s);
        const bool isPath = isSqlite && name.compare("Database"_L1, Qt::CaseInsensitive) == 0; // a link serves
        const bool ends = knowsNoBraces ? std::ranges::any_of(value, [](QChar c) { return u";{}"_s.contains(c); })
                                        : value.contains(u';') && (!holdsText(name) || endsEarly(value));
        if (ends && !isPath)
            return refused(u"the %1 of the connection string holds %2, where a driver may see its end"_s.arg(
                               name, knowsNoBraces ? u"one of ; { }"_s
                                                   : u"a ;"_s + (holdsText(name) ? u" behind a }"_s : QString())),
                           u"Write it without"_s);
    }
    return {};
}

Result<void> refuseUnknown(const ConnectionString &where)
{
    for (const QString &name : where.names()) {
        const bool isLog =
            name.compare("CommLog"_L1, Qt::CaseInsensitive) == 0 || name.compare("Debug"_L1, Qt::CaseInsensitive) == 0;
        if (!isAllowed(name) && !(isLog && where.value(name) == "0"_L1))
            return refused(
                u"the connection string has %1, which is none of the attributes that Rejoin passes on"_s.arg(name),
                u"Leave it out, or set it in a data source of odbc.ini and write DSN=…"_s);
    }
    return {};
}

/// The SSL attributes that name files take no `engine:key` and no `pkcs11:` address, for which a library is loaded.
Result<void> refuseAddresses(const ConnectionString &where)
{
    static const QRegularExpression address(u"^[A-Za-z0-9+.-]{2,}:"_s);
    for (const auto &attribute :
         {u"SSLCA"_s, u"SSLCAPath"_s, u"SSLCert"_s, u"SSLKey"_s, u"SSLCrl"_s, u"SSLCrlPath"_s}) {
        if (where.value(attribute).contains(address))
            return refused(u"the %1 of the connection string is no path of a file"_s.arg(attribute), u"Name a file"_s);
    }
    // psqlODBC decodes the text where no braces are around it
    const QString options = where.value(u"pqopt"_s);
    const QString decoded = QUrl::fromPercentEncoding(QString(options).replace(u'+', u' ').toUtf8());
    if (!areHarmlessLibpqOptions(options) || !areHarmlessLibpqOptions(decoded))
        return refused(u"the pqopt of the connection string holds more than Rejoin passes on"_s,
                       u"Only these may stand there: %1; the server is named by Server= and Port="_s.arg(
                           harmlessLibpqOptions().join(u", "_s)));
    const QString socket = where.value(u"Socket"_s);
    if (!socket.isEmpty() && !socket.startsWith(u'/'))
        return refused(u"the Socket of the connection string is no path of a file"_s, u"Write a server as Server=…"_s);
    return {};
}

} // namespace

Result<void> refuseActing(const ConnectionString &where)
{
    for (const auto &attribute : {u"FileDSN"_s, u"SaveFile"_s}) {
        if (where.contains(attribute))
            return refused(u"the connection string has %1, which reads or writes a file"_s.arg(attribute),
                           u"Use DSN=… or Driver={…}"_s);
    }
    for (const auto &attribute : {u"Driver"_s, u"LoadExt"_s, u"PluginDir"_s, u"Plugin_Dir"_s}) {
        const QStringList libraries = where.value(attribute).split(u',');
        const auto found = std::ranges::find_if(libraries, isFromElsewhere);
        if (found != libraries.end())
            return refused(u"the %1 of the connection string is %2, a library outside of the system's folders"_s.arg(
                               attribute, *found),
                           u"Give a driver a name in odbcinst.ini, or in ~/.odbcinst.ini for you alone, and write "
                           "Driver={name}"_s);
    }
    REJOIN_TRY(refuseUnknown(where));
    REJOIN_TRY(refuseSynonyms(where));
    REJOIN_TRY(refuseAmbiguous(where));
    REJOIN_TRY(refuseAddresses(where));
    for (const auto &attribute : {u"InitStmt"_s, u"ConnSettings"_s, u"A6"_s}) {
        const QString statements = QUrl::fromPercentEncoding(where.value(attribute).replace(u'+', u' ').toUtf8());
        if (!std::ranges::all_of(statements.split(u';'), isSetting))
            return refused(u"the %1 of the connection string runs more than settings of the session"_s.arg(attribute),
                           u"Only SET statements without functions may stand there"_s);
    }
    return {};
}

} // namespace Rejoin
