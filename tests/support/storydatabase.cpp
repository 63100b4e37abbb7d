#include "tests/support/storydatabase.h"

#include "diffcore/dialect/sqlitedialect.h"

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

namespace {

QString nameList(const Dialect &dialect, const QStringList &columns)
{
    QStringList names;
    for (const QString &column : columns)
        names += dialect.name(column);
    return u'(' + names.join(u", "_s) + u')';
}

bool handsOut(const Table &table)
{
    return table.generatedColumn() != nullptr;
}

QString columnText(const Dialect &dialect, const Column &column)
{
    const bool handedOut = column.source == ValueSource::Generated;
    return dialect.name(column.name) + (handedOut         ? u" INTEGER PRIMARY KEY AUTOINCREMENT"_s
                                        : column.nullable ? QString()
                                                          : u" NOT NULL"_s);
}

QString createTable(const Dialect &dialect, const Table &table)
{
    QStringList parts;
    for (const Column &column : table.columns)
        parts += columnText(dialect, column);
    if (table.primaryKey && !handsOut(table))
        parts += u"PRIMARY KEY "_s + nameList(dialect, table.primaryKey->columns);
    for (const Key &key : table.uniqueKeys)
        parts += u"UNIQUE "_s + nameList(dialect, key.columns);
    for (const ForeignKey &foreign : table.foreignKeys) {
        if (foreign.declared)
            parts += u"FOREIGN KEY %1 REFERENCES %2 %3"_s.arg(nameList(dialect, foreign.columns),
                                                              dialect.name(foreign.parent.name),
                                                              nameList(dialect, foreign.parentColumns));
    }
    return u"CREATE TABLE %1 (%2);\n"_s.arg(dialect.name(table.name.name), parts.join(u", "_s));
}

} // namespace

Alignment typed(Alignment alignment)
{
    for (AlignedTable &table : alignment.tables) {
        for (const Version version : allVersions) {
            for (Column &column : table.in[version]->columns) {
                if (column.source == ValueSource::Generated)
                    column.declaredType = u"INTEGER"_s;
            }
        }
    }
    return alignment;
}

QByteArray storySql(const Alignment &alignment, const State &state)
{
    const SqliteDialect dialect{ServerInfo()};
    QString sql;
    for (const AlignedTable &table : alignment.tables) {
        sql += createTable(dialect, *table.in.a);
        for (const Row &row : state.value(table.name.name)) {
            QStringList literals;
            for (qsizetype column = 0; column < row.size(); ++column)
                literals += dialect.literal(row[column], table.columns[column].definition());
            sql += u"INSERT INTO %1 VALUES (%2);\n"_s.arg(dialect.name(table.name.name), literals.join(u", "_s));
        }
    }
    return sql.toUtf8();
}

} // namespace Rejoin::Testing
