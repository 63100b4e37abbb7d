#!/usr/bin/env python3
"""What a busy or ailing server does to a merge: locks, deadlocks, lost answers, stalls, a clock that jumps, and rows that
an application adds to those that the merge deletes.

usage: mishaps.py --rejoin PROGRAM [--engine postgresql|mariadb]... [--seed SEED]

After each: A is wholly as before or wholly merged, the exit and the message say which, `rejoin status` agrees, and what
another session wrote is as it wrote it.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "property"))

from client import Client, Refused  # noqa: E402
from engines import exit_of, literal, open_engine  # noqa: E402
from faults import DONE, GUARDED, REFUSED, UNKNOWN, Bench, ThroughProxy  # noqa: E402
from journey import Failure, Journey, digest, require  # noqa: E402
from world import Case, Column, Table, World  # noqa: E402

ENGINES = ("postgresql", "mariadb")
LOCK_LIMIT = 10  # seconds that the scripts wait for a lock
SLOWLY = 0.02  # seconds more for each answer
SHARING = 2100  # operations, and more than two thousand are not guarded one by one any more
KEPT = 7  # orders, with a line each, beside those that the merge deletes
STALL = 3  # seconds without any answer
DAY = 86400
COMMITTING = rb"\bCOMMIT;?\0?$"  # in either protocol
BLOCKED = {  # counts sessions that wait for a lock
    "postgresql": "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'",
    "mariadb": "SELECT count(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'",
}


class Mishaps:
    def __init__(self, options, name, engine, folder):
        self.name = name
        self.engine = engine
        self.folder = folder
        self.bench = Bench(options.rejoin, engine, folder, options.seed, suits=row_to_hold)
        self.database = self.bench.journey.names["a"]
        self.table, self.row, self.column = row_to_hold(self.bench.merge, World(self.bench.after))

    def literal(self, value):
        return literal(value, self.engine.backslash)

    def hold(self, client, value=None):
        """Locks the row; with a value it is written, too."""
        place = " AND ".join(f"{self.engine.name(name)} = {self.literal(cell)}"
                             for name, cell in zip(self.table.key, self.table.key_of(self.row)))
        client.ask("BEGIN")
        if value is None:
            client.ask(f"SELECT 1 FROM {self.engine.name(self.table.name)} WHERE {place} FOR UPDATE")
        else:
            client.ask(f"UPDATE {self.engine.name(self.table.name)} SET {self.engine.name(self.column.name)} = "
                       f"{self.literal(value)} WHERE {place}")

    def start_apply(self):
        """In a thread of its own; returns once it waits for a lock."""
        return once_blocked(self.name, self.engine, self.database, self.bench.apply)

    def said(self):
        return getattr(self.bench, "said", "")

    def expect(self, what, code, *codes):
        require(code in codes, what, "exit", code, "and not", codes, self.said())
        return self.bench.check(code, what)

    def lock_timeout(self):
        """Somebody keeps a row locked for longer than the script waits."""
        holder = Client(self.engine, self.database)
        self.hold(holder)
        started = time.monotonic()
        code = self.start_apply()()
        waited = time.monotonic() - started
        holder.ask("ROLLBACK")
        holder.close()
        require(waited < LOCK_LIMIT * 12, "a lock kept apply waiting for", waited, "s")
        require("lock" in self.said().lower(), "the message does not speak of the lock:", self.said())
        self.expect("lock timeout:", code, REFUSED)

    def lock_set_free(self):
        """Somebody keeps a row locked for a moment, and changes nothing."""
        holder = Client(self.engine, self.database)
        self.hold(holder)
        end = self.start_apply()
        holder.ask("ROLLBACK")
        holder.close()
        require(self.expect("lock set free:", end(), DONE), "the merge was not applied")

    def change_while_it_waits(self):
        """Somebody changes a row that the script has to wait for: a guard or the isolation stops the script."""
        value = 77 if self.column.kind == "int" else "mine"
        holder = Client(self.engine, self.database)
        self.hold(holder, value)
        end = self.start_apply()
        holder.ask("COMMIT")
        code = end()
        now = self.bench.settled()
        key = self.table.key_of(self.row)
        mine = self.table.with_value(self.row, self.column.name, value)
        require(now[self.table.name].get(key) == mine, "what was committed meanwhile is not there:", code, self.said())
        self.hold(holder, self.row[self.table.index(self.column.name)])
        holder.ask("COMMIT")
        holder.close()
        self.expect("a change while it waits:", code, GUARDED, REFUSED)

    def deadlock(self):
        """Each waits for the other: one of the two is ended by the server, and nothing is halved."""
        other = self.other_row()
        if other is None:
            return
        holder = Client(self.engine, self.database)
        self.hold(holder)
        end = self.start_apply()
        ended = None
        try:
            holder.ask(other)
        except Refused as words:
            ended = str(words)
        holder.ask("ROLLBACK")
        holder.close()
        code = end()
        if ended is None and code != DONE:
            require("deadlock" in self.said().lower(), "the message does not speak of the deadlock:", self.said())
        self.expect("deadlock:", code, DONE, REFUSED)

    def other_row(self):
        """A statement that needs what the merge has locked by then; nothing where it has nothing."""
        for table in self.bench.journey.case.tables:
            for key, row in self.bench.before[table.name].items():
                if self.bench.after[table.name].get(key) != row and (table.name, key) != (
                        self.table.name, self.table.key_of(self.row)):
                    place = " AND ".join(f"{self.engine.name(name)} = {self.literal(cell)}"
                                         for name, cell in zip(table.key, key))
                    return f"SELECT 1 FROM {self.engine.name(table.name)} WHERE {place} FOR UPDATE"
        return None

    def answer_of_commit_lost(self):
        """The server commits, and nobody hears of it: exit 5, and asking the target says that it was."""
        self.engine.proxy.arm_at(COMMITTING, "answer")
        code = self.bench.apply()
        require(code == UNKNOWN, "a lost answer of the commit: exit", code, self.said())
        self.engine.proxy.arm()
        self.bench.settled()
        again = self.bench.journey.run([GUARDED], "apply", self.bench.bundle, "--approve",
                                       digest(self.bench.bundle / "a" / "merge.sql"))
        require("already" in again.stderr + again.stdout, "a second apply does not say that it was applied:", again.stderr)
        require(self.bench.check(code, "answer of the commit lost:"), "the commit came through, and A does not have it")

    def commit_lost(self):
        """The commit itself never arrives: exit 5, and asking the target says that nothing was changed."""
        self.engine.proxy.arm_at(COMMITTING, "request")
        code = self.bench.apply()
        require(code == UNKNOWN, "a lost commit: exit", code, self.said())
        require(not self.bench.check(code, "commit lost:"), "the commit never arrived, and A has it")

    def slow_answers(self):
        self.engine.proxy.slow(SLOWLY)
        code = self.bench.apply()
        self.engine.proxy.slow(0)
        require(self.expect("slow answers:", code, DONE), "the merge was not applied")

    def stalled_server(self):
        """All processes of the server stand still for a while, in the middle."""
        code = []
        thread = threading.Thread(target=lambda: code.append(self.bench.apply()), daemon=True)
        thread.start()
        while self.engine.proxy.counts["request"] < self.bench.requests["request"] // 2 and thread.is_alive():
            time.sleep(0.005)
        for sent, rest in ((signal.SIGSTOP, STALL), (signal.SIGCONT, 0)):
            for process in processes_of(self.engine.process.pid):
                os.kill(process, sent)
            time.sleep(rest)
        thread.join()
        require(self.expect("a server that stood still:", code[0], DONE), "the merge was not applied")

    def clock_jumps(self):
        """This machine's clock is set a year ahead, or three days back, while the merge runs."""
        shim = self.folder / "clock.so"
        compiler = next((each for each in ("cc", "gcc", "g++") if shutil.which(each)), None)
        if compiler is None:
            print(f"{self.name}: no compiler here, so the clock does not jump")
            return
        subprocess.run([compiler, "-shared", "-fPIC", "-x", "c", "-o", shim, Path(__file__).with_name("clock.c")], check=True)
        for seconds in (365 * DAY, -3 * DAY):
            os.environ.update({"LD_PRELOAD": str(shim), "CLOCK_JUMP": str(seconds), "CLOCK_CALLS": "20"})
            try:
                code = self.bench.apply()
            finally:
                for variable in ("LD_PRELOAD", "CLOCK_JUMP", "CLOCK_CALLS"):
                    del os.environ[variable]
            require(self.expect(f"the clock jumps by {seconds} s:", code, DONE), "the merge was not applied")

    def carry_out(self):
        done = []
        for mishap in (self.lock_timeout, self.lock_set_free, self.change_while_it_waits, self.deadlock,
                       self.answer_of_commit_lost, self.commit_lost, self.slow_answers, self.stalled_server,
                       self.clock_jumps):
            mishap()
            done.append(mishap.__name__.replace("_", " "))
        return done


