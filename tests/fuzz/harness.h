#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <source_location>

/// Readers of what others wrote, each fed with bytes of any kind. tests/fuzz/program gives them those that libFuzzer
/// makes, tst_fuzzcorpus those of tests/fuzz/corpus.
namespace Rejoin::Fuzzing {

/// Takes the bytes through one reader and what the program does with what was read. It connects to nothing and writes
/// nowhere but in workFolder(). Reading may fail; what must not happen ends the program: a crash, or a broken promise.
struct Harness
{
    QString name; ///< of its folder in tests/fuzz/corpus
    void (*run)(const QByteArray &input);
    int longest = 4096; ///< bytes that are worth trying
    QStringList seeds;  ///< files of the checkout that it takes as they are, beside the corpus
};

/// All of them, by name.
[[nodiscard]] QList<Harness> harnesses();
/// Null where there is none of this name.
[[nodiscard]] const Harness *harnessNamed(const QString &name);

void bundle(const QByteArray &input);
void checkpoint(const QByteArray &input);
void checkpointParts(const QByteArray &input);
void condition(const QByteArray &input);
void connection(const QByteArray &input);
void manifest(const QByteArray &input);
void project(const QByteArray &input);
void rules(const QByteArray &input);
void script(const QByteArray &input);
void session(const QByteArray &input);
void sessionCells(const QByteArray &input);
void values(const QByteArray &input);

/// Ends the program with the promise and its place where it is not kept.
void require(bool kept, const char *promise, std::source_location place = std::source_location::current());

/// A folder of this process alone, empty at its start, removed at its end.
[[nodiscard]] QString workFolder();
/// Writes a file in workFolder(), in place of one of that name; its path.
QString fileWith(const QString &name, const QByteArray &content);
/// A file of the checkout, by its path in it; empty where there is none.
[[nodiscard]] QByteArray checkoutFile(const QString &path);

/// Parts an input into pieces, so that changing one of them leaves the others where they are.
class Pieces
{
public:
    explicit Pieces(const QByteArray &input)
        : m_input(input)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_input.size(); }
    /// 0 behind the end.
    [[nodiscard]] quint8 byte();
    /// As many bytes as the next two say, the higher one first; fewer where the input ends before.
    [[nodiscard]] QByteArray piece();
    /// Up to the next separator or the end.
    [[nodiscard]] QByteArray section();
    [[nodiscard]] QByteArray rest();

    static constexpr char separator = '\x1d'; ///< of sections; no text has it

private:
    const QByteArray &m_input;
    qsizetype m_at = 0;
};

} // namespace Rejoin::Fuzzing
