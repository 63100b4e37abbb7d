#include "diffcore/script/runlog.h"

#include "diffcore/base/jsonreader.h"
#include "diffcore/script/manifest.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

const auto unlogged = u"What was run from this bundle is not known: put its own log there, or take the bundle away"_s;

template <typename Enum> using Words = QList<QPair<QString, Enum>>;

const Words<RunRecord::Work> &works()
{
    static const Words<RunRecord::Work> words{{u"apply"_s, RunRecord::Work::Apply},
                                              {u"undo"_s, RunRecord::Work::Undo},
                                              {u"rehearse"_s, RunRecord::Work::Rehearse},
                                              {u"ask"_s, RunRecord::Work::Ask}};
    return words;
}

const Words<RunRecord::State> &states()
{
    static const Words<RunRecord::State> words{{u"begun"_s, RunRecord::State::Begun},
                                               {u"done"_s, RunRecord::State::Done},
                                               {u"failed"_s, RunRecord::State::Failed},
                                               {u"unknown"_s, RunRecord::State::Unknown}};
    return words;
}

const Words<Side> &sides()
{
    static const Words<Side> words{{folderOf(Side::A), Side::A}, {folderOf(Side::B), Side::B}};
    return words;
}

QJsonObject toJson(const RunRecord &record)
{
    QJsonObject json{{u"at"_s, record.at.toUTC().toString(Qt::ISODateWithMs)},
                     {u"by"_s, record.by},
                     {u"machine"_s, record.machine},
                     {u"what"_s, workName(record.work)},
                     {u"target"_s, wordOf(record.target, sides())},
                     {u"script"_s, record.hash},
                     {u"comparedAt"_s, record.comparedAt.toUTC().toString(Qt::ISODateWithMs)},
                     {u"state"_s, stateName(record.state)}};
    if (!record.mergedState.isEmpty())
        json.insert(u"mergedState"_s, record.mergedState);
    if (!record.message.isEmpty())
        json.insert(u"message"_s, record.message);
    return json;
}

Result<RunRecord> recordOf(const QJsonObject &json)
{
    JsonReader reader(json);
    RunRecord record;
    record.at = QDateTime::fromString(reader.text(u"at"_s), Qt::ISODateWithMs);
    if (!record.at.isValid())
        reader.reject(u"at"_s, u"a time"_s);
    record.by = reader.text(u"by"_s);
    record.machine = reader.text(u"machine"_s);
    record.work = reader.choice(u"what"_s, works()).value_or(RunRecord::Work::Apply);
    record.target = reader.choice(u"target"_s, sides()).value_or(Side::A);
    record.hash = reader.text(u"script"_s);
    record.comparedAt = QDateTime::fromString(reader.text(u"comparedAt"_s), Qt::ISODateWithMs);
    record.mergedState = reader.text(u"mergedState"_s);
    record.state = reader.choice(u"state"_s, states()).value_or(RunRecord::State::Begun);
    record.message = reader.text(u"message"_s);
    for (const QString &needed : {u"what"_s, u"target"_s, u"state"_s}) {
        if (!json.contains(needed))
            reader.reject(needed, u"a word"_s);
    }
    REJOIN_TRY(reader.finish());
    return record;
}

/// No hash covers the log: a link or a device in its place could lead anywhere, and give bytes without end.
Result<void> refuseSpecial(const QString &path)
{
    const QFileInfo info(path);
    if (info.isSymLink() || (info.exists() && !info.isFile()))
        return fail(ErrorCode::BadFile, u"%1 is no regular file, so it is no log of runs"_s.arg(path), unlogged);
    return {};
}

Result<QByteArray> bytesOf(const QString &path)
{
    constexpr qint64 longest = 64 * 1024 * 1024; // bytes: more than a hundred thousand runs
    REJOIN_TRY(refuseSpecial(path));
    QFile file(path);
    if (!file.exists())
        return QByteArray();
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::BadFile, u"%1: %2"_s.arg(path, file.errorString()));
    QByteArray bytes = file.read(longest + 1);
    if (bytes.size() > longest)
        return fail(ErrorCode::BadFile, u"%1 is larger than any log of runs"_s.arg(path), unlogged);
    return bytes;
}

bool appendLine(QFile &file, const QByteArray &line)
{
    return file.write(line) == line.size() && file.flush() && ::fsync(file.handle()) == 0;
}

} // namespace

QString workName(RunRecord::Work work)
{
    return wordOf(work, works());
}

QString stateName(RunRecord::State state)
{
    return wordOf(state, states());
}

RunLog::RunLog(QString bundleFolder)
    : m_path(QDir(bundleFolder).filePath(runLogName))
{
}

Result<void> RunLog::append(const RunRecord &record) const
{
    REJOIN_TRY(refuseSpecial(m_path));
    QFile file(m_path);
    const QByteArray line = QJsonDocument(toJson(record)).toJson(QJsonDocument::Compact) + '\n';
    if (!file.open(QIODevice::ReadWrite | QIODevice::Append))
        return fail(ErrorCode::CannotWrite, u"%1: %2"_s.arg(m_path, file.errorString()),
                    u"Each run is written down there: copy the bundle to a folder that can be written"_s);
    // a line that a crash cut off ends here
    QByteArray last;
    if (file.size() > 0 && file.seek(file.size() - 1))
        last = file.read(1);
    if (!appendLine(file, (last.isEmpty() || last == "\n" ? QByteArray() : QByteArray("\n")) + line))
        return fail(ErrorCode::CannotWrite, u"%1: %2"_s.arg(m_path, file.errorString()),
                    u"Each run is written down there: make room on the disk"_s);
    return {};
}

Result<QList<RunRecord>> RunLog::records() const
{
    REJOIN_TRY_VALUE(bytes, bytesOf(m_path));
    QList<RunRecord> records;
    int number = 0;
    for (const QByteArray &line : bytes.split('\n')) {
        ++number;
        const QJsonDocument document = QJsonDocument::fromJson(line);
        if (!document.isObject())
            continue; // empty, or cut off by a crash while it was written
        const Result<RunRecord> record = recordOf(document.object());
        if (!record)
            return fail(ErrorCode::BadFile, u"%1, line %2: %3"_s.arg(m_path).arg(number).arg(record.error().message));
        records.append(*record);
    }
    return records;
}

PerSide<TargetStanding> standings(const QList<RunRecord> &records)
{
    PerSide<TargetStanding> found;
    PerSide<Standing> beforeRun{Standing::Before, Standing::Before};
    for (const RunRecord &record : records) {
        if (record.work == RunRecord::Work::Rehearse)
            continue;
        TargetStanding &target = found[record.target];
        target.record = record;
        if (record.work == RunRecord::Work::Ask) {
            target.standing = record.state == RunRecord::State::Done ? Standing::Applied : Standing::Before;
            continue;
        }
        switch (record.state) {
        case RunRecord::State::Begun:
            beforeRun[record.target] = target.standing;
            target.standing = Standing::Open;
            break;
        case RunRecord::State::Unknown: target.standing = Standing::Open; break;
        case RunRecord::State::Failed: target.standing = beforeRun[record.target]; break;
        case RunRecord::State::Done:
            target.standing = record.work == RunRecord::Work::Apply ? Standing::Applied : Standing::Before;
            break;
        }
    }
    return found;
}

} // namespace Rejoin
