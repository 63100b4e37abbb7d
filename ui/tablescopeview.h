#pragma once

#include "diffcore/schema/alignment.h"

#include <QMap>
#include <QWidget>
#include <array>

class QCheckBox;
class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace Rejoin {

/// What a person says of a table's columns: those that pair its rows, those that are not compared, how values are
/// compared ("note=trim"), those that no script writes.
enum class TableOption : quint8 { Key, Ignored, Equality, NotWritten };
inline constexpr std::array allTableOptions{TableOption::Key, TableOption::Ignored, TableOption::Equality,
                                            TableOption::NotWritten};

/// What a person decides about one table's scope: whether it is compared, by which key, which columns and how, and the
/// conditions that rows meet which are compared, of each server in its own words.
class TableScopeView : public QWidget
{
    Q_OBJECT

public:
    using Options = QMap<TableOption, QStringList>;

    explicit TableScopeView(QWidget *parent = nullptr);

    /// `conditions`: the table's own; those of globs that match it, too, stand in the table's `filters`.
    void show(const AlignedTable &table, const PerSide<Engine> &engines, const PerSide<QString> &conditions,
              const Options &options, bool isLeftOut);
    void clear();

Q_SIGNALS:
    /// An empty condition lets all rows through.
    void conditionEdited(const QString &table, Side side, const QString &condition);
    /// No value stands for what the table has by itself.
    void optionChanged(const QString &table, TableOption option, const QStringList &values);
    void leftOutChanged(const QString &table, bool isLeftOut);

private:
    void showWhyNot();
    void fillMenu(TableOption option);
    void fillEquality(QMenu &menu, const AlignedColumn &column);
    [[nodiscard]] bool isOffered(TableOption option, int column) const;
    void take(TableOption option, const QString &column, bool isChosen);
    void takeEquality(const QString &column, const QString &rule);
    void tell(TableOption option);
    [[nodiscard]] QString textOf(TableOption option) const;

    AlignedTable m_table;
    PerSide<Engine> m_engines{Engine::Sqlite, Engine::Sqlite};
    Options m_options;
    PerSide<QLineEdit *> m_conditions;
    QLabel *m_whyNot;
    QMap<TableOption, QToolButton *> m_buttons;
    QCheckBox *m_leftOut;
};

} // namespace Rejoin
