#include "diffcore/merge/decision.h"

#include "diffcore/base/overloaded.h"

#include <QDataStream>
#include <QIODevice>
#include <QTimeZone>

namespace Rejoin {

namespace {

constexpr quint8 formatVersion = 2;

QString versionText(Version version)
{
    switch (version) {
    case Version::Baseline: return QStringLiteral("baseline");
    case Version::A: return QStringLiteral("A");
    case Version::B: return QStringLiteral("B");
    }
    return {};
}

QString choiceText(const CellChoice &choice)
{
    if (const auto *version = std::get_if<Version>(&choice))
        return versionText(*version);
    const auto &value = std::get<Value>(choice);
    return value.isNull() ? QStringLiteral("NULL") : QLatin1Char('\'') + value.toText() + QLatin1Char('\'');
}

QString cellsText(const Cells &cells)
{
    if (cells.choices.isEmpty())
        return QStringLiteral("both changes");
    QStringList parts;
    for (auto choice = cells.choices.begin(); choice != cells.choices.end(); ++choice)
        parts.append(choice.key() + QLatin1String(" from ") + choiceText(choice.value()));
    return QLatin1String("cells: ") + parts.join(QLatin1String(", "));
}

QString bothText(const KeepBoth &both)
{
    QString text = QStringLiteral("keep both, %1 moves").arg(versionText(versionOf(both.moves)));
    for (auto value = both.values.begin(); value != both.values.end(); ++value)
        text += QStringLiteral(", its %1 becomes %2").arg(value.key(), choiceText(value.value()));
    return text;
}

QString keyText(const RowKey &key)
{
    QStringList parts;
    for (const Value &value : key.values)
        parts.append(value.toText());
    return parts.join(QLatin1String(", "));
}

void writeChoice(QDataStream &out, const CellChoice &choice)
{
    if (const auto *version = std::get_if<Version>(&choice))
        out << quint8(0) << static_cast<quint8>(*version);
    else
        out << quint8(1) << encodeRow({std::get<Value>(choice)});
}

std::optional<Version> readVersion(QDataStream &in)
{
    quint8 number = 0;
    in >> number;
    return number <= static_cast<quint8>(Version::B) ? std::optional(static_cast<Version>(number)) : std::nullopt;
}

std::optional<CellChoice> readChoice(QDataStream &in)
{
    quint8 tag = 0;
    in >> tag;
    if (tag == 0) {
        const std::optional<Version> version = readVersion(in);
        return version ? std::optional(CellChoice(*version)) : std::nullopt;
    }
    QByteArray bytes;
    in >> bytes;
    const std::optional<Row> row = decodeRow(bytes);
    return row && row->size() == 1 ? std::optional(CellChoice(row->first())) : std::nullopt;
}

void writeKind(QDataStream &out, const DecisionKind &kind)
{
    out << static_cast<quint8>(kind.index());
    std::visit(Overloaded{
                   [](const Unresolved &) {},
                   [](const DeleteRow &) {},
                   [](const Skip &) {},
                   [&](const Take &take) { out << static_cast<quint8>(take.from); },
                   [&](const KeepBoth &both) {
                       out << static_cast<quint8>(both.moves) << static_cast<quint32>(both.values.size());
                       for (auto value = both.values.begin(); value != both.values.end(); ++value) {
                           out << value.key();
                           writeChoice(out, value.value());
                       }
                   },
                   [&](const SameEntity &same) {
                       out << encodeKey(same.winner) << quint8(same.of ? 1 + static_cast<quint8>(*same.of) : 0);
                   },
                   [&](const Cells &cells) {
                       out << static_cast<quint32>(cells.choices.size());
                       for (auto choice = cells.choices.begin(); choice != cells.choices.end(); ++choice) {
                           out << choice.key();
                           writeChoice(out, choice.value());
                       }
                   },
               },
               kind);
}

std::optional<DecisionKind> readCells(QDataStream &in)
{
    quint32 size = 0;
    in >> size;
    Cells cells;
    for (quint32 i = 0; i < size && in.status() == QDataStream::Ok; ++i) {
        QString column;
        in >> column;
        const std::optional<CellChoice> choice = readChoice(in);
        if (!choice)
            return std::nullopt;
        cells.choices.insert(column, *choice);
    }
    return cells;
}

std::optional<DecisionKind> readBoth(QDataStream &in)
{
    quint8 side = 0;
    in >> side;
    if (side > 1)
        return std::nullopt;
    const std::optional<DecisionKind> values = readCells(in);
    if (!values)
        return std::nullopt;
    KeepBoth both{static_cast<Side>(side)};
    for (const auto &[column, choice] : std::get<Cells>(*values).choices.asKeyValueRange()) {
        if (!std::holds_alternative<Value>(choice))
            return std::nullopt;
        both.values.insert(column, std::get<Value>(choice));
    }
    return both;
}

std::optional<DecisionKind> readKind(QDataStream &in)
{
    quint8 index = 0;
    in >> index;
    switch (index) {
    case 0: return Unresolved{};
    case 1: {
        const std::optional<Version> version = readVersion(in);
        return version ? std::optional<DecisionKind>(Take{*version}) : std::nullopt;
    }
    case 2: return readCells(in);
    case 3: {
        return readBoth(in);
    }
    case 4: {
        QByteArray bytes;
        in >> bytes;
        const std::optional<RowKey> key = decodeKey(bytes);
        quint8 of = 0;
        in >> of;
        if (!key || of > 2)
            return std::nullopt;
        return SameEntity{*key, of == 0 ? std::nullopt : std::optional(static_cast<Side>(of - 1))};
    }
    case 5: return DeleteRow{};
    case 6: return Skip{};
    default: return std::nullopt;
    }
}

} // namespace

QString kindText(const DecisionKind &kind)
{
    return std::visit(Overloaded{
                          [](const Unresolved &) { return QStringLiteral("unresolved"); },
                          [](const Take &take) { return QLatin1String("take ") + versionText(take.from); },
                          [](const Cells &cells) { return cellsText(cells); },
                          [](const KeepBoth &both) { return bothText(both); },
                          [](const SameEntity &same) {
                              const QString whose =
                                  same.of ? versionText(versionOf(*same.of)) + QLatin1String("'s is the ") : QString();
                              return whose + QLatin1String("same as ") + keyText(same.winner);
                          },
                          [](const DeleteRow &) { return QStringLiteral("delete"); },
                          [](const Skip &) { return QStringLiteral("skip"); },
                      },
                      kind);
}

QString originText(const Decision &decision)
{
    switch (decision.origin) {
    case Decision::Origin::Automatic: return QStringLiteral("automatic");
    case Decision::Origin::Suggestion: return QStringLiteral("suggestion accepted");
    case Decision::Origin::Rule: return QLatin1String("rule ") + decision.rule;
    case Decision::Origin::Person: return QStringLiteral("person");
    }
    return {};
}

QByteArray encodeDecision(const Decision &decision)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << formatVersion;
    writeKind(out, decision.kind);
    out << static_cast<quint8>(decision.origin) << decision.rule << decision.reason << decision.by
        << (decision.at.isValid() ? decision.at.toMSecsSinceEpoch() : qint64(-1));
    return bytes;
}

std::optional<Decision> decodeDecision(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_0);
    quint8 version = 0;
    in >> version;
    if (version != formatVersion)
        return std::nullopt;
    const std::optional<DecisionKind> kind = readKind(in);
    if (!kind)
        return std::nullopt;
    Decision decision;
    decision.kind = *kind;
    quint8 origin = 0;
    qint64 at = -1;
    in >> origin >> decision.rule >> decision.reason >> decision.by >> at;
    if (in.status() != QDataStream::Ok || !in.atEnd() || origin > static_cast<quint8>(Decision::Origin::Person))
        return std::nullopt;
    decision.origin = static_cast<Decision::Origin>(origin);
    if (at >= 0)
        decision.at = QDateTime::fromMSecsSinceEpoch(at, QTimeZone::utc());
    return decision;
}

} // namespace Rejoin
