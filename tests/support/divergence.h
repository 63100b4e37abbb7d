#pragma once

#include "diffcore/compare/comparer.h"
#include "tests/support/sqlitefile.h"

#include <memory>

namespace Rejoin::Testing {

/// A divergence told in SQL and played into three real SQLite files: what there was at the split, and what A and B did
/// since. Statements end with a semicolon.
class Divergence
{
public:
    Divergence(const QString &common, const QString &onA, const QString &onB);

    [[nodiscard]] const SqliteFile &file(Version version) const { return *m_files[version]; }
    [[nodiscard]] Project &project() { return m_project; }
    /// The files are compared with no baseline database.
    void forgetBaseline() { m_project.baseline.reset(); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] Session &session() const { return *m_session; }
    /// Compares into the session; the connections are opened for it and closed again.
    [[nodiscard]] Result<void> compare(const CompareOptions &options = {.pageRows = 3}, const CancelToken &cancel = {},
                                       const Progress &progress = {});

    /// One line a record, by table and key: "orders order_id=1001 KeyCollision", "… entangled" where it is.
    [[nodiscard]] QStringList told() const;
    /// The record of "orders order_id=1001"; fails the program where there is none.
    [[nodiscard]] Difference find(const QString &row) const;
    [[nodiscard]] TableStatus status(const QString &table) const;
    /// "open" in the baseline, on A, on B: the cell of a record as text; `-` for no row, `~` for absent, `NULL`.
    [[nodiscard]] QString cells(const Difference &difference, const QString &column) const;

private:
    [[nodiscard]] QList<Difference> differences() const;

    PerVersion<std::unique_ptr<SqliteFile>> m_files;
    QTemporaryDir m_folder;
    Project m_project;
    std::unique_ptr<Session> m_session;
};

} // namespace Rejoin::Testing
