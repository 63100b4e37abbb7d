#include "diffcore/merge/masking.h"
#include "diffcore/script/csv.h"
#include "diffcore/script/report.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// The key as describeKey() has it, without the table's name.
QString keyText(const AlignedTable &table, const RowKey &key)
{
    return table.describeKey(key).mid(table.name.display().size() + 1);
}

/// Many rows are decided at the same moment.
class MomentText
{
public:
    [[nodiscard]] QString operator()(const QDateTime &moment)
    {
        if (!moment.isValid())
            return {};
        if (moment != m_last) {
            m_last = moment;
            m_text = moment.toUTC().toString(Qt::ISODateWithMs);
        }
        return m_text;
    }

private:
    QDateTime m_last;
    QString m_text;
};

QStringList decisionFields(const AlignedTable &table, const Difference &difference, MomentText &momentText)
{
    const Decision &decision = difference.decision;
    return {table.name.display(),
            keyText(table, difference.key),
            outcomeName(difference.outcome),
            kindText(shownKind(table, decision.kind)),
            originText(decision),
            decision.reason,
            decision.by,
            momentText(decision.at)};
}

} // namespace

QByteArray decisionsCsv(const MergeInput &input)
{
    QByteArray csv =
        csvLine({u"table"_s, u"key"_s, u"outcome"_s, u"decision"_s, u"origin"_s, u"reason"_s, u"by"_s, u"at"_s});
    MomentText momentText;
    for (const Difference &difference : input.differences)
        csv += csvLine(decisionFields(input.alignment.tables[difference.table], difference, momentText));
    return csv;
}

Result<QByteArray> decisionsCsv(const Session &session)
{
    REJOIN_TRY_VALUE(input, session.mergeInput());
    return decisionsCsv(input);
}

QByteArray keyMapCsv(const MergeInput &input, const MergedState &merged, const PerSide<QString> &titles)
{
    QByteArray csv = csvLine({u"server"_s, u"table"_s, u"old key"_s, u"new key"_s});
    for (const KeyMapEntry &entry : merged.keyMap) {
        const AlignedTable &table = input.alignment.tables[entry.table];
        const auto text = [&](const RowKey &key) {
            return entry.column < 0 ? keyText(table, key)
                                    : u"%1=%2"_s.arg(table.columns[entry.column].name, key.values.first().toText());
        };
        csv += csvLine({titles[entry.server], table.name.display(), text(entry.oldKey), text(entry.newKey)});
    }
    return csv;
}

} // namespace Rejoin
