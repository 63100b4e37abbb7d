#include "app/cli/command.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Rejoin;

namespace {

/// A command line or an option that a text names.
struct Named
{
    QString command; ///< empty where an option stands alone
    QStringList options;
};

struct Link
{
    QString file; ///< relative to the page; empty = the page itself
    QString anchor;
};

QString without(QString text, const QRegularExpression &what)
{
    return text.remove(what);
}

/// Code: lines that are set in by four blanks, continued ones joined, and what stands in backticks.
QStringList codeOf(const QString &page)
{
    static const QRegularExpression continued(u"\\\\\\n\\s+"_s);
    static const QRegularExpression span(u"`([^`]+)`"_s);
    QStringList code;
    QStringList prose;
    const QStringList lines = QString(page).replace(continued, u" "_s).split(u'\n');
    for (const QString &line : lines)
        (line.startsWith("    "_L1) ? code : prose) += line;
    for (auto match = span.globalMatch(prose.join(u'\n')); match.hasNext();)
        code += match.next().captured(1).simplified();
    return code;
}

QStringList optionsIn(const QString &text)
{
    static const QRegularExpression option(u"(?<![\\w-])--([a-z][a-z-]*)"_s);
    QStringList options;
    for (auto match = option.globalMatch(text); match.hasNext();)
        options += match.next().captured(1);
    return options;
}

/// `rejoin COMMAND …` to the end of that command, and options that stand at the beginning of a piece of code.
QList<Named> namedIn(const QString &code)
{
    static const QRegularExpression call(u"(?:^|[\\s\"/])rejoin ([a-z]+)(?=\\s|$)([^|;>&]*)"_s);
    QList<Named> all;
    for (auto match = call.globalMatch(code); match.hasNext();) {
        const auto found = match.next();
        all += Named{found.captured(1), optionsIn(found.captured(2))};
    }
    if (code.startsWith("--"_L1))
        all += Named{{}, optionsIn(code)};
    return all;
}

QList<Link> linksOf(const QString &page)
{
    static const QRegularExpression code(u"`[^`]*`|^    .*$"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression link(u"\\]\\(([^)\\s]+)\\)"_s);
    QList<Link> links;
    for (auto match = link.globalMatch(without(page, code)); match.hasNext();) {
        const QString target = match.next().captured(1);
        if (!target.contains("://"_L1))
            links += Link{target.section(u'#', 0, 0), target.section(u'#', 1)};
    }
    return links;
}

/// What the web makes of a page's headings to link to them.
QStringList anchorsOf(const QString &page)
{
    static const QRegularExpression heading(u"^#+ (.+)$"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression dropped(u"[^\\w\\- ]"_s, QRegularExpression::UseUnicodePropertiesOption);
    QStringList anchors;
    for (auto match = heading.globalMatch(page); match.hasNext();)
        anchors += without(match.next().captured(1).toLower(), dropped).replace(u' ', u'-');
    return anchors;
}

QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

/// What the handbook links to and what it tells to type is there.
class TestHandbook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void links_data() { pages(); }
    void links();
    void commandsAndOptions_data() { pages(); }
    void commandsAndOptions();
    void contentsNameEveryPage();
    void everyCommandIsTold();
    void findsWhatIsWrong();

private:
    static QString path(const QString &name) { return QStringLiteral(REJOIN_SOURCE_DIR) + u'/' + name; }
    static QStringList handbook()
    {
        QStringList names;
        for (const QString &name : QDir(path(u"resources/handbook"_s)).entryList({u"*.md"_s}))
            names += u"resources/handbook/"_s + name;
        return names;
    }
    static void pages()
    {
        QTest::addColumn<QString>("page");
        for (const QString &name : handbook() + QStringList{u"README.md"_s, u"CONTRIBUTING.md"_s, u"CHANGELOG.md"_s})
            QTest::newRow(qPrintable(name)) << name;
    }
    /// Empty where it is a command, or an option, that there is.
    static QString whatIsWrong(const Named &named)
    {
        const QList<Command> commands = allCommands();
        const auto command = std::ranges::find(commands, named.command, &Command::name);
        if (!named.command.isEmpty() && named.command != "help"_L1 && command == commands.end())
            return u"there is no command "_s + named.command;
        QStringList known{u"version"_s, u"help"_s};
        for (const Option &option : commonOptions())
            known += option.name;
        for (const Command &each : commands) {
            if (!named.command.isEmpty() && each.name != named.command)
                continue;
            for (const Option &option : each.options)
                known += option.name;
        }
        for (const QString &option : named.options) {
            if (!known.contains(option))
                return u"rejoin %1 has no option --%2"_s.arg(named.command, option);
        }
        return {};
    }
};

void TestHandbook::links()
{
    QFETCH(const QString, page);
    const QFileInfo here(path(page));
    const QString text = read(here.filePath());
    QVERIFY(!text.isEmpty());
    for (const Link &link : linksOf(text)) {
        const QFileInfo there(link.file.isEmpty() ? here.filePath() : here.dir().filePath(link.file));
        QVERIFY2(there.exists(), qPrintable(link.file));
        if (!link.anchor.isEmpty())
            QVERIFY2(anchorsOf(read(there.filePath())).contains(link.anchor),
                     qPrintable(link.file + u'#' + link.anchor));
    }
}

void TestHandbook::commandsAndOptions()
{
    QFETCH(const QString, page);
    for (const QString &code : codeOf(read(path(page)))) {
        for (const Named &named : namedIn(code)) {
            if (named.command.isEmpty() && page == "CONTRIBUTING.md"_L1)
                continue; // options of scripts
            const QString wrong = whatIsWrong(named);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong + u": "_s + code));
        }
    }
}

void TestHandbook::contentsNameEveryPage()
{
    QStringList linked;
    for (const Link &link : linksOf(read(path(u"resources/handbook/README.md"_s))))
        linked += u"resources/handbook/"_s + link.file;
    for (const QString &name : handbook()) {
        if (!name.endsWith("/README.md"_L1))
            QVERIFY2(linked.contains(name), qPrintable(name));
    }
}

void TestHandbook::everyCommandIsTold()
{
    QStringList told;
    for (const QString &name : handbook()) {
        for (const QString &code : codeOf(read(path(name)))) {
            for (const Named &named : namedIn(code))
                told += named.command;
        }
    }
    for (const Command &command : allCommands())
        QVERIFY2(told.contains(command.name), qPrintable(command.name));
}

void TestHandbook::findsWhatIsWrong()
{
    const QString page = u"# One, two\n`rejoin merge`, `rejoin compare FILE --quick`, `--frobnicate`, [x](none.md#y)\n"
                         "    $ rejoin demo shop && cd shop\n"_s;
    QStringList wrong;
    for (const QString &code : codeOf(page)) {
        for (const Named &named : namedIn(code))
            wrong += whatIsWrong(named);
    }
    QCOMPARE(wrong, (QStringList{{},
                                 u"there is no command merge"_s,
                                 u"rejoin compare has no option --quick"_s,
                                 u"rejoin  has no option --frobnicate"_s}));
    QCOMPARE(linksOf(page).size(), 1);
    QCOMPARE(linksOf(page).constFirst().anchor, u"y"_s);
    QCOMPARE(anchorsOf(page), QStringList{u"one-two"_s});
}

QTEST_GUILESS_MAIN(TestHandbook)
#include "tst_handbook.moc"
