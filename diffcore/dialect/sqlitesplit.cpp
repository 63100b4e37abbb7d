#include "diffcore/dialect/sqlitedialect.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// Walks over a script byte by byte; every mark of the language is ASCII, so UTF-8 needs no decoding.
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

    void advance()
    {
        if (here() == '\n')
            ++m_line;
        ++m_at;
    }

    /// Up to and with `end`; false where it does not come.
    bool skipPast(QByteArrayView end)
    {
        const qsizetype found = m_script.indexOf(end, m_at);
        const qsizetype next = found < 0 ? m_script.size() : found + end.size();
        while (m_at < next)
            advance();
        return found >= 0;
    }

    /// Over a comment or anything quoted that begins here; false where its end does not come.
    bool skipToken()
    {
        if (startsWith("--")) {
            skipPast("\n");
            return true;
        }
        if (startsWith("/*")) {
            skipPast("*/"); // the server takes one that is left open as a comment, too
            return true;
        }
        const char quote = here();
        advance();
        if (quote == '\'' || quote == '"' || quote == '`') // a doubled quote ends one and begins the next
            return skipPast(QByteArrayView(&quote, 1));
        return quote != '[' || skipPast("]");
    }

    /// Over blanks, comments, empty statements and the client's dot lines; false at the end.
    bool skipToStatement()
    {
        while (!atEnd()) {
            if (here() == '.')
                skipPast("\n");
            else if (startsWith("--") || startsWith("/*"))
                skipToken();
            else if (QByteArrayView(" \t\r\n\f;").contains(here()))
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

Result<QList<ScriptStatement>> SqliteDialect::split(const QByteArray &script) const
{
    return Splitter(script).run();
}

} // namespace Rejoin
