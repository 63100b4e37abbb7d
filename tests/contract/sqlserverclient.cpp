#include "tests/contract/sqlserverclient.h"

#include "diffcore/dialect/dialect.h"
#include "diffcore/odbc/serveraddress.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

namespace {

QString sqlcmd()
{
    return QStandardPaths::findExecutable(u"sqlcmd"_s);
}

ClientRun runProgram(const ConnectionString &where, const QByteArray &script)
{
    QTemporaryFile file;
    ClientRun run;
    if (!file.open() || file.write(script) != script.size() || !file.flush())
        return run;
    const ServerAddress address = addressOf(where);
    QProcess client;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const auto whole = where.forDriver();
    const auto parsed = ConnectionString::parse(whole.value_or(QString()));
    environment.insert(u"SQLCMDPASSWORD"_s, parsed ? parsed->value(u"Pwd"_s) : QString());
    client.setProcessEnvironment(environment);
    client.start(sqlcmd(), {u"-S"_s, address.host + (address.port.isEmpty() ? QString() : u',' + address.port), u"-d"_s,
                            where.value(u"Database"_s), u"-U"_s, where.value(u"Uid"_s), u"-C"_s, u"-b"_s, u"-x"_s,
                            u"-r1"_s, u"-h-1"_s, u"-W"_s, u"-s|"_s, u"-f"_s, u"65001"_s, u"-i"_s, file.fileName()});
    client.waitForFinished(-1);
    run.exitCode = client.exitStatus() == QProcess::NormalExit ? client.exitCode() : -1;
    run.output = QString::fromUtf8(client.readAllStandardOutput());
    run.errors = QString::fromUtf8(client.readAllStandardError());
    return run;
}

QList<QByteArray> batchesOf(const QByteArray &script)
{
    QList<QByteArray> batches{QByteArray()};
    for (const QByteArray &line : script.split('\n')) {
        if (line.trimmed().toUpper() == "GO")
            batches += QByteArray();
        else
            batches.last() += line + '\n';
    }
    return batches;
}

QString linesOf(const TextRows &rows)
{
    QString text;
    for (const auto &row : rows) {
        QStringList cells;
        for (const auto &cell : row)
            cells += QString::fromUtf8(cell.value_or("NULL"));
        text += cells.join(u'|') + u'\n';
    }
    return text;
}

ClientRun sendBatches(const ConnectionString &where, const QByteArray &script)
{
    const auto failed = [](const Error &error) {
        return ClientRun{1, {}, error.driverText.isEmpty() ? describe(error) : error.driverText};
    };
    const auto connection = Connection::open(where, {.label = u"client"_s, .readOnly = false});
    if (!connection)
        return failed(connection.error());
    ClientRun run{.exitCode = 0};
    for (const QByteArray &batch : batchesOf(script)) {
        const QString text = QString::fromUtf8(batch).trimmed();
        if (text.isEmpty())
            continue;
        if (text.startsWith("SELECT"_L1)) {
            const auto rows = (*connection)->query(text);
            if (!rows)
                return failed(rows.error());
            run.output += linesOf(*rows);
        } else if (const auto done = (*connection)->execute(text); !done) {
            return failed(done.error());
        }
    }
    return run;
}

/// Queries for statements, in the order in which they can run; names in braces are to be quoted.
const QStringList drops{
    u"SELECT N'ALTER TABLE ' + {s.name} + N'.' + {t.name} + N' SET (SYSTEM_VERSIONING = OFF)' "
    "FROM sys.tables AS t JOIN sys.schemas AS s ON s.schema_id = t.schema_id WHERE t.temporal_type = 2"_s,
    u"SELECT N'ALTER TABLE ' + {s.name} + N'.' + {t.name} + N' DROP CONSTRAINT ' + {f.name} "
    "FROM sys.foreign_keys AS f JOIN sys.tables AS t ON t.object_id = f.parent_object_id JOIN sys.schemas AS s ON "
    "s.schema_id = t.schema_id"_s,
    u"SELECT N'DROP VIEW ' + {s.name} + N'.' + {o.name} FROM sys.views AS o JOIN sys.schemas AS s ON "
    "s.schema_id = o.schema_id WHERE o.is_ms_shipped = 0"_s,
    u"SELECT N'DROP TABLE ' + {s.name} + N'.' + {o.name} FROM sys.tables AS o JOIN sys.schemas AS s "
    "ON s.schema_id = o.schema_id WHERE o.is_ms_shipped = 0"_s,
    u"SELECT N'DROP SEQUENCE ' + {s.name} + N'.' + {o.name} FROM sys.sequences AS o JOIN sys.schemas "
    "AS s ON s.schema_id = o.schema_id"_s,
    u"SELECT N'DROP TYPE ' + {s.name} + N'.' + {o.name} FROM sys.types AS o JOIN sys.schemas AS s ON "
    "s.schema_id = o.schema_id WHERE o.is_user_defined = 1"_s,
    u"SELECT N'DROP SCHEMA ' + {name} FROM sys.schemas WHERE name = N'other shop'"_s,
};

/// In double quotes: compatible servers do not find every name that stands in brackets.
QString withQuotedNames(QString query)
{
    static const QRegularExpression name(u"\\{([a-z.]+)\\}"_s);
    return query.replace(name, u"N'\"' + REPLACE(CONVERT(nvarchar(128), \\1), N'\"', N'\"\"') + N'\"'"_s);
}

} // namespace

bool hasSqlcmd()
{
    return !sqlcmd().isEmpty();
}

ClientRun runInSqlcmd(const ConnectionString &where, const QByteArray &script)
{
    return hasSqlcmd() ? runProgram(where, script) : sendBatches(where, script);
}

Result<void> emptySqlServer(Connection &connection)
{
    for (const QString &query : drops) {
        REJOIN_TRY_VALUE(statements, connection.query(withQuotedNames(query)));
        for (const auto &row : statements)
            REJOIN_TRY(connection.execute(QString::fromUtf8(row.first().value_or(QByteArray()))));
    }
    return {};
}

QString dumpSqlServer(Connection &connection)
{
    const Dialect &dialect = connection.dialect();
    const auto catalog = dialect.readCatalog(connection, {});
    if (!catalog)
        return describe(catalog.error());
    QString text;
    for (const Table &table : catalog->tables) {
        QStringList names;
        for (const Column &column : table.columns)
            names += column.name;
        const QString title = table.name.display();
        text += title + u": "_s + names.join(u", "_s) + u'\n';
        const auto rows = connection.query(dialect.selectAll({&table, names, {}}));
        if (!rows)
            return describe(rows.error());
        for (const auto &row : *rows) {
            QStringList cells;
            for (qsizetype index = 0; index < row.size(); ++index) {
                const auto view = row[index] ? std::optional(QByteArrayView(*row[index])) : std::nullopt;
                const Value value = dialect.decode(table.columns[index], view);
                if (table.columns[index].family != TypeFamily::RowVersion)
                    cells += dialect.literal(value, table.columns[index]);
            }
            text += title + u" ("_s + cells.join(u", "_s) + u")\n"_s;
        }
        if (const Column *generated = table.generatedColumn()) {
            const auto state = dialect.readGenerator(connection, table, generated->name);
            text += title + u" has given "_s + QString::number(state ? state->lastGiven.value_or(-1) : -2) + u'\n';
        }
    }
    return text;
}

} // namespace Rejoin::Testing
