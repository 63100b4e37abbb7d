#include "diffcore/dialect/mariadbdialect.h"
#include "diffcore/dialect/scriptsplitter.h"

namespace Rejoin {

namespace {

/// Finds the ends of statements as the client does: outside of strings, names and comments. A DELIMITER line sets
/// another end mark. Strings hold no backslashes that the dialect wrote; one that stands there is taken as itself.
class Splitter : public ScriptSplitter<Splitter>
{
public:
    static constexpr QByteArrayView blanks = " \t\r\n\f\v";

    using ScriptSplitter::ScriptSplitter;

    bool skipDirective()
    {
        constexpr QByteArrayView word = "DELIMITER ";
        if (!startsWith(word))
            return false;
        skip(word.size());
        const qsizetype start = m_at;
        skipPast('\n');
        const QByteArrayView mark = m_script.sliced(start, m_at - start).trimmed();
        if (!mark.isEmpty()) // the client keeps the old one, too
            setEndMark(mark);
        return true;
    }

    [[nodiscard]] bool atComment() const
    {
        return startsWith("-- ") || startsWith("--\n") || startsWith("#") || startsWith("/*");
    }

    bool skipToken()
    {
        if (startsWith("/*"))
            return skipPast("*/");
        if (atComment()) {
            skipPast('\n');
            return true;
        }
        const char first = here();
        skip(1);
        const bool quoted = first == '\'' || first == '"' || first == '`';
        return !quoted || skipPast(first); // a doubled quote ends one and begins the next
    }
};

} // namespace

Result<QList<ScriptStatement>> MariaDbDialect::split(const QByteArray &script) const
{
    return Splitter(script).split();
}

} // namespace Rejoin
