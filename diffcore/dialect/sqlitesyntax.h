#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace Rejoin {

/// A piece of the text that SQLite keeps of a table or trigger; comments and blanks are left out.
struct SqlToken
{
    enum class Kind : quint8 { Word, Quoted, Sign } kind = Kind::Sign;
    QString text; ///< without its quotes

    [[nodiscard]] bool is(QStringView word) const
    {
        return kind == Kind::Word && word.compare(text, Qt::CaseInsensitive) == 0;
    }
};

[[nodiscard]] QList<SqlToken> tokensOf(const QString &sql);

/// "after update of stock, price", from a CREATE TRIGGER.
[[nodiscard]] QString triggerEvent(const QString &createTrigger);
/// Column name in lower case → collation, for the columns that a CREATE TABLE declares one for.
[[nodiscard]] QHash<QString, QString> declaredCollations(const QString &createTable);
[[nodiscard]] bool hasAutoincrement(const QString &createTable);

} // namespace Rejoin
