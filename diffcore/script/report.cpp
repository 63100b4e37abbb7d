#include "diffcore/script/report.h"

#include "diffcore/merge/masking.h"

#include "diffcore/base/timetext.h"
#include "diffcore/dialect/oneschema.h"
#include "diffcore/evidence/writetimes.h"
#include "diffcore/script/html.h"
#include "diffcore/script/reportrows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr int automaticRows = 200; // shown a table; the rest is counted
constexpr int decidedRows = 5000;

QString countText(const std::optional<qint64> &count)
{
    return count ? QString::number(*count) : u"not counted"_s;
}

class ReportWriter
{
public:
    ReportWriter(const Session &session, const Project &project, const MergeInput &input, const MergedState &merged,
                 const QList<WrittenTarget> &scripts)
        : m_session(session)
        , m_project(project)
        , m_scripts(scripts)
        , m_page(u"Merge of %1 and %2"_s.arg(project.title(Side::A), project.title(Side::B)))
        , m_input(input)
        , m_merged(merged)
    {
    }

    Result<QByteArray> write()
    {
        REJOIN_TRY_VALUE(statuses, m_session.statuses());
        m_statuses = std::move(statuses);
        REJOIN_TRY_VALUE(counts, m_session.counts());
        m_counts = std::move(counts);
        REJOIN_TRY_VALUE(conflicts, m_session.constraintConflicts());
        m_conflicts = std::move(conflicts);
        REJOIN_TRY_VALUE(review, m_session.review());
        m_review = review;
        m_rows.emplace(m_input, m_merged);

        summary();
        servers();
        tables();
        beforeAndAfter();
        timeline();
        decisions();
        keyMap();
        constraintConflicts();
        findings();
        scripts();
        signOff();
        return m_page.finish();
    }

private:
    [[nodiscard]] const AlignedTable &table(int index) const { return m_input.alignment.tables[index]; }

    void summary()
    {
        const qsizetype open = m_merged.unresolved.size() + m_conflicts.size();
        if (open > 0)
            m_page.warning(
                u"DRAFT: %1 rows and %2 constraint conflicts are not decided"_s.arg(m_merged.unresolved.size())
                    .arg(m_conflicts.size()));
        m_page.paragraph(
            u"%1 rows differ, %2 got a new key, %3 are left as each server has them."_s.arg(m_input.differences.size())
                .arg(m_merged.keyMap.size())
                .arg(m_merged.skipped.size()));
        m_page.paragraph(u"Since %1. Compared %2."_s.arg(timeText(m_session.header().since),
                                                         timeText(m_session.header().startedAt)));
        m_page.paragraph(u"Project SHA-256 %1"_s.arg(m_session.header().projectHash));
    }

    void servers()
    {
        m_page.heading(u"Servers"_s);
        m_page.beginTable({u"Server"_s, u"Engine"_s, u"Database"_s, u"Connection"_s});
        for (const Side side : bothSides) {
            const ServerInfo &server = m_session.header().servers[side];
            m_page.row({m_project.title(side), engineName(server.engine) + u' ' + server.version.toString(),
                        databaseText(server), m_project.servers[side].connection.saved()});
        }
        m_page.endTable();
    }

    void tables()
    {
        m_page.heading(u"Tables"_s);
        m_page.beginTable(
            {u"Table"_s, u"State"_s, u"Evidence"_s, u"Rows A"_s, u"Rows B"_s, u"Outcomes"_s, u"Undecided"_s});
        for (int index = 0; index < m_statuses.size(); ++index) {
            const TableStatus &status = m_statuses[index];
            const TableCounts &counts = m_counts[index];
            m_page.row({table(index).name.display(),
                        stateName(status.state) + (status.reason.isEmpty() ? QString() : u": "_s + status.reason),
                        status.evidence + (status.limits.isEmpty() ? QString() : u": "_s + status.limits),
                        countText(status.rows.a), countText(status.rows.b), outcomesText(counts),
                        QString::number(counts.unresolved)});
        }
        m_page.endTable();
    }

