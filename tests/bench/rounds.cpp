#include "tests/bench/rounds.h"

#include <algorithm>

namespace Rejoin::Bench {

double median(QList<double> figures)
{
    Q_ASSERT(!figures.isEmpty());
    std::ranges::sort(figures);
    const qsizetype half = figures.size() / 2;
    return figures.size() % 2 == 1 ? figures.at(half) : (figures.at(half - 1) + figures.at(half)) / 2;
}

Result<QList<Samples>> runInAlternation(const QList<Contestant> &contestants, int rounds,
                                        const std::function<void(int round, const Samples &samples)> &report)
{
    QList<Samples> all;
    QList<qsizetype> order;
    for (const Contestant &contestant : contestants) {
        order += all.size();
        all += Samples{.what = contestant.what, .unit = contestant.unit};
    }
    for (int round = 1; round <= rounds; ++round) {
        for (const qsizetype which : std::as_const(order)) {
            REJOIN_TRY_VALUE(figure, contestants.at(which).run());
            all[which].figures += figure;
            report(round, all.at(which));
        }
        std::ranges::reverse(order);
    }
    return all;
}

} // namespace Rejoin::Bench
