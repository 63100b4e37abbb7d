#include "app/cli/command.h"
#include "app/cli/completions.h"
#include "app/cli/manpage.h"

#include "tests/support/commandline.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using namespace Rejoin::Testing;

/// The man page and the completions: each command, each option, in words that man and shells understand.
class TestHelpFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void generated_data();
    void generated();
    void helpHasEveryOption_data() { commands(); }
    void helpHasEveryOption();
    void manHasEveryOption_data() { commands(); }
    void manHasEveryOption();
    void manHasExitCodes();
    void manIsWellFormed();
    void shellsUnderstand_data();
    void shellsUnderstand();
    void completionsHaveEveryOption_data() { commands(); }
    void completionsHaveEveryOption();
    void bashCompletes_data();
    void bashCompletes();

private:
    static void commands()
    {
        QTest::addColumn<Command>("command");
        for (const Command &command : allCommands())
            QTest::newRow(qPrintable(command.name)) << command;
    }
    /// What a program says of `input`; a skip where it is not there.
    static QString saidBy(const QString &program, const QStringList &arguments, const QByteArray &input)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished())
            return program + u" does not end"_s;
        const QString said = QString::fromUtf8(process.readAll());
        return process.exitCode() == 0 ? said : said + u" (exit %1)"_s.arg(process.exitCode());
    }
    static bool isThere(const QString &program) { return !QStandardPaths::findExecutable(program).isEmpty(); }
};

Q_DECLARE_METATYPE(Rejoin::Command)

void TestHelpFiles::generated_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("man") << u"man"_s << manPage();
    QTest::newRow("bash") << u"bash"_s << completionsFor(Shell::Bash);
    QTest::newRow("zsh") << u"zsh"_s << completionsFor(Shell::Zsh);
    QTest::newRow("fish") << u"fish"_s << completionsFor(Shell::Fish);
}

void TestHelpFiles::generated()
{
    QFETCH(const QString, what);
    QFETCH(const QByteArray, content);
    const CommandRun run = rejoin({u"--generate"_s, what});
    EXPECT_EXIT(run, 0);
    QCOMPARE(run.out.toUtf8(), content);
    EXPECT_EXIT(rejoin({u"--generate"_s, u"html"_s}), 10);
}

void TestHelpFiles::helpHasEveryOption()
{
    QFETCH(const Command, command);
    const QString help = rejoin({command.name, u"--help"_s}).out;
    QVERIFY(!command.examples.isEmpty());
    for (const Option &option : command.options + commonOptions()) {
        const QString synopsis = u"\n  --"_s + option.name + (option.value.isEmpty() ? QString() : u' ' + option.value);
        QVERIFY2(help.contains(synopsis + u' ') || help.contains(synopsis + u'\n'), qPrintable(synopsis));
        QVERIFY2(!option.description.isEmpty(), qPrintable(synopsis));
    }
}

void TestHelpFiles::manHasEveryOption()
{
    QFETCH(const Command, command);
    const QString all = QString::fromUtf8(manPage());
    const QString section = all.section(u".SS \"rejoin %1 "_s.arg(command.name), 1, 1).section(u"\n.S"_s, 0, 0);
    QVERIFY(!section.isEmpty());
    for (const Option &option : command.options) {
        const QString name = QString(option.name).replace(u'-', "\\-"_L1);
        QVERIFY2(section.contains(u"\\fB\\-\\-%1\\fR"_s.arg(name)), qPrintable(option.name));
    }
    for (const Option &option : commonOptions())
        QVERIFY(all.contains(u"\\fB\\-\\-%1\\fR"_s.arg(QString(option.name).replace(u'-', "\\-"_L1))));
}

void TestHelpFiles::manHasExitCodes()
{
    const QString all = QString::fromUtf8(manPage());
    const QList<ExitMeaning> meanings = exitMeanings();
    QCOMPARE(meanings.size(), 12);
    for (const ExitMeaning &meaning : meanings)
        QVERIFY2(all.contains(u"\\fB%1\\fR\n"_s.arg(int(meaning.exit))), qPrintable(meaning.text));
}

