#pragma once

#include <QString>
#include <functional>

class QWidget;

namespace Rejoin {

struct Error;

/// Asks before something that is not quickly taken back; `yes` is called when the person agrees. Returns at once.
void ask(QWidget *parent, const QString &question, const QString &detail, const QString &agree,
         const std::function<void()> &yes);

/// Says what went wrong and what can be done. Returns at once.
void tellError(QWidget *parent, const Error &error);

} // namespace Rejoin
