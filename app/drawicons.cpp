#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImageReader>
#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr std::array sizes{16, 22, 24, 32, 48, 64, 128, 256};

bool draw(const QString &drawing, int size, const QString &path)
{
    QImageReader reader(drawing);
    reader.setScaledSize(QSize(size, size));
    const QImage picture = reader.read();
    return !picture.isNull() && QDir().mkpath(QFileInfo(path).path()) && picture.save(path, "PNG");
}

} // namespace

/// For the build: draws an icon in the sizes of the hicolor theme. usage: drawicons DRAWING.svg FOLDER KIND NAME
int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    bool isDrawn = arguments.size() == 5;
    for (const int size : sizes) {
        isDrawn = isDrawn && draw(arguments[1], size,
                                  u"%1/%2x%2/%3/%4.png"_s.arg(arguments[2]).arg(size).arg(arguments[3], arguments[4]));
    }
    if (!isDrawn)
        std::fputs("drawicons: cannot draw (is Qt's plugin for SVG installed?)\n", stderr);
    return isDrawn ? 0 : 1;
}
