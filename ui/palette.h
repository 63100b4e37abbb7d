#pragma once

#include "models/cellstate.h"

#include <QColor>
#include <QPalette>

namespace Rejoin {

/// What a colour stands for. Colour is never the only sign: glyph, edge bar and hatch go with it.
enum class Tint : quint8 { Plain, AChanged, BChanged, Conflict, SameOnBoth };

struct TintColors
{
    QColor fill;   ///< invalid for Plain
    QColor accent; ///< of the edge bar and the glyph; readable on the fill and on the base
};

/// Chosen by how dark the palette is, so that it follows the scheme while the program runs.
[[nodiscard]] TintColors tintColors(Tint tint, const QPalette &palette);
[[nodiscard]] bool isDark(const QPalette &palette);
[[nodiscard]] Tint tintOf(CellState state);
/// "◀", "▶", "⚠", "="; empty for Plain.
[[nodiscard]] QString glyph(Tint tint);

enum class ColorScheme : quint8 { System, Light, Dark };

/// Sets the program's palette. System is what the platform gives, and follows it from then on.
void applyColorScheme(ColorScheme scheme);
/// The one that the person chose, from the settings.
[[nodiscard]] ColorScheme keptColorScheme();
void keepColorScheme(ColorScheme scheme);

} // namespace Rejoin
