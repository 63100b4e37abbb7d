#include "tests/support/randomstory.h"

#include "diffcore/merge/suggestion.h"

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

/// Does something to one version that its constraints allow.
static void change(Story &story, Version version, QRandomGenerator &random)
{
    const auto number = [&](int limit) { return QString::number(random.bounded(limit)); };
    const auto one = [&](const QString &table) {
        const QStringList rows = story.text(story.state(version), table).split(u"; "_s);
        return rows[random.bounded(rows.size())];
    };
    const State before = story.state(version);
    const auto maybe = [&](const QString &value) { return random.bounded(3) ? value : u"-"_s; };
    switch (random.bounded(6)) {
    case 0:
    case 1:
        story.put(version,
                  u"e: %1 %2 %3"_s.arg(QString::number(1 + random.bounded(6)), maybe(number(5)), maybe(number(7))));
        break;
    case 2:
        story.put(version, u"o: %1 %2 %3"_s.arg(QString::number(1 + random.bounded(6)), maybe(number(7)), number(3)));
        break;
    case 3: story.put(version, u"l: %1 %2 %3"_s.arg(one(u"o"_s).section(u' ', 0, 0), number(3), number(2))); break;
    case 4: story.drop(version, u"l: "_s + one(u"l"_s).section(u' ', 0, 1)); break;
    case 5: {
        const QString table = random.bounded(2) ? u"e"_s : u"o"_s;
        story.drop(version, table + u": "_s + one(table).section(u' ', 0, 0));
        break;
    }
    }
    const State &after = story.state(version);
    const bool gone = after[u"l"_s].isEmpty() || after[u"o"_s].isEmpty() || after[u"e"_s].isEmpty();
    if (gone || !brokenConstraint(story.alignment(), after).isEmpty())
        story.state(version) = before;
}

Story randomStory(QRandomGenerator &random)
{
    Story story(u"e id# code!? boss?>e\no id# e?>e v\nl o*>o n* v"_s);
    story.putEverywhere(u"e: 1 0 -; 2 1 1; 3 2 2\no: 1 1 0; 2 2 0\nl: 1 1 0; 1 2 0; 2 1 0"_s);
    for (const Version version : {Version::A, Version::B}) {
        for (int i = 0; i < 12; ++i)
            change(story, version, random);
    }
    return story;
}

void decideAnyhow(const MergeInput &input, Difference &difference, QRandomGenerator &random)
{
    const AlignedTable &table = input.alignment.tables[difference.table];
    QList<DecisionKind> kinds{Take{Version::A}, Take{Version::B}};
    if (difference.outcome == Outcome::KeyCollision)
        kinds = {KeepBoth{Side::A}, KeepBoth{Side::B}};
    const DecisionKind kind = kinds[random.bounded(kinds.size())];
    if (whyNot(table, difference, kind).isEmpty())
        decide(input, difference, kind);
}

} // namespace Rejoin::Testing
