#include "tests/bench/benchrows.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace Rejoin::Bench {

namespace {

constexpr int startMs = 30'000;
constexpr int measureMs = 3'600'000;

/// What must be reached, by the words of the program that measures.
std::optional<Bound> boundOf(const QString &measure)
{
    if (measure == "first rows"_L1 || measure.startsWith("longest stall"_L1))
        return Bound{.value = 100};
    if (measure.startsWith("frame"_L1))
        return Bound{.value = 16};
    if (measure.startsWith("script of 100 MB"_L1))
        return Bound{.value = 1000};
    return std::nullopt;
}

/// A display that nobody sees, with a window manager.
class Display
{
public:
    ~Display()
    {
        for (QProcess *process : {&m_manager, &m_server}) {
            process->terminate();
            process->waitForFinished(startMs);
        }
    }

    /// ":7"; fails where there is no Xvfb.
    [[nodiscard]] Result<QString> start()
    {
        m_server.start(u"Xvfb"_s,
                       {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1280x720x24"_s, u"-nolisten"_s, u"tcp"_s});
        QByteArray number;
        while (!number.endsWith('\n') && m_server.waitForReadyRead(startMs))
            number += m_server.readAllStandardOutput();
        if (!number.endsWith('\n'))
            return fail(ErrorCode::Unsupported, u"Xvfb does not start: %1"_s.arg(m_server.errorString()));
        const QString name = u':' + QString::fromLatin1(number.trimmed());
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DISPLAY"_s, name);
        m_manager.setProcessEnvironment(environment);
        m_manager.start(u"openbox"_s, QStringList());
        return name;
    }

private:
    QProcess m_server;
    QProcess m_manager;
};

Result<QList<Figure>> measureOn(const Testbed &bench, const QString &where, const QProcessEnvironment &environment)
{
    QProcess program;
    program.setProcessEnvironment(environment);
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(bench.options().windowBench,
                  {bench.path(u"window.rejoin"_s), QString::number(bench.options().windowDifferences)});
    if (!program.waitForFinished(measureMs) || program.exitCode() != 0)
        return fail(ErrorCode::ServerRefused, u"windowbench did not end well: %1"_s.arg(program.errorString()));
    QList<Figure> figures;
    const QJsonArray told = QJsonDocument::fromJson(program.readAllStandardOutput()).array();
    for (const QJsonValue &each : told) {
        const QString measure = each["measure"_L1].toString();
        Figure figure{.row = u"window"_s,
                      .measure = u"window, %1: %2"_s.arg(where, measure),
                      .unit = measure.startsWith("rows "_L1) ? Unit::Rows : Unit::Milliseconds,
                      .reached = each["ms"_L1].toDouble(),
                      .bound = boundOf(measure)};
        if (measure.startsWith("rows undecided after the undo"_L1))
            figure.counts = {{measure, qint64(*figure.reached), 0}};
        figures.append(figure);
    }
    if (figures.isEmpty())
        return fail(ErrorCode::BadFile, u"windowbench measured nothing"_s);
    return figures;
}

QList<Figure> failed(const QString &where, const Error &error)
{
    return {Figure{.row = u"window"_s, .measure = u"window, "_s + where, .reason = describe(error), .failed = true}};
}

} // namespace

QList<Figure> measureWindow(Testbed &bench)
{
    if (bench.options().windowBench.isEmpty())
        return {Figure{.row = u"window"_s, .measure = u"window"_s, .reason = u"built without a window"_s}};
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    bench.note(u"  the window, off screen"_s);
    const Result<QList<Figure>> offscreen = measureOn(bench, u"off screen"_s, environment);
    QList<Figure> figures = offscreen ? *offscreen : failed(u"off screen"_s, offscreen.error());
    Display display;
    const Result<QString> name = display.start();
    if (!name)
        return figures + failed(u"Xvfb"_s, name.error());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.insert(u"DISPLAY"_s, *name);
    bench.note(u"  the window, on a display (Xvfb)"_s);
    const Result<QList<Figure>> shown = measureOn(bench, u"Xvfb"_s, environment);
    return figures + (shown ? *shown : failed(u"Xvfb"_s, shown.error()));
}

} // namespace Rejoin::Bench
