#include "tests/contract/evidencestory.h"

#include "diffcore/compare/catalogs.h"
#include "diffcore/compare/classifier.h"
#include "diffcore/compare/rowfetcher.h"
#include "diffcore/demo/story.h"
#include "diffcore/evidence/checkpointwriter.h"
#include "tests/contract/workbench.h"

#include <QThread>

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

namespace {

constexpr int orders = 200;
const PerVersion<QString> databases{u"told_baseline"_s, u"told_a"_s, u"told_b"_s};
const QDateTime toldSplit(QDate(2026, 11, 22), QTime(10, 0), QTimeZone::UTC);

/// One write of B's in the story leaves updated_at as it was: no means could know of it by that column.
const auto stamped = u"UPDATE orders SET updated_at = '2026-11-22 10:19:00' WHERE note = 'deliver after 17:00'"_s;

/// Touched stands for a row that changed in nothing but columns which the baseline does not have.
Change changeBetween(const AlignedTable &table, const std::optional<Row> &before, const std::optional<Row> &after)
{
    if (!before || !after)
        return before ? Change::Deleted : after ? Change::Inserted : Change::None;
    Change change = Change::None;
    for (const int column : differingColumns(table, *before, *after)) {
        if (!before->at(column).isAbsent())
            return Change::Updated;
        change = Change::Touched;
    }
    return change;
}

bool isRight(Change told, Change truth)
{
    if (truth == Change::Touched)
        return told == Change::None || told == Change::Updated || told == Change::Touched;
    return told == truth || (told == Change::Touched && (truth == Change::Inserted || truth == Change::Updated));
}

bool isChanged(Change truth)
{
    return truth == Change::Inserted || truth == Change::Updated || truth == Change::Deleted;
}

void runOn(Connection &connection, const QStringList &statements)
{
    for (const QString &statement : statements)
        must(connection.execute(statement));
}

} // namespace

EvidenceStory::EvidenceStory(ContractEngine &engine)
    : m_engine(engine)
{
}

bool EvidenceStory::keepsVersions() const
{
    return m_engine.engine() == Engine::MariaDb;
}

void EvidenceStory::play()
{
    const DemoStory story = must(DemoStory::of(m_engine.engine(), orders));
    PerVersion<std::unique_ptr<Connection>> connections;
    for (const Version version : allVersions) {
        must(m_engine.emptyDatabase(databases[version]));
        connections[version] =
            must(Connection::open(m_engine.connection(databases[version]), {.label = {}, .readOnly = false}));
        Connection &connection = *connections[version];
        runOn(connection, story.of(Version::Baseline));
        if (!keepsVersions())
            continue;
        must(connection.execute(u"SET SESSION system_versioning_alter_history = KEEP"_s));
        for (const Table &table : must(connection.dialect().readCatalog(connection, {})).tables)
            must(connection.execute(
                u"ALTER TABLE %1 ADD SYSTEM VERSIONING"_s.arg(connection.dialect().name(table.name))));
    }
    if (m_engine.engine() == Engine::PostgreSql)
        must(connections.a->execute(u"CHECKPOINT"_s));
    constexpr int apart = 1100; // milliseconds: servers note when a table was made in whole seconds
    QThread::msleep(apart);
    m_split = QDateTime::currentDateTimeUtc();
    QThread::msleep(apart);
    for (const Side side : bothSides)
        runOn(*connections[versionOf(side)], story.after(side));
    must(connections.b->execute(stamped));
    learnTruth();
}

void EvidenceStory::learnTruth()
{
    PerVersion<std::unique_ptr<Connection>> from;
    PerVersion<Catalog> catalogs;
    for (const Version version : allVersions) {
        from[version] = must(Connection::open(m_engine.connection(databases[version]), {.label = {}}));
        catalogs[version] = must(from[version]->dialect().readCatalog(*from[version], {}));
    }
    const Alignment alignment = must(align(catalogs.a, catalogs.b, &catalogs.baseline, {}));
    for (int table = 0; table < alignment.tables.size(); ++table)
        if (!alignment.tables[table].isKeyless())
            learn(alignment, table, from);
    const auto highest = [&](const QString &query) {
        return must(from.baseline->query(query)).first().first().value_or("0").toLongLong();
    };
    m_lastOrder = highest(u"SELECT max(order_id) FROM orders"_s);
    m_lastPayment = highest(u"SELECT max(payment_id) FROM payments"_s);
}

