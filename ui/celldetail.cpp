#include "ui/celldetail.h"

#include "diffcore/merge/suggestion.h"
#include "ui/keymap.h"
#include "ui/words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

std::optional<Version> versionOfFace(Face face)
{
    switch (face) {
    case Face::Baseline: return Version::Baseline;
    case Face::A: return Version::A;
    case Face::B: return Version::B;
    case Face::Merged: break;
    }
    return std::nullopt;
}

constexpr int bestOfAll = -1;

QString nameOf(CellView view)
{
    switch (view) {
    case CellView::Text: return CellDetail::tr("as text");
    case CellView::Json: return CellDetail::tr("as JSON");
    case CellView::Hex: return CellDetail::tr("in hex");
    case CellView::Image: return CellDetail::tr("as picture");
    }
    return {};
}

bool fits(TypeFamily family, const QString &text)
{
    bool good = true;
    if (family == TypeFamily::Integer)
        static_cast<void>(text.toLongLong(&good));
    else if (family == TypeFamily::Decimal || family == TypeFamily::Float)
        static_cast<void>(text.toDouble(&good));
    return good;
}

} // namespace

CellDetail::CellDetail(Workspace &workspace, RowsModel *model, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(model)
    , m_heading(new QLabel(this))
    , m_note(new QLabel(this))
    , m_view(new QComboBox(this))
    , m_set(new QPushButton(tr("Set value"), this))
    , m_null(new QPushButton(tr("NULL"), this))
{
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->setVerticalSpacing(3);
    layout->addWidget(m_heading, 0, 0, 1, 2);
    layout->addWidget(m_note, 0, 2);
    layout->addWidget(m_view, 0, 3, Qt::AlignRight);
    m_heading->setTextFormat(Qt::PlainText);
    m_note->setAlignment(Qt::AlignRight);
    m_view->setAccessibleName(tr("How the cell is shown"));
    m_view->setToolTip(m_view->accessibleName());
    m_view->addItem(tr("as fits best"), bestOfAll);
    for (const CellView view : allCellViews)
        m_view->addItem(nameOf(view), int(view));
    connect(m_view, &QComboBox::activated, this, &CellDetail::showPanes);
    for (const Face face : allFaces)
        makePane(face);
    m_set->setToolTip(tr("Take this text as the cell's value (Ctrl+Return)"));
    tellKey(m_null, KeyAction::NullCell, tr("Make the cell NULL"));
    connect(m_set, &QPushButton::clicked, this, &CellDetail::setEdited);
    connect(m_null, &QPushButton::clicked, this, &CellDetail::setNull);
    clear();
}

void CellDetail::makePane(Face face)
{
    auto *pane = new CellPane(face, this);
    if (const auto version = versionOfFace(face)) {
        connect(pane->takeButton(), &QPushButton::clicked, this, [this, version] { choose(*version); });
    } else {
        pane->addToHead(m_set);
        pane->addToHead(m_null);
        pane->text()->installEventFilter(this);
    }
    static_cast<QGridLayout *>(layout())->addWidget(pane, 1, int(face));
    m_panes.insert(face, pane);
}

bool CellDetail::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    const auto *key = isKey && m_set->isEnabled() ? static_cast<const QKeyEvent *>(event) : nullptr;
    const bool isReturn = key && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter);
    if (!isReturn || !key->modifiers().testFlag(Qt::ControlModifier))
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress)
        setEdited();
    event->accept(); // before the action of the rows that has this key
    return true;
}

void CellDetail::clear()
{
    m_difference = 0;
    m_column = -1;
    m_heading->setText(tr("Choose a cell to see all of it"));
    m_note->clear();
    for (CellPane *pane : std::as_const(m_panes)) {
        pane->clear();
        if (pane->takeButton())
            pane->takeButton()->setEnabled(false);
    }
    m_set->setEnabled(false);
    m_null->setEnabled(false);
}

bool CellDetail::isDecidable(const Difference &difference) const
{
    const AlignedTable &table = *m_model->source().table();
    const Cells edited{{{table.columns.at(m_column).name, Value::null()}}};
    return difference.outcome != Outcome::KeyCollision && whyNot(table, difference, edited).isEmpty();
}

