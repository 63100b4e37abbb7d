#include "ui/celldetail.h"

#include "diffcore/merge/suggestion.h"
#include "ui/keymap.h"
#include "ui/words.h"

#include <QGridLayout>
#include <QHBoxLayout>
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
    , m_set(new QPushButton(tr("Set value"), this))
    , m_null(new QPushButton(tr("NULL"), this))
{
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->setVerticalSpacing(3);
    layout->addWidget(m_heading, 0, 0, 1, 2);
    layout->addWidget(m_note, 0, 2, 1, 2);
    m_heading->setTextFormat(Qt::PlainText);
    m_note->setAlignment(Qt::AlignRight);
    for (const Face face : allFaces)
        makePane(face);
    m_set->setToolTip(tr("Take this text as the cell's value"));
    tellKey(m_null, KeyAction::NullCell, tr("Make the cell NULL"));
    connect(m_set, &QPushButton::clicked, this, &CellDetail::setEdited);
    connect(m_null, &QPushButton::clicked, this, &CellDetail::setNull);
    clear();
}

void CellDetail::makePane(Face face)
{
    const QString name = Words::face(face);
    Pane pane{.text = new QPlainTextEdit(this), .title = new QLabel(name, this)};
    pane.text->setAccessibleName(tr("Cell, %1").arg(name));
    pane.text->setTabChangesFocus(true);
    pane.text->setReadOnly(face != Face::Merged);
    pane.text->setMinimumHeight(36);
    pane.title->setBuddy(pane.text);

    auto *top = new QHBoxLayout;
    top->addWidget(pane.title);
    top->addStretch();
    if (const auto version = versionOfFace(face)) {
        pane.take = new QPushButton(tr("Take"), this);
        pane.take->setAccessibleName(tr("Take the cell from %1").arg(name));
        pane.take->setToolTip(pane.take->accessibleName());
        connect(pane.take, &QPushButton::clicked, this, [this, version] { choose(*version); });
        top->addWidget(pane.take);
    } else {
        top->addWidget(m_set);
        top->addWidget(m_null);
    }
    auto *layout = static_cast<QGridLayout *>(this->layout());
    layout->addLayout(top, 1, int(face));
    layout->addWidget(pane.text, 2, int(face));
    m_panes.insert(face, pane);
}

void CellDetail::clear()
{
    m_difference = 0;
    m_column = -1;
    m_heading->setText(tr("Choose a cell to see all of it"));
    m_note->clear();
    for (const Pane &pane : std::as_const(m_panes)) {
        pane.text->clear();
        pane.text->setEnabled(false);
        if (pane.take)
            pane.take->setEnabled(false);
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
    const Column &definition = table.columns.at(column).definition();
    m_heading->setText(
        u"%1 · %2 · %3"_s.arg(Words::row(table, difference->key), definition.name,
                              definition.declaredType.isEmpty() ? tr("no type") : definition.declaredType));
    const bool decidable = isDecidable(*difference);
    const bool hidden = m_model->isHidden(column);
    m_note->setText(!decidable ? tr("Decided by row, not by cell")
                    : hidden   ? tr("Masked: Show masked, above the rows, shows it and lets it be edited")
                               : QString());
    for (const Face face : allFaces)
        showPane(face, *difference);
    m_panes[Face::Merged].text->setReadOnly(!decidable || hidden);
    m_set->setEnabled(decidable && !hidden);
    m_null->setEnabled(decidable && definition.nullable);
}

void CellDetail::showPane(Face face, const Difference &difference)
{
    const Pane &pane = m_panes[face];
    const CellKind kind = m_model->kindAt(m_row, face, m_column);
    const QString text = m_model->textAt(m_row, face, m_column);
    pane.text->setEnabled(true);
    pane.text->setPlainText(kind == CellKind::Value ? text : QString());
    pane.text->setPlaceholderText(kind == CellKind::Value ? QString() : Words::cell(kind, {}));
    const bool hidden = m_model->isHidden(m_column);
    pane.title->setText(
        kind == CellKind::Value && !hidden
            ? tr("%1 · %2 chars").arg(Words::face(face)).arg(text.size())
            : u"%1 · %2"_s.arg(Words::face(face), kind == CellKind::Value ? tr("masked") : Words::cell(kind, {})));
    if (pane.take)
        pane.take->setEnabled(isDecidable(difference) && (kind == CellKind::Value || kind == CellKind::Null));
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
    const QString text = m_panes[Face::Merged].text->toPlainText();
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
    if (!m_set->isEnabled())
        return;
    m_panes[Face::Merged].text->setFocus(Qt::ShortcutFocusReason);
    m_panes[Face::Merged].text->selectAll();
}

} // namespace Rejoin
