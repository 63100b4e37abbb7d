#pragma once

#include "models/cellstate.h"
#include "models/rowssource.h"

#include <QAbstractTableModel>

namespace Rejoin {

/// The rows of a RowsSource as one wide table: decision, outcome, the key's columns, then all other columns once for
/// each face. Views show the sections of their face, so that they share selection and current cell.
///
/// Gives data, not words: the display role of a cell is the value's text; decision and outcome come as roles. Values of
/// masked columns are hidden until setMaskedShown().
class RowsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    struct Section
    {
        enum class Kind : quint8 { Decision, Outcome, Key, Cell };
        Kind kind = Kind::Decision;
        Face face = Face::A;
        int column = -1; ///< index into AlignedTable::columns; Key and Cell only
    };
    enum Role {
        DifferenceRole = Qt::UserRole, ///< qint64: id in the session
        OutcomeRole,                   ///< int of Outcome
        DecisionRole,                  ///< Decision
        ResolvedRole,                  ///< bool
        CellStateRole,                 ///< int of CellState
        CellKindRole,                  ///< int of CellKind
        ValueRole,                     ///< Value, as a person may see it
        LosesRole,                     ///< bool: decided, and another value than this cell's is taken
    };
    /// Text longer than this is cut in the display role; ValueRole has all of it.
    static constexpr int shownCharacters = 300;

    explicit RowsModel(RowsSource *source, QObject *parent = nullptr);

    [[nodiscard]] const RowsSource &source() const { return *m_source; }
    [[nodiscard]] Section sectionAt(int section) const { return m_sections.value(section); }
    [[nodiscard]] int sectionOf(Face face, int column) const; ///< the key's section for key columns; -1 = none
    [[nodiscard]] int firstCellSection() const { return m_firstCell; }
    [[nodiscard]] Value valueAt(int row, Face face, int column) const; ///< also of what is hidden
    /// The value as a person may see it.
    [[nodiscard]] QString textAt(int row, Face face, int column) const;
    void setMaskedShown(bool shown);
    [[nodiscard]] bool isHidden(int column) const; ///< masked, and not shown
    [[nodiscard]] CellKind kindAt(int row, Face face, int column) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    /// Column names; nothing for decision and outcome.
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Cell
    {
        CellKind kind = CellKind::NoRow;
        Value value;
    };

    void layOut();
    [[nodiscard]] Value shown(const Value &value, int column) const;
    [[nodiscard]] Cell cell(const Difference &difference, Face face, int column) const;
    [[nodiscard]] CellState state(const Difference &difference, const Section &section) const;
    [[nodiscard]] bool loses(const Difference &difference, const Section &section) const;
    [[nodiscard]] QVariant cellData(const Difference &difference, const Section &section, int role) const;

    RowsSource *m_source;
    QList<Section> m_sections;
    int m_firstCell = 2;
    bool m_showsMasked = false;
    bool m_grows = false; ///< between aboutToGrow and grown
};

} // namespace Rejoin
