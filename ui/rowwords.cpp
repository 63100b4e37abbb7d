#include "ui/words.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

QString nameOfOne(QString table)
{
    // "orders" → "order": names of things are plural in most schemas, and wrong English does less harm than a wrong
    // name
    table.replace(u'_', u' ');
    if (table.endsWith(u"ies"_s))
        return table.chopped(3) + u'y';
    if (table.endsWith(u"ses"_s))
        return table.chopped(2);
    if (table.endsWith(u's') && !table.endsWith(u"ss"_s))
        return table.chopped(1);
    return table;
}

QString keyText(const RowKey &key)
{
    QStringList values;
    for (const Value &value : key.values)
        values.append(value.toText());
    return values.join(u", "_s);
}

QString capital(QString text)
{
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

QString columnNames(const AlignedTable &table, const QList<int> &columns)
{
    QStringList names;
    for (const int column : columns)
        names.append(table.columns.at(column).name);
    return names.join(u", "_s);
}

QList<int> columnsIn(const AlignedTable &table, const Difference &difference, CellState state)
{
    QList<int> columns;
    for (int column = 0; column < table.columns.size(); ++column) {
        if (cellState(table, difference, column) == state)
            columns.append(column);
    }
    return columns;
}

} // namespace

QString Words::cell(CellKind kind, const QString &text)
{
    switch (kind) {
    case CellKind::Value: return text;
    case CellKind::Null: return tr("NULL");
    case CellKind::Absent: return tr("(no column)");
    case CellKind::NoRow: return tr("(no row)");
    case CellKind::Pending: return tr("(undecided)");
    }
    return {};
}

QString Words::row(const AlignedTable &table, const RowKey &key)
{
    if (table.isKeyless())
        return table.describeKey(key);
    return u"%1 %2"_s.arg(capital(nameOfOne(table.name.name)), keyText(key));
}

QString Words::cellSentence(const RowsModel &model, int row, int column)
{
    const Difference *difference = model.source().at(row);
    const AlignedTable *table = model.source().table();
    if (!difference || !table)
        return {};
    const auto text = [&](Face face) { return cell(model.kindAt(row, face, column), model.textAt(row, face, column)); };
    return tr("%1, %2: baseline %3, A %4, B %5, %6")
        .arg(Words::row(*table, difference->key), table->columns.at(column).name, text(Face::Baseline), text(Face::A),
             text(Face::B), decision(*difference));
}

QString Words::collision(const RowsSource &source, const Difference &difference)
{
    const AlignedTable &table = *source.table();
    const QString one = nameOfOne(table.name.name);
    const QString key = keyText(difference.key);
    if (difference.entangled || table.isKeyless())
        return tr("%1 looks alike on both servers, but it belongs to a row whose key names two rows, so it may be two. "
                  "Keep both keeps each with its own.")
            .arg(row(table, difference.key));
    const QString what = tr("%1 %2 was entered on both servers: two different %3.")
                             .arg(capital(one), key, QString(table.name.name).replace(u'_', u' '));
    const auto move = source.preview()->moveOf(difference);
    if (!move)
        return what + u' ' + tr("Keep both gives one of them a new key, and all that belongs to it.");
    QStringList with;
    for (const auto &[child, rows] : move->with) {
        const QString name = QString(source.alignment().tables.at(child).name.name).replace(u'_', u' ');
        with.append(u"%1 %2"_s.arg(rows).arg(rows == 1 ? nameOfOne(name) : name));
    }
    const QString side = move->side == Side::A ? u"A"_s : u"B"_s;
    const QString becomes = tr("Keep both: %1's becomes %2").arg(side, keyText(move->newKey));
    const QString loss = difference.resolved ? QString() : u' ' + tr("Taking A or B would drop the other one.");
    if (with.isEmpty())
        return u"%1 %2."_s.arg(what, becomes) + loss;
    const QString last = with.takeLast();
    const QString list = with.isEmpty() ? last : tr("%1 and %2").arg(with.join(u", "_s), last);
    return tr("%1 %2, with its %3.").arg(what, becomes, list) + loss;
}

QString Words::conflict(const AlignedTable &table, const Difference &difference)
{
    const QString one = row(table, difference.key);
    QStringList parts{
        difference.entangled
            ? tr("%1 refers to a key that names two rows: A's and B's reference are alike in their digits only.")
                  .arg(one)
            : tr("%1 was changed on both servers. Both changed %2.")
                  .arg(one, columnNames(table, columnsIn(table, difference, CellState::Conflict)))};
    for (const Side side : bothSides) {
        const QString name = side == Side::A ? u"A"_s : u"B"_s;
        const auto alone = columnsIn(table, difference, side == Side::A ? CellState::ChangedA : CellState::ChangedB);
        if (!alone.isEmpty())
            parts.append(tr("Only %1 changed %2: taking the whole row of the other would lose that.")
                             .arg(name, columnNames(table, alone)));
    }
    return parts.join(u' ');
}

QString Words::rowSentence(const RowsSource &source, const Difference &difference)
{
    const AlignedTable &table = *source.table();
    switch (difference.outcome) {
    case Outcome::KeyCollision: return collision(source, difference);
    case Outcome::CellConflict:
        if (difference.baselineKnown)
            return conflict(table, difference);
        return tr("%1 differs in %2. Without a baseline nothing tells who changed it, so it needs you.")
            .arg(row(table, difference.key), columnNames(table, columnsIn(table, difference, CellState::Conflict)));
    case Outcome::Convergent:
        if (difference.entangled)
            return tr("%1 looks the same on both servers, but it belongs to a key that names two rows: it may be two.")
                .arg(row(table, difference.key));
        break;
    case Outcome::OnlyA:
    case Outcome::OnlyB:
        return tr("%1: %2 alone, the other server has not touched it.")
            .arg(row(table, difference.key), outcome(difference).remove(u"+ "_s).remove(u"− "_s));
    case Outcome::Unchanged:
    case Outcome::CellMerge:
    case Outcome::DeleteUpdate:
    case Outcome::UpdateDelete:
    case Outcome::MissingUnknown:
    case Outcome::DriftedBefore: break;
    }
    return u"%1. %2"_s.arg(row(table, difference.key), outcomeMeaning(difference.outcome));
}

} // namespace Rejoin
