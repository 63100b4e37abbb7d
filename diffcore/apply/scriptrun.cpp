#include "diffcore/apply/scriptrun.h"

#include "diffcore/apply/neededrights.h"
#include "diffcore/odbc/cancelwatch.h"

#include <algorithm>
#include <cctype>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr qint64 reportEvery = 50; // statements

/// Its first word in capitals; empty where it begins with a comment of more than one line, or with no word.
QString firstWord(QByteArrayView statement)
{
    statement = statement.trimmed();
    while (statement.startsWith("--")) {
        const qsizetype end = statement.indexOf('\n');
        statement = end < 0 ? QByteArrayView() : statement.sliced(end + 1).trimmed();
    }
    const auto end =
        std::ranges::find_if_not(statement, [](char sign) { return std::isalpha(static_cast<uchar>(sign)); });
    return QString::fromLatin1(statement.first(end - statement.begin())).toUpper();
}

/// Where the transaction ends. Fails with BadFile where a statement before that may end it, too: nothing could be said
/// of what was done then.
Result<qsizetype> commitPlace(const QList<ScriptStatement> &statements, const QString &name)
{
    const auto committing = std::ranges::find_last(statements, true, &ScriptStatement::commits);
    const qsizetype place = committing.empty() ? statements.size() - 1 : committing.begin() - statements.begin();
    for (const ScriptStatement &statement : statements.first(place)) {
        const QString word = firstWord(statement.text);
        if (statement.commits || word == "COMMIT"_L1 || word == "END"_L1 || word == "ROLLBACK"_L1 || word == "ABORT"_L1)
            return fail(
                ErrorCode::BadFile,
                u"%1 ends its transaction in line %2 already: Rejoin does not write such scripts"_s.arg(name).arg(
                    statement.line),
                u"Nothing was run. Write the bundle again"_s);
    }
    return place;
}

} // namespace

ScriptRun::ScriptRun(Connection &connection, QString name, const CancelToken &cancel, const Progress &progress)
    : m_connection(connection)
    , m_name(std::move(name))
    , m_cancel(cancel)
    , m_progress(progress)
{
}

Result<void> ScriptRun::run(const QList<ScriptStatement> &statements)
{
    if (statements.isEmpty())
        return fail(ErrorCode::BadFile, u"%1 holds no statement"_s.arg(m_name));
    m_total = statements.size();
    REJOIN_TRY_VALUE(commitAt, commitPlace(statements, m_name));
    REJOIN_TRY(runUpToCommit(statements.first(commitAt)));
    REJOIN_TRY(commit(statements[commitAt]));
    return runAfterCommit(statements.sliced(commitAt + 1));
}

Result<void> ScriptRun::rehearse(const QList<ScriptStatement> &statements, const std::function<Result<void>()> &look)
{
    if (statements.isEmpty())
        return fail(ErrorCode::BadFile, u"%1 holds no statement"_s.arg(m_name));
    m_total = statements.size();
    REJOIN_TRY_VALUE(commitAt, commitPlace(statements, m_name));
    REJOIN_TRY(runUpToCommit(statements.first(commitAt)));
    const Result<void> looked = look();
    for (const QString &statement : m_connection.dialect().abandonScript())
        static_cast<void>(m_connection.execute(statement)); // a lost connection rolls back, too
    return looked;
}

Result<void> ScriptRun::runUpToCommit(const QList<ScriptStatement> &statements)
{
    const auto [stoppedAt, error] = runUntilError(statements);
    if (!error)
        return {};
    // nothing below may be interrupted by the cancelling
    Error told = m_cancel.isCancelled() ? cancelled() : refusal(*error, statements[stoppedAt]);
    for (const QString &statement : m_connection.dialect().abandonScript())
        static_cast<void>(m_connection.execute(statement));
    if (told.code == ErrorCode::RightsMissing)
        nameRights(told, statements);
    return fail(told);
}

