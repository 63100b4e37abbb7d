#include "tests/bench/window/largesession.h"
#include "tests/ui/stallwatch.h"
#include "ui/mainwindow.h"
#include "ui/rowgrids.h"
#include "ui/rowspage.h"
#include "ui/scriptview.h"

#include <QApplication>
#include <QComboBox>
#include <QFileInfo>
#include <QItemSelectionModel>
#include <QJsonArray>
#include <QJsonDocument>
#include <QScrollBar>
#include <QSettings>
#include <QStyleFactory>
#include <QTemporaryDir>
#include <QTest>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using namespace Rejoin::Bench;
using Rejoin::Testing::StallWatch;

namespace {

constexpr int patience = 1'800'000; // ms
constexpr int selectedRows = 100'000;
constexpr int frames = 400;
constexpr qsizetype scriptBytes = 100'000'000;

double percentile(QList<double> figures, int of100)
{
    std::ranges::sort(figures);
    return figures.at(std::min<qsizetype>(figures.size() - 1, figures.size() * of100 / 100));
}

/// The window on one large session, and what was measured of it: figures in milliseconds.
class WindowBench
{
public:
    explicit WindowBench(QString project)
        : m_project(std::move(project))
    {
        m_window.resize(1280, 720);
        m_window.show();
        static_cast<void>(QTest::qWaitForWindowExposed(&m_window));
    }

    QJsonArray measure()
    {
        open();
        scroll(u"while the columns are still counted"_s);
        waitUntilCounted();
        scroll({});
        toTheEnd();
        filter();
        sort();
        decide(std::min(selectedRows, rows()));
        decide(rows());
        script();
        return m_figures;
    }

private:
    [[nodiscard]] RowsPage &page() const { return *m_window.findChild<RowsPage *>(); }
    [[nodiscard]] RowGrids &grids() const { return *m_window.findChild<RowGrids *>(); }
    [[nodiscard]] const RowsSource &source() const
    {
        return qobject_cast<RowsText *>(grids().view(Face::A)->model())->rows().source();
    }
    [[nodiscard]] int rows() const { return source().count(); }

    void tell(const QString &measure, double milliseconds)
    {
        m_figures.append(QJsonObject{{u"measure"_s, measure}, {u"ms"_s, milliseconds}});
        std::fprintf(stderr, "  %s: %.1f ms\n", qPrintable(measure), milliseconds);
    }

    /// Starts something and waits until it is there; tells the time, and for how long the window did not answer.
    template <typename Start, typename IsThere>
    void time(const QString &what, Start start, IsThere isThere, const QString &stalled)
    {
        m_stalls.start();
        QElapsedTimer since;
        since.start();
        start();
        while (!isThere() && since.elapsed() < patience)
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        QCoreApplication::processEvents(); // painted
        tell(what, double(since.nsecsElapsed()) / 1e6);
        tell(stalled, m_stalls.longest());
    }

    void open()
    {
        time(
            u"project opened"_s, [this] { m_window.openProject(m_project); },
            [this] { return m_window.workspace().session() != nullptr; }, u"longest stall while it was opened"_s);
        time(
            u"first rows"_s, [this] { m_window.goTo(Stage::Resolve); }, [this] { return rows() > 0; },
            u"longest stall until the first rows"_s);
        time(
            u"all rows in the list"_s, [] {}, [this] { return source().isComplete(); },
            u"longest stall until all rows were in the list"_s);
    }

    void waitUntilCounted()
    {
        time(
            u"columns counted"_s, [] {}, [this] { return source().isCounted(); },
            u"longest stall while the columns were counted"_s);
    }

    /// From the start to the end in jumps, and back by rows.
    void scroll(const QString &when)
    {
        QScrollBar *bar = grids().view(Face::A)->verticalScrollBar();
        const auto frame = [&](int value) {
            QElapsedTimer since;
            since.start();
            bar->setValue(value);
            QCoreApplication::processEvents();
            return double(since.nsecsElapsed()) / 1e6;
        };
        QList<double> jumps;
        QList<double> steps;
        for (int i = 0; i < frames; ++i)
            jumps += frame(int(double(bar->maximum()) * i / (frames - 1)));
        const int step = 3 * grids().view(Face::A)->rowHeight(0);
        for (int i = 0; i < frames; ++i)
            steps += frame(bar->value() - step);
        const QString behind = when.isEmpty() ? QString() : u", "_s + when;
        tell(u"frame, from end to end in %1 jumps%2: median"_s.arg(frames).arg(behind), percentile(jumps, 50));
        tell(u"frame, from end to end in %1 jumps%2: 99 of 100"_s.arg(frames).arg(behind), percentile(jumps, 99));
        tell(u"frame, three rows at a time%1: median"_s.arg(behind), percentile(steps, 50));
        tell(u"frame, three rows at a time%1: 99 of 100"_s.arg(behind), percentile(steps, 99));
    }

