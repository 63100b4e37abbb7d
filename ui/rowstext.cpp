#include "ui/rowstext.h"

#include "ui/words.h"

#include <QFont>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace Rejoin {

using Kind = RowsModel::Section::Kind;

namespace {

QFont boldFont()
{
    QFont font;
    font.setBold(true);
    return font;
}

} // namespace

RowsText::RowsText(RowsModel *rows, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_rows(rows)
{
    setSourceModel(rows);
}

QString RowsText::text(const Difference &difference, const RowsModel::Section &section) const
{
    if (section.kind == Kind::Decision)
        return difference.resolved ? u"✓ "_s + Words::decision(difference) : Words::decision(difference);
    const QString sign = glyph(Words::outcomeTint(difference.outcome));
    return sign.isEmpty() ? Words::outcome(difference) : u"%1 %2"_s.arg(sign, Words::outcome(difference));
}

QString RowsText::toolTip(const QModelIndex &index, const Difference &difference,
                          const RowsModel::Section &section) const
{
    switch (section.kind) {
    case Kind::Decision: return Words::decisionDetail(difference.decision);
    case Kind::Outcome: return Words::outcomeMeaning(difference.outcome);
    case Kind::Key: return m_rows->source().table()->describeKey(difference.key);
    case Kind::Cell: break;
    }
    return Words::cellSentence(*m_rows, index.row(), section.column);
}

QString RowsText::spoken(const QModelIndex &index, const Difference &difference,
                         const RowsModel::Section &section) const
{
    const QString row = Words::row(*m_rows->source().table(), difference.key);
    switch (section.kind) {
    case Kind::Decision: return tr("%1, decision: %2").arg(row, Words::decision(difference));
    case Kind::Outcome: return tr("%1, %2").arg(row, Words::outcome(difference));
    case Kind::Key: return row;
    case Kind::Cell: break;
    }
    return Words::cellSentence(*m_rows, index.row(), section.column);
}

QVariant RowsText::data(const QModelIndex &index, int role) const
{
    const RowsModel::Section section = m_rows->sectionAt(index.column());
    const bool isWord = section.kind == Kind::Decision || section.kind == Kind::Outcome;
    const bool isOurs = role == Qt::ToolTipRole || role == Qt::AccessibleTextRole || role == TintRole ||
                        (isWord && (role == Qt::DisplayRole || role == Qt::FontRole || role == Qt::ForegroundRole));
    const Difference *difference = isOurs && index.isValid() ? m_rows->source().at(index.row()) : nullptr;
    if (!difference)
        return QIdentityProxyModel::data(index, role);
    switch (role) {
    case Qt::ToolTipRole: return toolTip(index, *difference, section);
    case Qt::AccessibleTextRole: return spoken(index, *difference, section);
    case TintRole:
        if (section.kind == Kind::Cell)
            return int(tintOf(CellState(QIdentityProxyModel::data(index, RowsModel::CellStateRole).toInt())));
        return int(section.kind == Kind::Outcome ? Words::outcomeTint(difference->outcome) : Tint::Plain);
    case Qt::FontRole: return isWord && !difference->resolved ? boldFont() : QVariant();
    case Qt::ForegroundRole:
        return section.kind == Kind::Decision && !difference->resolved
                   ? QVariant(tintColors(Tint::Conflict, QGuiApplication::palette()).accent)
                   : QVariant();
    default: return text(*difference, section);
    }
}

QVariant RowsText::headerData(int section, Qt::Orientation orientation, int role) const
{
    const RowsModel::Section what = m_rows->sectionAt(section);
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole) {
        if (what.kind == Kind::Decision)
            return tr("Decision");
        if (what.kind == Kind::Outcome)
            return tr("Outcome");
        const qint64 differing = m_rows->source().differencesIn(what.column);
        const QString name = QIdentityProxyModel::headerData(section, orientation, role).toString();
        return what.kind == Kind::Cell && differing > 0 ? u"%1 (%2)"_s.arg(name).arg(differing) : name;
    }
    if (orientation == Qt::Horizontal && role == Qt::ToolTipRole && what.kind == Kind::Cell)
        return tr("%1 of %2; A and B differ here in %3. Click to see these rows alone, again to see all.")
            .arg(QIdentityProxyModel::headerData(section, orientation, Qt::DisplayRole).toString(),
                 Words::face(what.face), Words::rows(m_rows->source().differencesIn(what.column)));
    return QIdentityProxyModel::headerData(section, orientation, role);
}

} // namespace Rejoin
