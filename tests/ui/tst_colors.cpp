#include "tests/support/printing.h"
#include "tests/ui/windowdriver.h"
#include "ui/celldelegate.h"
#include "ui/palette.h"
#include "ui/rowstext.h"

#include <QPainter>
#include <QSettings>
#include <QStandardItemModel>
#include <QStyleHints>
#include <QTableView>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

/// As most people, and as those see who lack the long or the middle cones.
///
/// Machado, Oliveira, Fernandes: A Physiologically-based Model for Simulation of Color Vision Deficiency, IEEE
/// Transactions on Visualization and Computer Graphics 15 (6), 2009; severity 1.0. For linear RGB.
const Matrix everybody{Triple{1, 0, 0}, Triple{0, 1, 0}, Triple{0, 0, 1}};
const Matrix protanopia{Triple{0.152286, 1.052583, -0.204868}, Triple{0.114503, 0.786281, 0.099216},
                        Triple{-0.003882, -0.048116, 1.051998}};
const Matrix deuteranopia{Triple{0.367322, 0.860646, -0.227968}, Triple{0.280085, 0.672501, 0.047413},
                          Triple{-0.011820, 0.042940, 0.968881}};

/// Linear RGB to XYZ, D65 (IEC 61966-2-1).
const Matrix toXyz{Triple{0.4124564, 0.3575761, 0.1804375}, Triple{0.2126729, 0.7151522, 0.0721750},
                   Triple{0.0193339, 0.1191920, 0.9503041}};
constexpr Triple white{0.95047, 1.0, 1.08883};

/// 2.3 is just noticeable side by side (Mahy et al., Evaluation of Uniform Color Spaces Developed after the Adoption of
/// CIELAB and CIELUV, 1994). Fills are twice as far apart for everybody; bars and glyphs, in the accents, farther.
constexpr double apart = 5;
constexpr double farApart = 10;
constexpr double readable = 4.5;  ///< WCAG 2.2, 1.4.3
constexpr double visibleSign = 3; ///< WCAG 2.2, 1.4.11: signs

Triple times(const Matrix &matrix, const Triple &value)
{
    Triple result{};
    for (std::size_t row = 0; row < result.size(); ++row) {
        for (std::size_t column = 0; column < value.size(); ++column)
            result.at(row) += matrix.at(row).at(column) * value.at(column);
    }
    return result;
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

Triple linearRgb(const QColor &color)
{
    return {linear(color.redF()), linear(color.greenF()), linear(color.blueF())};
}

Triple lab(const QColor &color, const Matrix &vision)
{
    Triple seen = times(vision, linearRgb(color));
    for (double &channel : seen)
        channel = std::clamp(channel, 0.0, 1.0);
    const Triple xyz = times(toXyz, seen);
    Triple f{};
    for (std::size_t at = 0; at < f.size(); ++at) {
        const double t = xyz.at(at) / white.at(at);
        f.at(at) = t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }
    return {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}

/// CIE76.
double difference(const QColor &one, const QColor &other, const Matrix &vision)
{
    const Triple a = lab(one, vision);
    const Triple b = lab(other, vision);
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = times(toXyz, linearRgb(one))[1] + 0.05;
    const double b = times(toXyz, linearRgb(other))[1] + 0.05;
    return std::max(a, b) / std::min(a, b);
}

constexpr std::array tints{Tint::AChanged, Tint::BChanged, Tint::Conflict, Tint::SameOnBoth};

QPalette paletteOf(ColorScheme scheme)
{
    applyColorScheme(scheme);
    return QApplication::palette();
}

QColor fill(Tint tint, const QPalette &palette)
{
    const QColor own = tintColors(tint, palette).fill;
    return own.isValid() ? own : palette.color(QPalette::Base);
}

void addSchemes()
{
    QTest::addColumn<int>("scheme");
    QTest::newRow("light") << int(ColorScheme::Light);
    QTest::newRow("dark") << int(ColorScheme::Dark);
}

/// One cell of a role, as the rows paint it.
class OneCell : public QStandardItemModel
{
public:
    explicit OneCell(Tint tint)
        : QStandardItemModel(1, 1)
    {
        setItem(0, 0, new QStandardItem(u"1234"_s));
        setData(index(0, 0), int(tint), RowsText::TintRole);
        setData(index(0, 0), int(CellKind::Value), RowsModel::CellKindRole);
    }
};

QImage painted(Tint tint)
{
    OneCell model(tint);
    QImage image(120, 24, QImage::Format_RGB32);
    image.fill(QApplication::palette().color(QPalette::Base));
    QPainter painter(&image);
    QStyleOptionViewItem option;
    option.rect = image.rect();
    option.palette = QApplication::palette();
    option.font = QApplication::font();
    CellDelegate().paint(&painter, option, model.index(0, 0));
    painter.end();
    return image;
}

QImage withoutColor(const QImage &image)
{
    return image.convertToFormat(QImage::Format_Mono, Qt::MonoOnly | Qt::ThresholdDither);
}

} // namespace

class TestColors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theFormulas();
    void theDesignsColors();
    void rolesStayApart_data();
    void rolesStayApart();
    void textIsReadable_data();
    void textIsReadable();
    void signsAreSeen_data();
    void signsAreSeen();
    void colorIsNeverTheOnlySign_data();
    void colorIsNeverTheOnlySign();
    void forced();
    void keptAndForced();
    void followsTheSystem();

private:
    QTemporaryDir m_settings;
};

