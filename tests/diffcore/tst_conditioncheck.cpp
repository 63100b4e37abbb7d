#include "diffcore/dialect/conditioncheck.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin;

/// What a person may write after "where": each case by the engines that take it, in the order of `engines`.
class TestConditionCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takes_data();
    void takes();
    void saysWhy_data();
    void saysWhy();
    void holdsNoTextThatClosesTheParenthesis();
};

static const QList<Engine> engines{Engine::Sqlite, Engine::PostgreSql, Engine::MariaDb, Engine::SqlServer};

void TestConditionCheck::takes_data()
{
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QString>("takenBy"); // S, P, M, T for SQL Server; a dash for the others
    const QString all = u"SPMT"_s;
    const QString none = u"----"_s;
    QTest::newRow("comparison") << u"region = 'EU'"_s << all;
    QTest::newRow("nested") << u"(a = 1 OR (b = 2 AND c IN (1, 2)))"_s << all;
    QTest::newRow("subquery") << u"customer_id IN (SELECT id FROM vip)"_s << all;
    QTest::newRow("lines") << u"a = 1\n  AND b = 2"_s << all;
    QTest::newRow("empty") << QString() << none;
    QTest::newRow("blank") << u" \n\t "_s << none;
    QTest::newRow("closes too much") << u"a = 1) OR (b = 2"_s << none;
    QTest::newRow("leaves open") << u"(a = 1"_s << none;
    QTest::newRow("closes the other kind") << u"f(a]"_s << none;
    QTest::newRow("second statement") << u"a = 1; DROP TABLE orders"_s << none;
    QTest::newRow("semicolon in a text") << u"a = ';'"_s << all;
    QTest::newRow("dashes") << u"a = 1 -- AND b = 2"_s << none;
    QTest::newRow("dashes without a blank") << u"a = 1--2"_s << none;
    QTest::newRow("dashes in a text") << u"a = '--'"_s << all;
    QTest::newRow("block comment") << u"a = 1 /* or 2 */"_s << none;
    QTest::newRow("comment that the server carries out") << u"a = 1 /*!50000 OR 1 = 1 */"_s << none;
    QTest::newRow("end of a comment") << u"a = 1 */ OR 1 = 1"_s << none;
    QTest::newRow("comment in a text") << u"a = '/*' AND b = '*/'"_s << all;
    QTest::newRow("quote in a comment") << u"a = 1 /* ' */ ) OR ('1' = '1'"_s << none;
    QTest::newRow("quote behind dashes") << u"a = 1 -- '\n OR '1' = '1'"_s << none;
    QTest::newRow("hash") << u"a = 1 # OR b"_s << u"SP-T"_s;
    QTest::newRow("hash in a text") << u"a = '#1'"_s << all;
    QTest::newRow("doubled quote") << u"name = 'it''s'"_s << all;
    QTest::newRow("open text") << u"name = 'it's'"_s << none;
    QTest::newRow("parenthesis in a text") << u"name = ') OR (1 = 1'"_s << all;
    QTest::newRow("quoted name") << u"\"order\" = 1"_s << all;
    QTest::newRow("open name") << u"\"order = 1"_s << none;
    QTest::newRow("quotes in each other") << u"a = '\"' AND \"b'\" = 1"_s << all;
    QTest::newRow("text that holds the other quote alone") << u"a = '\"' OR \"b = 1"_s << none;
    QTest::newRow("backticks") << u"`a)` = 1"_s << u"S-M-"_s;
    QTest::newRow("backtick left open") << u"`a = 1"_s << u"-P-T"_s; // a sign like others, which the server refuses
    QTest::newRow("backslash before the last quote") << u"a = 'x\\' OR b = ' OR 1 = 1 --'"_s << none;
    QTest::newRow("backslash before a doubled quote") << u"a = 'x\\'' OR 1 = 1"_s << none;
    QTest::newRow("two backslashes before a quote") << u"a = 'x\\\\'"_s << none;
    QTest::newRow("backslash within a text") << u"path = 'c:\\temp'"_s << all;
    QTest::newRow("backslash alone in a text") << u"a = '\\'"_s << none;
    QTest::newRow("backslash outside") << u"a = \\N"_s << none;
    QTest::newRow("escape text") << u"a = E'x\\' OR 1 = 1 --'"_s << none;
    QTest::newRow("dollar quotes") << u"a = $$) OR (1 = 1$$"_s << u"----"_s;
    QTest::newRow("balanced dollar quotes") << u"a = $$x$$"_s << u"S-MT"_s;
    QTest::newRow("dollar quotes with a quote") << u"a = $q$'$q$ OR b = '$q$'"_s << u"---T"_s.replace(u'T', u'-');
    QTest::newRow("dollar in a text") << u"a = '$$'"_s << all;
    QTest::newRow("brackets") << u"[order] = 1"_s << all;
    QTest::newRow("parenthesis in brackets") << u"[a)b] = 1"_s << u"S--T"_s;
    QTest::newRow("quote in brackets") << u"[it's] = 1"_s << u"S--T"_s;
    QTest::newRow("doubled bracket hides") << u"[a]](b] = 1"_s << u"---T"_s;
    QTest::newRow("doubled bracket opens") << u"[a]](b) = 1"_s << none;
    QTest::newRow("open bracket") << u"[a = 1"_s << none;
    QTest::newRow("subscript") << u"tags[1] = 'x'"_s << all;
    QTest::newRow("parameter") << u"a = ?"_s << none;
    QTest::newRow("parameter sign in a text") << u"a = '?'"_s << all;
    QTest::newRow("driver's escape") << u"a = {d '2026-11-22'}"_s << none;
    QTest::newRow("NUL") << QString(u"a = 1"_s + QChar(0) + u") OR (1 = 1"_s) << none;
    QTest::newRow("NUL in a text") << QString(u"a = '"_s + QChar(0) + u'\'') << none;
    QTest::newRow("function") << u"lower(a) = 'x' AND coalesce (b, 1) IN (1)"_s << all;
    QTest::newRow("library") << u"load_extension('/p/evil.so') IS NULL"_s << u"-PMT"_s;
    QTest::newRow("library, in quotes") << u"\"Load_Extension\" ('/p/evil.so') IS NULL"_s << u"-PMT"_s;
    QTest::newRow("library, in backticks") << u"`load_extension`('/p/evil.so') IS NULL"_s << u"-PMT"_s;
    QTest::newRow("library, in brackets") << u"[load_extension]\n('/p/evil.so') IS NULL"_s << u"-PMT"_s;
    QTest::newRow("library, within") << u"a IN (SELECT load_extension('/p/evil.so'))"_s << u"-PMT"_s;
    QTest::newRow("file to write") << u"blob_export(note, '/home/u/.bashrc') > 0"_s << u"-PMT"_s;
    QTest::newRow("file to read") << u"BLOB_IMPORT('/etc/passwd') > ''"_s << u"-PMT"_s;
    QTest::newRow("tokenizer") << u"fts3_tokenizer('x', a) = 1"_s << u"-PMT"_s;
    QTest::newRow("column of that name") << u"load_extension = 'x' AND sleep = 1 AND pg_x IN (1)"_s << all;
    QTest::newRow("text of that name") << u"a = 'load_extension(1)'"_s << all;
    QTest::newRow("file of PostgreSQL") << u"pg_catalog.pg_read_file('/etc/passwd') > ''"_s << u"S-MT"_s;
    QTest::newRow("file of PostgreSQL, in quotes") << u"pg_catalog . \"pg_read_file\"('/x') > ''"_s << u"S-MT"_s;
    QTest::newRow("file of PostgreSQL, in codes") << u"u&\"pg!005fread_file\" UESCAPE '!' ('/x') > ''"_s << u"S-MT"_s;
    QTest::newRow("type of a value") << u"pg_typeof(a) = 'text'"_s << all;
    QTest::newRow("large object") << u"lo_export(1, '/tmp/a') = 1"_s << u"S-MT"_s;
    QTest::newRow("other server") << u"a IN (SELECT x FROM dblink('host=evil', 'SELECT 1') AS t)"_s << u"S-MT"_s;
    QTest::newRow("query in a text") << u"query_to_xml('SELECT 1', true, true, '') IS NULL"_s << u"S-MT"_s;
    QTest::newRow("waiting, PostgreSQL") << u"pg_sleep(9) IS NULL"_s << u"S-MT"_s;
    QTest::newRow("file of MariaDB") << u"LOAD_FILE('/etc/passwd') > ''"_s << u"SP-T"_s;
    QTest::newRow("file of MariaDB, by another letter") << u"l\u00f6ad_file('/etc/passwd') > ''"_s << u"SP-T"_s;
    QTest::newRow("waiting, MariaDB") << u"sleep (9) = 0"_s << u"SP-T"_s;
    QTest::newRow("program") << u"sys_exec('x') = 0"_s << u"SP-T"_s;
    QTest::newRow("number of a sequence") << u"a = NEXT VALUE FOR s"_s << u"S---"_s;
    QTest::newRow("file of SQL Server") << u"a IN (SELECT * FROM OPENROWSET(BULK '/x', SINGLE_BLOB) AS t)"_s
                                        << u"SPM-"_s;
    QTest::newRow("JSON of SQL Server") << u"a IN (SELECT value FROM OPENJSON(b))"_s << all;
    QTest::newRow("file of SQL Server, wide letters")
        << u"sys.\uff46n_trace_gettable('//evil/x', 1) = 1"_s << u"SP--"_s;
    QTest::newRow("unlike quotes of writing") << u"a = ‘x’"_s << all; // no quotes to any server, which refuses it
}

