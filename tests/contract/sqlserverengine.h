#pragma once

#include "tests/contract/contractengine.h"

#include <QMap>
#include <QSet>

namespace Rejoin::Testing {

/// SQL Server: servers that the environment names, since none can be installed. REJOIN_TEST_SQLSERVER_A and
/// REJOIN_TEST_SQLSERVER_B hold connection strings of two empty databases, which the suite fills and leaves empty; the
/// demo's databases are made on A's server and dropped again. Scripts run in `sqlcmd` where it is installed, else their
/// batches are sent one by one as it does.
class SqlServerEngine final : public ContractEngine
{
public:
    SqlServerEngine() = default;
    ~SqlServerEngine() override;
    SqlServerEngine(const SqlServerEngine &) = delete;
    SqlServerEngine &operator=(const SqlServerEngine &) = delete;

    [[nodiscard]] Engine engine() const override;
    [[nodiscard]] Result<void> start() override;
    [[nodiscard]] Result<void> emptyDatabase(const QString &database) override;
    [[nodiscard]] ConnectionString connection(const QString &database) const override;
    [[nodiscard]] ConnectionString server() const override;
    [[nodiscard]] ClientRun run(const QString &database, const QByteArray &script) const override;
    [[nodiscard]] QString dump(const QString &database) const override;
    [[nodiscard]] QHash<QString, QString> words() const override;
    [[nodiscard]] QString spoken(QString statement) const override;
    [[nodiscard]] QStringList appendingTrigger(const QString &table, const QString &key,
                                               const QString &column) const override;
    [[nodiscard]] QStringList noBaseTables() const override;
    [[nodiscard]] QList<TypeCase> typeCases() const override;
    [[nodiscard]] bool takesName(const QString &name) const override;
    [[nodiscard]] bool countsTrailingBlanks() const override { return false; }
    [[nodiscard]] QHash<QString, QString> lacks() const override;
    [[nodiscard]] Result<ConnectionString> readerOf(const QString &database) const override;
    [[nodiscard]] Result<ConnectionString> userWith(const QString &database, const QStringList &grants) const override;

private:
    [[nodiscard]] Result<std::unique_ptr<Connection>> open(const ConnectionString &where) const;
    [[nodiscard]] Result<void> askWhatIsSeen();
    [[nodiscard]] Result<ConnectionString> makeUser(const QString &user, const QString &database,
                                                    const QStringList &grants) const;

    ConnectionString m_a;
    ConnectionString m_b;
    QSet<QString> m_made;              ///< databases to be dropped
    QHash<QString, QString> m_lacking; ///< what a compatible server does not have, and why
    bool m_mayMakeLogins = false;
};

} // namespace Rejoin::Testing