void TestColors::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setApplicationName(u"rejoin"_s);
    QCoreApplication::setOrganizationName(u"rejoin"_s);
    QApplication::setStyle(u"Fusion"_s);
}

/// Figures that others have published.
void TestColors::theFormulas()
{
    QVERIFY(qAbs(contrast(Qt::black, Qt::white) - 21) < 0.01);
    QVERIFY(qAbs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    QVERIFY(qAbs(lab(Qt::red, everybody)[0] - 53.24) < 0.05);
    QVERIFY(qAbs(lab(Qt::red, everybody)[1] - 80.09) < 0.05);
    QVERIFY(qAbs(lab(Qt::red, everybody)[2] - 67.20) < 0.05);
    for (const Matrix &vision : {protanopia, deuteranopia}) { // white stays white, red and green come near
        for (const double channel : times(vision, {1, 1, 1}))
            QVERIFY(qAbs(channel - 1) < 0.001);
        QVERIFY(difference(QColor(200, 60, 60), QColor(110, 110, 40), vision) <
                difference(QColor(200, 60, 60), QColor(110, 110, 40), everybody) / 2);
    }
}

void TestColors::theDesignsColors()
{
    const QPalette light = paletteOf(ColorScheme::Light);
    QCOMPARE(tintColors(Tint::AChanged, light).fill, QColor(0xc4e0f7));
    QCOMPARE(tintColors(Tint::BChanged, light).accent, QColor(0x8a5a00));
    QCOMPARE(tintColors(Tint::Conflict, light).fill, QColor(0xebb0d6));
    const QPalette dark = paletteOf(ColorScheme::Dark);
    QCOMPARE(tintColors(Tint::AChanged, dark).accent, QColor(0x56b4e9));
    QCOMPARE(tintColors(Tint::BChanged, dark).fill, QColor(0x5c4400));
    QCOMPARE(tintColors(Tint::Conflict, dark).accent, QColor(0xff7ac6));
}

void TestColors::rolesStayApart_data()
{
    addSchemes();
}

void TestColors::rolesStayApart()
{
    QFETCH(int, scheme);
    const QPalette palette = paletteOf(ColorScheme(scheme));
    const std::array<std::pair<const char *, const Matrix *>, 3> visions{
        {{"everybody", &everybody}, {"protanopia", &protanopia}, {"deuteranopia", &deuteranopia}}};
    for (const auto &[name, vision] : visions) {
        for (const Tint one : {Tint::AChanged, Tint::BChanged, Tint::Conflict}) {
            for (const Tint other : {Tint::Plain, Tint::AChanged, Tint::BChanged, Tint::Conflict, Tint::SameOnBoth}) {
                if (one == other)
                    continue;
                const double fills = difference(fill(one, palette), fill(other, palette), *vision);
                QVERIFY2(fills >= apart, qPrintable(u"%1: %2 and %3 are %4 apart"_s.arg(QLatin1StringView(name))
                                                        .arg(int(one))
                                                        .arg(int(other))
                                                        .arg(fills)));
                if (other == Tint::Plain || other == Tint::SameOnBoth)
                    continue;
                const double signs =
                    difference(tintColors(one, palette).accent, tintColors(other, palette).accent, *vision);
                QVERIFY2(signs >= farApart,
                         qPrintable(u"%1: signs of %2 and %3 are %4 apart"_s.arg(QLatin1StringView(name))
                                        .arg(int(one))
                                        .arg(int(other))
                                        .arg(signs)));
            }
        }
        // what is alike on both is nearly plain on purpose: its sign tells it
        QVERIFY(difference(tintColors(Tint::SameOnBoth, palette).accent, palette.color(QPalette::Base), *vision) >=
                farApart);
    }
}

void TestColors::textIsReadable_data()
{
    addSchemes();
}

void TestColors::textIsReadable()
{
    QFETCH(int, scheme);
    const QPalette palette = paletteOf(ColorScheme(scheme));
    for (const Tint tint : tints) {
        const double text = contrast(palette.color(QPalette::Text), fill(tint, palette));
        QVERIFY2(text >= readable, qPrintable(u"text on %1: %2"_s.arg(int(tint)).arg(text)));
    }
    const std::array<std::pair<QPalette::ColorRole, QPalette::ColorRole>, 8> pairs{
        {{QPalette::Text, QPalette::Base},
         {QPalette::Text, QPalette::AlternateBase},
         {QPalette::WindowText, QPalette::Window},
         {QPalette::ButtonText, QPalette::Button},
         {QPalette::HighlightedText, QPalette::Highlight},
         {QPalette::ToolTipText, QPalette::ToolTipBase},
         {QPalette::Link, QPalette::Base},
         {QPalette::PlaceholderText, QPalette::Base}}};
    for (const auto &[text, ground] : pairs) {
        const double ratio = contrast(palette.color(text), palette.color(ground));
        QVERIFY2(ratio >= readable, qPrintable(u"%1 on %2: %3"_s.arg(int(text)).arg(int(ground)).arg(ratio)));
    }
    for (const Tint tint : tints) { // undecided, counts: accents as text on the base
        const double ratio = contrast(tintColors(tint, palette).accent, palette.color(QPalette::Base));
        QVERIFY2(ratio >= readable, qPrintable(u"accent of %1: %2"_s.arg(int(tint)).arg(ratio)));
    }
}

void TestColors::signsAreSeen_data()
{
    addSchemes();
}

/// The glyph and the bar on the fill of their own role.
void TestColors::signsAreSeen()
{
    QFETCH(int, scheme);
    const QPalette palette = paletteOf(ColorScheme(scheme));
    for (const Tint tint : tints) {
        const TintColors colors = tintColors(tint, palette);
        const double ratio = contrast(colors.accent, colors.fill);
        QVERIFY2(ratio >= visibleSign, qPrintable(u"sign of %1: %2"_s.arg(int(tint)).arg(ratio)));
    }
}

void TestColors::colorIsNeverTheOnlySign_data()
{
    addSchemes();
}

/// Two cells of unlike roles that hold the same text differ in black and white, too.
void TestColors::colorIsNeverTheOnlySign()
{
    QFETCH(int, scheme);
    applyColorScheme(ColorScheme(scheme));
    QSet<QString> glyphs;
    QList<QImage> images;
    for (const Tint tint : tints) {
        glyphs.insert(glyph(tint));
        images.append(withoutColor(painted(tint)));
    }
    QCOMPARE(glyphs.size(), qsizetype(tints.size()));
    QVERIFY(!glyphs.contains(QString()));
    for (qsizetype one = 0; one < images.size(); ++one) {
        for (qsizetype other = one + 1; other < images.size(); ++other)
            QCOMPARE_NE(images.at(one), images.at(other));
    }
}

void TestColors::forced()
{
    const MainWindow window(u"dba"_s);
    applyColorScheme(ColorScheme::Dark);
    QTRY_VERIFY(isDark(window.palette()));
    applyColorScheme(ColorScheme::Light);
    QTRY_VERIFY(!isDark(window.palette()));
    applyColorScheme(ColorScheme::System); // nothing of ours stands before the system's own colours
    QCOMPARE(QApplication::palette().resolveMask(), QPalette().resolveMask());
}

void TestColors::keptAndForced()
{
    QCOMPARE(keptColorScheme(), ColorScheme::System);
    keepColorScheme(ColorScheme::Dark);
    QCOMPARE(keptColorScheme(), ColorScheme::Dark);
    QSettings().setValue(u"colors"_s, 99); // a broken file
    QCOMPARE(keptColorScheme(), ColorScheme::Dark);
    QSettings().clear();
}

/// The system's scheme changes while the program runs: the window follows, unless the person chose one.
void TestColors::followsTheSystem()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    const MainWindow window(u"dba"_s);
    applyColorScheme(ColorScheme::System);
    QStyleHints &system = *QGuiApplication::styleHints();
    system.setColorScheme(Qt::ColorScheme::Dark);
    if (system.colorScheme() != Qt::ColorScheme::Dark)
        QSKIP("this platform has no colour scheme that can be changed");
    QTRY_VERIFY(isDark(window.palette()));
    QCOMPARE(tintColors(Tint::AChanged, window.palette()).fill, QColor(0x12466f));
    system.setColorScheme(Qt::ColorScheme::Light);
    QTRY_VERIFY(!isDark(window.palette()));
    applyColorScheme(ColorScheme::Dark);
    QVERIFY(isDark(window.palette()));
    system.setColorScheme(Qt::ColorScheme::Dark);
    system.setColorScheme(Qt::ColorScheme::Light);
    QCoreApplication::processEvents();
    QVERIFY(isDark(window.palette()));
    applyColorScheme(ColorScheme::System);
    QTRY_VERIFY(!isDark(window.palette()));
#else
    QSKIP("Qt tells and sets the system's colour scheme from 6.8 on");
#endif
}

QTEST_MAIN(TestColors)
#include "tst_colors.moc"
