#pragma once

#include "tests/contract/postgresqlengine.h"

namespace Rejoin::Testing {

/// PostgreSQL where each database of a suite is a schema of one database, to which the search_path of its connections
/// keeps. The engine's own client runs with the server's search_path.
class PostgreSqlSchemas final : public PostgreSqlEngine
{
public:
    [[nodiscard]] Result<void> emptyDatabase(const QString &schema) override;
    [[nodiscard]] ConnectionString connection(const QString &schema) const override;
    [[nodiscard]] ClientRun run(const QString &schema, const QByteArray &script) const override;
    [[nodiscard]] QString dump(const QString &schema) const override;
    [[nodiscard]] QStringList typeDeclarations() const override;
    [[nodiscard]] QList<TypeCase> typeCases() const override;
    [[nodiscard]] QHash<QString, QString> lacks() const override;

private:
    bool m_isMade = false;
};

} // namespace Rejoin::Testing
