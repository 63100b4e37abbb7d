#include "tests/support/divergence.h"

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

static QStringList statements(const QString &sql)
{
    QStringList all = sql.split(u';');
    for (QString &statement : all)
        statement = statement.simplified();
    all.removeAll(QString());
    return all;
}

Divergence::Divergence(const QString &common, const QString &onA, const QString &onB)
{
    m_files.baseline = std::make_unique<SqliteFile>(statements(common));
    m_files.a = std::make_unique<SqliteFile>(statements(common) + statements(onA));
    m_files.b = std::make_unique<SqliteFile>(statements(common) + statements(onB));
    m_project.servers.a = {m_files.a->where(), u"PRD01"_s, Role::Live};
    m_project.servers.b = {m_files.b->where(), u"PRD02"_s, Role::Standby};
    m_project.baseline = ServerEntry{m_files.baseline->where(), u"backup"_s, Role::Standby};
    auto session = Session::open(m_folder.filePath(u"test.session"_s));
    if (!session)
        qFatal("%s", qPrintable(describe(session.error())));
    m_session = std::move(*session);
}

Result<void> Divergence::compare(const CompareOptions &options, const CancelToken &cancel, const Progress &progress)
{
    REJOIN_TRY_VALUE(servers, openServers(m_project));
    return Rejoin::compare(servers, m_project, *m_session, options, cancel, progress);
}

QList<Difference> Divergence::differences() const
{
    const auto all = m_session->page({}, 0, 1'000'000);
    if (!all)
        qFatal("%s", qPrintable(describe(all.error())));
    return *all;
}

QStringList Divergence::told() const
{
    QStringList lines;
    for (const Difference &difference : differences()) {
        const AlignedTable &table = m_session->alignment().tables[difference.table];
        lines.append(table.describeKey(difference.key) + u' ' + outcomeName(difference.outcome) +
                     (difference.entangled ? u" entangled"_s : QString()));
    }
    return lines;
}

Difference Divergence::find(const QString &row) const
{
    for (const Difference &difference : differences()) {
        if (m_session->alignment().tables[difference.table].describeKey(difference.key) == row)
            return difference;
    }
    qFatal("no record of %s", qPrintable(row));
}

TableStatus Divergence::status(const QString &table) const
{
    const auto statuses = m_session->statuses();
    const int index = m_session->alignment().tableIndex(table);
    if (!statuses || index < 0)
        qFatal("no status of %s", qPrintable(table));
    return statuses->at(index);
}

QString Divergence::cells(const Difference &difference, const QString &column) const
{
    const int index = m_session->alignment().tables[difference.table].columnIndex(column);
    QStringList texts;
    for (const Version version : allVersions) {
        const std::optional<Row> &row = difference.rows[version];
        const Value value = row ? row->at(index) : Value();
        texts.append(!row ? u"-"_s : value.isAbsent() ? u"~"_s : value.isNull() ? u"NULL"_s : value.toText());
    }
    return texts.join(u' ');
}

} // namespace Rejoin::Testing
