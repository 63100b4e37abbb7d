#include "ui/keyslist.h"

#include <QAction>
#include <QHeaderView>
#include <QTreeWidgetItemIterator>

#include <array>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr std::array allPlaces{KeyPlace::Rows, KeyPlace::Everywhere, KeyPlace::Handbook};
constexpr int actionRole = Qt::UserRole;

QSet<KeyAction> boundIn(const QWidget &window)
{
    QSet<KeyAction> bound;
    for (const QAction *action : window.findChildren<QAction *>()) {
        if (const auto key = keyActionOf(*action))
            bound.insert(*key);
    }
    for (const KeyEntry &entry : KeyMap::entries()) { // its window is made when it is first shown
        if (entry.place == KeyPlace::Handbook)
            bound.insert(entry.action);
    }
    return bound;
}

} // namespace

KeysList::KeysList(const KeyMap &keys, const QWidget &window, QWidget *parent)
    : QTreeWidget(parent)
    , m_keys(keys)
{
    setHeaderLabels({tr("Action"), tr("Key")});
    setAccessibleName(tr("Keys"));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    header()->setStretchLastSection(false);
    const QSet<KeyAction> bound = boundIn(window);
    for (const KeyPlace place : allPlaces) {
        auto *group = new QTreeWidgetItem(this, {KeyMap::text(place)});
        group->setFlags(Qt::ItemIsEnabled);
        QFont bold = font();
        bold.setBold(true);
        group->setFont(0, bold);
        group->setData(1, Qt::AccessibleTextRole, KeyMap::text(place));
        for (const KeyEntry &entry : KeyMap::entries()) {
            if (entry.place != place || !bound.contains(entry.action))
                continue;
            auto *item = new QTreeWidgetItem(group, {KeyMap::text(entry.action)});
            item->setData(0, actionRole, int(entry.action));
        }
    }
    expandAll();
    reload();
}

void KeysList::reload()
{
    for (QTreeWidgetItemIterator item(this); *item; ++item) {
        const QVariant action = (*item)->data(0, actionRole);
        if (!action.isValid())
            continue;
        const QString keys = m_keys.keysText(KeyAction(action.toInt()));
        (*item)->setText(1, keys);
        (*item)->setData(1, Qt::AccessibleTextRole, keys.isEmpty() ? tr("no key") : keys);
        (*item)->setData(0, Qt::AccessibleTextRole,
                         keys.isEmpty() ? tr("%1: no key").arg((*item)->text(0))
                                        : u"%1: %2"_s.arg((*item)->text(0), keys));
    }
}

std::optional<KeyAction> KeysList::current() const
{
    const QVariant action = currentItem() ? currentItem()->data(0, actionRole) : QVariant();
    return action.isValid() ? std::optional(KeyAction(action.toInt())) : std::nullopt;
}

void KeysList::setCurrent(KeyAction action)
{
    for (QTreeWidgetItemIterator item(this); *item; ++item) {
        const QVariant own = (*item)->data(0, actionRole);
        if (own.isValid() && KeyAction(own.toInt()) == action)
            setCurrentItem(*item);
    }
}

} // namespace Rejoin
