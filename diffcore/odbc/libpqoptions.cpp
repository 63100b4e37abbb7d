#include "diffcore/odbc/libpqoptions.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// Libpq parts at no other blanks.
bool isBlank(QChar sign)
{
    return sign == u' ' || (sign >= u'\t' && sign <= u'\r');
}

class Reader
{
public:
    explicit Reader(const QString &text)
        : m_text(text)
    {
    }

    bool areHarmless()
    {
        for (passBlanks(); m_at < m_text.size(); passBlanks()) {
            if (!harmlessLibpqOptions().contains(readName()) || !passValue())
                return false;
        }
        return true;
    }

private:
    void passBlanks()
    {
        while (m_at < m_text.size() && isBlank(m_text[m_at]))
            ++m_at;
    }

    QString readName()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && m_text[m_at] != u'=' && !isBlank(m_text[m_at]))
            ++m_at;
        return m_text.sliced(start, m_at - start);
    }

    /// '=' and what follows; false where either is missing.
    bool passValue()
    {
        passBlanks();
        if (m_at == m_text.size() || m_text[m_at] != u'=')
            return false;
        ++m_at;
        passBlanks();
        const bool isQuoted = m_at < m_text.size() && m_text[m_at] == u'\'';
        if (isQuoted)
            ++m_at;
        for (; m_at < m_text.size(); ++m_at) {
            const QChar sign = m_text[m_at];
            if (isQuoted ? sign == u'\'' : isBlank(sign))
                break;
            if (sign == u'\\')
                ++m_at;
        }
        if (!isQuoted)
            return true;
        return m_at++ < m_text.size();
    }

    const QString &m_text;
    qsizetype m_at = 0;
};

} // namespace

const QStringList &harmlessLibpqOptions()
{
    static const QStringList options{u"sslmode"_s,
                                     u"sslrootcert"_s,
                                     u"sslcrl"_s,
                                     u"sslcrldir"_s,
                                     u"sslsni"_s,
                                     u"sslnegotiation"_s,
                                     u"ssl_min_protocol_version"_s,
                                     u"ssl_max_protocol_version"_s,
                                     u"gssencmode"_s,
                                     u"channel_binding"_s,
                                     u"require_auth"_s,
                                     u"password"_s,
                                     u"connect_timeout"_s,
                                     u"tcp_user_timeout"_s,
                                     u"keepalives"_s,
                                     u"keepalives_idle"_s,
                                     u"keepalives_interval"_s,
                                     u"keepalives_count"_s,
                                     u"target_session_attrs"_s,
                                     u"application_name"_s};
    return options;
}

bool areHarmlessLibpqOptions(const QString &text)
{
    return Reader(text).areHarmless();
}

} // namespace Rejoin
