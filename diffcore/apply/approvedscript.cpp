#include "diffcore/apply/approvedscript.h"

#include "diffcore/apply/ownruns.h"
#include "diffcore/base/sha256.h"
#include "diffcore/script/reviewgate.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>
#include <QThread>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

QString fileOf(ScriptKind kind)
{
    return kind == ScriptKind::Merge ? u"merge.sql"_s : u"undo.sql"_s;
}

const QString &hashOf(const BundleTarget &target, ScriptKind kind)
{
    return kind == ScriptKind::Merge ? target.mergeHash : target.undoHash;
}

const QString &pathOf(const BundleTarget &target, ScriptKind kind)
{
    return kind == ScriptKind::Merge ? target.mergePath : target.undoPath;
}

ScriptKind otherKind(ScriptKind kind)
{
    return kind == ScriptKind::Merge ? ScriptKind::Undo : ScriptKind::Merge;
}

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::BadFile, u"%1: %2"_s.arg(path, file.errorString()));
    return file.readAll();
}

Result<QByteArray> approvedBytes(const Bundle &bundle, const QString &path, const QString &approved)
{
    const bool isRead = bundle.scriptHash == approved;
    REJOIN_TRY_VALUE(bytes, isRead ? bundle.script : bytesOf(path));
    if (!isRead && sha256Hex(bytes) != approved)
        return fail(ErrorCode::NotApproved, u"%1 holds other bytes than those that were approved"_s.arg(path),
                    u"Write the bundle again and approve its new SHA-256"_s);
    if (!QUtf8StringView(bytes).isValidUtf8()) // other bytes than those in the file would run
        return fail(ErrorCode::BadFile, u"%1 is no UTF-8 text"_s.arg(path));
    return bytes;
}

/// The script itself proves its target, too. Here a database that is known to be the other server is refused.
Result<void> checkTarget(const Bundle &bundle, const BundleTarget &target, const Connection &connection)
{
    const QString &found = connection.server().identity;
    const bool isOther = found == bundle.identities[other(target.side)];
    if (!isOther || found == target.identity)
        return {};
    Error error{.code = ErrorCode::WrongTarget};
    error.message = u"the connection leads to the other server of this bundle"_s;
    error.advice = u"Name the connection of %1"_s.arg(target.title);
    error.server = target.title;
    return fail(std::move(error));
}

/// A server that does not answer the question gives no such holds.
Result<void> holdTarget(Connection &connection, const QString &title)
{
    constexpr int longestWait = 60'000; // ms
    constexpr int lookEvery = 100;      // ms
    const QString asked = connection.dialect().selectHold();
    QElapsedTimer clock;
    clock.start();
    while (!asked.isEmpty()) {
        const Result<TextRows> held = connection.query(asked);
        if (!held || held->value(0).value(0) != QByteArray("0"))
            return {};
        if (clock.elapsed() > longestWait) {
            Error error{.code = ErrorCode::Refused};
            error.message = u"another Rejoin works on this server, or what a killed one began is not over there"_s;
            error.advice = u"Nothing was changed. Try again when it is done"_s;
            error.server = title;
            return fail(std::move(error));
        }
        QThread::msleep(lookEvery);
    }
    return {};
}

} // namespace

Result<void> shownOutcome(const Bundle &bundle, Result<void> ran)
{
    if (!ran && bundle.masksValues && !ran.error().driverText.isEmpty())
        ran.error().driverText = u"the server's words are left out: columns are masked"_s;
    return ran;
}

Result<BundleTarget> approvedTarget(const Bundle &bundle, const ApplyOptions &options)
{
    const ScriptKind kind = options.kind;
    const QString approved = options.approved.trimmed().toLower();
    for (const BundleTarget &target : bundle.targets) {
        if (hashOf(target, kind) == approved)
            return target;
    }
    for (const BundleTarget &target : bundle.targets) {
        if (hashOf(target, otherKind(kind)) == approved)
            return fail(ErrorCode::NotApproved, u"this is the SHA-256 of %1 for %2, not of %3"_s.arg(
                                                    fileOf(otherKind(kind)), target.title, fileOf(kind)));
    }
    for (const Side side : bothSides) {
        if (kind == ScriptKind::Merge && bundle.review && bundle.review->merge[side] == approved)
            return fail(ErrorCode::NotApproved,
                        u"the review is outdated: the script with that SHA-256 was %1, but another one stands in the "
                        "bundle since"_s.arg(reviewText(*bundle.review)),
                        u"Nothing was changed. Read what changed, and have the bundle approved: rejoin approve"_s);
    }
    QStringList known;
    for (const BundleTarget &target : bundle.targets)
        known += u"%1 for %2"_s.arg(hashOf(target, kind), target.title);
    return fail(ErrorCode::NotApproved, u"no %1 of this bundle has the approved SHA-256"_s.arg(fileOf(kind)),
                u"Approve the whole 64 digits: "_s + known.join(u"; "_s));
}

