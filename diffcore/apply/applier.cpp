#include "diffcore/apply/applier.h"

#include "diffcore/apply/scriptrun.h"
#include "diffcore/base/sha256.h"
#include "diffcore/script/bundlefiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>

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

/// The target whose script has the approved hash.
Result<BundleTarget> approvedTarget(const Bundle &bundle, ScriptKind kind, const QString &approved)
{
    for (const BundleTarget &target : bundle.targets) {
        if (hashOf(target, kind) == approved)
            return target;
    }
    for (const BundleTarget &target : bundle.targets) {
        if (hashOf(target, otherKind(kind)) == approved)
            return fail(ErrorCode::NotApproved, u"this is the SHA-256 of %1 for %2, not of %3"_s.arg(
                                                    fileOf(otherKind(kind)), target.title, fileOf(kind)));
    }
    QStringList known;
    for (const BundleTarget &target : bundle.targets)
        known += u"%1 for %2"_s.arg(hashOf(target, kind), target.title);
    return fail(ErrorCode::NotApproved, u"no %1 of this bundle has the approved SHA-256"_s.arg(fileOf(kind)),
                u"Approve the whole 64 digits: "_s + known.join(u"; "_s));
}

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::BadFile, u"%1: %2"_s.arg(path, file.errorString()));
    return file.readAll();
}

Result<QByteArray> approvedBytes(const QString &path, const QString &approved)
{
    REJOIN_TRY_VALUE(bytes, bytesOf(path));
    if (sha256Hex(bytes) != approved)
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

Result<std::unique_ptr<Connection>> openTarget(const Bundle &bundle, const BundleTarget &target,
                                               const ApplyOptions &options)
{
    REJOIN_TRY_VALUE(connection, Connection::open(options.connection.value_or(target.connection),
                                                  {.label = target.title, .readOnly = false}));
    REJOIN_TRY(checkTarget(bundle, target, *connection));
    return std::move(connection);
}

/// Runs one of the bundle's scripts of checks.
Result<void> checkRows(const BundleTarget &target, const QString &name, Connection &connection,
                       const CancelToken &cancel, const Progress &progress)
{
    REJOIN_TRY_VALUE(bytes, bytesOf(QFileInfo(target.mergePath).dir().filePath(name)));
    REJOIN_TRY_VALUE(statements, connection.dialect().split(bytes));
    return ScriptRun(connection, name, cancel, progress).run(statements);
}

/// Begin and end of a run in the bundle's log.
class LoggedRun
{
public:
    LoggedRun(const Bundle &bundle, const BundleTarget &target, const ApplyOptions &options)
        : m_log(bundle.folder)
    {
        m_record.by = options.by;
        m_record.machine = QSysInfo::machineHostName();
        m_record.work = options.kind == ScriptKind::Merge ? RunRecord::Work::Apply : RunRecord::Work::Undo;
        m_record.target = target.side;
        m_record.hash = hashOf(target, options.kind);
        m_record.comparedAt = bundle.comparedAt;
    }

    [[nodiscard]] Result<void> begin() { return append(RunRecord::State::Begun, {}); }

    [[nodiscard]] Result<void> end(const Result<void> &ran)
    {
        if (ran)
            return append(RunRecord::State::Done, {});
        const QString message = describe(ran.error());
        if (ran.error().code == ErrorCode::AlreadyApplied)
            return append(RunRecord::State::Done, message);
        return append(ran.error().code == ErrorCode::CommitUnknown ? RunRecord::State::Unknown
                                                                   : RunRecord::State::Failed,
                      message);
    }

private:
    [[nodiscard]] Result<void> append(RunRecord::State state, const QString &message)
    {
        m_record.at = QDateTime::currentDateTimeUtc();
        m_record.state = state;
        m_record.message = message;
        return m_log.append(m_record);
    }

    RunLog m_log;
    RunRecord m_record;
};

} // namespace

Result<ApplyResult> applyScript(const Bundle &bundle, const ApplyOptions &options, const CancelToken &cancel,
                                const Progress &progress)
{
    const QString approved = options.approved.trimmed().toLower();
    REJOIN_TRY_VALUE(target, approvedTarget(bundle, options.kind, approved));
    REJOIN_TRY_VALUE(bytes, approvedBytes(pathOf(target, options.kind), approved));
    REJOIN_TRY_VALUE(connection, openTarget(bundle, target, options));
    REJOIN_TRY_VALUE(statements, connection->dialect().split(bytes));
    LoggedRun logged(bundle, target, options);
    REJOIN_TRY(logged.begin());
    ScriptRun run(*connection, fileOf(options.kind), cancel, progress);
    const Result<void> ran = run.run(statements);
    const Result<void> told = logged.end(ran);
    REJOIN_TRY(ran);
    return ApplyResult{target.side, target.title, statements.size(), told ? std::nullopt : std::optional(told.error())};
}

Result<Standing> askStanding(const Bundle &bundle, const BundleTarget &target, const ApplyOptions &options,
                             const CancelToken &cancel, const Progress &progress)
{
    const RunLog log(bundle.folder);
    REJOIN_TRY_VALUE(records, log.records());
    const TargetStanding known = standings(records)[target.side];
    if (known.standing != Standing::Open)
        return known.standing;
    REJOIN_TRY_VALUE(connection, openTarget(bundle, target, options));
    const bool undoing = known.record->work == RunRecord::Work::Undo;
    std::optional<Error> refusal;
    for (const bool merged : {true, false}) {
        const Result<void> stands =
            checkRows(target, merged ? u"postcheck.sql"_s : u"precheck.sql"_s, *connection, cancel, progress);
        if (stands) {
            RunRecord found = *known.record;
            found.at = QDateTime::currentDateTimeUtc();
            found.by = options.by;
            found.machine = QSysInfo::machineHostName();
            found.state = merged != undoing ? RunRecord::State::Done : RunRecord::State::Failed;
            found.message = u"asked after the interrupted run: the server %1 the merge"_s.arg(
                merged ? u"has"_s : u"does not have"_s);
            REJOIN_TRY(log.append(found));
            return merged ? Standing::Applied : Standing::Before;
        }
        if (stands.error().code != ErrorCode::Refused && stands.error().code != ErrorCode::AlreadyApplied)
            return fail(stands.error());
        refusal = refusal.value_or(stands.error());
    }
    refusal->advice = u"The rows stand neither as before the merge nor as after it: somebody changed them since"_s;
    return fail(*refusal);
}

Result<void> proveTarget(const Bundle &bundle, const ApplyOptions &options, const CancelToken &cancel,
                         const Progress &progress)
{
    REJOIN_TRY_VALUE(target, approvedTarget(bundle, options.kind, options.approved.trimmed().toLower()));
    REJOIN_TRY_VALUE(connection, openTarget(bundle, target, options));
    return checkRows(target, options.kind == ScriptKind::Merge ? u"precheck.sql"_s : u"postcheck.sql"_s, *connection,
                     cancel, progress);
}

} // namespace Rejoin
