#include "ui/ask.h"

#include "diffcore/base/error.h"
#include "ui/enginewords.h"

#include <QCoreApplication>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

QMessageBox *makeBox(QWidget *parent, QMessageBox::Icon icon, const QString &text, const QString &detail)
{
    auto *box = new QMessageBox(icon, {}, text, QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(detail);
    box->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (auto *sign = box->findChild<QLabel *>(u"qt_msgboxex_icon_label"_s))
        sign->setAccessibleName(icon == QMessageBox::Warning ? QCoreApplication::translate("Rejoin::ask", "Warning")
                                                             : QCoreApplication::translate("Rejoin::ask", "Question"));
    return box;
}

} // namespace

void ask(QWidget *parent, const QString &question, const QString &detail, const QString &agree,
         const std::function<void()> &yes)
{
    QMessageBox *box = makeBox(parent, QMessageBox::Question, question, detail);
    QPushButton *accept = box->addButton(agree, QMessageBox::AcceptRole);
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(accept);
    QObject::connect(accept, &QPushButton::clicked, parent, yes);
    box->open();
}

void tellError(QWidget *parent, const Error &told)
{
    const Error error = engineError(told);
    QString detail = error.advice;
    if (!error.driverText.isEmpty())
        detail += (detail.isEmpty() ? QString() : QStringLiteral("\n\n")) + error.driverText;
    QString where = error.server;
    if (!error.table.isEmpty())
        where += (where.isEmpty() ? QString() : QStringLiteral(" · ")) + error.table;
    QMessageBox *box = makeBox(parent, QMessageBox::Warning,
                               where.isEmpty() ? error.message : where + QStringLiteral(": ") + error.message, detail);
    if (!error.rows.isEmpty())
        box->setDetailedText(error.rows.join(QLatin1Char('\n')));
    box->addButton(QMessageBox::Ok);
    box->open();
}

} // namespace Rejoin
