#include "diffcore/dialect/postgresqldialect.h"
#include "diffcore/dialect/scriptsplitter.h"

namespace Rejoin {

namespace {

/// Finds the ends of statements as psql does: outside of strings, names, dollar quotes and comments; a backslash there
/// begins a directive of psql.
class Splitter : public ScriptSplitter<Splitter>
{
public:
    static constexpr QByteArrayView blanks = " \t\r\n\f\v";

    using ScriptSplitter::ScriptSplitter;

    bool skipDirective() { return skipLineAfter('\\'); }
    [[nodiscard]] bool atComment() const { return startsWith("--") || startsWith("/*"); }

    bool skipToken()
    {
        if (startsWith("--")) {
            skipPast('\n');
            return true;
        }
        if (startsWith("/*")) {
            skipComment();
            return true;
        }
        if (startsWith("E'") || startsWith("e'"))
            return skipEscaped();
        const char first = here();
        if (first == '\'' || first == '"') { // a doubled quote ends one and begins the next
            skip(1);
            return skipPast(first);
        }
        if (first == '$')
            return skipDollars();
        if (isNamePart(first))
            skipName(); // a dollar sign in a name begins no quote
        else
            skip(1);
        return true;
    }

private:
    static bool isNamePart(char character)
    {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
               (character >= '0' && character <= '9') || character == '_' || static_cast<uchar>(character) >= 0x80;
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
                skip(1);
                continue;
            }
            skip(2);
        } while (depth > 0 && !atEnd());
    }

    /// A string that takes backslashes: E'it\'s'.
    bool skipEscaped()
    {
        skip(2);
        while (!atEnd() && here() != '\'')
            skip(here() == '\\' ? 2 : 1);
        const bool ended = !atEnd();
        skip(1);
        return ended;
    }

    /// "$tag$" at this place; empty where there is none.
    QByteArrayView dollarTag() const
    {
        qsizetype end = m_at + 1;
        while (end < m_script.size() && isNamePart(m_script[end]))
            ++end;
        const bool digit = m_at + 1 < m_script.size() && m_script[m_at + 1] >= '0' && m_script[m_at + 1] <= '9';
        const bool isTag = !digit && end < m_script.size() && m_script[end] == '$';
        return isTag ? m_script.sliced(m_at, end - m_at + 1) : QByteArrayView();
    }

    bool skipDollars()
    {
        const QByteArrayView tag = dollarTag();
        skip(std::max<qsizetype>(tag.size(), 1));
        return tag.isEmpty() || skipPast(tag);
    }

    void skipName()
    {
        while (!atEnd() && (isNamePart(here()) || here() == '$'))
            skip(1);
    }
};

} // namespace

Result<QList<ScriptStatement>> PostgreSqlDialect::split(const QByteArray &script) const
{
    return Splitter(script).split();
}

} // namespace Rejoin
