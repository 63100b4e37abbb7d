#!/usr/bin/env python3
"""What a busy or ailing server does to a merge: locks, deadlocks, lost answers, stalls, and a clock that jumps.

usage: mishaps.py --rejoin PROGRAM [--engine postgresql|mariadb]... [--seed SEED]

After each: A is wholly as before or wholly merged, the exit and the message say which, `rejoin status` agrees, and what
another session wrote is as it wrote it.
"""

import argparse
import os
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
from journey import Failure, digest, require  # noqa: E402
from world import World  # noqa: E402

ENGINES = ("postgresql", "mariadb")
LOCK_LIMIT = 10  # seconds that the scripts wait for a lock
SLOWLY = 0.02  # seconds more for each answer
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
        codes = []
        thread = threading.Thread(target=lambda: codes.append(self.bench.apply()), daemon=True)
        thread.start()
        watcher = Client(self.engine, self.database)
        until = time.monotonic() + 60
        while watcher.ask(BLOCKED[self.name])[-1] == "0":
            require(time.monotonic() < until and thread.is_alive(), "apply waits for no lock:", codes, self.said())
            time.sleep(0.2)  # MariaDB tells nothing new to those who ask more often than ten times a second
        watcher.close()

        def end():
            thread.join()
            return codes[0]
        return end

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
        print(f"{name}: seed {mishaps.bench.seed}: {', '.join(mishaps.carry_out())}: A whole, exit and status right each "
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
