#include "diffcore/evidence/means.h"

#include "diffcore/schema/alignment.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// A means as people write it.
struct Word
{
    Means means;
    QLatin1StringView word;
};

constexpr std::array words{
    Word{Means::BaselineDatabase, "baseline"_L1},      Word{Means::SystemVersions, "system-versions"_L1},
    Word{Means::Checkpoint, "checkpoint"_L1},          Word{Means::ChangeCapture, "change-capture"_L1},
    Word{Means::ChangeTracking, "change-tracking"_L1}, Word{Means::CommitTimestamps, "commit-timestamps"_L1},
    Word{Means::RowVersion, "rowversion"_L1},          Word{Means::TimestampColumn, "timestamp"_L1},
    Word{Means::HighestKey, "highest-key"_L1},         Word{Means::None, "none"_L1},
};

std::unexpected<Error> notMeans(const QString &text)
{
    QStringList known;
    for (const Word &word : words)
        known += word.word;
    return fail(ErrorCode::Usage, u"'%1' is no evidence"_s.arg(text),
                u"Write TABLES=MEANS, MEANS being one of %1; for example 'orders=timestamp:updated_at' or "
                "'*=highest-key:1750'"_s.arg(known.join(u", "_s)));
}

Result<MeansChoice> parseMeans(const QString &text)
{
    const QString name = text.section(u':', 0, 0).trimmed();
    const QString detail = text.section(u':', 1).trimmed();
    const auto *word = std::ranges::find(words, name, &Word::word);
    if (word == words.end())
        return notMeans(text);
    MeansChoice choice{.means = word->means};
    bool isGood = detail.isEmpty();
    if (choice.means == Means::TimestampColumn) {
        choice.column = detail.section(u'@', 0, 0);
        if (const QString zone = detail.section(u'@', 1); !zone.isEmpty())
            choice.zone = QTimeZone(zone.toUtf8());
        isGood = !detail.contains(u'@') || choice.zone.isValid();
    } else if (choice.means == Means::HighestKey) {
        choice.highestKey = detail.toLongLong(&isGood);
    } else if (choice.means == Means::ChangeTracking || choice.means == Means::RowVersion) {
        choice.points = {detail.section(u'/', 0, 0), detail.section(u'/', 1)};
        isGood = !choice.points.a.isEmpty() && !choice.points.b.isEmpty() && !choice.points.b.contains(u'/');
    }
    if (!isGood)
        return notMeans(text);
    return choice;
}

} // namespace

QString meansText(const MeansChoice &choice)
{
    const QString word = std::ranges::find(words, choice.means, &Word::means)->word;
    if (choice.means == Means::HighestKey)
        return word + u':' + QString::number(choice.highestKey);
    if (!choice.points.a.isEmpty())
        return word + u':' + choice.points.a + u'/' + choice.points.b;
    if (choice.column.isEmpty() && !choice.zone.isValid())
        return word;
    return word + u':' + choice.column +
           (choice.zone.isValid() ? u'@' + QString::fromUtf8(choice.zone.id()) : QString());
}

QString meansName(Means means)
{
    switch (means) {
    case Means::BaselineDatabase: return u"baseline database"_s;
    case Means::SystemVersions: return u"system versions"_s;
    case Means::Checkpoint: return u"checkpoint"_s;
    case Means::ChangeCapture: return u"change data capture"_s;
    case Means::ChangeTracking: return u"change tracking"_s;
    case Means::RowVersion: return u"row version"_s;
    case Means::CommitTimestamps: return u"commit timestamps"_s;
    case Means::TimestampColumn: return u"timestamp column"_s;
    case Means::HighestKey: return u"highest key"_s;
    case Means::None: return u"none"_s;
    }
    return {};
}

Result<EvidenceChoice> EvidenceChoice::parse(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals <= 0)
        return notMeans(text);
    EvidenceChoice choice{.tables = text.left(equals).trimmed(), .means = {}};
    for (const QString &part : text.mid(equals + 1).split(u'+')) {
        REJOIN_TRY_VALUE(means, parseMeans(part));
        choice.means.append(means);
    }
    return choice;
}

QString EvidenceChoice::toText() const
{
    QStringList parts;
    for (const MeansChoice &choice : means)
        parts.append(meansText(choice));
    return tables + u'=' + parts.join(u'+');
}

const EvidenceChoice *choiceFor(const QList<EvidenceChoice> &choices, const TableName &table)
{
    const EvidenceChoice *found = nullptr;
    for (const EvidenceChoice &choice : choices) {
        if (matchesGlob(choice.tables, table))
            found = &choice;
    }
    return found;
}

} // namespace Rejoin
