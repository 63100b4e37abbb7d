#include "ui/enginewords.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr auto context = "Rejoin::EngineWords";
constexpr int deepest = 4;          ///< texts within texts
constexpr qsizetype longest = 4000; ///< longer ones are no sentences
constexpr qsizetype kept = 4000;    ///< texts that were translated before

QString translated(const char *text)
{
    return QCoreApplication::translate(context, text);
}

/// Whether the window speaks another language than the engine.
bool isOther()
{
    const char *first = engineTemplates().front();
    return translated(first) != QString::fromUtf8(first);
}

/// A template taken apart: "%1 of %2" is "", 1, " of ", 2, "".
struct Pattern
{
    const char *source = "";
    QStringList literals;
    QList<int> places;

    [[nodiscard]] qsizetype weight() const { return literals.join(QString()).size(); }
};

bool isPlace(const QString &text, qsizetype at)
{
    return text.at(at) == u'%' && at + 1 < text.size() && text.at(at + 1).isDigit();
}

Pattern parsed(const QString &text)
{
    Pattern pattern{.literals = {QString()}, .places = {}};
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (isPlace(text, at)) {
            pattern.places.append(text.at(++at).digitValue());
            pattern.literals.append(QString());
        } else {
            pattern.literals.last() += text.at(at);
        }
    }
    return pattern;
}

/// The most telling ones first.
const QList<Pattern> &patterns()
{
    static const QList<Pattern> all = [] {
        QList<Pattern> made;
        for (const char *source : engineTemplates()) {
            made.append(parsed(QString::fromUtf8(source)));
            made.last().source = source;
        }
        std::ranges::stable_sort(made, std::ranges::greater(), &Pattern::weight);
        return made;
    }();
    return all;
}

/// What stands in the places of the template; nothing where the text is not made after it.
std::optional<std::map<int, QString>> match(const Pattern &pattern, const QString &text)
{
    if (!text.startsWith(pattern.literals.first()) || !text.endsWith(pattern.literals.last()))
        return std::nullopt;
    std::map<int, QString> values;
    qsizetype at = pattern.literals.first().size();
    for (qsizetype place = 0; place < pattern.places.size(); ++place) {
        const bool isLast = place + 1 == pattern.places.size();
        const QString &after = pattern.literals.at(place + 1);
        const qsizetype end = isLast ? text.size() - after.size() : text.indexOf(after, at + 1);
        if (end <= at)
            return std::nullopt;
        const auto [known, isNew] = values.emplace(pattern.places.at(place), text.sliced(at, end - at));
        if (!isNew && known->second != text.sliced(at, end - at))
            return std::nullopt;
        at = end + after.size();
    }
    return at == text.size() ? std::optional(values) : std::nullopt;
}

QString local(const QString &text, int depth);

QString filled(const char *source, const std::map<int, QString> &values, int depth)
{
    const Pattern pattern = parsed(translated(source));
    QString text = pattern.literals.first();
    for (qsizetype place = 0; place < pattern.places.size(); ++place) {
        const auto value = values.find(pattern.places.at(place));
        text += (value == values.end() ? QString() : local(value->second, depth + 1)) + pattern.literals.at(place + 1);
    }
    return text;
}

/// Texts that are put together from others.
QString localParts(const QString &text, int depth)
{
    static const QStringList signs{u"\n"_s, u" · "_s, u". "_s, u"; "_s, u": "_s, u", "_s};
    for (const QString &sign : signs) {
        QStringList parts = text.split(sign);
        if (parts.size() == 1)
            continue;
        const bool isSentence = sign == u". "_s;
        for (QString &part : parts) {
            const bool isWhole = isSentence && !part.endsWith(u'.');
            const QString withStop = isWhole ? local(part + u'.', depth + 1) : QString();
            if (isWhole && withStop != part + u'.')
                part = withStop.chopped(1);
            else
                part = local(part, depth + 1);
        }
        return parts.join(sign);
    }
    return text;
}

/// By one template; nothing where there is none.
std::optional<QString> localWhole(const QString &text, int depth)
{
    for (const Pattern &pattern : patterns()) {
        if (const auto values = match(pattern, text))
            return filled(pattern.source, *values, depth);
    }
    return std::nullopt;
}

/// A sentence made of what is part of one elsewhere.
std::optional<QString> localSentence(const QString &text, int depth)
{
    if (!text.endsWith(u'.') || !text.front().isUpper())
        return std::nullopt;
    std::optional<QString> part = localWhole(text.front().toLower() + text.sliced(1).chopped(1), depth);
    if (part && !part->isEmpty())
        *part = part->front().toUpper() + part->sliced(1) + u'.';
    return part;
}

QString local(const QString &text, int depth)
{
    if (text.isEmpty() || depth > deepest)
        return text;
    if (const std::optional<QString> whole = localWhole(text, depth))
        return *whole;
    if (const std::optional<QString> sentence = localSentence(text, depth))
        return *sentence;
    return localParts(text, depth);
}

} // namespace

QString engineText(const QString &text)
{
    if (text.isEmpty() || text.size() > longest || !isOther())
        return text;
    // the window's thread alone asks
    static QHash<QString, QString> known;
    static QString language;
    const QString now = translated(engineTemplates().front());
    if (language != now || known.size() > kept)
        known.clear();
    language = now;
    const auto found = known.constFind(text);
    return found != known.cend() ? *found : *known.insert(text, local(text, 0));
}

QStringList engineTexts(const QStringList &texts)
{
    QStringList all;
    for (const QString &text : texts)
        all.append(engineText(text));
    return all;
}

Error engineError(Error error)
{
    error.message = engineText(error.message);
    error.advice = engineText(error.advice);
    return error;
}

QString errorText(const Error &error)
{
    return describe(engineError(error));
}

QVariant EngineWordsModel::data(const QModelIndex &index, int role) const
{
    const QVariant own = QIdentityProxyModel::data(index, role);
    const bool isText = role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    return isText && own.typeId() == QMetaType::QString ? QVariant(engineText(own.toString())) : own;
}

} // namespace Rejoin
