#pragma once

#include "models/rowsmodel.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace Rejoin {

/// How a cell is looked at.
enum class CellView : quint8 { Text, Json, Hex, Image };
inline constexpr std::array allCellViews{CellView::Text, CellView::Json, CellView::Hex, CellView::Image};

/// The view that shows most of a value: a picture as one, other bytes in hex, JSON as a tree, all else as text.
[[nodiscard]] CellView bestView(const Value &value);
/// Offsets, bytes in hex, and what of them is text; at most `most` bytes, then how many are left.
[[nodiscard]] QString hexDump(const QByteArray &bytes, qsizetype most);

/// One version of a cell in full.
class CellPane : public QWidget
{
    Q_OBJECT

public:
    explicit CellPane(Face face, QWidget *parent = nullptr);

    /// A version of a cell, and what it is shown beside.
    struct Cell
    {
        CellKind kind = CellKind::NoRow;
        Value value;
        QString text;                  ///< as a person may see it
        bool isHidden = false;         ///< it is masked
        std::optional<QString> before; ///< text in which what changed is marked against; nothing = nothing is marked
    };
    void show(const Cell &cell, CellView view);
    void clear();

    [[nodiscard]] QPlainTextEdit *text() const { return m_text; }
    [[nodiscard]] QPushButton *takeButton() const { return m_take; } ///< null for the result
    /// Widgets for the head, at its right.
    void addToHead(QWidget *widget);

private:
    void showTitle(const Cell &cell, CellView view);
    void showText(const Cell &cell);
    void showJson(const Cell &cell);
    bool showImage(const Cell &cell);

    Face m_face;
    QWidget *m_head;
    QLabel *m_title;
    QPushButton *m_take = nullptr;
    QStackedWidget *m_stack;
    QPlainTextEdit *m_text;
    QTreeWidget *m_tree;
    QLabel *m_image;
    QString m_imageText;
};

} // namespace Rejoin
