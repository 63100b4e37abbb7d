#include "diffcore/dialect/sqlitedialect.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// Walks over a script byte by byte; every mark of the language is ASCII, so UTF-8 needs no decoding.
class Splitter
{
public:
    explicit Splitter(QByteArrayView script)
        : m_script(script)
    {
    }

    Result<QList<ScriptStatement>> run()
    {
        while (skipToStatement()) {
            const qsizetype start = m_at;
            const int line = lineHere();
            if (!skipStatement())
                return fail(ErrorCode::BadFile, u"the statement that begins in line %1 has no end"_s.arg(line));
            m_statements += {m_script.sliced(start, m_at - start).toByteArray(), line};
            ++m_at; // the end mark
        }
        return m_statements;
    }

private:
    bool atEnd() const { return m_at >= m_script.size(); }
    char here() const { return m_script.data()[m_at]; }
    bool startsWith(QByteArrayView text) const { return m_script.sliced(m_at).startsWith(text); }

    /// Lines are counted from one statement to the next and not byte by byte.
    int lineHere()
    {
        m_line += static_cast<int>(m_script.sliced(m_counted, m_at - m_counted).count('\n'));
        m_counted = m_at;
        return m_line;
    }

    /// Up to and with `end`; false where it does not come.
    bool skipPast(QByteArrayView end)
    {
        const qsizetype found = m_script.indexOf(end, m_at);
        m_at = found < 0 ? m_script.size() : found + end.size();
        return found >= 0;
    }

    bool skipPast(char end)
    {
        const qsizetype found = m_script.indexOf(end, m_at);
        m_at = found < 0 ? m_script.size() : found + 1;
        return found >= 0;
    }

    /// Over a comment, anything quoted or one byte; false where its end does not come.
    bool skipToken()
    {
        const char first = here();
        if (first == '-' && startsWith("--")) {
            skipPast('\n');
            return true;
        }
        if (first == '/' && startsWith("/*")) {
            skipPast("*/"); // the server takes one that is left open as a comment, too
            return true;
        }
        ++m_at;
        if (first == '\'' || first == '"' || first == '`') // a doubled quote ends one and begins the next
            return skipPast(first);
        return first != '[' || skipPast(']');
    }

    /// Over blanks, comments, empty statements and the client's dot lines; false at the end.
    bool skipToStatement()
    {
        while (!atEnd()) {
            if (here() == '.')
                skipPast('\n');
            else if (startsWith("--") || startsWith("/*"))
                skipToken();
            else if (QByteArrayView(" \t\r\n\f;").contains(here()))
                ++m_at;
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

    QByteArrayView m_script;
    qsizetype m_at = 0;
    qsizetype m_counted = 0; ///< where m_line was counted up to
    int m_line = 1;
    QList<ScriptStatement> m_statements;
};

} // namespace

Result<QList<ScriptStatement>> SqliteDialect::split(const QByteArray &script) const
{
    return Splitter(script).run();
}

} // namespace Rejoin
