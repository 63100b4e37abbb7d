#include "diffcore/base/jsonfile.h"
#include "diffcore/base/jsonreader.h"
#include "diffcore/merge/numbertemplate.h"
#include "diffcore/merge/rule.h"

#include <QDir>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

QList<QPair<QString, Version>> versionWords()
{
    return {{u"a"_s, Version::A}, {u"b"_s, Version::B}, {u"baseline"_s, Version::Baseline}};
}

QList<QPair<QString, Side>> sideWords()
{
    return {{u"a"_s, Side::A}, {u"b"_s, Side::B}};
}

QString requiredText(JsonReader &reader, const QString &member, const QString &expected)
{
    const QString text = reader.text(member, expected);
    if (text.isEmpty())
        reader.reject(member, expected);
    return text;
}

/// The member that says what a rule does; empty where there is not just one.
QString actionOf(JsonReader &reader)
{
    QStringList found;
    for (const QString &action : {u"take"_s, u"newest"_s, u"ignore"_s, u"keepBoth"_s, u"sum"_s, u"renumber"_s}) {
        if (reader.has(action))
            found.append(action);
    }
    return found.size() == 1 ? found.first() : QString();
}

void readNumbers(JsonReader &reader, Rule &rule)
{
    const QString expected = u"a template with {n} for the counter, such as \"ORD-2024-{n:3}\" or \"{prefix}{n}\""_s;
    rule.numbers = requiredText(reader, u"template"_s, expected);
    if (!rule.numbers.isEmpty() && !NumberTemplate::parse(rule.numbers))
        reader.reject(u"template"_s, expected);
    if (reader.has(u"from"_s))
        rule.firstNumber = reader.number(u"from"_s);
    rule.moves = Side::B;
    if (reader.has(u"moves"_s))
        rule.moves = reader.choice(u"moves"_s, sideWords()).value_or(Side::B);
}

void readAction(JsonReader &reader, Rule &rule)
{
    const QString action = actionOf(reader);
    const QString column = u"the name of a column"_s;
    if (action == "take"_L1) {
        rule.kind = reader.has(u"column"_s) ? Rule::Kind::TakeColumn : Rule::Kind::TakeRow;
        if (rule.kind == Rule::Kind::TakeColumn)
            rule.column = requiredText(reader, u"column"_s, column);
        rule.from = reader.choice(action, versionWords()).value_or(Version::A);
    } else if (action == "newest"_L1 || action == "sum"_L1) {
        rule.kind = action == "sum"_L1 ? Rule::Kind::SumOfDeltas : Rule::Kind::Newest;
        rule.column = requiredText(reader, action, column);
    } else if (action == "ignore"_L1) {
        rule.kind = Rule::Kind::IgnoreColumn;
        rule.column = requiredText(reader, u"column"_s, column);
        if (!reader.isTrue(action))
            reader.reject(action, u"true"_s);
    } else if (action == "keepBoth"_L1) {
        rule.kind = Rule::Kind::KeepBoth;
        rule.moves = reader.choice(action, sideWords()).value_or(Side::B);
    } else if (action == "renumber"_L1) {
        rule.kind = Rule::Kind::Renumber;
        rule.column = requiredText(reader, action, column);
        readNumbers(reader, rule);
    } else {
        reader.rejectAll(
            u"it needs just one of \"take\", \"newest\", \"ignore\", \"keepBoth\", \"sum\" and \"renumber\""_s);
    }
}

Result<Rule> readRule(const QJsonValue &json)
{
    if (!json.isObject())
        return fail(ErrorCode::BadFile, u"it is not an object"_s,
                    u"Write {\"name\": …, \"table\": …, \"take\": \"a\"}"_s);
    JsonReader reader(json.toObject());
    Rule rule;
    rule.name = requiredText(reader, u"name"_s, u"the rule's name"_s);
    if (reader.has(u"table"_s))
        rule.table = requiredText(reader, u"table"_s, u"a table's name or a pattern such as \"*\""_s);
    if (reader.has(u"where"_s))
        rule.where = requiredText(reader, u"where"_s, u"a condition on the row, such as \"b.status = 'open'\""_s);
    readAction(reader, rule);
    REJOIN_TRY(reader.finish());
    return rule;
}

QJsonObject ruleJson(const Rule &rule)
{
    QJsonObject json{{u"name"_s, rule.name}, {u"table"_s, rule.table}};
    if (!rule.where.isEmpty())
        json.insert(u"where"_s, rule.where);
    switch (rule.kind) {
    case Rule::Kind::TakeColumn: json.insert(u"column"_s, rule.column); [[fallthrough]];
    case Rule::Kind::TakeRow: json.insert(u"take"_s, wordOf(rule.from, versionWords())); break;
    case Rule::Kind::Newest: json.insert(u"newest"_s, rule.column); break;
    case Rule::Kind::SumOfDeltas: json.insert(u"sum"_s, rule.column); break;
    case Rule::Kind::IgnoreColumn:
        json.insert(u"column"_s, rule.column);
        json.insert(u"ignore"_s, true);
        break;
    case Rule::Kind::KeepBoth: json.insert(u"keepBoth"_s, wordOf(rule.moves, sideWords())); break;
    case Rule::Kind::Renumber:
        json.insert(u"renumber"_s, rule.column);
        json.insert(u"template"_s, rule.numbers);
        json.insert(u"moves"_s, wordOf(rule.moves, sideWords()));
        if (rule.firstNumber)
            json.insert(u"from"_s, *rule.firstNumber);
        break;
    }
    return json;
}

} // namespace

Result<QList<Rule>> rulesFromJson(const QJsonArray &array)
{
    QList<Rule> rules;
    QSet<QString> names;
    for (const auto &json : array) {
        const QString name = json.toObject().value("name"_L1).toString();
        const QString called =
            u"rule %1"_s.arg(rules.size() + 1) + (name.isEmpty() ? QString() : u" \"%1\""_s.arg(name));
        Result<Rule> rule = readRule(json);
        if (!rule)
            return fail(ErrorCode::BadFile, called + u": "_s + rule.error().message, rule.error().advice);
        if (names.contains(name))
            return fail(ErrorCode::BadFile, called + u": another rule has this name"_s, u"Give each its own name"_s);
        names.insert(name);
        rules.append(std::move(*rule));
    }
    return rules;
}

QJsonArray toJson(const QList<Rule> &rules)
{
    QJsonArray array;
    for (const Rule &rule : rules)
        array.append(ruleJson(rule));
    return array;
}

Result<QList<Rule>> loadRules(const QString &path)
{
    const JsonFileKind kind{.name = u"a file of rules"_s,
                            .suffix = u".json"_s,
                            .advice = u"Write an array: [{\"name\": \"settings from A\", \"table\": \"settings\", "
                                      "\"take\": \"a\"}]"_s};
    REJOIN_TRY_VALUE(document, readJsonFile(path, kind));
    const QString shown = QDir::toNativeSeparators(path);
    if (!document.isArray())
        return fail(ErrorCode::BadFile, u"%1 is not an array of rules"_s.arg(shown), kind.advice);
    Result<QList<Rule>> rules = rulesFromJson(document.array());
    if (!rules)
        return fail(ErrorCode::BadFile, shown + u": "_s + rules.error().message, rules.error().advice);
    return rules;
}

} // namespace Rejoin
