#pragma once

#include "diffcore/odbc/connection.h"

#include <QStringList>
#include <QTemporaryDir>
#include <QVariantList>

namespace Rejoin {

/// An SQLite database in a temporary folder of its own, written through SQLite itself and not through what is tested.
class SqliteFile
{
public:
    explicit SqliteFile(const QStringList &statements = {}, const QString &name = QStringLiteral("test.sqlite"));

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    /// Both fail the program where a statement fails: that is a mistake in the test.
    void run(const QString &sql) const;
    /// The statement once for each row of values, in one transaction.
    void runEach(const QString &sql, const QList<QVariantList> &rows) const;
    /// The first column of a query, as text.
    [[nodiscard]] QStringList column(const QString &sql) const;

    [[nodiscard]] ConnectionString where() const;
    /// The same by a driver whose name tells nothing, so that none of its quirks are known.
    [[nodiscard]] ConnectionString whereByTheBook() const;
    [[nodiscard]] Result<std::unique_ptr<Connection>> open(const ConnectOptions &options = {}) const;

private:
    QTemporaryDir m_folder;
    QString m_path;
};

} // namespace Rejoin