void TestConditionCheck::takes()
{
    QFETCH(QString, condition);
    QFETCH(QString, takenBy);
    QString taken;
    for (qsizetype i = 0; i < engines.size(); ++i)
        taken += whyNoCondition(condition, engines[i]).isEmpty() ? u"SPMT"_s[i] : u'-';
    QCOMPARE(taken, takenBy);
    QCOMPARE(whyNoCondition(condition, Engine::MySql), whyNoCondition(condition, Engine::MariaDb));
}

void TestConditionCheck::saysWhy_data()
{
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QString>("why");
    QTest::newRow("empty") << u" "_s << u"it is empty"_s;
    QTest::newRow("open") << u"(a = 1"_s << u"a '(' is not closed"_s;
    QTest::newRow("closed") << u"a = 1)"_s << u"a ')' closes nothing"_s;
    QTest::newRow("quote") << u"a = 'x"_s << u"a quote (') is not closed"_s;
    QTest::newRow("comment") << u"a = 1 -- x"_s << u"it holds a comment (--)"_s;
    QTest::newRow("statement") << u"a = 1; b"_s << u"it holds a ';', which ends a statement"_s;
}

void TestConditionCheck::saysWhy()
{
    QFETCH(QString, condition);
    QTEST(whyNoCondition(condition, Engine::PostgreSql), "why");
}

