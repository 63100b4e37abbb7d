#include "diffcore/merge/decision.h"

#include "diffcore/base/overloaded.h"

#include <QDataStream>
#include <QIODevice>
#include <QTimeZone>

namespace Rejoin {

namespace {

constexpr quint8 formatVersion = 1;

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
                   [&](const KeepBoth &both) { out << static_cast<quint8>(both.moves); },
                   [&](const SameEntity &same) { out << encodeKey(same.winner); },
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
        quint8 side = 0;
        in >> side;
        return side <= 1 ? std::optional<DecisionKind>(KeepBoth{static_cast<Side>(side)}) : std::nullopt;
    }
    case 4: {
        QByteArray bytes;
        in >> bytes;
        const std::optional<RowKey> key = decodeKey(bytes);
        return key ? std::optional<DecisionKind>(SameEntity{*key}) : std::nullopt;
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
                          [](const KeepBoth &both) {
                              return QStringLiteral("keep both, %1 moves").arg(versionText(versionOf(both.moves)));
                          },
                          [](const SameEntity &same) { return QLatin1String("same as ") + keyText(same.winner); },
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
