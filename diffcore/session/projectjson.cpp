#include "diffcore/session/projectjson.h"
#include "diffcore/base/sha256.h"

#include "diffcore/base/jsonreader.h"

#include <QJsonDocument>
#include <QTimeZone>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr qint64 projectVersion = 1;

const QList<QPair<QString, Role>> &roleWords()
{
    static const QList<QPair<QString, Role>> words{{u"live"_s, Role::Live}, {u"standby"_s, Role::Standby}};
    return words;
}

const QList<QPair<QString, ReviewRule>> &reviewWords()
{
    static const QList<QPair<QString, ReviewRule>> words{{u"required"_s, ReviewRule::Required},
                                                         {u"four-eyes"_s, ReviewRule::FourEyes}};
    return words;
}

QString memberOf(Side side)
{
    return side == Side::A ? u"a"_s : u"b"_s;
}

/// Connection and label of an entry. Its text may hold a password and stands in no error.
ServerEntry readServer(JsonReader &reader)
{
    ServerEntry entry;
    const QString expected = u"an ODBC connection string"_s;
    const QString text = reader.text(u"connection"_s, expected);
    if (auto connection = ConnectionString::parse(text); connection)
        entry.connection = std::move(*connection);
    else
        reader.reject(u"connection"_s, expected);
    entry.label = reader.text(u"label"_s);
    return entry;
}

ServerEntry readSide(JsonReader &project, Side side)
{
    JsonReader reader = project.inside(memberOf(side));
    ServerEntry entry = readServer(reader);
    entry.role = reader.choice(u"role"_s, roleWords()).value_or(Role::Live);
    project.merge(reader);
    return entry;
}

std::optional<ServerEntry> readBaseline(JsonReader &project, QString &schema)
{
    if (!project.has(u"baseline"_s))
        return std::nullopt;
    JsonReader reader = project.inside(u"baseline"_s);
    ServerEntry entry = readServer(reader);
    schema = reader.text(u"schema"_s);
    project.merge(reader);
    return entry;
}

QDateTime readSince(JsonReader &project)
{
    const QString expected = u"a time with its zone such as \"2026-11-22T10:00:00Z\""_s;
    const QString text = project.text(u"since"_s, expected);
    const QDateTime since = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!project.has(u"since"_s))
        return {};
    if (!since.isValid() || since.timeSpec() == Qt::LocalTime)
        project.reject(u"since"_s, expected);
    return since.toUTC();
}

QList<VirtualRelation> readRelations(JsonReader &project, const QString &member)
{
    QList<VirtualRelation> relations;
    for (const QString &text : project.texts(member)) {
        if (auto relation = VirtualRelation::parse(text); relation)
            relations.append(std::move(*relation));
        else
            project.reject(member, u"\"CHILD.COLUMN=PARENT.COLUMN\" in place of \"%1\""_s.arg(text));
    }
    return relations;
}

QList<EvidenceChoice> readEvidence(JsonReader &project)
{
    QList<EvidenceChoice> choices;
    for (const QString &text : project.texts(u"evidence"_s)) {
        if (auto choice = EvidenceChoice::parse(text); choice)
            choices.append(std::move(*choice));
        else
            project.reject(u"evidence"_s, u"\"TABLES=MEANS\" in place of \"%1\""_s.arg(text));
    }
    return choices;
}

QMap<QString, QString> readConditions(JsonReader &where, Side side)
{
    QMap<QString, QString> conditions;
    const QJsonObject object = where.object(memberOf(side));
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (!entry->isString())
            where.reject(memberOf(side), u"a condition for each table, such as {\"orders\": \"region = 'EU'\"}"_s);
        conditions.insert(entry.key(), entry->toString());
    }
    return conditions;
}

AlignmentOptions readScope(JsonReader &project)
{
    AlignmentOptions scope;
    JsonReader tables = project.inside(u"tables"_s);
    scope.include = tables.texts(u"include"_s);
    scope.exclude = tables.texts(u"exclude"_s);
    project.merge(tables);
    scope.keys = project.lists(u"keys"_s);
    scope.ignored = project.lists(u"ignore"_s);
    scope.masked = project.lists(u"mask"_s);
    scope.renamed = project.lists(u"renamed"_s);
    scope.equality = project.lists(u"equality"_s);
    scope.notWritten = project.lists(u"noWrite"_s);
    if (project.has(u"where"_s)) {
        JsonReader where = project.inside(u"where"_s);
        for (const Side side : bothSides)
            scope.filters[side] = readConditions(where, side);
        project.merge(where);
    }
    scope.relations = readRelations(project, u"relations"_s);
    return scope;
}

/// Before anything else: a newer version may have members that this one does not know.
Result<void> requireVersion(JsonReader &reader)
{
    if (!reader.has(u"rejoin"_s))
        return fail(ErrorCode::BadFile, u"it has no member \"rejoin\", so it is no project of Rejoin"_s,
                    u"Make one with rejoin init"_s);
    const std::optional<qint64> version = reader.number(u"rejoin"_s);
    if (version && *version > projectVersion)
        return fail(ErrorCode::BadFile,
                    u"it is of version %1, and this Rejoin reads version %2"_s.arg(*version).arg(projectVersion),
                    u"Open it with a newer Rejoin"_s);
    if (version && *version != projectVersion)
        reader.reject(u"rejoin"_s, u"the version %1"_s.arg(projectVersion));
    return {};
}

