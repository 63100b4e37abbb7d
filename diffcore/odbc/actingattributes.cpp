#include "diffcore/odbc/actingattributes.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>
#include <algorithm>

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

/// SET alone, and none of a server's own settings or of what a function would do.
bool isSetting(const QString &statement)
{
    const QString text = statement.simplified();
    const bool ofServer =
        std::ranges::any_of(QStringList{u"SET GLOBAL"_s, u"SET PERSIST"_s, u"SET PASSWORD"_s, u"SET @@GLOBAL"_s},
                            [&](const QString &start) { return text.startsWith(start, Qt::CaseInsensitive); });
    return text.isEmpty() || (text.startsWith("SET "_L1, Qt::CaseInsensitive) && !ofServer && !text.contains(u'('));
}

std::unexpected<Error> refused(const QString &what, const QString &advice)
{
    return fail(ErrorCode::Usage, what, advice);
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
    for (const auto &attribute : {u"InitStmt"_s, u"ConnSettings"_s, u"A6"_s}) {
        const QString statements = QUrl::fromPercentEncoding(where.value(attribute).replace(u'+', u' ').toUtf8());
        if (!std::ranges::all_of(statements.split(u';'), isSetting))
            return refused(u"the %1 of the connection string runs more than settings of the session"_s.arg(attribute),
                           u"Only SET statements without functions may stand there"_s);
    }
    return {};
}

} // namespace Rejoin
