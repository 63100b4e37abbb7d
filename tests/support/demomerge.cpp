#include "tests/support/demomerge.h"

#include "app/cli/demostory.h"
#include "tests/support/commandline.h"
#include "tests/support/sqliteshell.h"

#include <QCryptographicHash>
#include <QFile>

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

namespace {

QString wrong(const QStringList &arguments, const CommandRun &run, int expected)
{
    if (run.exit == expected)
        return {};
    return u"rejoin %1: expected exit %2, %3"_s.arg(arguments.join(u' '))
        .arg(expected)
        .arg(QString::fromUtf8(text(run)));
}

QString folderOf(Side side)
{
    return side == Side::A ? u"a"_s : u"b"_s;
}

} // namespace

QString DemoMerge::make(int orders)
{
    const auto files = makeDemo(m_folder.path(), {.orders = orders}, {}, {});
    if (!files)
        return describe(files.error());
    m_files = *files;
    for (const Side side : bothSides) {
        QFile::remove(original(side));
        if (!QFile::copy(database(side), original(side)))
            return u"cannot copy %1"_s.arg(database(side));
    }
    return {};
}

QString DemoMerge::decide()
{
    QList<DemoStep> steps = demoSteps(m_files);
    steps.removeLast(); // script
    for (const DemoStep &step : std::as_const(steps)) {
        const CommandRun run = rejoin(step.arguments);
        if (const QString error = wrong(step.arguments, run, int(step.expected)); !error.isEmpty())
            return error;
    }
    return {};
}

QString DemoMerge::script()
{
    const QStringList arguments = demoSteps(m_files).constLast().arguments;
    return wrong(arguments, rejoin(arguments), 0);
}

QString DemoMerge::carryOut(const QString &command)
{
    for (const Side side : bothSides) {
        if (const QString error = carryOut(command, side); !error.isEmpty())
            return error;
    }
    return {};
}

QString DemoMerge::carryOut(const QString &command, Side side)
{
    const QString file = command == "apply"_L1 ? u"merge.sql"_s : u"undo.sql"_s;
    const QStringList arguments{command, bundle(), u"--approve"_s, hash(side, file)};
    return wrong(arguments, rejoin(arguments), 0);
}

QString DemoMerge::bundle() const
{
    return demoBundle(m_files);
}

QString DemoMerge::scriptPath(Side side, const QString &name) const
{
    return bundle() + u'/' + folderOf(side) + u'/' + name;
}

QString DemoMerge::hash(Side side, const QString &name) const
{
    QFile file(scriptPath(side, name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromLatin1(QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex());
}

QStringList content(const QString &database)
{
    QStringList lines = runSqlite(database, ".dump\n").output.split(u'\n');
    lines.sort();
    return lines;
}

} // namespace Rejoin::Testing
