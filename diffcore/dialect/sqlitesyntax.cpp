#include "diffcore/dialect/sqlitesyntax.h"

#include <QStringList>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

class Tokenizer
{
public:
    explicit Tokenizer(const QString &sql)
        : m_sql(sql)
    {
    }

    QList<SqlToken> all()
    {
        QList<SqlToken> tokens;
        while (m_at < m_sql.size()) {
            const QChar c = m_sql[m_at];
            if (c.isSpace())
                ++m_at;
            else if (startsWith(u"--"))
                skipThrough(u"\n"_s);
            else if (startsWith(u"/*"))
                skipThrough(u"*/"_s);
            else if (u"\"'`["_s.contains(c))
                tokens += quoted(c == u'[' ? QChar(u']') : c);
            else if (isWordPart(c))
                tokens += word();
            else
                tokens += {SqlToken::Kind::Sign, m_sql[m_at++]};
        }
        return tokens;
    }

private:
    static bool isWordPart(QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'$' || c.unicode() > 127; }
    bool startsWith(QStringView mark) const { return QStringView(m_sql).sliced(m_at).startsWith(mark); }

    void skipThrough(const QString &mark)
    {
        const qsizetype end = m_sql.indexOf(mark, m_at + mark.size());
        m_at = end < 0 ? m_sql.size() : end + mark.size();
    }

    SqlToken quoted(QChar close)
    {
        QString text;
        for (++m_at; m_at < m_sql.size(); ++m_at) {
            if (m_sql[m_at] == close) {
                const bool doubled = close != u']' && m_at + 1 < m_sql.size() && m_sql[m_at + 1] == close;
                if (!doubled)
                    break;
                ++m_at;
            }
            text += m_sql[m_at];
        }
        ++m_at;
        return {SqlToken::Kind::Quoted, text};
    }

    SqlToken word()
    {
        const qsizetype begin = m_at;
        while (m_at < m_sql.size() && isWordPart(m_sql[m_at]))
            ++m_at;
        return {SqlToken::Kind::Word, m_sql.mid(begin, m_at - begin)};
    }

    const QString &m_sql;
    qsizetype m_at = 0;
};

bool isSign(const SqlToken &token, QChar sign)
{
    return token.kind == SqlToken::Kind::Sign && token.text == sign;
}

/// The parts between the commas of the first pair of brackets; what stands in brackets inside of them is left out.
QList<QList<SqlToken>> definitionsOf(const QList<SqlToken> &tokens)
{
    QList<QList<SqlToken>> parts{{}};
    int depth = 0;
    for (const SqlToken &token : tokens) {
        if (isSign(token, u'('))
            ++depth;
        else if (isSign(token, u')') && --depth == 0)
            break;
        else if (depth == 1 && isSign(token, u','))
            parts.emplaceBack();
        else if (depth == 1)
            parts.last() += token;
    }
    return parts;
}

/// Past CREATE TRIGGER, IF NOT EXISTS and the trigger's name with its schema.
qsizetype afterTriggerName(const QList<SqlToken> &tokens)
{
    const auto found = std::ranges::find_if(tokens, [](const SqlToken &token) { return token.is(u"TRIGGER"); });
    qsizetype at = found - tokens.begin() + 1;
    const bool conditional = at + 3 < tokens.size() && tokens[at].is(u"IF") && tokens[at + 1].is(u"NOT");
    if (conditional)
        at += 3;
    const bool withSchema = at + 2 < tokens.size() && isSign(tokens[at + 1], u'.');
    return at + (withSchema ? 3 : 1);
}

} // namespace

QList<SqlToken> tokensOf(const QString &sql)
{
    return Tokenizer(sql).all();
}

QString triggerEvent(const QString &createTrigger)
{
    const QList<SqlToken> tokens = tokensOf(createTrigger);
    QString event;
    for (qsizetype at = afterTriggerName(tokens); at < tokens.size() && !tokens[at].is(u"ON"); ++at) {
        const SqlToken &token = tokens[at];
        const bool joins = event.isEmpty() || isSign(token, u',');
        event +=
            (joins ? QString() : u" "_s) + (token.kind == SqlToken::Kind::Word ? token.text.toLower() : token.text);
    }
    const bool timed = event.startsWith("before"_L1) || event.startsWith("after"_L1) || event.startsWith("instead"_L1);
    return timed || event.isEmpty() ? event : u"before "_s + event;
}

QHash<QString, QString> declaredCollations(const QString &createTable)
{
    QHash<QString, QString> collations;
    const QList<QList<SqlToken>> definitions = definitionsOf(tokensOf(createTable));
    for (const QList<SqlToken> &definition : definitions) {
        for (qsizetype at = 1; at + 1 < definition.size(); ++at) {
            if (definition[at].is(u"COLLATE"))
                collations.insert(definition[0].text.toLower(), definition[at + 1].text.toUpper());
        }
    }
    return collations;
}

bool hasAutoincrement(const QString &createTable)
{
    return std::ranges::any_of(tokensOf(createTable), [](const SqlToken &token) { return token.is(u"AUTOINCREMENT"); });
}

} // namespace Rejoin
