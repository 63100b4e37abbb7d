#pragma once

#include "diffcore/base/result.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>
#include <map>
#include <memory>
#include <optional>

namespace Rejoin {

/// The SQLite file of a session: opening, what it is, statements and transactions. One object on one thread.
///
/// Committed outlives the program, and with Access::Write the machine (write-ahead log). Another program's transaction
/// is waited for. Errors: CannotWrite (full, read-only, in use for too long), BadFile (damaged).
class SessionFile
{
public:
    enum class Missing : quint8 { Create, Refuse };
    enum class Access : quint8 {
        Read,
        Write, ///< on disk when it is committed
        Fill,  ///< a power failure may take the last ones back, whole; what a comparison finds can be found again
    };

    /// Fails with BadFile where the file is not a session, is of a newer version or (Refuse) is not there, and with
    /// CannotWrite where it cannot be made. A file that is not a session is left as it is.
    [[nodiscard]] static Result<std::unique_ptr<SessionFile>> open(const QString &path, Missing missing);
    ~SessionFile();
    SessionFile(const SessionFile &) = delete;
    SessionFile &operator=(const SessionFile &) = delete;

    [[nodiscard]] const QString &path() const { return m_path; }

    /// Runs a statement that gives no rows; the number of rows changed.
    [[nodiscard]] Result<qint64> run(const QString &sql, const QVariantList &values = {});
    /// Runs a query and gives each row to `work`, which may run other statements and stops it by an error.
    template <typename Work> [[nodiscard]] Result<void> each(const QString &sql, const QVariantList &values, Work work);
    /// The first cell of the first row; nothing where there is no row.
    [[nodiscard]] Result<std::optional<QVariant>> value(const QString &sql, const QVariantList &values = {});

    /// Does `work` in one transaction, committed before this returns; rolled back where `work` fails.
    template <typename Work> [[nodiscard]] auto transaction(Access access, Work work) -> decltype(work());

    /// What cannot be read back was damaged.
    [[nodiscard]] Error damaged(const QString &what) const;

private:
    SessionFile(QString path, QString connectionName);
    [[nodiscard]] Result<void> connect();
    [[nodiscard]] Result<void> identify(Missing missing);
    [[nodiscard]] Result<void> refuseForeign();
    [[nodiscard]] Result<void> refuseOtherObjects();
    [[nodiscard]] Result<bool> isBlank();
    [[nodiscard]] Result<void> createSchema();
    [[nodiscard]] Result<QSqlQuery *> start(const QString &sql, const QVariantList &values);
    [[nodiscard]] Result<void> begin(Access access);
    [[nodiscard]] Error errorOf(const QSqlError &error) const;

    QString m_path;
    QString m_connectionName;
    QSqlDatabase m_database;
    std::map<QString, QSqlQuery> m_statements; ///< prepared, by their text
};

template <typename Work> Result<void> SessionFile::each(const QString &sql, const QVariantList &values, Work work)
{
    REJOIN_TRY_VALUE(query, start(sql, values));
    Result<void> result;
    while (result && query->next())
        result = work(std::as_const(*query));
    const QSqlError error = query->lastError();
    query->finish();
    if (result && error.isValid())
        return fail(errorOf(error));
    return result;
}

template <typename Work> auto SessionFile::transaction(Access access, Work work) -> decltype(work())
{
    REJOIN_TRY(begin(access));
    auto result = work();
    if (result) {
        if (auto committed = run(QStringLiteral("COMMIT")); committed)
            return result;
        else
            result = std::unexpected(std::move(committed).error());
    }
    static_cast<void>(run(QStringLiteral("ROLLBACK")));
    return result;
}

} // namespace Rejoin