    /// What each script makes of the tables of its server.
    void beforeAndAfter()
    {
        for (const WrittenTarget &target : m_scripts) {
            m_page.heading(u"Rows before and after, "_s + m_project.title(target.side));
            m_page.beginTable({u"Table"_s, u"Before"_s, u"Inserted"_s, u"Updated"_s, u"Deleted"_s, u"After"_s});
            for (int index = 0; index < m_statuses.size(); ++index)
                countsRow(target, table(index).in[target.side], m_statuses[index].rows[target.side]);
            m_page.endTable();
        }
    }

    void countsRow(const WrittenTarget &target, const std::optional<Table> &own, const std::optional<qint64> &before)
    {
        if (!own)
            return;
        const RowCounts changed = target.tables.value(own->name.display());
        const std::optional<qint64> after =
            before ? std::optional(*before + changed.inserted - changed.deleted) : std::nullopt;
        m_page.row({own->name.display(), countText(before), QString::number(changed.inserted),
                    QString::number(changed.updated), QString::number(changed.deleted), countText(after)});
    }

    /// Where rows that differ carry times: how many were written when, and on which server.
    void timeline()
    {
        constexpr int mostSpans = 60;
        constexpr int widestBar = 40;
        const Timeline found = timelineOf(m_input.differences, m_session.header().since);
        if (found.writes == 0)
            return;
        const QList<Timeline::Span> spans = found.spans(mostSpans);
        int highest = 1;
        for (const Timeline::Span &span : spans)
            highest = std::max({highest, span.writes.a, span.writes.b});
        const auto bar = [highest](int writes) {
            const int width = writes == 0 ? 0 : std::max(1, writes * widestBar / highest);
            return QString::number(writes) + u' ' + QString(width, u'▇');
        };
        m_page.heading(u"Writes since the split"_s);
        m_page.paragraph(
            u"Rows that differ, by the time that they carry; each line is %1 minutes."_s.arg(spans.first().minutes));
        m_page.beginTable({u"From (UTC)"_s, m_project.title(Side::A), m_project.title(Side::B)});
        for (const Timeline::Span &span : spans)
            m_page.row({span.from.toString(u"yyyy-MM-dd HH:mm"_s), bar(span.writes.a), bar(span.writes.b)});
        m_page.endTable();
    }

    static QString outcomesText(const TableCounts &counts)
    {
        QStringList parts;
        for (const Outcome outcome : allOutcomes) {
            if (const qint64 count = counts.outcomes.value(outcome); count > 0)
                parts += u"%1 %2"_s.arg(count).arg(outcomeName(outcome));
        }
        return parts.isEmpty() ? u"no differences"_s : parts.join(u", "_s);
    }

    void decisions()
    {
        QList<QList<const Difference *>> decided(m_input.alignment.tables.size());
        QList<QList<const Difference *>> automatic(m_input.alignment.tables.size());
        for (const Difference &difference : m_input.differences) {
            const bool isAutomatic = difference.decision.origin == Decision::Origin::Automatic && difference.resolved;
            (isAutomatic ? automatic : decided)[difference.table] += &difference;
        }
        m_page.heading(u"Decisions of people and rules"_s);
        decisionTables(decided);
        m_page.heading(u"Automatic decisions"_s);
        automaticTables(automatic);
    }

    /// One of the versions says it all: what becomes of the row is told in one cell.
    void automaticTables(const QList<QList<const Difference *>> &byTable)
    {
        tablesOfRows(
            byTable, automaticRows, {u"Row"_s, u"Decision"_s, u"Change"_s}, [this](const Difference &difference) {
                m_page.rowHtml({escaped(table(difference.table).describeKey(difference.key)),
                                escaped(outcomeName(difference.outcome) + u": "_s + m_rows->decisionText(difference)),
                                m_rows->changeHtml(difference)});
            });
    }

