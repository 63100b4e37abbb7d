#pragma once

#include "diffcore/base/result.h"
#include "diffcore/dialect/dialect.h"

#include <algorithm>

namespace Rejoin {

/// Parts a script into its statements. `Language` derives from it and says what its tokens are:
///
/// - `bool skipToken()`: over a comment, anything quoted or one byte; false where its end does not come;
/// - `bool skipDirective()`: where a statement could begin, over a line for the client; false where there is none. It
///   may set another end mark;
/// - `bool atComment()`: a comment begins here;
/// - `static constexpr QByteArrayView blanks`: what may stand between statements.
///
/// Every mark of the languages is ASCII, so UTF-8 needs no decoding. The statements share the
/// script.
template <typename Language> class ScriptSplitter
{
public:
    explicit ScriptSplitter(const QByteArray &script)
        : m_script(script)
        , m_shared(script)
    {
    }

    /// Fails with BadFile where a statement has no end, naming its line.
    [[nodiscard]] Result<QList<ScriptStatement>> split()
    {
        QList<ScriptStatement> statements;
        while (skipToStatement()) {
            const qsizetype start = m_at;
            const int line = lineHere();
            if (!skipStatement())
                return fail(ErrorCode::BadFile,
                            QStringLiteral("the statement that begins in line %1 has no end").arg(line));
            const QByteArrayView text = m_script.sliced(start, m_at - start);
            statements += {m_shared, text, line, text.compare("COMMIT", Qt::CaseInsensitive) == 0};
            skip(m_endMark.size());
        }
        return statements;
    }

protected:
    [[nodiscard]] bool atEnd() const { return m_at >= m_script.size(); }
    [[nodiscard]] char here() const { return m_script.data()[m_at]; }
    /// Not at the end. Nearly every byte of a script is asked this for every mark, and the first byte answers.
    [[nodiscard]] bool startsWith(QByteArrayView text) const
    {
        return here() == text.front() && m_script.sliced(m_at).startsWith(text);
    }

    void skip(qsizetype bytes) { m_at = std::min(m_at + bytes, m_script.size()); }

    /// Up to and with `end`; false where it does not come.
    bool skipPast(QByteArrayView end)
    {
        const qsizetype found = m_script.indexOf(end, m_at);
        m_at = found < 0 ? m_script.size() : found + end.size();
        return found >= 0;
    }

    bool skipPast(char end) { return skipPast(QByteArrayView(&end, 1)); }

    /// The rest of the line, where the script is at such a mark.
    bool skipLineAfter(char mark) { return here() == mark && (skipPast('\n'), true); }

    void setEndMark(QByteArrayView mark) { m_endMark = mark; }

    QByteArrayView m_script;
    qsizetype m_at = 0;

private:
    /// Lines are counted from one statement to the next and not byte by byte.
    int lineHere()
    {
        m_line += static_cast<int>(m_script.sliced(m_counted, m_at - m_counted).count('\n'));
        m_counted = m_at;
        return m_line;
    }

    /// Over blanks, comments, empty statements and the client's directives; false at the end.
    bool skipToStatement()
    {
        while (!atEnd()) {
            if (language().skipDirective())
                continue;
            if (language().atComment())
                language().skipToken();
            else if (startsWith(m_endMark))
                skip(m_endMark.size());
            else if (Language::blanks.contains(here()))
                ++m_at;
            else
                return true;
        }
        return false;
    }

    bool skipStatement()
    {
        while (!atEnd() && !startsWith(m_endMark)) {
            if (!language().skipToken())
                return false;
        }
        return !atEnd();
    }

    Language &language() { return static_cast<Language &>(*this); }

    QByteArray m_shared;
    QByteArrayView m_endMark = ";";
    qsizetype m_counted = 0; ///< where m_line was counted up to
    int m_line = 1;
};

} // namespace Rejoin
