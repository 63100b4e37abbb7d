#pragma once

#include "tests/contract/contractengine.h"
#include "tests/support/throwawayserver.h"

namespace Rejoin::Testing {

/// PostgreSQL: a throwaway server, and `psql`.
class PostgreSqlEngine : public ContractEngine
{
public:
    [[nodiscard]] Engine engine() const override;
    [[nodiscard]] Result<void> start() override;
    [[nodiscard]] Result<void> emptyDatabase(const QString &database) override;
    [[nodiscard]] ConnectionString connection(const QString &database) const override;
    [[nodiscard]] ConnectionString server() const override;
    [[nodiscard]] ClientRun run(const QString &database, const QByteArray &script) const override;
    [[nodiscard]] QString dump(const QString &database) const override;
    [[nodiscard]] QHash<QString, QString> words() const override;
    [[nodiscard]] QStringList appendingTrigger(const QString &table, const QString &key,
                                               const QString &column) const override;
    [[nodiscard]] QStringList noBaseTables() const override;
    [[nodiscard]] QStringList typeDeclarations() const override;
    [[nodiscard]] QList<TypeCase> typeCases() const override;
    [[nodiscard]] QHash<QString, QString> lacks() const override;
    [[nodiscard]] Result<ConnectionString> readerOf(const QString &database) const override;
    [[nodiscard]] Result<ConnectionString> userWith(const QString &database, const QStringList &grants) const override;

protected:
    [[nodiscard]] const ThrowawayServer &throwaway() const { return *m_server; }

private:
    std::unique_ptr<ThrowawayServer> m_server;
    QStringList m_databases;
};

} // namespace Rejoin::Testing
