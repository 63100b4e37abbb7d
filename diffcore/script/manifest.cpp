#include "diffcore/script/manifest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr int format = 1;

const QStringList &hashedFiles()
{
    static const QStringList files{u"report.html"_s, u"decisions.csv"_s,   u"keymap.csv"_s, u"a/precheck.sql"_s,
                                   u"a/merge.sql"_s, u"a/postcheck.sql"_s, u"a/undo.sql"_s, u"b/precheck.sql"_s,
                                   u"b/merge.sql"_s, u"b/postcheck.sql"_s, u"b/undo.sql"_s};
    return files;
}

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QJsonObject toJson(const Manifest::Server &server)
{
    return {{u"title"_s, server.title},       {u"engine"_s, server.engine},
            {u"version"_s, server.version},   {u"database"_s, server.database},
            {u"identity"_s, server.identity}, {u"connection"_s, server.connection.saved()}};
}

QJsonObject toJson(const Manifest::Target &target)
{
    QJsonObject counts;
    for (auto count = target.counts.begin(); count != target.counts.end(); ++count)
        counts.insert(count.key(), count.value());
    QJsonObject tables;
    for (auto table = target.tables.begin(); table != target.tables.end(); ++table)
        tables.insert(
            table.key(),
            QJsonObject{{u"insert"_s, table->inserted}, {u"update"_s, table->updated}, {u"delete"_s, table->deleted}});
    return {{u"target"_s, folderOf(target.side)}, {u"rows"_s, counts}, {u"tables"_s, tables}};
}

QJsonObject toJson(const Review &review)
{
    QJsonObject merge;
    for (const Side side : bothSides) {
        if (!review.merge[side].isEmpty())
            merge.insert(folderOf(side), review.merge[side]);
    }
    return {{u"reviewer"_s, review.reviewer},       {u"by"_s, review.by},         {u"machine"_s, review.machine},
            {u"ticket"_s, review.ticket},           {u"reason"_s, review.reason}, {u"at"_s, timeText(review.at)},
            {u"fingerprint"_s, review.fingerprint}, {u"merge"_s, merge}};
}

/// Reads members and remembers the first that is not what it should be.
class ManifestReader
{
public:
    Result<Manifest> read(const QJsonObject &object)
    {
        const qint64 found = object[u"rejoin"_s].toInteger();
        if (found < 1)
            return fail(ErrorCode::BadFile,
                        u"%1 has no member \"rejoin\", so this is no bundle of Rejoin"_s.arg(manifestName),
                        u"Write the bundle again"_s);
        if (found > format)
            return fail(
                ErrorCode::BadFile,
                u"%1 is of version %2, and this Rejoin reads version %3"_s.arg(manifestName).arg(found).arg(format),
                u"Use a newer Rejoin"_s);
        Manifest manifest;
        manifest.projectHash = text(object, u"project"_s);
        manifest.since = QDateTime::fromString(text(object, u"since"_s), Qt::ISODateWithMs);
        manifest.comparedAt = QDateTime::fromString(text(object, u"comparedAt"_s), Qt::ISODateWithMs);
        manifest.mergedState = object[u"mergedState"_s].toString(); // not in the first bundles
        manifest.ticket = text(object, u"ticket"_s);
        manifest.reason = text(object, u"reason"_s);
        manifest.movedKeys = object[u"movedKeys"_s].toInteger();
        for (const Side side : bothSides)
            manifest.servers[side] = server(object[u"servers"_s][folderOf(side)].toObject());
        const QJsonArray targets = object[u"targets"_s].toArray();
        for (const auto &target : targets)
            readTarget(manifest, target.toObject());
        manifest.masksValues = object[u"masksValues"_s].toBool();
        manifest.needsReview = object[u"needsReview"_s].toBool();
        if (object.contains(u"review"_s))
            manifest.review = review(object[u"review"_s].toObject(), manifest.servers);
        readFiles(manifest, object[u"files"_s].toObject());
        if (!m_wrong.isEmpty())
            return fail(ErrorCode::BadFile, u"%1: '%2' is wrong or missing"_s.arg(manifestName, m_wrong),
                        u"Write the bundle again"_s);
        return manifest;
    }

private:
    void wrong(const QString &member)
    {
        if (m_wrong.isEmpty())
            m_wrong = member;
    }

    QString text(const QJsonObject &object, const QString &member)
    {
        if (!object[member].isString())
            wrong(member);
        return object[member].toString();
    }

