#pragma once

#include "tests/contract/contractengine.h"
#include "tests/support/throwawayserver.h"

namespace Rejoin::Testing {

/// MariaDB: a throwaway server, and `mariadb`. Databases compare text by its bytes unless a column says otherwise.
class MariaDbEngine final : public ContractEngine
{
public:
    [[nodiscard]] Engine engine() const override;
    [[nodiscard]] Result<void> start() override;
    [[nodiscard]] Result<void> emptyDatabase(const QString &database) override;
    [[nodiscard]] ConnectionString connection(const QString &database) const override;
    [[nodiscard]] ConnectionString server() const override;
    [[nodiscard]] ClientRun run(const QString &database, const QByteArray &script) const override;
    /// Without the numbers that AUTO_INCREMENT gives next: they do not go back with a transaction.
    [[nodiscard]] QString dump(const QString &database) const override;
    [[nodiscard]] QHash<QString, QString> words() const override;
    [[nodiscard]] QStringList appendingTrigger(const QString &table, const QString &key,
                                               const QString &column) const override;
    [[nodiscard]] QStringList noBaseTables() const override;
    [[nodiscard]] QList<TypeCase> typeCases() const override;
    [[nodiscard]] bool takesName(const QString &name) const override;
    [[nodiscard]] QHash<QString, QString> lacks() const override;
    [[nodiscard]] Result<ConnectionString> readerOf(const QString &database) const override;
    [[nodiscard]] Result<ConnectionString> userWith(const QString &database, const QStringList &grants) const override;

private:
    [[nodiscard]] Result<ConnectionString> makeUser(const QString &user, const QString &database,
                                                    const QString &grants) const;

    std::unique_ptr<ThrowawayServer> m_server;
};

} // namespace Rejoin::Testing