class LateChildren:
    """A merge that deletes orders of A, and an application that writes a line of one: a row that would go along."""

    ORDERS = Table("orders", (Column("order_id", "int", False), Column("note", "text")), ("order_id",))
    LINES = Table("order_lines", (Column("line_id", "int", False), Column("order_id", "int")), ("line_id",))

    def __init__(self, options, name, engine, folder, deleted):
        self.name, self.engine, self.deleted = name, engine, deleted
        orders = {(number,): (number, "open") for number in range(1, deleted + KEPT + 1)}
        lines = {(number,): (number, number) for number in range(deleted + 1, deleted + KEPT + 1)}
        kept = {key: row for key, row in orders.items() if key[0] > deleted}
        worlds = [World({"orders": dict(rows), "order_lines": dict(lines)}) for rows in (orders, orders, kept)]
        case = Case([self.ORDERS, self.LINES], *worlds)
        self.journey = Journey(options.rejoin, engine, folder, case, random.Random(1))
        self.journey.make_databases()
        for database in self.journey.names.values():
            engine.ask(database, "ALTER TABLE order_lines ADD FOREIGN KEY (order_id) REFERENCES orders (order_id) "
                                 "ON DELETE CASCADE;")
        self.journey.run([1, 2], "compare", self.journey.project)
        self.journey.run([0, 1], "resolve", self.journey.project, "--accept-suggestions")
        self.bundle = folder / "bundle"
        self.journey.run([0], "script", self.journey.project, "--target", "a", "--out", self.bundle)
        self.database = self.journey.names["a"]
        self.before = self.journey.state("a").rows

    def apply(self):
        done = self.journey.run(range(256), "apply", self.bundle, "--approve", digest(self.bundle / "a" / "merge.sql"))
        self.said = done.stderr.strip()
        return done.returncode

    def line_before(self, order):
        """The line is written before the script comes to its order, and committed while the script waits."""
        application = Client(self.engine, self.database)
        application.ask("BEGIN")
        application.ask(f"INSERT INTO order_lines VALUES (100, {order})")
        end = once_blocked(self.name, self.engine, self.database, self.apply)
        application.ask("COMMIT")
        code = end()
        now = self.journey.state("a").rows
        require(now["order_lines"].get((100,)) == (100, order), "a line of order", order, "of", self.deleted,
                "went along with it: exit", code, self.said)
        named = f"order_id={order}" in self.said
        require(code == GUARDED and named, "exit", code, "for a line of order", order, self.said)
        require(now["orders"] == self.before["orders"], "refused, and orders are gone")
        application.ask("DELETE FROM order_lines WHERE line_id = 100")
        application.close()

    def line_after(self):
        """The line comes when the script holds its order, and waits for another one: it has no order any more."""
        holder, application = (Client(self.engine, self.database) for _ in range(2))
        holder.ask("BEGIN")
        holder.ask(f"SELECT 1 FROM orders WHERE order_id = {self.deleted} FOR UPDATE")
        end = once_blocked(self.name, self.engine, self.database, self.apply)

        def write():
            try:
                return application.ask("INSERT INTO order_lines VALUES (100, 1)")
            except Refused as words:
                return str(words)
        written = once_blocked(self.name, self.engine, self.database, write, others=1)
        holder.ask("ROLLBACK")
        code = end()
        require(code == DONE, "exit", code, "for a line that came too late:", self.said)
        require("foreign key" in str(written()), "a line of a deleted order was written:", written())
        holder.close()
        application.close()
        self.journey.run([0], "undo", self.bundle, "--approve", digest(self.bundle / "a" / "undo.sql"))
        require(self.journey.state("a").rows == self.before, "undo leaves another state than before")


