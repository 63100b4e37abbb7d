#include "tests/fuzz/jsonmutation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <limits>

namespace Rejoin::Fuzzing {

namespace {

QJsonValue otherValue(QRandomGenerator &random)
{
    static const QJsonArray values{QJsonValue(),
                                   true,
                                   false,
                                   0,
                                   -1,
                                   1,
                                   7,
                                   99,
                                   2147483648.0,
                                   std::numeric_limits<qint64>::max(),
                                   std::numeric_limits<qint64>::min(),
                                   0.5,
                                   1e308,
                                   QString(),
                                   QStringLiteral("*"),
                                   QStringLiteral("a"),
                                   QStringLiteral("order_id"),
                                   QStringLiteral("2026-11-22T10:00:00.000Z"),
                                   QJsonArray(),
                                   QJsonArray{0},
                                   QJsonArray{0, 0},
                                   QJsonObject()};
    return values[random.bounded(values.size())];
}

/// A value somewhere within another one.
QJsonValue partOf(const QJsonValue &whole, QRandomGenerator &random)
{
    QJsonValue part = whole;
    while (random.bounded(4) != 0) {
        if (const QJsonArray array = part.toArray(); !array.isEmpty())
            part = array[random.bounded(array.size())];
        else if (const QJsonObject object = part.toObject(); !object.isEmpty())
            part = object[object.keys()[random.bounded(object.size())]];
        else
            break;
    }
    return part;
}

QJsonValue changed(const QJsonValue &value, const QJsonValue &whole, QRandomGenerator &random)
{
    const bool goesOn = random.bounded(5) != 0;
    if (QJsonObject object = value.toObject(); goesOn && !object.isEmpty()) {
        const QString name = object.keys()[random.bounded(object.size())];
        if (random.bounded(12) == 0)
            object.remove(name);
        else
            object[name] = changed(object[name], whole, random);
        return object;
    }
    if (QJsonArray array = value.toArray(); goesOn && !array.isEmpty()) {
        const qsizetype place = random.bounded(array.size());
        switch (random.bounded(8)) {
        case 0: array.removeAt(place); break;
        case 1: array.append(array[place]); break;
        default: array[place] = changed(array[place], whole, random);
        }
        return array;
    }
    if (value.isDouble() && random.bounded(2) == 0)
        return value.toDouble() + random.bounded(3) - 1;
    return random.bounded(4) == 0 ? partOf(whole, random) : otherValue(random);
}

/// Where the object that begins at `start` ends; braces in texts count, too, so it may be none. -1 where there is no
/// end.
qsizetype endOfObject(const QByteArray &input, qsizetype start)
{
    int depth = 0;
    for (qsizetype at = start; at < input.size(); ++at) {
        depth += input[at] == '{' ? 1 : input[at] == '}' ? -1 : 0;
        if (depth == 0)
            return at + 1;
    }
    return -1;
}

} // namespace

QByteArray withJsonChanged(const QByteArray &input, QRandomGenerator &random)
{
    QJsonDocument document = QJsonDocument::fromJson(input);
    qsizetype start = 0;
    qsizetype end = input.size();
    const bool isWhole = !document.isNull();
    if (!isWhole) {
        start = input.indexOf("{\"", random.bounded(input.size() + 1));
        start = start < 0 ? input.indexOf("{\"") : start;
        end = start < 0 ? -1 : endOfObject(input, start);
        if (end < 0)
            return {};
        document = QJsonDocument::fromJson(input.sliced(start, end - start));
    }
    QJsonValue value = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    for (int changes = 1 + random.bounded(3); changes > 0; --changes)
        value = changed(value, value, random);
    QByteArray json = value.isArray() ? QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)
                                      : QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    if (isWhole)
        return json;
    const qsizetype room = end - start;
    return json.size() > room ? QByteArray() : QByteArray(input).replace(start, room, json.leftJustified(room, ' '));
}

} // namespace Rejoin::Fuzzing
