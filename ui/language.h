#pragma once

#include <QStringList>

namespace Rejoin {

/// In which language the window speaks. Files, scripts, reports, logs and the command line are English always.
enum class Language : quint8 { System, English, German };

/// The one that the person chose, from the settings.
[[nodiscard]] Language keptLanguage();
void keepLanguage(Language language);

/// What System means where the user prefers these, best first: "de-AT", "en". English where none of them is known.
[[nodiscard]] Language languageFor(const QStringList &preferred);

/// Puts the translations of the program and of Qt's own dialogs into the application, in place of those before. Texts
/// that stand in a window already stay.
void installLanguage(Language language);

} // namespace Rejoin
