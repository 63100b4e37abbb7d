#include "diffcore/script/script.h"

#include "diffcore/base/sha256.h"
#include "diffcore/dialect/oneschema.h"
#include "diffcore/script/scriptrows.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr int probeLimit = 20;
constexpr qsizetype operationsOneByOne = 2000; // a script that a person can read
constexpr qsizetype passedAtOnce = 1 << 20;    // bytes

QString kindWord(RowOperation::Kind kind)
{
    switch (kind) {
    case RowOperation::Kind::Insert: return u"insert"_s;
    case RowOperation::Kind::Update: return u"update"_s;
    case RowOperation::Kind::Delete: return u"delete"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString utcText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QString sideWord(Side side)
{
    return side == Side::A ? u"A"_s : u"B"_s;
}

/// Puts a script together and keeps count of its lines.
class ScriptWriter
{
public:
    ScriptWriter(const Plan &plan, const MergeInput &input, const ServerInfo &target, const ScriptOrigin &origin)
        : m_plan(plan)
        , m_input(input)
        , m_target(target)
        , m_origin(origin)
        , m_dialect(Dialect::make(target))
        , m_rows(input, plan)
        , m_finalRows(m_rows.finalRows())
        , m_kept(m_rows.keptRows())
    {
        m_differences.reserve(input.differences.size());
        for (const Difference &difference : input.differences)
            m_differences.insert(difference.id, &difference);
        for (const RowOperation &operation : plan.operations)
            count(operation);
    }

    Script merge(const std::optional<CheckHashes> &checks, const ScriptSink &sink)
    {
        m_sink = sink;
        // what happened to other rows since is no reason not to undo
        const QList<RowChange> kept = m_origin.kind == ScriptKind::Merge ? m_kept : QList<RowChange>();
        m_tables = m_rows.tables(kept);
        begin();
        ScriptHead start = head(m_origin.title);
        if (checks)
            start.comments += checksText(*checks);
        start.comments += countsLine();
        start.comments += triggerLines() + keyMapLines();
        start.appliedProbes = ScriptRows::sample(m_finalRows, probeLimit);
        start.appliedMessage = m_origin.kind == ScriptKind::Merge
                                   ? u"this script has been applied before, the rows are as it leaves them"_s
                                   : u"there is nothing to undo, the rows are as they were before the merge"_s;
        ScriptTail end = tail();
        start.generators = end.generators;
        const Plan back = m_dialect->checksRowsFirst() ? undoOf(m_plan) : Plan();
        const ScriptRows rowsBefore(m_input, back);
        if (m_dialect->checksRowsFirst())
            start.expected = rowsBefore.finalRows() + RowChanges(kept);
        add(m_dialect->scriptHead(start));
        addOperations();
        end.kept = m_dialect->rowChecks(RowChanges(kept));
        end.postconditions = finalChecks();
        add(m_dialect->scriptTail(end));
        return ended();
    }

    /// Of the rows that the operations leave, and of those that decisions rest on.
    Script check(const QString &title, const ScriptSink &sink)
    {
        Sha256 hash;
        QByteArray text;
        m_sink = [&](QByteArrayView bytes) {
            hash.add(bytes);
            if (sink)
                sink(bytes);
            else
                text += bytes;
        };
        m_tables = m_rows.tables(m_kept);
        begin();
        ScriptHead start = head(title);
        start.comments += u"Rows: %1 to check; writes nothing"_s.arg(m_finalRows.size() + m_kept.size());
        add(m_dialect->checkScript(start, finalChecks() + m_dialect->rowChecks(RowChanges(m_kept))));
        Script script = ended();
        script.text = text;
        script.hash = hash.hex();
        return script;
    }

private:
    void begin()
    {
        m_script = {.counts = m_counts, .tables = m_countsByTable};
        m_line = 1;
    }

    Script ended()
    {
        pass();
        return std::exchange(m_script, {});
    }

    /// The same in a script and in its check.
    const QStringList &finalChecks()
    {
        if (!m_finalChecks)
            m_finalChecks = m_dialect->rowChecks(m_finalRows);
        return *m_finalChecks;
    }

    void add(const QStringList &statements)
    {
        for (const QString &statement : statements) {
            const QByteArray bytes = statement.toUtf8();
            m_script.text += bytes;
            m_script.text += '\n';
            m_line += 1 + static_cast<int>(bytes.count('\n'));
            if (m_script.text.size() >= passedAtOnce)
                pass();
        }
    }

    void pass()
    {
        if (!m_sink)
            return;
        m_sink(m_script.text);
        m_script.text.resize(0);
    }

    void addOperations()
    {
        // a run at a time: as changes, the operations of a large plan would fill more memory than all else
        ListRuns runs = guardRuns(guarding(), m_dialect->rowsPerList());
        qsizetype first = 0;
        const auto write = [&](const QList<RowChange> &batch) {
            if (!batch.isEmpty())
                addBatch(batch, first);
            first += batch.size();
        };
        for (qsizetype next = 0; next < m_plan.operations.size();) {
            const int atOnce = m_plan.operations[next].atOnce;
            if (atOnce == 0) {
                write(runs.add(m_rows.change(m_plan.operations[next++])));
                continue;
            }
            write(runs.end());
            QList<RowChange> changes;
            for (; next < m_plan.operations.size() && m_plan.operations[next].atOnce == atOnce; ++next)
                changes += m_rows.change(m_plan.operations[next]);
            write(changes);
        }
        write(runs.end());
        add({QString()});
    }

    void addBatch(const QList<RowChange> &batch, qsizetype first)
    {
        add({QString()});
        for (qsizetype index = 0; index < batch.size(); ++index) {
            const RowOperation &operation = m_plan.operations[first + index];
            add({m_dialect->comment(explanation(operation, batch[index], m_differences.value(operation.difference)))});
            m_script.marks += {batch.size() == 1 ? m_line : m_line - 1, operation.difference};
        }
        if (m_plan.operations[first].atOnce != 0)
            add(m_dialect->scriptAtOnce(batch));
        else
            add(batch.size() == 1 ? m_dialect->scriptOperation(batch.first()) : m_dialect->scriptOperations(batch));
    }

    Guarding guarding() const
    {
        const bool large = m_plan.operations.size() > operationsOneByOne;
        return m_origin.guarding.value_or(large ? Guarding::Batches : Guarding::EachRow);
    }

    /// "update orders order_id=1001: take B (automatic: A unchanged since the baseline)"
    QString explanation(const RowOperation &operation, const RowChange &change, const Difference *difference) const
    {
        QString text = kindWord(operation.kind) + u' ' + change.row;
        if (!difference)
            return text;
        const Decision &decision = difference->decision;
        text += m_origin.kind == ScriptKind::Undo ? u": undoes "_s : u": "_s;
        text += kindText(decision.kind) + u" ("_s + originText(decision);
        return text + (decision.reason.isEmpty() ? QString() : u": "_s + decision.reason) + u')';
    }

    QStringList comments(const QString &title) const
    {
        QStringList lines{u"Rejoin: "_s + title,
                          u"Target: %1 %2"_s.arg(engineName(m_target.engine), databaseText(m_target).section(u'/', -1)),
                          u"Project: SHA-256 "_s + m_origin.projectHash};
        if (m_origin.since.isValid())
            lines += u"Since: "_s + utcText(m_origin.since);
        if (!m_origin.ticket.isEmpty())
            lines += u"Ticket: "_s + m_origin.ticket;
        if (!m_origin.reason.isEmpty())
            lines += u"Reason: "_s + m_origin.reason;
        return lines;
    }

    void count(const RowOperation &operation)
    {
        ++m_counts[kindWord(operation.kind)];
        const std::optional<Table> &table = m_input.alignment.tables[operation.table].in[versionOf(m_plan.target)];
        RowCounts &rows = m_countsByTable[table ? table->name.display() : QString()];
        switch (operation.kind) {
        case RowOperation::Kind::Insert: ++rows.inserted; break;
        case RowOperation::Kind::Update: ++rows.updated; break;
        case RowOperation::Kind::Delete: ++rows.deleted; break;
        }
    }

    QString countsLine() const
    {
        return u"Rows: %1 to insert, %2 to update, %3 to delete"_s.arg(m_counts.value(u"insert"_s))
            .arg(m_counts.value(u"update"_s))
            .arg(m_counts.value(u"delete"_s));
    }

    QStringList triggerLines() const
    {
        QStringList lines;
        for (const Table *table : m_tables) {
            for (const Trigger &trigger : table->triggers)
                lines += u"Trigger %1 of %2 fires on these rows; what it writes elsewhere is not checked"_s.arg(
                    trigger.name, table->name.display());
        }
        return lines;
    }

    QStringList keyMapLines() const
    {
        QStringList lines;
        for (const KeyMapEntry &entry : m_plan.keyMap) {
            const AlignedTable &table = m_input.alignment.tables[entry.table];
            lines += u"New key: %1 (%2) → %3"_s.arg(describeOld(table, entry), sideWord(entry.server),
                                                    describeNew(table, entry));
        }
        return lines;
    }

    ScriptHead head(const QString &title) const
    {
        ScriptHead head;
        head.comments = comments(title);
        head.target = m_target;
        head.tables = m_tables;
        head.foreignKeysOff = m_plan.foreignKeysOff;
        return head;
    }

    ScriptTail tail() const
    {
        ScriptTail tail;
        tail.tables = m_tables;
        tail.foreignKeysOff = m_plan.foreignKeysOff;
        for (const GeneratorSetting &setting : m_plan.generators) {
            GeneratorChange change = m_rows.change(setting);
            change.restore = m_origin.kind == ScriptKind::Undo;
            tail.generators += change;
        }
        return tail;
    }

    const Plan &m_plan;
    const MergeInput &m_input;
    const ServerInfo &m_target;
    const ScriptOrigin &m_origin;
    std::unique_ptr<Dialect> m_dialect;
    ScriptRows m_rows;
    RowChanges m_finalRows; ///< refer to m_rows
    QList<RowChange> m_kept;
    QHash<qint64, const Difference *> m_differences; ///< by id
    std::optional<QStringList> m_finalChecks;
    QHash<QString, qint64> m_counts;
    QMap<QString, RowCounts> m_countsByTable;
    QList<const Table *> m_tables;
    ScriptSink m_sink; ///< of the script that is being written
    Script m_script;
    int m_line = 1;
};

} // namespace

Script writeScript(const Plan &plan, const MergeInput &input, const ServerInfo &target, const ScriptOrigin &origin)
{
    return ScriptWriter(plan, input, target, origin).merge(origin.checks, {});
}

Script writeCheck(const Plan &plan, const MergeInput &input, const ServerInfo &target, const ScriptOrigin &origin,
                  CheckMoment moment)
{
    const Plan checked = moment == CheckMoment::After ? plan : undoOf(plan);
    return ScriptWriter(checked, input, target, origin).check(origin.title, {});
}

CheckedScript writeCheckedScript(const Plan &plan, const MergeInput &input, const ServerInfo &target,
                                 const ScriptOrigin &origin, const QString &checkTitle, const BothChecks &checks,
                                 const CheckedSinks &sinks)
{
    ScriptWriter writer(plan, input, target, origin);
    CheckedScript checked{.script = {}, .check = writer.check(checkTitle, sinks.check)};
    checked.script = writer.merge(checks(checked.check.hash), sinks.script);
    return checked;
}

} // namespace Rejoin
