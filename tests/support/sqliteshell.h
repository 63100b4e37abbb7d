#pragma once

#include "tests/support/clientrun.h"

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

namespace Rejoin::Testing {

/// `sqlite3 -bail FILE < script`
[[nodiscard]] ClientRun runSqlite(const QString &path, const QByteArray &script);
/// The output of a query, one row a line, cells joined by `|`; the client's error text where it fails.
[[nodiscard]] QString askSqlite(const QString &path, const QString &query);

/// A database in a temporary folder, worked on with the engine's own client.
class SqliteShell
{
public:
    using Run = ClientRun;

    explicit SqliteShell(const QString &fileName = QStringLiteral("shop.sqlite"));

    [[nodiscard]] QString path() const { return m_folder.filePath(m_fileName); }
    [[nodiscard]] Run run(const QByteArray &script) const;
    [[nodiscard]] QString ask(const QString &query) const;
    /// Everything in the database as SQL text.
    [[nodiscard]] QString dump() const;

private:
    QTemporaryDir m_folder;
    QString m_fileName;
};

} // namespace Rejoin::Testing
