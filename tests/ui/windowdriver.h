#pragma once

#include "ui/mainwindow.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QMessageBox>
#include <QTest>

namespace Rejoin::Testing {

/// Finds what a person sees by its words, and fails the test where it is not there.
template <typename Widget> [[nodiscard]] Widget *visible(const QWidget &window, const QString &accessibleName)
{
    for (Widget *widget : window.findChildren<Widget *>()) {
        if (widget->isVisible() && widget->accessibleName() == accessibleName)
            return widget;
    }
    return nullptr;
}

[[nodiscard]] inline QAbstractButton *button(const QWidget &window, const QString &text)
{
    for (QAbstractButton *each : window.findChildren<QAbstractButton *>()) {
        QString own = each->text();
        if (each->isVisible() && own.remove(u'&') == text)
            return each;
    }
    return nullptr;
}

/// Clicks as a person would: the button must be there and enabled.
inline bool click(const QWidget &window, const QString &text)
{
    QAbstractButton *found = button(window, text);
    if (!found || !found->isEnabled())
        return false;
    QTest::mouseClick(found, Qt::LeftButton);
    return true;
}

/// Types over what a field holds.
inline bool type(const QWidget &window, const QString &accessibleName, const QString &text)
{
    auto *edit = visible<QLineEdit>(window, accessibleName);
    if (!edit || !edit->isEnabled())
        return false;
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
    return edit->text() == text;
}

/// Agrees with the question that stands before the window.
inline bool agree(const QWidget &window, const QString &text)
{
    const auto boxes = window.findChildren<QMessageBox *>();
    return std::any_of(boxes.begin(), boxes.end(),
                       [&](QMessageBox *box) { return box->isVisible() && click(*box, text); });
}

/// What message boxes say now, for a test that fails.
[[nodiscard]] inline QByteArray complaints(const QWidget &window)
{
    QStringList texts;
    for (const QMessageBox *box : window.findChildren<QMessageBox *>()) {
        if (box->isVisible())
            texts += box->text() + u' ' + box->informativeText();
    }
    return texts.join(u'\n').toUtf8();
}

} // namespace Rejoin::Testing