void CellDetail::show(int row, int section)
{
    const Difference *difference = row >= 0 && row < m_model->rowCount() ? m_model->source().at(row) : nullptr;
    const int column = m_model->sectionAt(section).column;
    if (!difference || column < 0) {
        clear();
        return;
    }
    m_difference = difference->id;
    m_row = row;
    m_column = column;
    const AlignedTable &table = *m_model->source().table();
    m_heading->setText(heading(*difference));
    const bool decidable = isDecidable(*difference);
    const bool hidden = m_model->isHidden(column);
    m_note->setText(!decidable ? tr("Decided by row, not by cell")
                    : hidden   ? tr("Masked: Show masked, above the rows, shows it and lets it be edited")
                               : QString());
    showPanes();
    for (const Face face : allFaces) {
        const CellKind kind = m_model->kindAt(row, face, column);
        if (QPushButton *take = m_panes[face]->takeButton())
            take->setEnabled(decidable && (kind == CellKind::Value || kind == CellKind::Null));
    }
    m_null->setEnabled(decidable && table.columns.at(column).definition().nullable);
}

QString CellDetail::heading(const Difference &difference) const
{
    const AlignedTable &table = *m_model->source().table();
    const Column &definition = table.columns.at(m_column).definition();
    QStringList parts{Words::row(table, difference.key), definition.name,
                      definition.declaredType.isEmpty() ? tr("no type") : definition.declaredType,
                      definition.collation};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

CellView CellDetail::chosenView() const
{
    const int chosen = m_view->currentData().toInt();
    if (chosen != bestOfAll)
        return CellView(chosen);
    for (const Face face : {Face::A, Face::B, Face::Baseline}) {
        if (m_model->kindAt(m_row, face, m_column) == CellKind::Value)
            return bestView(m_model->valueAt(m_row, face, m_column));
    }
    return CellView::Text;
}

/// What changed is marked: in A and B against the baseline; without one, in each against the other.
void CellDetail::showPanes()
{
    if (m_difference == 0 || m_column < 0)
        return;
    const bool hidden = m_model->isHidden(m_column);
    const auto textOf = [this](Face face) -> std::optional<QString> {
        return m_model->kindAt(m_row, face, m_column) == CellKind::Value
                   ? std::optional(m_model->textAt(m_row, face, m_column))
                   : std::nullopt;
    };
    const auto baseline = textOf(Face::Baseline);
    const CellView view = chosenView();
    for (const Face face : allFaces) {
        CellPane::Cell cell{.kind = m_model->kindAt(m_row, face, m_column),
                            .value = m_model->valueAt(m_row, face, m_column),
                            .text = m_model->textAt(m_row, face, m_column),
                            .isHidden = hidden};
        if (face == Face::A || face == Face::B)
            cell.before = baseline ? baseline : textOf(face == Face::A ? Face::B : Face::A);
        m_panes[face]->show(cell, hidden ? CellView::Text : view);
    }
    const Difference *difference = m_model->source().at(m_row);
    const bool editable = difference && isDecidable(*difference) && !hidden;
    m_panes[Face::Merged]->text()->setReadOnly(!editable || view != CellView::Text);
    m_set->setEnabled(editable && view == CellView::Text);
    m_set->setToolTip(view == CellView::Text ? tr("Take this text as the cell's value (Ctrl+Return)")
                                             : tr("Edit it as text first (F2)"));
}

void CellDetail::choose(const CellChoice &choice)
{
    if (m_difference == 0 || m_column < 0)
        return;
    const QString column = m_model->source().table()->columns.at(m_column).name;
    m_workspace.decide({.ids = {m_difference}, .decided = ResolveScope::Decided::Redecide}, Cells{{{column, choice}}},
                       {});
}

std::optional<Value> CellDetail::editedValue() const
{
    const Value known = m_model->valueAt(m_row, Face::A, m_column).isPresent()
                            ? m_model->valueAt(m_row, Face::A, m_column)
                            : m_model->valueAt(m_row, Face::B, m_column);
    const TypeFamily family =
        known.isPresent() ? known.family() : m_model->source().table()->columns.at(m_column).definition().family;
    const QString text = m_panes[Face::Merged]->text()->toPlainText();
    if (family == TypeFamily::Binary)
        return Value::binary(QByteArray::fromHex(text.startsWith(u"0x"_s) ? text.mid(2).toLatin1() : text.toLatin1()));
    if (!fits(family, text))
        return std::nullopt;
    return Value::of(family, text.toUtf8());
}

void CellDetail::setEdited()
{
    if (!m_set->isEnabled())
        return;
    if (const auto value = editedValue())
        choose(*value);
    else
        m_note->setText(tr("This is not a number, but the column holds numbers"));
}

void CellDetail::setNull()
{
    if (m_null->isEnabled())
        choose(Value::null());
}

void CellDetail::beginEdit()
{
    if (m_difference == 0)
        return;
    if (chosenView() != CellView::Text) {
        m_view->setCurrentIndex(m_view->findData(int(CellView::Text)));
        showPanes();
    }
    if (!m_set->isEnabled())
        return;
    m_panes[Face::Merged]->text()->setFocus(Qt::ShortcutFocusReason);
    m_panes[Face::Merged]->text()->selectAll();
}

} // namespace Rejoin
