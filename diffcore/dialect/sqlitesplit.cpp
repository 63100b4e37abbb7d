#include "diffcore/dialect/scriptsplitter.h"
#include "diffcore/dialect/sqlitedialect.h"

namespace Rejoin {

namespace {

/// Finds the ends of statements as the sqlite3 shell does; a dot begins a line for the shell.
class Splitter : public ScriptSplitter<Splitter>
{
public:
    static constexpr QByteArrayView blanks = " \t\r\n\f";

    using ScriptSplitter::ScriptSplitter;

    bool skipDirective() { return skipLineAfter('.'); }
    [[nodiscard]] bool atComment() const { return startsWith("--") || startsWith("/*"); }

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
        skip(1);
        if (first == '\'' || first == '"' || first == '`') // a doubled quote ends one and begins the next
            return skipPast(first);
        return first != '[' || skipPast(']');
    }
};

} // namespace

Result<QList<ScriptStatement>> SqliteDialect::split(const QByteArray &script) const
{
    return Splitter(script).split();
}

} // namespace Rejoin
