#include "tests/fuzz/harness.h"

#include "diffcore/dialect/conditioncheck.h"
#include "diffcore/dialect/dialect.h"
#include "diffcore/odbc/actingattributes.h"
#include "diffcore/odbc/connectionstring.h"
#include "diffcore/odbc/encryption.h"
#include "diffcore/odbc/login.h"
#include "diffcore/odbc/serveraddress.h"
#include "diffcore/script/scriptdiff.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <array>

using namespace Qt::StringLiterals;

namespace Rejoin::Fuzzing {

namespace {

constexpr std::array allEngines{Engine::Sqlite, Engine::PostgreSql, Engine::MariaDb, Engine::MySql, Engine::SqlServer};

/// The statements follow each other in the script, each of them whole and on its line.
void proveParts(const QByteArray &script, const QList<ScriptStatement> &statements)
{
    qsizetype at = 0;
    for (const ScriptStatement &statement : statements) {
        require(!statement.text.isEmpty(), "a statement has a text");
        const qsizetype found = script.indexOf(statement.text, at);
        require(found >= 0, "a statement is a part of its script, behind the one before");
        require(statement.line >= 1 && statement.line <= script.count('\n') + 1, "a statement's line is in the script");
        at = found + statement.text.size();
    }
}

QSqlDatabase &emptyDatabase()
{
    static QSqlDatabase database = [] {
        QSqlDatabase made = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"rejoin-fuzz"_s);
        made.setDatabaseName(u":memory:"_s);
        require(made.open() && QSqlQuery(made).exec(u"CREATE TABLE t (id INTEGER, note TEXT)"_s),
                "SQLite opens a database in memory");
        return made;
    }();
    return database;
}

} // namespace

void script(const QByteArray &input)
{
    for (const Engine engine : allEngines) {
        const auto dialect = Dialect::make({.engine = engine});
        if (const auto statements = dialect->split(input))
            proveParts(input, *statements);
        else
            require(!statements.error().message.isEmpty(), "an error says something");
    }
    const qsizetype middle = input.size() / 2;
    require(scriptDiff(input, input).isEmpty(), "a script does not differ from itself");
    static_cast<void>(scriptDiff(input.first(middle), input.sliced(middle)));
}

/// A condition without reproach cannot leave the parentheses in which it is put.
void condition(const QByteArray &input)
{
    const QString text = QString::fromUtf8(input);
    for (const Engine engine : allEngines)
        static_cast<void>(whyNoCondition(text, engine));
    if (!whyNoCondition(text, Engine::Sqlite).isEmpty())
        return;
    QSqlQuery query(emptyDatabase());
    query.setForwardOnly(true);
    // never evaluated: the row is left out before
    if (query.prepare(u"SELECT 1 FROM t WHERE 0 AND ("_s + text + u") LIMIT 1"_s) && query.exec())
        require(!query.next(), "a condition stays within its parentheses");
}

void connection(const QByteArray &input)
{
    const auto parsed = ConnectionString::parse(QString::fromUtf8(input));
    if (!parsed) {
        require(parsed.error().code == ErrorCode::Usage, "what is no connection string is Usage");
        return;
    }
    ConnectionString where = *parsed;
    const QString saved = where.saved();
    if (!saved.isEmpty()) {
        const auto again = ConnectionString::parse(saved);
        require(again && again->saved() == saved, "what is saved reads back the same");
        require(!again->hasLiteralSecret(), "no literal secret is saved");
        require(where.hasLiteralSecret() || again->redacted() == where.redacted(), "nothing but secrets is left out");
    }
    const auto shown = ConnectionString::parse(where.redacted());
    require(shown.has_value(), "what is shown is a connection string");
    if (const auto driver = where.forDriver())
        require(ConnectionString::parse(*driver).has_value() || *driver == ";"_L1, "a driver gets a connection string");
    static_cast<void>(where.scrub(u"the driver says: "_s + QString::fromUtf8(input)));
    static_cast<void>(where.displayName());
    static_cast<void>(refuseActing(where));
    static_cast<void>(loginName(where));
    static_cast<void>(lacksPassword(where));
    setLoginFrom(where, loginFrom(where));
    const ServerAddress address = addressOf(where);
    setAddress(where, address);
    require(addressOf(where) == address, "an address that is written reads back the same");
    const Encryption encryption = encryptionOf(where);
    setEncryption(where, encryption);
    const QString changed = where.redacted();
    require(changed.isEmpty() || ConnectionString::parse(changed).has_value(), "what was set is a connection string");
}

} // namespace Rejoin::Fuzzing
