#include "tests/fuzz/harness.h"

#include "diffcore/apply/mergeprogress.h"
#include "diffcore/merge/constraintcheck.h"
#include "diffcore/merge/resolver.h"
#include "diffcore/merge/suggestion.h"
#include "diffcore/script/bundle.h"
#include "diffcore/session/session.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace Rejoin::Fuzzing {

namespace {

constexpr int mostRows = 1000;

void look(const Session &session)
{
    static_cast<void>(session.statuses());
    static_cast<void>(session.counts());
    static_cast<void>(session.journal());
    static_cast<void>(session.constraintConflicts());
    static_cast<void>(session.relationProposals());
    static_cast<void>(session.reservations());
    static_cast<void>(session.bundles());
    static_cast<void>(session.review());
    static_cast<void>(session.fingerprint());
    static_cast<void>(session.deciders());
    for (const HistoryEntry &entry : session.history().value_or(QList<HistoryEntry>()))
        static_cast<void>(eventName(entry.event));
    static_cast<void>(session.ids({.unresolvedOnly = true}));
    const auto rows = session.page({}, 0, mostRows);
    for (const Difference &difference : rows.value_or(QList<Difference>())) {
        const AlignedTable &table = session.alignment().tables.at(difference.table);
        static_cast<void>(table.describeKey(difference.key));
        static_cast<void>(suggestion(table, difference, session.header().moves));
        static_cast<void>(whyNot(table, difference, difference.decision.kind));
        static_cast<void>(session.find(difference.table, difference.key));
    }
}

void merge(Session &session)
{
    const auto input = session.mergeInput();
    if (!input)
        return;
    const MergedState merged = mergedState(*input);
    static_cast<void>(checkConstraints(*input, merged));
    static_cast<void>(makeScripts(session, {}, Side::B, {}));
}

void decide(Session &session)
{
    Resolver resolver(session, u"dba"_s);
    static_cast<void>(resolver.undo());
    static_cast<void>(resolver.redo());
    static_cast<void>(resolver.acceptSuggestions({}));
    static_cast<void>(resolver.decide({}, Take{Version::B}, u"as told"_s));
    static_cast<void>(session.finishComparison());
}

/// What to do with a session: each takes a while.
enum Step : quint8 { Look = 1, Merge = 2, Decide = 4 };

void use(const QString &path, int steps)
{
    auto opened = Session::openExisting(path);
    if (!opened) {
        const ErrorCode code = opened.error().code;
        require(code == ErrorCode::BadFile || code == ErrorCode::CannotWrite, "a damaged session is refused");
        return;
    }
    Session &session = **opened;
    if ((steps & Look) != 0)
        look(session);
    if ((steps & Merge) != 0)
        merge(session);
    if ((steps & Decide) != 0)
        decide(session);
}

QString fresh(const QByteArray &content)
{
    const QString path = fileWith(u"shop.session"_s, content);
    for (const QString &part : {u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(path + part);
    return path;
}

/// A column whose values Rejoin encodes or counts on.
struct Cell
{
    QString statement; ///< the value, and how many rows to leave out before the one
    bool isNumber = false;
};

QString changing(const QString &table, const QString &column)
{
    return u"UPDATE %1 SET %2 = ? WHERE rowid = (SELECT rowid FROM %1 LIMIT 1 OFFSET ?)"_s.arg(table, column);
}

const QList<Cell> &cells()
{
    static const QList<Cell> all = [] {
        QList<Cell> made;
        for (const QString &name :
             {u"header"_s, u"alignment"_s, u"reservations"_s, u"proposals"_s, u"series"_s, u"generation"_s})
            made += {u"INSERT OR REPLACE INTO meta (name, value) SELECT '%1', ?1 WHERE ?2 >= 0"_s.arg(name)};
        for (const QString &column : {u"shape"_s, u"status"_s})
            made += {changing(u"tables"_s, column)};
        for (const QString &column : {u"id"_s, u"state"_s, u"conflicts"_s})
            made += {changing(u"tables"_s, column), true};
        for (const QString &column : {u"key"_s, u"baseline"_s, u"a"_s, u"b"_s})
            made += {changing(u"differences"_s, column)};
        for (const QString &column : {u"table_id"_s, u"outcome"_s, u"change_a"_s, u"change_b"_s, u"flags"_s,
                                      u"decision"_s, u"resolved"_s, u"written_a"_s})
            made += {changing(u"differences"_s, column), true};
        made += {changing(u"decisions"_s, u"bytes"_s)};
        for (const QString &column : {u"found"_s, u"unresolved"_s, u"table_id"_s, u"outcome"_s})
            made += {u"UPDATE counts SET %1 = ? WHERE (table_id, outcome) = (SELECT table_id, outcome FROM counts "
                     "LIMIT 1 OFFSET ?)"_s.arg(column),
                     true};
        made += {u"INSERT INTO conflicts (value) SELECT ?1 WHERE ?2 >= 0"_s};
        made += {u"INSERT INTO reviews (value) SELECT ?1 WHERE ?2 >= 0"_s};
        made += {u"INSERT OR IGNORE INTO bundles (folder) SELECT ?1 WHERE ?2 >= 0"_s};
        made +=
            {u"INSERT INTO history (event, at, by, machine, target, state, hash, text) SELECT ?1, '2026', '', '', '', "
             "'', '', '' WHERE ?2 >= 0"_s,
             true};
        for (const QString &column : {u"undone"_s, u"step"_s, u"text"_s})
            made += {changing(u"steps"_s, column), column != "text"_L1};
        return made;
    }();
    return all;
}

QVariant number(const QByteArray &bytes)
{
    qint64 made = bytes.startsWith('-') ? -1 : 0;
    for (const char byte : bytes.left(8))
        made = (made << 8) | static_cast<uchar>(byte);
    return made;
}

} // namespace

/// The file as it is.
void session(const QByteArray &input)
{
    use(fresh(input), Look | Merge | Decide);
}

/// A sound session in which cells have other values. First the steps, then for each cell its place among cells(), the
/// row, and the value.
void sessionCells(const QByteArray &input)
{
    static const QByteArray sound = checkoutFile(u"tests/fuzz/corpus/session/small.session"_s);
    require(!sound.isEmpty(), "the checkout has a small session");
    const QString path = fresh(sound);
    Pieces pieces(input);
    const int steps = pieces.byte();
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"rejoin-fuzz-cells"_s);
        database.setDatabaseName(path);
        require(database.open(), "SQLite opens a sound session");
        while (!pieces.atEnd()) {
            const Cell &cell = cells()[pieces.byte() % cells().size()];
            const int row = pieces.byte();
            const QByteArray value = pieces.piece();
            QSqlQuery query(database);
            if (!query.prepare(cell.statement))
                continue;
            query.bindValue(0, cell.isNumber ? number(value) : QVariant(value));
            query.bindValue(1, row);
            static_cast<void>(query.exec()); // a constraint may refuse it
        }
    }
    QSqlDatabase::removeDatabase(u"rejoin-fuzz-cells"_s);
    use(path, steps);
}

} // namespace Rejoin::Fuzzing