    void toTheEnd()
    {
        grids().view(Face::A)->verticalScrollBar()->setValue(0);
        QCoreApplication::processEvents();
        const int last = rows() - 1;
        time(
            u"to the last row"_s, [&] { QTest::keyClick(grids().view(Face::A), Qt::Key_End, Qt::ControlModifier); },
            [&] { return grids().currentRow() == last; }, u"longest stall to the last row"_s);
    }

    void choose(const QString &name, int index)
    {
        for (QComboBox *box : page().findChildren<QComboBox *>()) {
            if (box->accessibleName() != name)
                continue;
            box->setCurrentIndex(index);
            Q_EMIT box->activated(index);
        }
    }

    void filter()
    {
        time(
            u"filter: undecided, first rows"_s, [this] { choose(u"Which rows are shown"_s, 1); },
            [this] { return rows() > 0; }, u"longest stall until they were there"_s);
        time(
            u"filter: undecided, all"_s, [] {}, [this] { return source().isComplete(); },
            u"longest stall until all were there"_s);
        choose(u"Which rows are shown"_s, 0);
        static_cast<void>(QTest::qWaitFor([this] { return source().isComplete(); }, patience));
    }

    void sort()
    {
        for (const RowOrder order : {RowOrder::Outcome, RowOrder::LatestWrite, RowOrder::Decision}) {
            const int index = int(order);
            time(
                u"sorted, order %1"_s.arg(index), [&] { choose(u"Order of the rows"_s, index); },
                [this] { return source().isComplete(); }, u"longest stall while sorting, order %1"_s.arg(index));
        }
        choose(u"Order of the rows"_s, 0);
        static_cast<void>(QTest::qWaitFor([this] { return source().isComplete(); }, patience));
    }

    [[nodiscard]] bool isDeciding() { return m_window.workspace().deciding().isRunning(); }

    void decide(int count)
    {
        GridView *view = grids().view(Face::A);
        QItemSelectionModel *selection = view->selectionModel();
        view->setFocus();
        const auto select = [&] {
            selection->select({view->model()->index(0, 0), view->model()->index(count - 1, 0)},
                              QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        };
        time(u"%1 rows selected"_s.arg(count), select, [] { return true; }, u"longest stall while selecting"_s);
        const qint64 before = m_window.workspace().totals().undecided;
        time(
            u"%1 rows decided"_s.arg(count), [&] { QTest::keyClick(view, Qt::Key_1, Qt::ControlModifier); },
            [&] { return !isDeciding(); }, u"longest stall while deciding %1"_s.arg(count));
        tell(u"rows that this left undecided"_s, double(m_window.workspace().totals().undecided));
        time(
            u"%1 rows undone"_s.arg(count), [&] { QTest::keyClick(view, Qt::Key_Z, Qt::ControlModifier); },
            [&] { return !isDeciding(); }, u"longest stall while undoing %1"_s.arg(count));
        tell(u"rows undecided after the undo, less those before"_s,
             double(m_window.workspace().totals().undecided - before));
    }

    void script()
    {
        QByteArray text;
        text.reserve(scriptBytes + 1000);
        for (int number = 1; text.size() < scriptBytes; ++number) {
            const QByteArray key = QByteArray::number(number);
            text += "-- update orders order_id=" + key +
                    "\nUPDATE \"orders\" SET \"status\" = 'paid', \"total\" = 12.50\nWHERE \"order_id\" = " + key +
                    " AND \"status\" = 'open' AND \"note\" IS NULL;\nSELECT CASE WHEN changes() <> 1 THEN "
                    "raise_error('orders order_id=" +
                    key + " moved') END;\n\n";
        }
        KSyntaxHighlighting::Repository repository;
        ScriptView view(repository);
        view.resize(1000, 600);
        view.show();
        static_cast<void>(QTest::qWaitForWindowExposed(&view));
        time(
            u"script of 100 MB opened"_s, [&] { view.setScript(text, Engine::PostgreSql); }, [] { return true; },
            u"longest stall while it was opened"_s);
        time(
            u"its last line shown"_s, [&] { view.goToLine(view.lineCount() - 1); },
            [&] { return view.part() == view.partCount() - 1; }, u"longest stall to the last line"_s);
    }

    QString m_project;
    MainWindow m_window{u"bench"_s};
    StallWatch m_stalls;
    QJsonArray m_figures;
};

} // namespace

/// windowbench PROJECT ROWS: makes the session where there is none, and prints the figures as JSON.
int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    const QTemporaryDir settings;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    QApplication::setOrganizationName(u"rejoin"_s);
    QApplication::setApplicationName(u"rejoin"_s);
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    const QString &project = arguments.at(1);
    if (!QFileInfo::exists(project)) {
        if (const auto made = makeLargeSession(project, arguments.at(2).toLongLong()); !made) {
            std::fprintf(stderr, "%s\n", qPrintable(describe(made.error())));
            return 1;
        }
    }
    const QJsonArray figures = WindowBench(project).measure();
    std::fputs(QJsonDocument(figures).toJson(QJsonDocument::Compact).constData(), stdout);
    return 0;
}
