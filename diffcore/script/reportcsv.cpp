#include "diffcore/merge/masking.h"
#include "diffcore/script/csv.h"
#include "diffcore/script/report.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr int pageRows = 1000;

/// The key as describeKey() has it, without the table's name.
QString keyText(const AlignedTable &table, const RowKey &key)
{
    return table.describeKey(key).mid(table.name.display().size() + 1);
}

QStringList decisionFields(const AlignedTable &table, const Difference &difference)
{
    const Decision &decision = difference.decision;
    return {table.name.display(),
            keyText(table, difference.key),
            outcomeName(difference.outcome),
            kindText(shownKind(table, decision.kind)),
            originText(decision),
            decision.reason,
            decision.by,
            decision.at.isValid() ? decision.at.toUTC().toString(Qt::ISODateWithMs) : QString()};
}

} // namespace

Result<QByteArray> decisionsCsv(const Session &session)
{
    QByteArray csv =
        csvLine({u"table"_s, u"key"_s, u"outcome"_s, u"decision"_s, u"origin"_s, u"reason"_s, u"by"_s, u"at"_s});
    qint64 after = 0;
    while (true) {
        REJOIN_TRY_VALUE(page, session.page({}, after, pageRows));
        if (page.isEmpty())
            return csv;
        for (const Difference &difference : page)
            csv += csvLine(decisionFields(session.alignment().tables[difference.table], difference));
        after = page.last().id;
    }
}

Result<QByteArray> keyMapCsv(const Session &session)
{
    REJOIN_TRY_VALUE(input, session.mergeInput());
    QByteArray csv = csvLine({u"server"_s, u"table"_s, u"old key"_s, u"new key"_s});
    for (const KeyMapEntry &entry : mergedState(input).keyMap) {
        const AlignedTable &table = input.alignment.tables[entry.table];
        const auto text = [&](const RowKey &key) {
            return entry.column < 0 ? keyText(table, key)
                                    : u"%1=%2"_s.arg(table.columns[entry.column].name, key.values.first().toText());
        };
        csv += csvLine(
            {session.header().titles[entry.server], table.name.display(), text(entry.oldKey), text(entry.newKey)});
    }
    return csv;
}

} // namespace Rejoin
