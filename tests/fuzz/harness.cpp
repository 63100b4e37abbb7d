#include "tests/fuzz/harness.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace Rejoin::Fuzzing {

QList<Harness> harnesses()
{
    const QString golden = u"tests/golden/"_s;
    const QString files = golden + u"files/*/"_s;
    return {
        {u"bundle"_s, bundle},
        {u"checkpoint"_s, checkpoint, 32768, {files + u"*.checkpoint"_s}},
        {u"checkpointparts"_s, checkpointParts, 16384},
        {u"condition"_s, condition, 512},
        {u"connection"_s, connection, 1024},
        {u"manifest"_s, manifest, 8192, {files + u"bundle/manifest.json"_s}},
        {u"project"_s, project, 4096, {files + u"*.rejoin"_s}},
        {u"rules"_s, rules, 4096, {u"resources/demo/rules.json"_s}},
        {u"script"_s, script, 4096, {golden + u"*/*.sql"_s}},
        {u"session"_s, session, 65536},
        {u"sessioncells"_s, sessionCells, 16384},
        {u"values"_s, values, 512},
    };
}

const Harness *harnessNamed(const QString &name)
{
    static const QList<Harness> all = harnesses();
    const auto found = std::ranges::find(all, name, &Harness::name);
    return found == all.end() ? nullptr : &*found;
}

void require(bool kept, const char *promise, std::source_location place)
{
    if (kept)
        return;
    std::fprintf(stderr, "%s:%u: not kept: %s\n", place.file_name(), place.line(), promise);
    std::abort();
}

QString workFolder()
{
    static const QTemporaryDir folder;
    return folder.path();
}

QString fileWith(const QString &name, const QByteArray &content)
{
    const QString path = QDir(workFolder()).filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    require(file.open(QIODevice::WriteOnly) && file.write(content) == content.size(), "the temporary folder has room");
    return path;
}

QByteArray checkoutFile(const QString &path)
{
    QFile file(QStringLiteral(REJOIN_SOURCE_DIR "/") + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

quint8 Pieces::byte()
{
    return atEnd() ? 0 : static_cast<quint8>(m_input[m_at++]);
}

QByteArray Pieces::piece()
{
    const int high = byte();
    const int low = byte();
    const qsizetype size = std::min<qsizetype>(high * 256 + low, m_input.size() - m_at);
    const QByteArray taken = m_input.sliced(m_at, size);
    m_at += size;
    return taken;
}

QByteArray Pieces::section()
{
    const qsizetype found = m_input.indexOf(separator, m_at);
    const qsizetype end = found < 0 ? m_input.size() : found;
    const QByteArray taken = m_input.sliced(m_at, end - m_at);
    m_at = std::min(end + 1, m_input.size());
    return taken;
}

QByteArray Pieces::rest()
{
    const QByteArray taken = m_input.sliced(m_at);
    m_at = m_input.size();
    return taken;
}

} // namespace Rejoin::Fuzzing