/// However signs are put together: what is taken leaves the parenthesis around it alone, by a reader as simple as can
/// be, for which a text is what stands between quotes and nothing escapes.
void TestConditionCheck::holdsNoTextThatClosesTheParenthesis()
{
    const QStringList pieces{u"'"_s, u"\\"_s, u"("_s, u")"_s, u"a"_s, u"--"_s, u"/*"_s, u"*/"_s};
    int taken = 0;
    for (int number = 0; number < 8 * 8 * 8 * 8 * 8; ++number) {
        QString text;
        for (int rest = number, place = 0; place < 5; ++place, rest /= 8)
            text += pieces[rest % 8];
        if (!whyNoCondition(text, Engine::MariaDb).isEmpty())
            continue;
        ++taken;
        for (const bool escapes : {false, true}) {
            int depth = 0;
            bool isText = false;
            for (qsizetype i = 0; i < text.size(); ++i) {
                if (escapes && isText && text[i] == u'\\')
                    ++i;
                else if (text[i] == u'\'')
                    isText = !isText;
                else if (!isText)
                    depth += text[i] == u'(' ? 1 : text[i] == u')' ? -1 : 0;
                QVERIFY2(depth >= 0, qPrintable(text));
            }
            QVERIFY2(depth == 0 && !isText, qPrintable(text));
        }
    }
    QVERIFY(taken > 300);
}

QTEST_APPLESS_MAIN(TestConditionCheck)
#include "tst_conditioncheck.moc"
