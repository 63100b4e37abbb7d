#pragma once

#include "diffcore/base/result.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QPair>
#include <optional>

namespace Rejoin {

/// The word of a value among those that JsonReader::choice() takes; empty where it has none.
template <typename Enum> [[nodiscard]] QString wordOf(Enum value, const QList<QPair<QString, Enum>> &words)
{
    for (const auto &[word, meaning] : words) {
        if (meaning == value)
            return word;
    }
    return {};
}

/// Reads the members of one JSON object that a person wrote. The first thing that is wrong is remembered; reading goes
/// on with empty values and finish() tells. A member is wrong when its type is, and when nobody asked for it.
/// Values stand in no error but those of choice(): others may hold secrets.
class JsonReader
{
public:
    /// `path` of the object in its file, put before its members' names: "a" gives "a.role"; empty at the top.
    explicit JsonReader(const QJsonObject &object, const QString &path = {});

    [[nodiscard]] bool has(const QString &member);
    /// Empty where there is no such member, as for the others below.
    [[nodiscard]] QString text(const QString &member, const QString &expected = QStringLiteral("a text"));
    [[nodiscard]] QStringList texts(const QString &member);
    /// An object whose members are arrays of texts.
    [[nodiscard]] QHash<QString, QStringList> lists(const QString &member);
    [[nodiscard]] QJsonObject object(const QString &member);
    [[nodiscard]] QJsonArray array(const QString &member);
    /// A whole number.
    [[nodiscard]] std::optional<qint64> number(const QString &member);
    [[nodiscard]] bool isTrue(const QString &member);
    /// One of a few words; nothing where there is no such member.
    template <typename Enum>
    [[nodiscard]] std::optional<Enum> choice(const QString &member, const QList<QPair<QString, Enum>> &choices);

    /// A reader for an object in this one; merge() its errors afterwards.
    [[nodiscard]] JsonReader inside(const QString &member);
    void merge(const JsonReader &part);
    /// Remembers that a member is wrong for a reason of the caller's: "expected EXPECTED".
    void reject(const QString &member, const QString &expected);
    /// Remembers that the object as a whole is wrong: `message` says why.
    void rejectAll(const QString &message);

    /// Fails with BadFile.
    [[nodiscard]] Result<void> finish();

private:
    [[nodiscard]] QString named(const QString &member) const;
    void wrongType(const QString &member, const QString &found, const QString &expected);
    void wrongChoice(const QString &member, const QStringList &words);
    void requireAllKnown();

    QJsonObject m_object;
    QString m_path;
    QStringList m_known;
    QString m_error;
};

template <typename Enum>
std::optional<Enum> JsonReader::choice(const QString &member, const QList<QPair<QString, Enum>> &choices)
{
    if (!has(member))
        return std::nullopt;
    QStringList words;
    for (const auto &[word, value] : choices) {
        if (m_object.value(member) == QJsonValue(word))
            return value;
        words.append(word);
    }
    wrongChoice(member, words);
    return std::nullopt;
}

} // namespace Rejoin
