#include "diffcore/apply/neededrights.h"

#include "diffcore/odbc/connection.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// Whether a statement that names the table asks for the right: all of them read; the rest is told by the right's word,
/// or, of another object's ("UPDATE on sequence …"), by the kind of the object.
bool asksFor(QByteArrayView statement, const MissingRight &right)
{
    if (right.what == MissingRight::For::Reading)
        return true;
    const QString kind = right.right.section(" on "_L1, 1).section(u' ', 0, 0);
    const QString word = kind.isEmpty() ? right.right.section(u' ', 0, 0) : kind;
    return statement.toByteArray().toLower().contains(word.toLower().toUtf8());
}

} // namespace

QList<MissingRight> lackingRights(Connection &connection, const QList<ScriptStatement> &statements)
{
    const auto catalog = connection.dialect().readCatalog(connection, {});
    if (!catalog)
        return {};
    QList<const Table *> tables;
    for (const Table &table : catalog->tables)
        tables += &table;
    QList<MissingRight> rights = missingRights(connection, tables).value_or(QList<MissingRight>());
    rights.removeIf([&](const MissingRight &right) {
        const QByteArray name = connection.dialect().name(right.table).toUtf8();
        return std::ranges::none_of(statements, [&](const ScriptStatement &statement) {
            return statement.text.contains(name) && asksFor(statement.text, right);
        });
    });
    return rights;
}

} // namespace Rejoin
