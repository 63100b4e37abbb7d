#include "ui/palette.h"

#include <QApplication>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr auto colorsSetting = "colors"_L1;

QColor rgb(QRgb color)
{
    return QColor::fromRgb(color);
}

QPalette darkPalette()
{
    QPalette palette;
    const QColor window = rgb(0x24282b);
    const QColor base = rgb(0x1b1e20);
    const QColor text = rgb(0xe6e8ea);
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, rgb(0x212427));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, rgb(0x31363a));
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::ToolTipBase, rgb(0x31363a));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, rgb(0x9aa1a6));
    palette.setColor(QPalette::BrightText, rgb(0xffffff));
    palette.setColor(QPalette::Highlight, rgb(0x2f6f9f));
    palette.setColor(QPalette::HighlightedText, rgb(0xffffff));
    palette.setColor(QPalette::Link, rgb(0x56b4e9));
    palette.setColor(QPalette::LinkVisited, rgb(0xb39ddb));
    palette.setColor(QPalette::Light, rgb(0x43494e));
    palette.setColor(QPalette::Midlight, rgb(0x3a4045));
    palette.setColor(QPalette::Mid, rgb(0x1f2326));
    palette.setColor(QPalette::Dark, rgb(0x16191b));
    palette.setColor(QPalette::Shadow, rgb(0x0d0f10));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, rgb(0x8a9196));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, rgb(0x3a4045));
    return palette;
}

QPalette lightPalette()
{
    QPalette palette(rgb(0xefefef));
    palette.setColor(QPalette::Window, rgb(0xf3f4f5));
    palette.setColor(QPalette::WindowText, rgb(0x1d2124));
    palette.setColor(QPalette::Base, rgb(0xffffff));
    palette.setColor(QPalette::AlternateBase, rgb(0xf7f8f9));
    palette.setColor(QPalette::Text, rgb(0x1d2124));
    palette.setColor(QPalette::Button, rgb(0xe9ebed));
    palette.setColor(QPalette::ButtonText, rgb(0x1d2124));
    palette.setColor(QPalette::ToolTipBase, rgb(0xffffff));
    palette.setColor(QPalette::ToolTipText, rgb(0x1d2124));
    palette.setColor(QPalette::PlaceholderText, rgb(0x6b7278));
    palette.setColor(QPalette::Highlight, rgb(0x1f6fb2));
    palette.setColor(QPalette::HighlightedText, rgb(0xffffff));
    palette.setColor(QPalette::Link, rgb(0x0060a8));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, rgb(0x7a8187));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, rgb(0xd5d9dc));
    return palette;
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < palette.color(QPalette::Text).lightness();
}

TintColors tintColors(Tint tint, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (tint) {
    case Tint::AChanged:
        return dark ? TintColors{rgb(0x12466f), rgb(0x56b4e9)} : TintColors{rgb(0xc4e0f7), rgb(0x0060a8)};
    case Tint::BChanged:
        return dark ? TintColors{rgb(0x5c4400), rgb(0xf0b429)} : TintColors{rgb(0xffdfa6), rgb(0x8a5a00)};
    case Tint::Conflict:
        return dark ? TintColors{rgb(0x7a1f5c), rgb(0xff7ac6)} : TintColors{rgb(0xebb0d6), rgb(0x8e0f5e)};
    case Tint::SameOnBoth:
        return dark ? TintColors{rgb(0x34383b), rgb(0xb8bec3)} : TintColors{rgb(0xededed), rgb(0x565d63)};
    case Tint::Plain: break;
    }
    return {QColor(), palette.color(QPalette::PlaceholderText)};
}

Tint tintOf(CellState state)
{
    switch (state) {
    case CellState::Same: return Tint::Plain;
    case CellState::ChangedA: return Tint::AChanged;
    case CellState::ChangedB: return Tint::BChanged;
    case CellState::ChangedBoth: return Tint::SameOnBoth;
    case CellState::Conflict: return Tint::Conflict;
    }
    return Tint::Plain;
}

QString glyph(Tint tint)
{
    switch (tint) {
    case Tint::Plain: return {};
    case Tint::AChanged: return u"◀"_s;
    case Tint::BChanged: return u"▶"_s;
    case Tint::Conflict: return u"⚠"_s;
    case Tint::SameOnBoth: return u"="_s;
    }
    return {};
}

void applyColorScheme(ColorScheme scheme)
{
    switch (scheme) {
    case ColorScheme::System: QApplication::setPalette(QPalette()); break;
    case ColorScheme::Light: QApplication::setPalette(lightPalette()); break;
    case ColorScheme::Dark: QApplication::setPalette(darkPalette()); break;
    }
}

ColorScheme keptColorScheme()
{
    return ColorScheme(qBound(0, QSettings().value(colorsSetting, 0).toInt(), int(ColorScheme::Dark)));
}

void keepColorScheme(ColorScheme scheme)
{
    QSettings().setValue(colorsSetting, int(scheme));
}

} // namespace Rejoin
