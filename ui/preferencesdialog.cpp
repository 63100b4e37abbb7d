#include "ui/preferencesdialog.h"

#include "ui/keyslist.h"
#include "ui/language.h"
#include "ui/palette.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr int startWidth = 560;
constexpr int startHeight = 560;

} // namespace

PreferencesDialog::PreferencesDialog(KeyMap &keys, const QWidget &window, QWidget *parent)
    : QDialog(parent)
    , m_keys(keys)
    , m_tabs(new QTabWidget(this))
    , m_language(new QComboBox(this))
    , m_colors(new QComboBox(this))
    , m_list(new KeysList(keys, window, this))
    , m_edit(new QKeySequenceEdit(this))
    , m_assign(new QPushButton(tr("&Assign"), this))
    , m_none(new QPushButton(tr("&No key"), this))
    , m_reset(new QPushButton(tr("&Default"), this))
    , m_told(new QLabel(this))
{
    setWindowTitle(tr("Preferences"));
    resize(startWidth, startHeight);
    m_tabs->addTab(makeGeneral(), tr("&General"));
    m_tabs->addTab(makeKeys(), tr("&Keys"));
    m_tabs->tabBar()->setAccessibleName(tr("Preferences"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(false); // Enter is a key that can be assigned
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(buttons);
}

QWidget *PreferencesDialog::makeGeneral()
{
    auto *page = new QWidget(this);
    auto *form = new QFormLayout(page);
    m_language->addItem(tr("As the system"), int(Language::System));
    m_language->addItem(u"English"_s, int(Language::English)); // each in its own words
    m_language->addItem(u"Deutsch"_s, int(Language::German));
    m_language->setCurrentIndex(m_language->findData(int(keptLanguage())));
    m_language->setAccessibleName(tr("Language"));
    connect(m_language, &QComboBox::activated, this,
            [this] { keepLanguage(Language(m_language->currentData().toInt())); });
    form->addRow(tr("&Language"), m_language);
    auto *note = new QLabel(tr("The language changes when Rejoin is started again. Scripts, bundles, reports and the "
                               "command line are English always."),
                            page);
    note->setWordWrap(true);
    form->addRow(note);
    m_colors->addItem(tr("As the system"), int(ColorScheme::System));
    m_colors->addItem(tr("Light"), int(ColorScheme::Light));
    m_colors->addItem(tr("Dark"), int(ColorScheme::Dark));
    m_colors->setCurrentIndex(m_colors->findData(int(keptColorScheme())));
    m_colors->setAccessibleName(tr("Colours"));
    connect(m_colors, &QComboBox::activated, this, &PreferencesDialog::takeColors);
    form->addRow(tr("&Colours"), m_colors);
    return page;
}

QWidget *PreferencesDialog::makeKeys()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->addWidget(m_list, 1);
    auto *row = new QHBoxLayout;
    auto *label = new QLabel(tr("&Press a key"), page);
    label->setBuddy(m_edit);
    m_edit->setAccessibleName(tr("Press a key"));
    for (QLineEdit *inner : m_edit->findChildren<QLineEdit *>()) // what has the focus within it
        inner->setAccessibleName(m_edit->accessibleName());
    row->addWidget(label);
    row->addWidget(m_edit, 1);
    for (QPushButton *button : {m_assign, m_none, m_reset})
        row->addWidget(button);
    auto *resetAll = new QPushButton(tr("&Reset all"), page);
    row->addWidget(resetAll);
    layout->addLayout(row);
    m_told->setWordWrap(true);
    m_told->setTextFormat(Qt::PlainText);
    layout->addWidget(m_told);
    m_none->setToolTip(tr("The action keeps its place in the menus"));
    m_reset->setToolTip(tr("The key that it had at first"));
    connect(m_list, &QTreeWidget::currentItemChanged, this, &PreferencesDialog::showCurrent);
    connect(m_edit, &QKeySequenceEdit::keySequenceChanged, this, [this](const QKeySequence &keys) {
        if (keys.count() > 1) // one at a time, the latest
            m_edit->setKeySequence(QKeySequence(keys[uint(keys.count() - 1)]));
        m_assign->setEnabled(m_list->current() && !keys.isEmpty());
    });
    connect(m_assign, &QPushButton::clicked, this, &PreferencesDialog::assign);
    connect(m_none, &QPushButton::clicked, this, [this] { setKeys({}); });
    connect(m_reset, &QPushButton::clicked, this, [this] { setKeys(KeyMap::defaults(*m_list->current())); });
    connect(resetAll, &QPushButton::clicked, this, &PreferencesDialog::resetAll);
    m_list->setCurrent(KeyAction::NextDifference);
    showCurrent();
    return page;
}

void PreferencesDialog::showKeys()
{
    m_tabs->setCurrentIndex(1);
    m_list->setFocus();
}

void PreferencesDialog::takeColors()
{
    const auto scheme = ColorScheme(m_colors->currentData().toInt());
    keepColorScheme(scheme);
    applyColorScheme(scheme);
    Q_EMIT colorsChanged();
}

void PreferencesDialog::showCurrent()
{
    const auto action = m_list->current();
    m_edit->setEnabled(action.has_value());
    m_edit->setKeySequence(action ? m_keys.keys(*action).value(0) : QKeySequence());
    m_assign->setEnabled(false);
    m_none->setEnabled(action && !m_keys.keys(*action).isEmpty());
    m_reset->setEnabled(action && m_keys.keys(*action) != KeyMap::defaults(*action));
    m_told->clear();
}

void PreferencesDialog::assign()
{
    setKeys({m_edit->keySequence()});
}

void PreferencesDialog::setKeys(const QList<QKeySequence> &keys)
{
    const KeyAction action = *m_list->current();
    if (const auto set = m_keys.setKeys(action, keys); !set) {
        m_told->setText(tr("⚠ Not assigned. %1").arg(describe(set.error())));
        return;
    }
    m_list->reload();
    showCurrent();
    m_told->setText(keys.isEmpty() ? tr("✓ %1 has no key now.").arg(KeyMap::text(action))
                                   : tr("✓ %1: %2").arg(KeyMap::text(action), m_keys.keysText(action)));
    Q_EMIT keysChanged();
}

void PreferencesDialog::resetAll()
{
    m_keys.resetAll();
    m_list->reload();
    showCurrent();
    m_told->setText(tr("✓ All keys are as they were at first."));
    Q_EMIT keysChanged();
}

} // namespace Rejoin
