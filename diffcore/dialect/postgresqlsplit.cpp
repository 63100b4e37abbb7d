#include "diffcore/dialect/postgresqldialect.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// Finds the ends of statements as psql does: outside of strings, names, dollar quotes and comments. A backslash there
/// begins a directive of the client, which is left out with the rest of its line.
class Splitter
{
public:
    explicit Splitter(const QByteArray &script)
        : m_script(script)
    {
    }

    Result<QList<ScriptStatement>> run()
    {
        while (skipToStatement()) {
            const qsizetype start = m_at;
            const int line = m_line;
            if (!skipStatement())
                return fail(ErrorCode::BadFile, u"the statement that begins in line %1 has no end"_s.arg(line));
            m_statements += {m_script.sliced(start, m_at - start), line};
            advance(); // the end mark
        }
        return m_statements;
    }

private:
    bool atEnd() const { return m_at >= m_script.size(); }
    char here() const { return m_script[m_at]; }
    bool startsWith(QByteArrayView text) const { return QByteArrayView(m_script).sliced(m_at).startsWith(text); }

    static bool isNamePart(char character)
    {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
               (character >= '0' && character <= '9') || character == '_' || static_cast<uchar>(character) >= 0x80;
    }

    void advance()
    {
        if (here() == '\n')
            ++m_line;
        ++m_at;
    }

    void advanceTo(qsizetype position)
    {
        while (m_at < std::min(position, m_script.size()))
            advance();
    }

    /// Up to and with `end`; false where it does not come.
    bool skipPast(QByteArrayView end)
    {
        const qsizetype found = m_script.indexOf(end, m_at);
        advanceTo(found < 0 ? m_script.size() : found + end.size());
        return found >= 0;
    }

    /// Comments in comments count.
    void skipComment()
    {
        int depth = 0;
        do {
            if (startsWith("/*"))
                ++depth;
            else if (startsWith("*/"))
                --depth;
            else {
                advance();
                continue;
            }
            advanceTo(m_at + 2);
        } while (depth > 0 && !atEnd());
    }

    /// A string that takes backslashes: E'it\'s'.
    bool skipEscaped()
    {
        advanceTo(m_at + 2);
        while (!atEnd() && here() != '\'')
            advanceTo(m_at + (here() == '\\' ? 2 : 1));
        const bool ended = !atEnd();
        advanceTo(m_at + 1);
        return ended;
    }

    /// "$tag$" at this place; empty where there is none.
    QByteArray dollarTag() const
    {
        qsizetype end = m_at + 1;
        while (end < m_script.size() && isNamePart(m_script[end]))
            ++end;
        const bool digit = m_at + 1 < m_script.size() && m_script[m_at + 1] >= '0' && m_script[m_at + 1] <= '9';
        const bool isTag = !digit && end < m_script.size() && m_script[end] == '$';
        return isTag ? m_script.sliced(m_at, end - m_at + 1) : QByteArray();
    }

    bool skipDollars()
    {
        const QByteArray tag = dollarTag();
        advanceTo(m_at + std::max<qsizetype>(tag.size(), 1));
        return tag.isEmpty() || skipPast(tag);
    }

    void skipName()
    {
        while (!atEnd() && (isNamePart(here()) || here() == '$'))
            advance();
    }

    /// Over one token; false where its end does not come.
    bool skipToken()
    {
        if (startsWith("--")) {
            skipPast("\n");
            return true;
        }
        if (startsWith("/*")) {
            skipComment();
            return true;
        }
        if (startsWith("E'") || startsWith("e'"))
            return skipEscaped();
        const char quote = here();
        if (quote == '\'' || quote == '"') { // a doubled quote ends one and begins the next
            advance();
            return skipPast(QByteArrayView(&quote, 1));
        }
        if (quote == '$')
            return skipDollars();
        if (isNamePart(quote))
            skipName(); // a dollar sign in a name begins no quote
        else
            advance();
        return true;
    }

    /// Over blanks, comments, empty statements and the client's directives; false at the end.
    bool skipToStatement()
    {
        while (!atEnd()) {
            if (here() == '\\')
                skipPast("\n");
            else if (startsWith("--") || startsWith("/*"))
                skipToken();
            else if (QByteArrayView(" \t\r\n\f\v;").contains(here()))
                advance();
            else
                return true;
        }
        return false;
    }

    bool skipStatement()
    {
        while (!atEnd() && here() != ';') {
            if (!skipToken())
                return false;
        }
        return !atEnd();
    }

    const QByteArray &m_script;
    qsizetype m_at = 0;
    int m_line = 1;
    QList<ScriptStatement> m_statements;
};

} // namespace

Result<QList<ScriptStatement>> PostgreSqlDialect::split(const QByteArray &script) const
{
    return Splitter(script).run();
}

} // namespace Rejoin