    void decisionTables(const QList<QList<const Difference *>> &byTable)
    {
        tablesOfRows(byTable, decidedRows, {u"Row"_s, u"Decision"_s, u"Baseline"_s, u"A"_s, u"B"_s, u"Result"_s},
                     [this](const Difference &difference) { decisionRow(difference); });
    }

    template <typename WriteRow>
    void tablesOfRows(const QList<QList<const Difference *>> &byTable, qsizetype limit, const QStringList &headings,
                      const WriteRow &writeRow)
    {
        bool any = false;
        for (const QList<const Difference *> &rows : byTable) {
            if (rows.isEmpty())
                continue;
            any = true;
            m_page.beginTable(headings);
            for (const Difference *difference : rows.first(std::min(limit, rows.size())))
                writeRow(*difference);
            m_page.endTable();
            if (rows.size() > limit)
                m_page.paragraph(u"%1 more rows of %2 are in decisions.csv."_s.arg(rows.size() - limit)
                                     .arg(table(rows.first()->table).name.display()));
        }
        if (!any)
            m_page.paragraph(u"None."_s);
    }

    void decisionRow(const Difference &difference)
    {
        const QList<int> columns = m_rows->shownColumns(difference);
        QStringList cells{escaped(table(difference.table).describeKey(difference.key)),
                          escaped(outcomeName(difference.outcome) + u": "_s + m_rows->decisionText(difference))};
        for (const Version version : allVersions)
            cells += m_rows->versionHtml(difference, version, columns);
        cells += m_rows->resultHtml(difference, columns);
        m_page.rowHtml(cells);
    }

    void keyMap()
    {
        m_page.heading(u"Rows with a new key"_s);
        if (m_merged.keyMap.isEmpty())
            return m_page.paragraph(u"None."_s);
        m_page.paragraph(u"Printed papers and other systems may know the old key."_s);
        m_page.beginTable({u"Server"_s, u"Old key"_s, u"New key"_s});
        const qsizetype shown = std::min<qsizetype>(decidedRows, m_merged.keyMap.size());
        for (const KeyMapEntry &entry : m_merged.keyMap.first(shown))
            m_page.row({m_project.title(entry.server), describeOld(table(entry.table), entry),
                        describeNew(table(entry.table), entry)});
        m_page.endTable();
        if (m_merged.keyMap.size() > shown)
            m_page.paragraph(u"%1 more are in keymap.csv."_s.arg(m_merged.keyMap.size() - shown));
    }

    void constraintConflicts()
    {
        m_page.heading(u"Constraints of the merged state"_s);
        if (m_conflicts.isEmpty())
            return m_page.paragraph(u"All hold."_s);
        m_page.beginTable({u"Kind"_s, u"Constraint"_s, u"Rows"_s, u"Choices"_s});
        for (const ConstraintConflict &conflict : m_conflicts)
            m_page.row(
                {kindName(conflict.kind), conflict.constraint, conflict.message, conflict.choices.join(u"; "_s)});
        m_page.endTable();
    }

    void findings()
    {
        QStringList items;
        for (const SchemaDifference &difference : m_input.alignment.differences)
            items += difference.table.display() + u": "_s + difference.message;
        for (int index = 0; index < m_statuses.size(); ++index)
            items += tableFindings(index);
        m_page.heading(u"Findings"_s);
        if (items.isEmpty())
            m_page.paragraph(u"None."_s);
        else
            m_page.list(items);
    }

    QStringList tableFindings(int index) const
    {
        const QString name = table(index).name.display() + u": "_s;
        QStringList items;
        if (!table(index).whyNotCompared.isEmpty())
            items += name + u"not compared, so not merged: "_s + table(index).whyNotCompared;
        for (const SchemaDifference &difference : table(index).differences)
            items += name + difference.message;
        for (const QString &finding : m_statuses[index].findings)
            items += name + finding;
        if (m_counts[index].outcomes.isEmpty())
            return items;
        for (const Side side : bothSides) {
            if (!table(index).in[side])
                continue;
            for (const Trigger &trigger : table(index).in[side]->triggers)
                items += name + u"trigger %1 fires on merge on %2"_s.arg(trigger.name, m_project.title(side));
        }
        const auto skipped = std::ranges::count_if(m_input.differences, [&](const Difference &difference) {
            return difference.table == index && std::holds_alternative<Skip>(difference.decision.kind);
        });
        if (skipped > 0)
            items += name + u"%1 rows are left as each server has them, so it does not converge"_s.arg(skipped);
        return items;
    }

