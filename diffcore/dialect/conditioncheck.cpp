#include "diffcore/dialect/conditioncheck.h"

#include <QList>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// What the signs of a condition mean to an engine.
struct Signs
{
    bool hashComments = false;
    bool dollarQuotes = false;
    bool backticks = false;       ///< quote a name
    bool brackets = false;        ///< quote a name; else they are subscripts
    bool doubledBrackets = false; ///< "]]" is a bracket of the name
};

Signs signsOf(Engine engine)
{
    switch (engine) {
    case Engine::Sqlite: return {.backticks = true, .brackets = true};
    case Engine::PostgreSql: return {.dollarQuotes = true};
    case Engine::MariaDb:
    case Engine::MySql: return {.hashComments = true, .backticks = true};
    case Engine::SqlServer: return {.brackets = true, .doubledBrackets = true};
    }
    Q_UNREACHABLE_RETURN({});
}

/// Walks over the text once; what is wrong first is told.
class Walk
{
public:
    Walk(const QString &text, Engine engine)
        : m_text(text)
        , m_signs(signsOf(engine))
    {
    }

    QString whyNot()
    {
        if (m_text.trimmed().isEmpty())
            return u"it is empty"_s;
        while (m_at < m_text.size() && m_problem.isEmpty())
            step(m_text[m_at]);
        if (m_problem.isEmpty() && !m_open.isEmpty())
            return u"a '%1' is not closed"_s.arg(m_open.last());
        return m_problem;
    }

private:
    void step(QChar sign)
    {
        const QString two = m_text.mid(m_at, 2);
        if (sign.isNull())
            m_problem = u"it holds a NUL"_s;
        else if (two == "--"_L1 || two == "/*"_L1 || two == "*/"_L1 || (sign == u'#' && m_signs.hashComments))
            m_problem = u"it holds a comment (%1)"_s.arg(sign == u'#' ? u"#"_s : two);
        else if (sign == u';')
            m_problem = u"it holds a ';', which ends a statement"_s;
        else if (sign == u'\\')
            m_problem = u"it holds a backslash outside of quotes"_s;
        else if (sign == u'?' || sign == u'{' || sign == u'}')
            m_problem =
                u"it holds a '%1' outside of quotes, which ODBC drivers take for a sign of their own"_s.arg(sign);
        else if (sign == u'$' && m_signs.dollarQuotes)
            m_problem = u"it holds a '$' outside of quotes; write texts as '…' and names as \"…\""_s;
        else if (sign == u'\'' || sign == u'"' || (sign == u'`' && m_signs.backticks))
            passQuoted(sign);
        else if (sign == u'[' && m_signs.brackets)
            passBracketed();
        else
            passPlain(sign);
    }

    void passPlain(QChar sign)
    {
        if (sign == u'(' || sign == u'[')
            m_open.append(sign);
        if (sign == u')' || sign == u']') {
            const QChar partner = sign == u')' ? u'(' : u'[';
            if (m_open.isEmpty() || m_open.last() != partner)
                m_problem = u"a '%1' closes nothing"_s.arg(sign);
            else
                m_open.removeLast();
        }
        ++m_at;
    }

    /// A backslash before the quote ends the text on one server and not on another, and by the server's settings.
    void passQuoted(QChar quote)
    {
        const qsizetype start = m_at;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at].isNull())
                break;
            if (m_text[m_at] != quote)
                continue;
            if (m_text[m_at - 1] == u'\\' && m_at - 1 > start) {
                m_problem = u"it holds a backslash before a quote (%1), which not every server reads alike; write a "
                            "quote within quotes twice"_s.arg(m_text.sliced(m_at - 1, 2));
                return;
            }
            if (m_at + 1 == m_text.size() || m_text[m_at + 1] != quote) {
                ++m_at;
                return;
            }
            ++m_at;
        }
        m_problem = m_at < m_text.size() ? u"it holds a NUL"_s : u"a quote (%1) is not closed"_s.arg(quote);
    }

    void passBracketed()
    {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at].isNull())
                break;
            if (m_text[m_at] != u']')
                continue;
            const bool isDoubled = m_at + 1 < m_text.size() && m_text[m_at + 1] == u']';
            if (!isDoubled || !m_signs.doubledBrackets) {
                ++m_at;
                return;
            }
            ++m_at;
        }
        m_problem = m_at < m_text.size() ? u"it holds a NUL"_s : u"a '[' is not closed"_s;
    }

    const QString &m_text;
    Signs m_signs;
    QList<QChar> m_open;
    QString m_problem;
    qsizetype m_at = 0;
};

} // namespace

QString whyNoCondition(const QString &text, Engine engine)
{
    return Walk(text, engine).whyNot();
}

} // namespace Rejoin
