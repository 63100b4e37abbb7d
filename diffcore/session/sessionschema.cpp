#include "diffcore/session/sessionschema.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

// Small columns stand before the rows: SQLite reads a record from its start, and rows may be megabytes.
// Times are milliseconds since 1970.
// `counts` is kept by whoever changes differences, in the same transaction.
// `kept` holds the decisions of earlier comparisons until their rows are found again, unmoved.
QStringList sessionSchema()
{
    return {
        u"CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID"_s,
        u"CREATE TABLE tables (id INTEGER PRIMARY KEY, name TEXT NOT NULL, shape BLOB NOT NULL, "
        "state INTEGER NOT NULL, status BLOB NOT NULL, conflicts INTEGER NOT NULL DEFAULT 0)"_s,
        u"CREATE TABLE counts (table_id INTEGER, outcome INTEGER, found INTEGER NOT NULL, "
        "unresolved INTEGER NOT NULL, PRIMARY KEY (table_id, outcome)) WITHOUT ROWID"_s,
        u"CREATE TABLE decisions (id INTEGER PRIMARY KEY, origin INTEGER NOT NULL, bytes BLOB NOT NULL UNIQUE)"_s,
        u"CREATE TABLE differences (id INTEGER PRIMARY KEY, table_id INTEGER NOT NULL, outcome INTEGER NOT NULL, "
        "change_a INTEGER NOT NULL, change_b INTEGER NOT NULL, flags INTEGER NOT NULL, decision INTEGER NOT NULL, "
        "resolved INTEGER NOT NULL, written_a INTEGER, written_b INTEGER, key BLOB NOT NULL, baseline BLOB, a BLOB, "
        "b BLOB)"_s,
        u"CREATE UNIQUE INDEX by_key ON differences (table_id, key)"_s,
        u"CREATE INDEX by_outcome ON differences (outcome, table_id, key)"_s,
        u"CREATE INDEX unresolved_by_outcome ON differences (outcome, table_id, key) WHERE resolved = 0"_s,
        u"CREATE TABLE kept (name TEXT NOT NULL, key BLOB NOT NULL, shape BLOB NOT NULL, outcome INTEGER NOT NULL, "
        "change_a INTEGER NOT NULL, change_b INTEGER NOT NULL, flags INTEGER NOT NULL, decision INTEGER NOT NULL, "
        "resolved INTEGER NOT NULL, baseline BLOB, a BLOB, b BLOB, PRIMARY KEY (name, key))"_s,
        u"CREATE TABLE steps (step INTEGER PRIMARY KEY, text TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL, "
        "decided INTEGER NOT NULL, undone INTEGER NOT NULL DEFAULT 0)"_s,
        u"CREATE TABLE changes (step INTEGER, difference INTEGER, before INTEGER NOT NULL, "
        "before_resolved INTEGER NOT NULL, after INTEGER NOT NULL, after_resolved INTEGER NOT NULL, "
        "PRIMARY KEY (step, difference)) WITHOUT ROWID"_s,
        u"CREATE TABLE conflicts (id INTEGER PRIMARY KEY, value BLOB NOT NULL)"_s,
        u"CREATE TABLE bundles (id INTEGER PRIMARY KEY, folder TEXT NOT NULL UNIQUE)"_s,
        u"CREATE TABLE reviews (id INTEGER PRIMARY KEY, value BLOB NOT NULL)"_s,
        u"CREATE TABLE history (id INTEGER PRIMARY KEY, event INTEGER NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL, "
        "machine TEXT NOT NULL, target TEXT NOT NULL, state TEXT NOT NULL, hash TEXT NOT NULL, rows INTEGER, "
        "text TEXT NOT NULL)"_s,
        u"CREATE TRIGGER history_is_kept BEFORE DELETE ON history BEGIN "
        "SELECT RAISE(ABORT, 'the history is only added to'); END"_s,
        u"CREATE TRIGGER history_stands BEFORE UPDATE ON history BEGIN "
        "SELECT RAISE(ABORT, 'the history is only added to'); END"_s,
    };
}

} // namespace Rejoin
