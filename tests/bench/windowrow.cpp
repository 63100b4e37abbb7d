#include "tests/bench/benchrows.h"

using namespace Qt::StringLiterals;

namespace Rejoin::Bench {

QList<Figure> measureWindow(Testbed &)
{
    const QString reason = u"not measured here: the window has no bench yet"_s;
    const auto figure = [&](const QString &measure, double milliseconds) {
        return Figure{.row = u"window"_s,
                      .measure = measure,
                      .unit = Unit::Milliseconds,
                      .bound = Bound{.value = milliseconds},
                      .reason = reason};
    };
    return {figure(u"window: first rows shown after a table is done"_s, 100),
            figure(u"window: a frame while scrolling 1,000,000 differences"_s, 16),
            figure(u"window: opening a script of 100 MB"_s, 1000)};
}

} // namespace Rejoin::Bench
