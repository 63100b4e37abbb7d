#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

namespace Rejoin::Testing {

/// A database in a temporary folder, worked on with the engine's own client: `sqlite3 -bail FILE < script`.
class SqliteShell
{
public:
    struct Run
    {
        int exitCode = -1;
        QString output;
        QString errors;
    };

    explicit SqliteShell(const QString &fileName = QStringLiteral("shop.sqlite"));

    [[nodiscard]] QString path() const { return m_folder.filePath(m_fileName); }
    [[nodiscard]] Run run(const QByteArray &script) const;
    /// The output of a query, one row a line, cells joined by `|`; the client's error text where it fails.
    [[nodiscard]] QString ask(const QString &query) const;
    /// Everything in the database as SQL text.
    [[nodiscard]] QString dump() const;

private:
    QTemporaryDir m_folder;
    QString m_fileName;
};

} // namespace Rejoin::Testing