def late_children(options, name, engine, folder):
    """Of few orders, each has a statement of its own; of many, hundreds share one."""
    for deleted in (3, SHARING):
        place = folder / f"late{deleted}"
        place.mkdir()
        merge = LateChildren(options, name, engine, place, deleted)
        for order in (1, deleted // 2, deleted):
            merge.line_before(order)
        merge.line_after()


def once_blocked(name, engine, database, act, others=0):
    """Runs it in a thread of its own; returns once it waits for a lock, as so many others do. What is returned waits for
    its end."""
    results = []
    thread = threading.Thread(target=lambda: results.append(act()), daemon=True)
    thread.start()
    watcher = Client(engine, database)
    until = time.monotonic() + 60
    while int(watcher.ask(BLOCKED[name])[-1]) <= others:
        require(time.monotonic() < until and thread.is_alive(), "nobody waits for a lock:", results)
        time.sleep(0.2)  # MariaDB tells nothing new to those who ask more often than ten times a second
    watcher.close()

    def end():
        thread.join()
        return results[0]
    return end


def row_to_hold(merge, merged):
    """A table, a row of A that the merge changes or deletes there, and a column of it. Where there are generators, MariaDB
    raises them first, which already waits for everybody in the tables: there must be none."""
    if any(table.generated for table in merge.case.tables):
        return None
    for table in merge.case.tables:
        free = [column for column in table.columns[len(table.key):] if not column.unique and not any(
            column.name in reference.columns for reference in table.references)]
        for key, row in merge.case.a.rows[table.name].items():
            if free and merged.rows[table.name].get(key) != row:
                return table, row, free[0]
    return None


def processes_of(leader):
    """All processes of its session."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[3]) == leader or int(fields[2]) == leader:
            found.append(int(entry.parent.name))
    return found


def run_engine(options, name):
    engine = open_engine(name)
    if engine is None:
        return None
    folder = Path(tempfile.mkdtemp(prefix="rejoin-mishaps-"))
    through = ThroughProxy(engine)
    try:
        mishaps = Mishaps(options, name, through, folder)
        done = mishaps.carry_out()
        late_children(options, name, through, folder)  # in databases of the same names
        print(f"{name}: seed {mishaps.bench.seed}: {', '.join(done)}, late children: A whole, exit and status right each "
              "time", flush=True)
        return True
    except Failure as failure:
        print(f"{name}: {failure}", file=sys.stderr, flush=True)
        return False
    finally:
        through.proxy.close()
        engine.close()
        shutil.rmtree(folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rejoin", required=True, type=Path)
    parser.add_argument("--engine", action="append", choices=ENGINES)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.rejoin = options.rejoin.resolve()
    return exit_of([run_engine(options, name) for name in options.engine or ENGINES])


if __name__ == "__main__":
    sys.exit(main())
