#include "tests/support/goldenscript.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using Rejoin::Testing::compareWithGolden;

namespace {

/// Says of each piece of a text which format it got: "Keyword‹SELECT›".
class Teller final : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    [[nodiscard]] QString tell(const QString &text)
    {
        QStringList lines;
        KSyntaxHighlighting::State state;
        for (const QString &line : text.split(u'\n')) {
            m_line = line;
            m_told.clear();
            state = highlightLine(line, state);
            lines += m_told.join(u' ');
        }
        m_last = state;
        return lines.join(u'\n') + u'\n';
    }
    /// After the text no string, name or comment is open.
    [[nodiscard]] bool endsPlain()
    {
        m_line = u"x"_s;
        m_told.clear();
        static_cast<void>(highlightLine(m_line, m_last));
        return m_told == QStringList{u"Normal Text‹x›"_s};
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        const QString piece = m_line.mid(offset, length);
        if (!piece.trimmed().isEmpty())
            m_told += format.name() + u'‹' + piece.trimmed() + u'›';
    }

private:
    QString m_line;
    QStringList m_told;
    KSyntaxHighlighting::State m_last;
};

} // namespace

class TestTsql : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyConstruct();
    void ourScriptsAreUnderstood_data();
    void ourScriptsAreUnderstood();

private:
    KSyntaxHighlighting::Repository m_repository;
    KSyntaxHighlighting::Definition m_definition;
};

void TestTsql::initTestCase()
{
    m_definition = m_repository.definitionForName(u"SQL (T-SQL)"_s);
    QVERIFY2(m_definition.isValid(), "the definition is not among the program's resources");
}

void TestTsql::everyConstruct()
{
    Teller teller;
    teller.setDefinition(m_definition);
    const QString sample = u"-- a comment with 'a quote\n"
                           "DECLARE @new bigint = 0x1F, @Total decimal(10, 2) = 12.5e3;\n"
                           "BEGIN TRY\n"
                           "  BEGIN TRANSACTION;\n"
                           "  UPDATE [dbo].[odd]]name] SET note = N'it''s', [from] = LEFT(note, 3), \"q\"\"n\" = NULL\n"
                           "    WHERE id >= 5 AND @@ROWCOUNT = 0; /* one /* in */ another */\n"
                           "  IF EXISTS (SELECT 1 FROM t LEFT JOIN u ON t.a = u.a) BEGIN PRINT 'two\n"
                           "lines'; END;\n"
                           "END TRY BEGIN CATCH THROW 50001, N'gone', 1; END CATCH\n"
                           "GO 3\n"
                           "SELECT TOP (5) COUNT_BIG(*), CONVERT(varchar(max), going) FROM go_on;\n"
                           "go\n"_s;
    compareWithGolden(teller.tell(sample).toUtf8(), u"sqlserver/highlighted.txt"_s);
    QVERIFY(teller.endsPlain());
}

void TestTsql::ourScriptsAreUnderstood_data()
{
    QTest::addColumn<QString>("file");
    for (const char *file : {"batches.sql", "everyconstruct.sql", "foreignkeys.sql", "numbers.sql"})
        QTest::newRow(file) << QString::fromLatin1(file);
}

/// What Rejoin writes leaves nothing open, and every word of it that is none of the tables' is known.
void TestTsql::ourScriptsAreUnderstood()
{
    QFETCH(QString, file);
    QFile script(QStringLiteral(REJOIN_SOURCE_DIR "/tests/golden/sqlserver/") + file);
    QVERIFY(script.open(QIODevice::ReadOnly));
    Teller teller;
    teller.setDefinition(m_definition);
    const QString told = teller.tell(QString::fromUtf8(script.readAll()));
    QVERIFY(teller.endsPlain());
    QVERIFY(told.contains(u"Keyword‹SET›"_s));
    for (const QString &word : {u"SELECT"_s, u"UPDATE"_s, u"INSERT"_s, u"WHERE"_s, u"FROM"_s})
        QVERIFY2(!told.contains(u"Normal Text‹%1›"_s.arg(word)), qPrintable(word));
}

QTEST_GUILESS_MAIN(TestTsql)
#include "tst_tsql.moc"
