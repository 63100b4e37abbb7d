#include "app/cli/manpage.h"

#include "app/cli/command.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// Text as groff takes it: no escape, no macro, and hyphens that can be searched for and copied.
QString escaped(QString text)
{
    text.replace(u'\\', "\\e"_L1).replace(u'-', "\\-"_L1);
    if (text.startsWith(u'.') || text.startsWith(u'\''))
        text.prepend("\\&"_L1);
    return text;
}

QStringList asTheyAre(const QStringList &lines)
{
    QStringList text{u".nf"_s};
    for (const QString &line : lines)
        text += escaped(line);
    return text << u".fi"_s;
}

QStringList tagged(const QString &tag, const QString &description)
{
    return {u".TP"_s, u"\\fB"_s + escaped(tag) + u"\\fR"_s, escaped(description)};
}

QStringList tagged(const Option &option)
{
    const QString value = option.value.isEmpty() ? QString() : u" \\fI"_s + escaped(option.value) + u"\\fR"_s;
    return {u".TP"_s, u"\\fB\\-\\-"_s + escaped(option.name) + u"\\fR"_s + value, escaped(option.description)};
}

/// Sentences are filled; lines that begin with blanks stand as they are.
QStringList paragraphs(const QStringList &notes)
{
    QStringList text;
    bool isFilled = false;
    for (qsizetype i = 0; i < notes.size();) {
        QStringList asIs;
        while (i < notes.size() && notes[i].startsWith(u' '))
            asIs += notes[i++];
        if (!asIs.isEmpty()) {
            text += asTheyAre(asIs);
            isFilled = false;
            continue;
        }
        if (!isFilled)
            text += u".PP"_s;
        isFilled = true;
        text += escaped(notes[i++]);
    }
    return text;
}

QStringList sectionOf(const Command &command)
{
    QStringList text{u".SS \"rejoin %1\""_s.arg(
        (QStringList(command.name) + command.positional + QStringList(u"[OPTION]..."_s)).join(u' '))};
    text += escaped(u"rejoin %1 %2."_s.arg(command.name, command.summary));
    text += u".PP"_s;
    text += asTheyAre(command.examples);
    for (const Option &option : command.options)
        text += tagged(option);
    return text + paragraphs(command.notes);
}

QStringList commandSections()
{
    QStringList text{u".SH COMMANDS"_s};
    for (const Command &command : allCommands())
        text += sectionOf(command);
    text += u".SH \"OPTIONS OF EVERY COMMAND\""_s;
    for (const Option &option : commonOptions())
        text += tagged(option);
    return text;
}

QStringList exitSection()
{
    QStringList text{u".SH \"EXIT STATUS\""_s};
    for (const ExitMeaning &meaning : exitMeanings())
        text += tagged(QString::number(int(meaning.exit)), meaning.text);
    return text;
}

QStringList filesSection()
{
    QStringList text{u".SH FILES"_s};
    text += tagged(u"NAME.rejoin"_s, u"the project: which servers, since when. JSON, with no data and no secret."_s);
    text += tagged(u"NAME.session"_s, u"beside it: rows that differ, decisions, history. Holds rows."_s);
    text += tagged(u"NAME.checkpoint"_s, u"rows of one server at the split, written by rejoin checkpoint."_s);
    text += u".SH ENVIRONMENT"_s;
    text += tagged(u"REJOIN_COLORS"_s, u"light or dark: overrides the colours of the window's settings."_s);
    text += tagged(u"REJOIN_LANGUAGE"_s, u"en or de: overrides the language of the window's settings."_s);
    text += u".PP"_s;
    text += escaped(
        u"Pwd=env:NAME in a connection string has the password read from the variable NAME, RejoinLogin=keychain from "
        "the keychain."_s);
    return text;
}

} // namespace

QByteArray manPage()
{
    QStringList text{
        u".TH REJOIN 1 \"\" \"Rejoin %1\" \"User Commands\""_s.arg(QLatin1StringView(REJOIN_VERSION)),
        u".SH NAME"_s,
        u"rejoin \\- brings two database servers that drifted apart back in line"_s,
        u".SH SYNOPSIS"_s,
        u".B rejoin"_s,
        u"[\\fIFILE.rejoin\\fR] [\\fB\\-\\-log\\fR \\fIFILE\\fR [\\fB\\-\\-log\\-level\\fR \\fILEVEL\\fR]]"_s,
        u".br"_s,
        u".B rejoin"_s,
        u"\\fICOMMAND\\fR [\\fIARGUMENT\\fR]... [\\fIOPTION\\fR]..."_s,
        u".SH EXAMPLES"_s,
        u"A first merge:"_s,
        u".PP"_s,
    };
    text += asTheyAre(firstMerge());
    text += {
        u".SH DESCRIPTION"_s,
        u"Two database servers held the same data until the stream between them stopped; both took writes since then."_s,
        u"Rejoin finds what diverged, row by row and against the common state before, says who changed what, and"_s,
        u"writes a guarded script with its undo for each server. Nothing is written to a server before its very bytes"_s,
        u"are approved. With no command it opens the window, which works on the same files."_s,
    };
    text += commandSections();
    text += exitSection();
    text += filesSection();
    text += {
        u".SH \"SEE ALSO\""_s, u"The handbook: Help, Handbook in the window, or /usr/share/doc/rejoin/handbook."_s, {}};
    return text.join(u'\n').toUtf8();
}

} // namespace Rejoin