    void scripts()
    {
        m_page.heading(u"Scripts, and how to go back"_s);
        const bool written = !m_scripts.isEmpty() && !m_scripts.first().mergeHash.isEmpty();
        if (!written)
            m_page.paragraph(u"No bundle holds them yet: rejoin script writes one."_s);
        if (m_scripts.isEmpty())
            return;
        m_page.beginTable(
            {u"Target"_s, u"Insert"_s, u"Update"_s, u"Delete"_s, u"SHA-256 of merge.sql"_s, u"SHA-256 of undo.sql"_s});
        for (const WrittenTarget &target : m_scripts)
            m_page.row({m_project.title(target.side), QString::number(target.counts.value(u"insert"_s)),
                        QString::number(target.counts.value(u"update"_s)),
                        QString::number(target.counts.value(u"delete"_s)), target.mergeHash, target.undoHash});
        m_page.endTable();
        if (!written)
            return;
        m_page.list(
            {u"Each script is one transaction: it changes all rows or none, and stops where a row moved since the "
             "comparison."_s,
             u"To apply: run precheck.sql, then 'rejoin apply FOLDER --approve SHA-256 of merge.sql', then "
             "postcheck.sql."_s,
             u"To go back: 'rejoin undo FOLDER --approve SHA-256 of undo.sql'. It refuses rows that were changed "
             "after the merge."_s,
             u"Every script also runs as it is in the engine's own client."_s});
    }

    void signOff()
    {
        m_page.heading(u"Sign-off"_s);
        m_page.beginTable({u"Step"_s, u"Name"_s, u"Date"_s, u"Signature"_s});
        m_page.row({u"Reviewed"_s, isReviewed() ? m_review->reviewer : QString(),
                    isReviewed() ? timeText(m_review->at) : QString(), QString()});
        for (const QString &step : {u"Approved"_s, u"Applied"_s, u"Verified"_s})
            m_page.row({step, QString(), QString(), QString()});
        m_page.endTable();
        if (isReviewed())
            m_page.paragraph(u"Reviewed as the user %1 on %2. Ticket: %3. Reason: %4."_s.arg(
                m_review->by, m_review->machine, m_review->ticket, m_review->reason));
        else if (m_review)
            m_page.warning(u"The review by %1 of %2 is outdated: it was of other scripts"_s.arg(
                m_review->reviewer, timeText(m_review->at)));
    }

    [[nodiscard]] bool isReviewed() const
    {
        return m_review && !m_scripts.isEmpty() && std::ranges::all_of(m_scripts, [&](const WrittenTarget &target) {
                   return m_review->merge[target.side] == target.mergeHash;
               });
    }

    const Session &m_session;
    const Project &m_project;
    const QList<WrittenTarget> &m_scripts;
    std::optional<Review> m_review;
    HtmlPage m_page;
    const MergeInput &m_input;
    const MergedState &m_merged;
    QList<TableStatus> m_statuses;
    QList<TableCounts> m_counts;
    QList<ConstraintConflict> m_conflicts;
    std::optional<ReportRows> m_rows;
};

} // namespace

Result<QByteArray> htmlReport(const Session &session, const Project &project, const QList<WrittenTarget> &scripts)
{
    REJOIN_TRY_VALUE(input, session.mergeInput());
    return htmlReport(session, project, input, mergedState(input), scripts);
}

Result<QByteArray> htmlReport(const Session &session, const Project &project, const MergeInput &input,
                              const MergedState &merged, const QList<WrittenTarget> &scripts)
{
    return ReportWriter(session, project, input, merged, scripts).write();
}

} // namespace Rejoin