std::pair<qint64, std::optional<Error>> ScriptRun::runUntilError(const QList<ScriptStatement> &statements)
{
    const CancelWatch watch(m_connection, m_cancel);
    for (qint64 index = 0; index < statements.size(); ++index) {
        if (m_progress && index % reportEvery == 0)
            m_progress({u"running %1 on %2"_s.arg(m_name, m_connection.label()), index, m_total});
        if (m_cancel.isCancelled())
            return {index, cancelled()};
        if (const auto done = m_connection.execute(QString::fromUtf8(statements[index].text)); !done)
            return {index, done.error()};
    }
    return {m_total, std::nullopt};
}

/// Not to be cancelled: nobody could tell what happened.
Result<void> ScriptRun::commit(const ScriptStatement &statement)
{
    const auto done = m_connection.execute(QString::fromUtf8(statement.text));
    if (done) {
        if (m_progress)
            m_progress({u"committed on %1"_s.arg(m_connection.label()), m_total, m_total});
        return {};
    }
    // Where the transaction can still be rolled back, it was not committed.
    for (const QString &undoing : m_connection.dialect().abandonScript()) {
        if (m_connection.execute(undoing))
            return fail(refusal(done.error(), statement));
    }
    Error unknown{.code = ErrorCode::CommitUnknown};
    unknown.message = u"the connection was lost while %1 was being committed"_s.arg(m_name);
    unknown.advice =
        u"Run the same command again: it says 'already applied' where the commit came through, and applies "
        "the script where it did not"_s;
    unknown.server = m_connection.label();
    unknown.driverText = done.error().driverText;
    return fail(std::move(unknown));
}

/// What an engine cannot do within the transaction.
Result<void> ScriptRun::runAfterCommit(const QList<ScriptStatement> &statements)
{
    for (const ScriptStatement &statement : statements) {
        const auto done = m_connection.execute(QString::fromUtf8(statement.text));
        if (done)
            continue;
        Error error = done.error();
        error.code = ErrorCode::CommitUnknown;
        error.message =
            u"%1 was committed, but its statement in line %2 failed after that"_s.arg(m_name).arg(statement.line);
        error.advice = u"The rows are as the script leaves them: run the rest of it by hand"_s;
        return fail(std::move(error));
    }
    return {};
}

Error ScriptRun::refusal(const Error &error, const ScriptStatement &statement)
{
    Error refused = m_connection.dialect().scriptError(error);
    refused.server = m_connection.label();
    if (refused.code == ErrorCode::AlreadyApplied || refused.code == ErrorCode::WrongTarget)
        return refused;
    for (const QString &asked : m_connection.dialect().unlikeRows()) {
        for (const auto &row : m_connection.query(asked).value_or(TextRows()))
            refused.rows += QString::fromUtf8(row.first().value_or(QByteArray()));
    }
    // A row that moved can make a later statement fail for another reason; the row is the cause.
    if (refused.code != ErrorCode::Refused && !refused.rows.isEmpty()) {
        refused.code = ErrorCode::Refused;
        refused.message =
            u"%1 rows moved since the comparison, among them %2"_s.arg(refused.rows.size()).arg(refused.rows.first());
    } else if (refused.code != ErrorCode::Refused) {
        refused.message =
            u"stopped at the statement in line %1 of %2: %3"_s.arg(statement.line).arg(m_name, refused.message);
    }
    refused.advice = refused.code == ErrorCode::Refused
                         ? u"Nothing was changed. Compare again: decisions of rows that did not move are kept"_s
                         : u"Everything was rolled back; nothing was changed"_s;
    return refused;
}

void ScriptRun::nameRights(Error &error, const QList<ScriptStatement> &statements)
{
    const QString rights = rightsText(lackingRights(m_connection, statements));
    if (rights.isEmpty())
        return;
    error.message = u"the user lacks rights that %1 needs: %2"_s.arg(m_name, rights);
    error.advice = u"Everything was rolled back; nothing was changed. Grant them, or apply as another user"_s;
}

Error ScriptRun::cancelled() const
{
    Error error{.code = ErrorCode::Cancelled};
    error.message = u"cancelled; everything was rolled back, nothing was changed"_s;
    error.server = m_connection.label();
    return error;
}

} // namespace Rejoin
