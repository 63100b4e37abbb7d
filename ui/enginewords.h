#pragma once

#include "diffcore/base/error.h"

#include <QIdentityProxyModel>
#include <span>

namespace Rejoin {

// The engine speaks English, in files, reports and errors alike. The window shows what it says in its own language
// where the text is made after one of the known templates; anything else, and the words of servers and drivers, stays.

/// A text of the engine as the window shows it: a sentence, several of them, a line of a list.
[[nodiscard]] QString engineText(const QString &text);
[[nodiscard]] QStringList engineTexts(const QStringList &texts);
/// The error with its message and advice as the window shows them.
[[nodiscard]] Error engineError(Error error);
/// One line for a person; see describe().
[[nodiscard]] QString errorText(const Error &error);

/// The templates, in English: "there is no table %1".
[[nodiscard]] std::span<const char *const> engineTemplates();

/// A model whose texts come from the engine.
class EngineWordsModel : public QIdentityProxyModel
{
    Q_OBJECT

public:
    using QIdentityProxyModel::QIdentityProxyModel;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
};

} // namespace Rejoin