void TestHelpFiles::manIsWellFormed()
{
    if (!isThere(u"groff"_s))
        QSKIP("groff is not installed");
    QCOMPARE(saidBy(u"groff"_s, {u"-man"_s, u"-Kutf8"_s, u"-Tutf8"_s, u"-ww"_s, u"-z"_s}, manPage()), QString());
}

void TestHelpFiles::shellsUnderstand_data()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("bash") << u"bash"_s;
    QTest::newRow("zsh") << u"zsh"_s;
    QTest::newRow("fish") << u"fish"_s;
}

void TestHelpFiles::shellsUnderstand()
{
    QFETCH(const QString, program);
    if (!isThere(program))
        QSKIP(qPrintable(program + u" is not installed"_s));
    const std::optional<Shell> shell = shellNamed(program);
    QVERIFY(shell);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"completions"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(completionsFor(*shell));
    file.close();
    QCOMPARE(saidBy(program, {u"-n"_s, file.fileName()}, {}), QString());
}

void TestHelpFiles::completionsHaveEveryOption()
{
    QFETCH(const Command, command);
    const QString bash = QString::fromUtf8(completionsFor(Shell::Bash));
    const QString zsh = QString::fromUtf8(completionsFor(Shell::Zsh));
    const QString fish = QString::fromUtf8(completionsFor(Shell::Fish));
    const QString ofBash = bash.section(u"        %1) options="_s.arg(command.name), 1, 1).section(u'\n', 0, 0);
    const QString ofZsh = zsh.section(u"            %1) _arguments"_s.arg(command.name), 1, 1).section(u";;"_s, 0, 0);
    QVERIFY(fish.contains(u"__fish_use_subcommand -a %1 "_s.arg(command.name)));
    for (const Option &option : command.options + commonOptions()) {
        QVERIFY2(ofBash.contains(u"--"_s + option.name), qPrintable(option.name));
        QVERIFY2(ofZsh.contains(u"'*--%1["_s.arg(option.name)), qPrintable(option.name));
        QVERIFY2(fish.contains(u"__fish_seen_subcommand_from %1' -l %2 "_s.arg(command.name, option.name)),
                 qPrintable(option.name));
    }
}

void TestHelpFiles::bashCompletes_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("offers");
    QTest::newRow("command") << u"rejoin com"_s << QStringList{u"compare"_s};
    QTest::newRow("option") << u"rejoin compare shop.rejoin --res"_s << QStringList{u"--resume"_s};
    QTest::newRow("word") << u"rejoin script shop.rejoin --target b"_s << QStringList{u"b"_s, u"both"_s};
    QTest::newRow("level") << u"rejoin compare shop.rejoin --log-level d"_s << QStringList{u"debug"_s};
    QTest::newRow("file") << u"rejoin compare sh"_s << QStringList{u"shop.rejoin"_s};
    QTest::newRow("folder") << u"rejoin apply bu"_s << QStringList{u"bundle"_s};
    QTest::newRow("project to open") << u"rejoin sh"_s << QStringList{u"show"_s, u"shop.rejoin"_s};
    QTest::newRow("free text") << u"rejoin script shop.rejoin --ticket s"_s << QStringList();
    QTest::newRow("no such command") << u"rejoin merge s"_s << QStringList();
}

void TestHelpFiles::bashCompletes()
{
    QFETCH(const QString, line);
    QFETCH(const QStringList, offers);
    if (!isThere(u"bash"_s))
        QSKIP("bash is not installed");
    const QTemporaryDir folder;
    const auto write = [&folder](const QString &name, const QByteArray &content) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    };
    write(u"completions"_s, completionsFor(Shell::Bash));
    write(u"shop.rejoin"_s, {});
    QVERIFY(QDir(folder.path()).mkdir(u"bundle"_s));
    const QString script = u"cd '%1' && . ./completions && compopt() { :; } && COMP_WORDS=(%2) && "
                           "COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) && _rejoin; printf '%s\\n' \"${COMPREPLY[@]}\""_s.arg(
                               folder.path(), line);
    QStringList said = saidBy(u"bash"_s, {u"-c"_s, script}, {}).split(u'\n', Qt::SkipEmptyParts);
    said.sort();
    QStringList expected = offers;
    expected.sort();
    QCOMPARE(said, expected);
}

QTEST_GUILESS_MAIN(TestHelpFiles)
#include "tst_helpfiles.moc"