    Manifest::Server server(const QJsonObject &object)
    {
        Manifest::Server server{.title = text(object, u"title"_s),
                                .engine = text(object, u"engine"_s),
                                .version = text(object, u"version"_s),
                                .database = text(object, u"database"_s),
                                .identity = text(object, u"identity"_s)};
        const auto connection = ConnectionString::parse(text(object, u"connection"_s));
        if (connection)
            server.connection = *connection;
        else
            wrong(u"connection"_s);
        return server;
    }

    Review review(const QJsonObject &object, const PerSide<Manifest::Server> &servers)
    {
        Review review{.reviewer = text(object, u"reviewer"_s),
                      .by = text(object, u"by"_s),
                      .machine = text(object, u"machine"_s),
                      .ticket = text(object, u"ticket"_s),
                      .reason = text(object, u"reason"_s),
                      .at = QDateTime::fromString(text(object, u"at"_s), Qt::ISODateWithMs),
                      .fingerprint = text(object, u"fingerprint"_s)};
        for (const Side side : bothSides) {
            review.merge[side] = object[u"merge"_s][folderOf(side)].toString();
            review.titles[side] = servers[side].title;
        }
        return review;
    }

    void readTarget(Manifest &manifest, const QJsonObject &object)
    {
        const QString side = text(object, u"target"_s);
        if (side != folderOf(Side::A) && side != folderOf(Side::B))
            return wrong(u"target"_s);
        Manifest::Target target{.side = side == folderOf(Side::A) ? Side::A : Side::B};
        const QJsonObject rows = object[u"rows"_s].toObject();
        for (auto count = rows.begin(); count != rows.end(); ++count)
            target.counts.insert(count.key(), count.value().toInteger());
        const QJsonObject tables = object[u"tables"_s].toObject();
        for (auto table = tables.begin(); table != tables.end(); ++table) {
            const auto number = [&](const QString &kind) { return table.value().toObject()[kind].toInteger(); };
            target.tables.insert(table.key(), {number(u"insert"_s), number(u"update"_s), number(u"delete"_s)});
        }
        manifest.targets += target;
    }

    void readFiles(Manifest &manifest, const QJsonObject &files)
    {
        for (auto file = files.begin(); file != files.end(); ++file) {
            if (!hashedFiles().contains(file.key()))
                wrong(file.key());
            manifest.files.insert(file.key(), file.value().toString());
        }
        for (const Manifest::Target &target : manifest.targets) {
            for (const QString &script : {u"/merge.sql"_s, u"/undo.sql"_s}) {
                if (!manifest.files.contains(folderOf(target.side) + script))
                    wrong(folderOf(target.side) + script);
            }
        }
    }

    QString m_wrong;
};

} // namespace

QString folderOf(Side target)
{
    return target == Side::A ? u"a"_s : u"b"_s;
}

QStringList bundleFiles()
{
    return hashedFiles() + QStringList{manifestName, sumsName};
}

QByteArray manifestJson(const Manifest &manifest)
{
    QJsonObject servers;
    for (const Side side : bothSides)
        servers.insert(folderOf(side), toJson(manifest.servers[side]));
    QJsonArray targets;
    for (const Manifest::Target &target : manifest.targets)
        targets += toJson(target);
    QJsonObject files;
    for (auto file = manifest.files.begin(); file != manifest.files.end(); ++file)
        files.insert(file.key(), file.value());
    QJsonObject object{{u"rejoin"_s, format},
                       {u"version"_s, QStringLiteral(REJOIN_VERSION)},
                       {u"project"_s, manifest.projectHash},
                       {u"since"_s, timeText(manifest.since)},
                       {u"comparedAt"_s, timeText(manifest.comparedAt)},
                       {u"ticket"_s, manifest.ticket},
                       {u"reason"_s, manifest.reason},
                       {u"movedKeys"_s, manifest.movedKeys},
                       {u"masksValues"_s, manifest.masksValues},
                       {u"needsReview"_s, manifest.needsReview},
                       {u"servers"_s, servers},
                       {u"targets"_s, targets},
                       {u"files"_s, files}};
    if (!manifest.mergedState.isEmpty())
        object.insert(u"mergedState"_s, manifest.mergedState);
    if (manifest.review)
        object.insert(u"review"_s, toJson(*manifest.review));
    return QJsonDocument(object).toJson();
}

Result<Manifest> parseManifest(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return fail(ErrorCode::BadFile, u"%1 is no JSON object (%2)"_s.arg(manifestName, error.errorString()),
                    u"Write the bundle again"_s);
    return ManifestReader().read(document.object());
}

} // namespace Rejoin
