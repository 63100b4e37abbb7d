#pragma once

#include "diffcore/base/side.h"
#include "diffcore/odbc/connectionstring.h"
#include "tests/bench/measuredprocess.h"

#include <QJsonObject>

namespace Rejoin::Bench {

/// The `rejoin` program, run as a person runs it, with all its files in one folder.
class RejoinProgram
{
public:
    RejoinProgram(QString program, QString folder);

    /// A command that ended, with its `--json` document.
    struct Done
    {
        ProgramRun run;
        QJsonObject json;
    };

    /// `rejoin ARGUMENTS… --json`. Fails with ServerRefused, in the program's words, where the exit is not among the
    /// expected ones.
    [[nodiscard]] Result<Done> run(const QStringList &arguments, const QList<int> &expected) const;
    [[nodiscard]] ProgramCall call(const QStringList &arguments) const;
    /// Makes a new project in place of one of that name; its file.
    [[nodiscard]] Result<QString> makeProject(const QString &name, const PerSide<ConnectionString> &servers,
                                              const QStringList &more = {}) const;
    /// The session beside a project goes, as if nothing had ever been compared.
    void forgetSession(const QString &project) const;
    [[nodiscard]] QString path(const QString &name) const { return m_folder + u'/' + name; }

private:
    QString m_program;
    QString m_folder;
};

/// Exits of a comparison that went through.
[[nodiscard]] QList<int> comparedExits();
/// Differences that a document of `compare` or `status` counts.
[[nodiscard]] qint64 differencesIn(const QJsonObject &overview);

} // namespace Rejoin::Bench
