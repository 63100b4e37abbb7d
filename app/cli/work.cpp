#include "app/cli/work.h"

#include "diffcore/odbc/login.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Rejoin {

Result<Work> openWork(Invocation &invocation)
{
    Work work{.path = invocation.positional(0)};
    REJOIN_TRY_VALUE(project, loadProject(work.path));
    work.project = std::move(project);
    REJOIN_TRY_VALUE(session, Session::openExisting(sessionPath(work.path)));
    work.session = std::move(session);
    if (!work.session->hasComparison())
        return fail(ErrorCode::BadFile, u"nothing has been compared for %1 yet"_s.arg(work.path),
                    u"Run: rejoin compare %1"_s.arg(shellWord(work.path)));
    if (work.session->header().projectHash != projectHash(work.project))
        invocation.output.warn(u"%1 was changed after the comparison. Run: rejoin compare %1"_s.arg(work.path));
    return work;
}

Option passwordOption()
{
    return {u"password-stdin"_s, {}, u"read the password of the servers from one line of standard input"_s};
}

Result<QString> readPassword(const Invocation &invocation)
{
    const QByteArray line = invocation.terminal().readLine ? invocation.terminal().readLine() : QByteArray();
    if (line.isEmpty())
        return invocation.usage(u"--password-stdin was given, but standard input is empty"_s);
    return QString::fromUtf8(line);
}

Result<void> takePassword(const Invocation &invocation, Project &project)
{
    if (invocation.isSet(u"password-stdin"_s)) {
        REJOIN_TRY_VALUE(password, readPassword(invocation));
        for (const Side side : bothSides)
            project.servers[side].connection.set(u"Pwd"_s, password);
        if (project.baseline)
            project.baseline->connection.set(u"Pwd"_s, password);
    }
    for (const Side side : bothSides)
        REJOIN_TRY(completeLogin(invocation, project.servers[side].connection, project.title(side)));
    if (project.baseline)
        REJOIN_TRY(completeLogin(invocation, project.baseline->connection, u"baseline"_s));
    return {};
}

Result<void> completeLogin(const Invocation &invocation, ConnectionString &connection, const QString &label)
{
    if (!lacksPassword(connection))
        return {};
    const Terminal &terminal = invocation.terminal();
    const QString name = loginName(connection);
    if (loginFrom(connection) == LoginFrom::Keychain) {
        const auto kept = terminal.readKeychain
                              ? terminal.readKeychain(name)
                              : fail(ErrorCode::LoginFailed, u"this Rejoin was built without a keychain"_s);
        if (!kept) {
            Error error = kept.error();
            error.server = label;
            error.advice = u"Keep the password on the window's Connect page, or give it with --password-stdin"_s;
            return fail(error);
        }
        connection.set(u"Pwd"_s, *kept);
        return {};
    }
    const auto typed =
        terminal.askPassword ? terminal.askPassword(u"Password of %1 (%2): "_s.arg(name, label)) : std::nullopt;
    if (typed && !typed->isEmpty())
        connection.set(u"Pwd"_s, *typed);
    return {};
}

Result<QList<Side>> parseTarget(const Invocation &invocation)
{
    const QString text = invocation.value(u"target"_s);
    if (text == "both"_L1)
        return QList<Side>{Side::A, Side::B};
    for (const Side side : bothSides) {
        if (text == sideName(side))
            return QList<Side>{side};
    }
    if (text.isEmpty())
        return invocation.usage(u"--target is missing: a, b or both"_s);
    return invocation.usage(u"--target is a, b or both, not '%1'"_s.arg(text));
}

Result<int> tableNamed(const Invocation &invocation, const Alignment &alignment, const QString &name)
{
    if (const int index = alignment.tableIndex(name); index >= 0)
        return index;
    QStringList names;
    for (const AlignedTable &table : alignment.tables)
        names += table.name.display();
    return invocation.usage(u"there is no table '%1' in the comparison; there are %2"_s.arg(name, names.join(", "_L1)));
}

QString shellWord(const QString &word)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_./:=,@%+-]+$"_s);
    if (plain.match(word).hasMatch())
        return word;
    return u'\'' + QString(word).replace(u'\'', "'\\''"_L1) + u'\'';
}

QJsonValue timeJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

QString sideName(Side side)
{
    return side == Side::A ? u"a"_s : u"b"_s;
}

} // namespace Rejoin
