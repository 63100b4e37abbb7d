// One harness under libFuzzer: rejoinfuzz --harness=NAME [OPTION OF LIBFUZZER]… [FOLDER]…
// libFuzzer leaves options with two dashes to its program. --list: name, longest input and seeds of each, for fuzz.py.

#include "tests/fuzz/harness.h"
#include "tests/fuzz/jsonmutation.h"

#include <QCoreApplication>
#include <algorithm>
#include <cstdio>
#include <cstdlib>

using Rejoin::Fuzzing::Harness;

namespace {

const Harness *chosen = nullptr;

void list()
{
    for (const Harness &harness : Rejoin::Fuzzing::harnesses())
        std::printf("%s %d %s\n", qPrintable(harness.name), harness.longest, qPrintable(harness.seeds.join(u' ')));
}

void sayNothing(QtMsgType, const QMessageLogContext &, const QString &) {}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *count, char ***arguments)
{
    static QCoreApplication application(*count, *arguments);
    const QLatin1StringView option("--harness=");
    for (const QString &argument : QCoreApplication::arguments()) {
        if (argument == QLatin1StringView("--list")) {
            list();
            std::exit(0);
        }
        if (argument.startsWith(option))
            chosen = Rejoin::Fuzzing::harnessNamed(argument.sliced(option.size()));
    }
    if (!chosen) {
        std::fputs("rejoinfuzz: --harness=NAME is missing, or there is none of that name\n", stderr);
        std::exit(2);
    }
    qInstallMessageHandler(sayNothing); // Qt complains of each damaged thing
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    chosen->run(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    return 0;
}

extern "C" size_t LLVMFuzzerMutate(unsigned char *data, size_t size, size_t most);

/// Every second input that holds JSON is changed as JSON.
extern "C" size_t LLVMFuzzerCustomMutator(unsigned char *data, size_t size, size_t most, unsigned seed)
{
    QRandomGenerator random(seed);
    if (random.bounded(2) == 0) {
        const QByteArray input(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
        const QByteArray changed = Rejoin::Fuzzing::withJsonChanged(input, random);
        if (!changed.isEmpty() && static_cast<size_t>(changed.size()) <= most) {
            std::ranges::copy(changed, data);
            return static_cast<size_t>(changed.size());
        }
    }
    return LLVMFuzzerMutate(data, size, most);
}
