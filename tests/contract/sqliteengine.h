#pragma once

#include "tests/contract/contractengine.h"

#include <QTemporaryDir>

namespace Rejoin::Testing {

/// SQLite 3: files in a temporary folder, and the `sqlite3` program.
class SqliteEngine final : public ContractEngine
{
public:
    [[nodiscard]] Engine engine() const override;
    [[nodiscard]] Result<void> start() override;
    [[nodiscard]] Result<void> emptyDatabase(const QString &database) override;
    [[nodiscard]] ConnectionString connection(const QString &database) const override;
    [[nodiscard]] QString databaseOf(const ConnectionString &where) const override;
    [[nodiscard]] ClientRun run(const QString &database, const QByteArray &script) const override;
    [[nodiscard]] QString dump(const QString &database) const override;
    [[nodiscard]] QHash<QString, QString> words() const override;
    [[nodiscard]] QStringList appendingTrigger(const QString &table, const QString &key,
                                               const QString &column) const override;
    [[nodiscard]] QStringList noBaseTables() const override;
    [[nodiscard]] QList<TypeCase> typeCases() const override;
    [[nodiscard]] QHash<QString, QString> lacks() const override;
    [[nodiscard]] Result<ConnectionString> readerOf(const QString &database) const override;

private:
    [[nodiscard]] QString path(const QString &database) const;

    QTemporaryDir m_folder;
};

} // namespace Rejoin::Testing