QJsonObject serverJson(const ServerEntry &entry)
{
    QJsonObject json{{u"connection"_s, entry.connection.saved()}};
    if (!entry.label.isEmpty())
        json.insert(u"label"_s, entry.label);
    return json;
}

QJsonObject sideJson(const ServerEntry &entry)
{
    QJsonObject json = serverJson(entry);
    const auto word = std::ranges::find(roleWords(), entry.role, &QPair<QString, Role>::second);
    json.insert(u"role"_s, word->first);
    return json;
}

QJsonObject listsJson(const QHash<QString, QStringList> &lists)
{
    QJsonObject json;
    for (const auto &[name, texts] : lists.asKeyValueRange())
        json.insert(name, QJsonArray::fromStringList(texts));
    return json;
}

QJsonObject whereJson(const PerSide<QMap<QString, QString>> &filters)
{
    QJsonObject json;
    for (const Side side : bothSides) {
        QJsonObject conditions;
        for (const auto &[glob, condition] : filters[side].asKeyValueRange())
            conditions.insert(glob, condition);
        if (!conditions.isEmpty())
            json.insert(memberOf(side), conditions);
    }
    return json;
}

QString sinceText(const QDateTime &since)
{
    return since.toUTC().toString(since.time().msec() == 0 ? Qt::ISODate : Qt::ISODateWithMs);
}

QJsonArray evidenceJson(const QList<EvidenceChoice> &choices)
{
    QJsonArray json;
    for (const EvidenceChoice &choice : choices)
        json.append(choice.toText());
    return json;
}

QJsonArray relationsJson(const QList<VirtualRelation> &relations)
{
    QJsonArray json;
    for (const VirtualRelation &relation : relations)
        json.append(relation.toText());
    return json;
}

} // namespace

Result<Project> projectFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    REJOIN_TRY(requireVersion(reader));
    Project project;
    for (const Side side : bothSides)
        project.servers[side] = readSide(reader, side);
    project.baseline = readBaseline(reader, project.baselineSchema);
    project.checkpoint = reader.text(u"checkpoint"_s, u"the path of a file"_s);
    project.evidence = readEvidence(reader);
    project.since = readSince(reader);
    project.scope = readScope(reader);
    project.dismissedRelations = readRelations(reader, u"notRelations"_s);
    project.review = reader.choice(u"review"_s, reviewWords()).value_or(ReviewRule::Free);
    const QJsonArray rules = reader.array(u"rules"_s);
    REJOIN_TRY(reader.finish());
    REJOIN_TRY_VALUE(read, rulesFromJson(rules));
    project.rules = std::move(read);
    return project;
}

QJsonObject toJson(const Project &project)
{
    QJsonObject json{{u"rejoin"_s, projectVersion}};
    for (const Side side : bothSides)
        json.insert(memberOf(side), sideJson(project.servers[side]));
    if (project.baseline) {
        QJsonObject baseline = serverJson(*project.baseline);
        if (!project.baselineSchema.isEmpty())
            baseline.insert(u"schema"_s, project.baselineSchema);
        json.insert(u"baseline"_s, baseline);
    }
    if (!project.checkpoint.isEmpty())
        json.insert(u"checkpoint"_s, project.checkpoint);
    if (!project.evidence.isEmpty())
        json.insert(u"evidence"_s, evidenceJson(project.evidence));
    if (project.since.isValid())
        json.insert(u"since"_s, sinceText(project.since));
    const AlignmentOptions &scope = project.scope;
    json.insert(u"tables"_s, QJsonObject{{u"include"_s, QJsonArray::fromStringList(scope.include)},
                                         {u"exclude"_s, QJsonArray::fromStringList(scope.exclude)}});
    json.insert(u"keys"_s, listsJson(scope.keys));
    json.insert(u"ignore"_s, listsJson(scope.ignored));
    if (!scope.equality.isEmpty())
        json.insert(u"equality"_s, listsJson(scope.equality));
    if (!scope.notWritten.isEmpty())
        json.insert(u"noWrite"_s, listsJson(scope.notWritten));
    if (const QJsonObject where = whereJson(scope.filters); !where.isEmpty())
        json.insert(u"where"_s, where);
    if (!scope.renamed.isEmpty())
        json.insert(u"renamed"_s, listsJson(scope.renamed));
    if (!scope.masked.isEmpty())
        json.insert(u"mask"_s, listsJson(scope.masked));
    for (const auto &[word, rule] : reviewWords()) {
        if (rule == project.review)
            json.insert(u"review"_s, word);
    }
    json.insert(u"relations"_s, relationsJson(scope.relations));
    if (!project.dismissedRelations.isEmpty())
        json.insert(u"notRelations"_s, relationsJson(project.dismissedRelations));
    json.insert(u"rules"_s, toJson(project.rules));
    return json;
}

QByteArray projectJson(const Project &project)
{
    return QJsonDocument(toJson(project)).toJson(QJsonDocument::Indented);
}

QString projectHash(const Project &project)
{
    return sha256Hex(projectJson(project));
}

} // namespace Rejoin