void EvidenceStory::learn(const Alignment &alignment, int table, PerVersion<std::unique_ptr<Connection>> &from)
{
    const AlignedTable &shape = alignment.tables[table];
    QHash<RowKey, PerVersion<std::optional<Row>>> rows;
    for (const Version version : allVersions) {
        RowFetcher fetcher(*from[version], shape, version, {});
        must(fetcher.each([&](const Row &row) -> Result<void> {
            rows[shape.keyOf(row)][version] = row;
            return {};
        }));
    }
    for (auto row = rows.cbegin(); row != rows.cend(); ++row) {
        PerSide<Change> &truth = m_truth[shape.name.display()][row.key()];
        for (const Side side : bothSides)
            truth[side] = changeBetween(shape, row->baseline, (*row)[side]);
    }
}

QStringList EvidenceStory::means() const
{
    const QString highest = u"orders=%1highest-key:"_s + QString::number(m_lastOrder) + u" payments=%2highest-key:"_s +
                            QString::number(m_lastPayment);
    QStringList all{u"baseline"_s,
                    u"checkpoint"_s,
                    u"checkpoint hashes"_s,
                    u"*=none orders=timestamp:updated_at"_s,
                    u"*=none "_s + highest.arg(QString(), QString()),
                    u"*=none "_s + highest.arg(u"timestamp:updated_at+"_s, QString()),
                    u"*=none"_s};
    if (m_engine.engine() == Engine::PostgreSql)
        all += {u"*=commit-timestamps"_s,
                u"*=commit-timestamps "_s + highest.arg(u"commit-timestamps+"_s, u"commit-timestamps+"_s)};
    if (keepsVersions())
        all += {u"unasked system-versions"_s, u"*=system-versions"_s};
    return all;
}

Project EvidenceStory::projectWith(const QString &evidence)
{
    Project project;
    for (const Side side : bothSides)
        project.servers[side] = {m_engine.connection(databases[side]), {}, Role::Live};
    project.since = evidence.contains(u"timestamp:"_s) ? toldSplit : m_split;
    if (evidence == u"baseline"_s) {
        project.baseline = ServerEntry{m_engine.connection(databases.baseline), {}, Role::Standby};
    } else if (evidence.startsWith(u"checkpoint"_s)) {
        const auto server = must(Connection::open(m_engine.connection(databases.baseline), {.label = u"A"_s}));
        project.checkpoint = m_folder.filePath(evidence + u".rejoin-checkpoint"_s);
        const auto content = evidence.endsWith(u"hashes"_s) ? CheckpointContent::Hashes : CheckpointContent::Values;
        (void)must(takeCheckpoint(*server, project, Side::A, project.checkpoint, {.content = content}, {}, {}));
        project.evidence = {must(EvidenceChoice::parse(u"*=checkpoint"_s))}; // nobody wrote there since the split
    } else if (!evidence.startsWith(u"unasked"_s)) {
        for (const QString &choice : evidence.split(u' '))
            project.evidence += must(EvidenceChoice::parse(choice));
    }
    return project;
}

EvidenceStory::Told EvidenceStory::ask(const QString &evidence)
{
    const Project project = projectWith(evidence);
    auto session = must(Session::open(m_folder.filePath(evidence.left(40).replace(u'*', u'_') + u".session"_s)));
    Servers servers = must(openServers(project));
    must(compare(servers, project, *session,
                 {.decisions = CompareOptions::Decisions::Fresh, .reading = CompareOptions::Reading::Whole}, {}, {}));
    Told told;
    for (const Difference &row : must(session->page({}, 0, std::numeric_limits<int>::max()))) {
        const AlignedTable &table = session->alignment().tables[row.table];
        if (table.isKeyless())
            continue;
        const PerSide<Change> truth = m_truth[table.name.display()].value(row.key);
        for (const Side side : bothSides) {
            ++told.rows;
            const Change change = row.changes[side];
            const bool takesTheOther = row.outcome == (side == Side::A ? Outcome::OnlyB : Outcome::OnlyA);
            if (change == Change::Unknown)
                ++told.unknown;
            else if (isRight(change, truth[side]) && !(takesTheOther && isChanged(truth[side])))
                ++told.right;
            else
                told.wrong += table.describeKey(row.key) + u' ' + outcomeName(row.outcome);
        }
    }
    return told;
}

QString EvidenceStory::line(const QString &evidence, const Told &told)
{
    return u"%1 | %2 | %3 | %4 | %5"_s.arg(evidence, -72)
        .arg(told.rows, 5)
        .arg(told.right, 5)
        .arg(told.unknown, 5)
        .arg(told.wrong.size(), 5);
}

} // namespace Rejoin::Testing
