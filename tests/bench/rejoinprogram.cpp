#include "tests/bench/rejoinprogram.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Rejoin::Bench {

RejoinProgram::RejoinProgram(QString program, QString folder)
    : m_program(std::move(program))
    , m_folder(std::move(folder))
{
}

ProgramCall RejoinProgram::call(const QStringList &arguments) const
{
    return {.program = m_program,
            .arguments = arguments + QStringList{u"--json"_s},
            .output = path(u"output.json"_s),
            .errors = path(u"errors.txt"_s)};
}

Result<RejoinProgram::Done> RejoinProgram::run(const QStringList &arguments, const QList<int> &expected) const
{
    const ProgramCall program = call(arguments);
    REJOIN_TRY_VALUE(ended, runMeasured(program));
    REJOIN_TRY(requireExit(ended, program, expected));
    QFile output(program.output);
    if (!output.open(QIODevice::ReadOnly))
        return fail(ErrorCode::BadFile, u"%1: %2"_s.arg(program.output, output.errorString()));
    return Done{ended, QJsonDocument::fromJson(output.readAll()).object()};
}

Result<QString> RejoinProgram::makeProject(const QString &name, const PerSide<ConnectionString> &servers,
                                           const QStringList &more) const
{
    const QString project = path(name + u".rejoin"_s);
    QFile::remove(project);
    forgetSession(project);
    REJOIN_TRY(
        run(QStringList{u"init"_s, project, u"--a"_s, servers.a.saved(), u"--b"_s, servers.b.saved()} + more, {0}));
    return project;
}

void RejoinProgram::forgetSession(const QString &project) const
{
    const QString base = QString(project).replace(u".rejoin"_s, u".session"_s);
    const QFileInfo session(base);
    for (const QFileInfo &file : session.dir().entryInfoList({session.fileName() + u'*'}, QDir::Files))
        QFile::remove(file.filePath());
}

QList<int> comparedExits()
{
    return {0, 1, 2};
}

qint64 differencesIn(const QJsonObject &overview)
{
    qint64 sum = 0;
    for (const QJsonValue &table : overview.value("tables"_L1).toArray()) {
        const QJsonObject outcomes = table.toObject().value("outcomes"_L1).toObject();
        for (auto outcome = outcomes.begin(); outcome != outcomes.end(); ++outcome) {
            if (outcome.key() != "Convergent"_L1 && outcome.key() != "ConstraintConflict"_L1)
                sum += outcome.value().toInteger();
        }
    }
    return sum;
}

} // namespace Rejoin::Bench
