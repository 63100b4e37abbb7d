#include "diffcore/dialect/conditioncheck.h"

#include <QList>
#include <algorithm>

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

/// Functions that reach beyond the rows: files, other servers, programs, a sleep, or a query within a text, which would
/// hold any of these. A '*' stands for the rest of a name. A server may ask for no right for them: SQLite's driver
/// leaves extensions switched on, and adds blob_export and blob_import, which write and read files.
QList<QLatin1StringView> actingFunctionsOf(Engine engine)
{
    switch (engine) {
    case Engine::Sqlite:
        return {"load_extension"_L1, "blob_export"_L1, "blob_import"_L1,    "blobtofile"_L1, "blobfromfile"_L1,
                "readfile"_L1,       "writefile"_L1,   "edit"_L1,           "eval"_L1,       "fsdir"_L1,
                "lsmode"_L1,         "zipfile"_L1,     "fts3_tokenizer"_L1, "import*"_L1,    "export*"_L1,
                "system"_L1,         "shell*"_L1,      "exec*"_L1};
    case Engine::PostgreSql:
        return {"pg_*"_L1,       "lo_*"_L1,      "loread"_L1,    "lowrite"_L1,       "dblink*"_L1,        "http*"_L1,
                "set_config"_L1, "nextval"_L1,   "setval"_L1,    "query_to_xml*"_L1, "cursor_to_xml*"_L1, "ts_stat"_L1,
                "ts_rewrite"_L1, "crosstab*"_L1, "connectby"_L1, "xpath_table"_L1};
    case Engine::MariaDb:
    case Engine::MySql:
        return {"load_file"_L1,     "sleep"_L1,
                "benchmark"_L1,     "get_lock"_L1,
                "release_lock"_L1,  "release_all_locks"_L1,
                "master_*"_L1,      "source_pos_wait"_L1,
                "wait_*"_L1,        "nextval"_L1,
                "setval"_L1,        "sys_*"_L1,
                "lib_mysqludf*"_L1, "http*"_L1};
    case Engine::SqlServer:
        return {"openrowset"_L1,
                "opendatasource"_L1,
                "openquery"_L1,
                "xp_*"_L1,
                "sp_*"_L1,
                "fn_xe_file_target_read_file"_L1,
                "fn_get_audit_file*"_L1,
                "fn_trace_*"_L1,
                "fn_dblog"_L1,
                "fn_dump_dblog"_L1,
                "fn_full_dblog"_L1,
                "dm_os_*"_L1};
    }
    Q_UNREACHABLE_RETURN({});
}

/// They begin with "pg_", and tell something of a value alone.
bool isOfValues(const QString &function)
{
    return function == "pg_typeof"_L1 || function == "pg_column_size"_L1;
}

/// Walks over the text once; what is wrong first is told.
class Walk
{
public:
    Walk(const QString &text, Engine engine)
        : m_text(text)
        , m_engine(engine)
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
        if (isOfWord(sign)) {
            passWord();
            return;
        }
        if (sign == u'(')
            checkCall();
        if (!sign.isSpace())
            m_word.clear();
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

    static bool isOfWord(QChar sign)
    {
        return sign.isLetterOrNumber() || sign.isMark() || sign.isSurrogate() || u"_$@#"_s.contains(sign);
    }

    void passWord()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && isOfWord(m_text[m_at]) && (m_text[m_at] != u'#' || !m_signs.hashComments) &&
               (m_text[m_at] != u'$' || !m_signs.dollarQuotes))
            ++m_at;
        m_word = m_text.sliced(start, m_at - start);
        const bool isCoded = m_engine == Engine::PostgreSql && m_word.compare("U"_L1, Qt::CaseInsensitive) == 0 &&
                             m_text.sliced(m_at).startsWith("&\""_L1);
        if (isCoded)
            m_problem = u"it holds a name in codes (U&\"…\"); write it as it reads"_s;
        const bool isSequence = m_word.compare("NEXT"_L1, Qt::CaseInsensitive) == 0 &&
                                m_text.sliced(m_at).trimmed().startsWith("VALUE"_L1, Qt::CaseInsensitive);
        if (isSequence && m_engine != Engine::Sqlite)
            m_problem = u"it takes a number of a sequence"_s;
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
                m_word = m_text.sliced(start + 1, m_at - start - 1);
                ++m_at;
                return;
            }
            ++m_at;
        }
        m_problem = m_at < m_text.size() ? u"it holds a NUL"_s : u"a quote (%1) is not closed"_s.arg(quote);
    }

    void passBracketed()
    {
        const qsizetype start = m_at;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at].isNull())
                break;
            if (m_text[m_at] != u']')
                continue;
            const bool isDoubled = m_at + 1 < m_text.size() && m_text[m_at + 1] == u']';
            if (!isDoubled || !m_signs.doubledBrackets) {
                m_word = m_text.sliced(start + 1, m_at - start - 1);
                ++m_at;
                return;
            }
            ++m_at;
        }
        m_problem = m_at < m_text.size() ? u"it holds a NUL"_s : u"a '[' is not closed"_s;
    }

    /// The name before a parenthesis, quoted or not, is a function's.
    void checkCall()
    {
        QString name = m_word.normalized(QString::NormalizationForm_KC).toLower(); // as wide letters are read
        const bool isAscii = std::ranges::all_of(m_word, [](QChar c) { return c.unicode() < 0x80; });
        const bool isMariaDb = m_engine == Engine::MariaDb || m_engine == Engine::MySql;
        if (isMariaDb && !isAscii) // where "löad_file" is load_file
            m_problem = u"it calls %1; the name of a function may have no such letters here"_s.arg(m_word);
        const auto acts = [&name](QLatin1StringView one) {
            return one.endsWith(u'*') ? name.startsWith(one.chopped(1)) : name == one;
        };
        if (std::ranges::any_of(actingFunctionsOf(m_engine), acts) && !isOfValues(name))
            m_problem = u"it calls %1, which does more than look at a row"_s.arg(m_word);
    }

    const QString &m_text;
    Engine m_engine;
    Signs m_signs;
    QString m_word; ///< the name or text that ended last, with nothing but blanks behind it
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
