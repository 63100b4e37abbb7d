#include "tests/support/storysession.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

namespace {

template <typename T> T value(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(describe(result.error())));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

const QDateTime split(QDate(2026, 11, 22), QTime(10, 0), QTimeZone::UTC);

ServerInfo serverAt(const QString &path)
{
    ServerInfo server;
    server.product = u"SQLite"_s;
    server.version = QVersionNumber(3, 46);
    server.database = QFileInfo(path).canonicalFilePath();
    server.identity = server.database;
    return server;
}

} // namespace

StorySession::StorySession(const Story &story, const MergeInput &input)
{
    ComparisonHeader header{.projectHash = QString(64, u'a'), .since = split, .startedAt = split.addSecs(2400)};
    for (const Side side : bothSides) {
        Story copy = story;
        const SqliteShell &shell = m_shells[side];
        const auto made = shell.run(storySql(story.alignment(), copy.state(versionOf(side))));
        if (made.exitCode != 0)
            qFatal("%s", qPrintable(made.errors));
        ServerEntry &entry = m_project.servers[side];
        entry.connection.set(u"Driver"_s, u"SQLite3"_s);
        entry.connection.set(u"Database"_s, shell.path());
        entry.label = side == Side::A ? u"PRD01"_s : u"PRD02"_s;
        entry.role = side == Side::A ? Role::Live : Role::Standby;
        header.servers[side] = serverAt(shell.path());
        header.identities[side] = header.servers[side].identity;
        header.titles[side] = m_project.title(side);
    }
    m_project.since = split;
    m_session = value(Session::open(m_folder.filePath(u"story.session"_s)));
    value(m_session->beginComparison(header, typed(input.alignment), KeptDecisions::Fresh));
    QList<Difference> differences = input.differences;
    value(m_session->add(differences));
    for (int table = 0; table < input.alignment.tables.size(); ++table) {
        TableStatus status{.state = TableStatus::State::Compared, .evidence = u"baseline database"_s};
        status.generators = input.generators[table];
        value(m_session->setStatus(table, status));
    }
    value(m_session->finishComparison());
}

QString StorySession::rows(Side side) const
{
    QStringList lines = m_shells[side].dump().split(u'\n');
    lines.sort();
    return lines.join(u'\n');
}

Story switchOverStory()
{
    Story story(u"customers customer_id# email!\n"
                "orders order_id# customer_id>customers status note?\n"
                "order_lines order_id*>orders line_no* product qty\n"
                "employees employee_id# name manager_id?>employees\n"
                "audit_log what who"_s);
    story.putEverywhere(u"customers: 1 x@y; 2 y@z; 3 z@a\norders: 1000 1 open -\norder_lines: 1000 1 5 1\n"
                        "employees: 1 Ann -; 2 Bob 1\naudit_log: start Ann; start Ann"_s);
    story.put(Version::A, u"orders: 1000 1 paid -; 1001 1 open a\norder_lines: 1001 1 5 1; 1001 2 6 1\n"
                          "employees: 3 Cid 1\naudit_log: paid Ann; start Ann"_s);
    story.put(Version::B, u"orders: 1000 1 open late; 1001 2 open b\norder_lines: 1001 1 5 1\n"
                          "employees: 3 Dan 2; 2 Bob 3\naudit_log: paid Bob"_s);
    story.drop(Version::B, u"customers: 3"_s);
    return story;
}

MergeInput decidedInput(const Story &story)
{
    MergeInput input = story.input();
    for (Difference &difference : input.differences) {
        if (!difference.resolved)
            decide(input, difference, KeepBoth{Side::B});
    }
    return input;
}

} // namespace Rejoin::Testing