Result<std::unique_ptr<Connection>> openTarget(const Bundle &bundle, const BundleTarget &target,
                                               const ApplyOptions &options)
{
    REJOIN_TRY_VALUE(connection, Connection::open(options.connection.value_or(target.connection),
                                                  {.label = target.title, .readOnly = false}));
    REJOIN_TRY(checkTarget(bundle, target, *connection));
    REJOIN_TRY(holdTarget(*connection, target.title));
    return std::move(connection);
}

Result<CheckHashes> checksOf(const Bundle &bundle, const BundleTarget &target, const QString &approved)
{
    for (const ScriptKind kind : {ScriptKind::Merge, ScriptKind::Undo}) {
        if (hashOf(target, kind) != approved)
            continue;
        REJOIN_TRY_VALUE(bytes, approvedBytes(bundle, pathOf(target, kind), approved));
        if (const std::optional<CheckHashes> checks = checksNamedIn(bytes))
            return *checks;
        return fail(ErrorCode::NotApproved, u"%1 names no checks: an earlier Rejoin wrote it"_s.arg(fileOf(kind)),
                    u"Write the bundle again"_s);
    }
    return fail(ErrorCode::NotApproved,
                u"the bundle holds another script for %1 than the one that was run"_s.arg(target.title),
                u"Nothing was asked. Put the bundle back as it was then"_s);
}

QString fileOf(CheckMoment moment)
{
    return moment == CheckMoment::Before ? u"precheck.sql"_s : u"postcheck.sql"_s;
}

Result<QByteArray> checkBytes(const BundleTarget &target, const CheckHashes &approved, CheckMoment moment)
{
    const QString path = QFileInfo(target.mergePath).dir().filePath(fileOf(moment));
    REJOIN_TRY_VALUE(bytes, bytesOf(path));
    if (sha256Hex(bytes) != (moment == CheckMoment::Before ? approved.before : approved.after))
        return fail(ErrorCode::NotApproved, u"%1 is not the check that the approved script names"_s.arg(path),
                    u"Nothing was run. Write the bundle again"_s);
    return bytes;
}

Result<ApprovedScript> openApproved(const Bundle &bundle, const ApplyOptions &options)
{
    REJOIN_TRY_VALUE(target, approvedTarget(bundle, options));
    REJOIN_TRY_VALUE(bytes, approvedBytes(bundle, pathOf(target, options.kind), hashOf(target, options.kind)));
    REJOIN_TRY_VALUE(connection, openTarget(bundle, target, options));
    REJOIN_TRY_VALUE(statements, connection->dialect().split(bytes));
    return ApprovedScript{target, fileOf(options.kind), std::move(connection), statements, checksNamedIn(bytes)};
}

LoggedRun::LoggedRun(const Bundle &bundle, const BundleTarget &target, const ApplyOptions &options,
                     RunRecord::Work work)
    : m_log(bundle.folder)
{
    m_record.by = options.by;
    m_record.machine = QSysInfo::machineHostName();
    m_record.work = work;
    m_record.target = target.side;
    m_record.hash = hashOf(target, options.kind);
    m_record.comparedAt = bundle.comparedAt;
    m_record.mergedState = bundle.mergedState;
}

Result<void> LoggedRun::begin()
{
    rememberOwnRun(m_record.hash);
    return append(RunRecord::State::Begun, {});
}

Result<void> LoggedRun::end(const Result<void> &ran)
{
    if (ran)
        return append(RunRecord::State::Done, {});
    const QString message = describe(ran.error());
    if (ran.error().code == ErrorCode::AlreadyApplied && m_record.work != RunRecord::Work::Rehearse)
        return append(RunRecord::State::Done, message);
    return append(ran.error().code == ErrorCode::CommitUnknown ? RunRecord::State::Unknown : RunRecord::State::Failed,
                  message);
}

Result<void> LoggedRun::stayOpen(const Error &error)
{
    return append(RunRecord::State::Unknown, describe(error));
}

Result<void> LoggedRun::append(RunRecord::State state, const QString &message)
{
    m_record.at = QDateTime::currentDateTimeUtc();
    m_record.state = state;
    m_record.message = message;
    return m_log.append(m_record);
}

} // namespace Rejoin
